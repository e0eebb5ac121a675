package import Diagnostics
import FoundationEssentials
package import Records

/// A table of the run for MultiQC: a custom-content file that `multiqc` finds by its name.
package enum BatchMultiQC {
  /// The bytes of `clonetrack_mqc.json`.
  ///
  /// - Throws: `RUN-INTERNAL` if a number is not finite, which JSON cannot hold.
  package static func bytes(of record: BatchRecord) throws(Diagnostic) -> [UInt8] {
    var rows: [String: [String: Value]] = [:]
    for sample in record.samples {
      var row: [String: Value] = [
        "role": .text(sample.role),
        "result": .text(BatchTable.result(of: sample)),
        "findings": .text(BatchTable.codes(sample).joined(separator: " ")),
      ]
      row["mrd"] = sample.mrd.map(Value.number)
      row["lod95"] = sample.lod95.map(Value.number)
      row["cells"] = sample.cellEquivalents.map(Value.number)
      row["reads_per_template"] = sample.readsPerTemplate.map(Value.number)
      rows[sample.sample] = row
    }
    let section = Section(data: rows)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(section)) + [UInt8(ascii: "\n")]
    } catch {
      throw Diagnostic(code: "RUN-INTERNAL", message: "the MultiQC table cannot be written")
    }
  }

  /// A cell of the table.
  private enum Value: Encodable {
    case text(String)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }

  /// The file: names are those of MultiQC's custom content.
  private struct Section: Encodable {
    var id = "clonetrack"
    var sectionName = "clonetrack"
    var description = """
      Minimal residual disease by immunoglobulin sequencing: clonal cells per nucleated cell, and \
      the level that is detected with 95 % probability (LOD95).
      """
    var plotType = "table"
    var settings = ["id": "clonetrack_table", "title": "clonetrack: samples of the run"]
    var headers: [String: [String: String]] = [
      "role": ["title": "Role", "description": "What the sample is for"],
      "result": ["title": "Result", "description": "Verdict of a baseline, call of a follow-up"],
      "mrd": [
        "title": "MRD", "description": "Clonal cells per nucleated cell", "format": "{:.2e}",
      ],
      "lod95": [
        "title": "LOD95", "description": "Level detected with 95 % probability",
        "format": "{:.2e}",
      ],
      "cells": [
        "title": "Cells", "description": "Nucleated cells analysed", "format": "{:,.0f}",
      ],
      "reads_per_template": [
        "title": "Reads/template", "description": "Reads one template gives", "format": "{:.1f}",
      ],
      "findings": ["title": "Findings", "description": "Codes, worst first"],
    ]
    var data: [String: [String: Value]]

    private enum CodingKeys: String, CodingKey {
      case id
      case sectionName = "section_name"
      case description
      case plotType = "plot_type"
      case settings = "pconfig"
      case headers
      case data
    }
  }
}
