import Clonotyping
import Rearrangements
import Records
import Tracking

extension HTMLReport {
  /// Every gate of one candidate with what it measured.
  static func gateTable(_ clonotype: BaselineRecord.Clonotype) -> HTML {
    let rows = ordered(clonotype.gates).map { name, gate -> [HTML] in
      [
        "\(words(name))", "\(verdict(gate))",
        "\(isIdle(gate) ? "" : ReportNumber.significant(gate.value))",
        "\(gate.limit.map { ReportNumber.significant($0) } ?? "none")",
        gate.required ? "rejection" : "limited use or a finding",
      ]
    }
    return .table(
      ["Gate", "Passed", "Value", "Limit", "Failing means"],
      caption: "Gates of \(clonotype.cloneID)",
      numeric: [2, 3],
      rows: rows
    )
  }

  /// The candidates that were rejected, each with the gates it failed and those it passed.
  static func candidates(_ all: [BaselineRecord.Clonotype]) -> HTML {
    guard !all.isEmpty else {
      return .section("candidates", "Rejected candidates", "<p>None.</p>\n")
    }
    let rows = all.map { candidate -> [DataTable.Cell] in
      let gates = ordered(candidate.gates)
      let failed = gates.filter { $0.gate.passed == false }.map { name, gate -> HTML in
        gate.required
          ? "<div><b>✕ \(short(name))</b> \(pair(gate))</div>"
          : "<div>✕ \(short(name)) \(pair(gate)), a finding only</div>"
      }
      let others = gates.filter { $0.gate.passed != false && !isIdle($0.gate) }.map {
        name,
        gate -> String in
        "\(short(name)) \(pair(gate))\(gate.passed == nil ? " ?" : "")"
      }
      return [
        "\(candidate.cloneID)", "\(candidate.rearrangementType.rawValue)",
        "\(genes([candidate.vCall, candidate.dCall, candidate.jCall]))",
        .count(candidate.duplicateCount), .percent(candidate.likeFraction),
        DataTable.Cell("\(failed)"),
        "\(others.joined(separator: "; "))",
      ]
    }
    let table = DataTable(
      caption: "Rejected candidates: value of each gate, its limit in brackets",
      things: "candidates",
      columns: [
        .text("Candidate"), .filter("Kind"), .words("Genes"), .number("Reads"),
        .number("Share of its class"), .words("Gates failed"), .words("Gates passed"),
      ],
      rows: rows
    )
    return .section("candidates", "Rejected candidates", table.html)
  }

  /// The gates in the order in which they are applied; those of other versions come last.
  private static func ordered(
    _ gates: [String: GateRecord]
  ) -> [(name: String, gate: GateRecord)] {
    let order = SelectionGate.Kind.allCases.map(\.rawValue)
    func place(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    return gates.map { (name: $0.key, gate: $0.value) }.sorted {
      (place($0.name), $0.name) < (place($1.name), $1.name)
    }
  }

  private static func verdict(_ gate: GateRecord) -> HTML {
    switch gate.passed {
    case true where isIdle(gate): "n/a"
    case true: "✓ yes"
    case false: gate.required ? "<b>✕ no</b>" : "✕ no, not required"
    case nil: "not known"
    }
  }

  /// Whether a gate had nothing to judge, such as the light chain where the M-protein is not stated.
  private static func isIdle(_ gate: GateRecord) -> Bool { gate.value == nil && gate.limit == nil }

  private static func pair(_ gate: GateRecord) -> String {
    let value = ReportNumber.significant(gate.value)
    return gate.limit.map { "\(value) (\(ReportNumber.significant($0)))" } ?? value
  }

  private static func short(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ")
  }

  /// What a gate measures.
  private static func words(_ name: String) -> String {
    switch SelectionGate.Kind(rawValue: name) {
    case .depth: "Depth: usable reads of its class, at least"
    case .frequency: "Frequency: share of like templates, at least"
    case .templates: "Templates in the sample, at least"
    case .cellFraction: "Share of nucleated cells, at least"
    case .discontinuity: "Discontinuity: unrelated like clonotypes within a tenth, at most"
    case .dominance: "Dominance: share over that of the third like clonotype, at least"
    case .reproducibility: "Reproducibility: ratio of its shares in replicates, at most"
    case .uniqueness: "Uniqueness: background templates expected at follow-up, at most"
    case .signature: "Signature: known bases around the recombination, at least"
    case .plausibility: "Plausibility: index rearrangements of the locus, at most"
    case .lightChain: "Light chain: agrees with the M-protein"
    case nil: name
    }
  }
}
