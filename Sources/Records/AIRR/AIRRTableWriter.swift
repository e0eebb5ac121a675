import Diagnostics
package import Germline
import Nucleotides
import Rearrangements

/// Writes AIRR Rearrangement TSV: 1-based closed positions, `T` and `F`, empty for unknown, no
/// quoting, a newline after every row.
///
/// Rows go into a caller-owned buffer, so that workers can write batches side by side.
package struct AIRRTableWriter: Sendable {
  /// Offsets after the last complete codon of every J allele, for `complete_vdj`.
  private let lastJCodons: [String: Int]
  /// The set's name, version and sha256, in every row: a table may travel without its folder.
  private let germlineDatabase: [UInt8]

  /// Creates a writer.
  ///
  /// - Parameter germline: The set the calls refer to.
  package init(germline: GermlineSet) {
    var database: [UInt8] = []
    database.append(text: "\(germline.name) (\(germline.version)) sha256:\(germline.sha256)")
    germlineDatabase = database
    lastJCodons = germline.alleles.reduce(into: [:]) { ends, allele in
      guard allele.segment == .j else { return }
      ends[allele.name] = allele.sequence.count - (allele.sequence.count - allele.frame) % 3
    }
  }

  /// Appends the header line.
  package func appendHeader(to buffer: inout [UInt8]) {
    for (index, column) in AIRRColumn.allCases.enumerated() {
      if index > 0 { buffer.append(tab) }
      buffer.append(contentsOf: column.rawValue.utf8)
    }
    buffer.append(newline)
  }

  /// Appends one row.
  ///
  /// Positions and derived sequences refer to the reverse complement of `sequence` where the
  /// rearrangement says so; `sequence` itself is written as it came, as AIRR asks.
  ///
  /// - Parameters:
  ///   - row: What is known about the read.
  ///   - sequenceID: The read's name; control characters in it are written as spaces.
  ///   - sequence: The read's letters as given by the user.
  ///   - buffer: Receives the row.
  package func append(
    _ row: AIRRRow,
    sequenceID: Span<UInt8>,
    sequence: Span<UInt8>,
    to buffer: inout [UInt8]
  ) {
    guard let rearrangement = row.rearrangement else {
      appendRejected(row, sequenceID: sequenceID, sequence: sequence, to: &buffer)
      return
    }
    for column in AIRRColumn.allCases {
      switch column {
      case .sequenceID: buffer.append(field: sequenceID)
      case .sequence: buffer.append(field: sequence)
      case .completeVDJ: buffer.append(flag: isComplete(rearrangement))
      case .duplicateCount: buffer.append(count: row.duplicateCount)
      case .cloneID: buffer.append(text: row.cloneID)
      case .germlineDatabase: buffer.append(contentsOf: germlineDatabase)
      case .ctRejected: buffer.append(text: row.rejection)
      case .ctTemplates: buffer.append(text: FormattedNumber.shortest(row.templates))
      case .ctLikeFraction: buffer.append(text: FormattedNumber.shortest(row.likeFraction))
      default: buffer.append(column, of: rearrangement)
      }
      buffer.append(tab)
    }
    buffer[buffer.count - 1] = newline
  }

  /// Appends the row of a read that is no rearrangement: its name, its bases, its V if it has one and
  /// the reason.
  private func appendRejected(
    _ row: AIRRRow,
    sequenceID: Span<UInt8>,
    sequence: Span<UInt8>,
    to buffer: inout [UInt8]
  ) {
    for column in AIRRColumn.allCases {
      switch column {
      case .sequenceID: buffer.append(field: sequenceID)
      case .sequence: buffer.append(field: sequence)
      case .germlineDatabase: buffer.append(contentsOf: germlineDatabase)
      case .ctRejected: buffer.append(text: row.rejection)
      case .revComp where row.lone == nil: buffer.append(flag: false)
      default:
        if let lone = row.lone { buffer.append(column, of: lone) }
      }
      buffer.append(tab)
    }
    buffer[buffer.count - 1] = newline
  }

  /// Whether the alignment runs from the first codon of V to the last complete codon of J; `nil` if
  /// the J allele is not in the set.
  private func isComplete(_ rearrangement: Rearrangement) -> Bool? {
    guard let v = rearrangement.v, let j = rearrangement.j else { return false }
    guard v.germlineRange.lowerBound == 0 else { return false }
    guard let end = j.alleles.first.flatMap({ lastJCodons[$0] }) else { return nil }
    return j.germlineRange.upperBound >= end
  }
}

private let tab = UInt8(ascii: "\t")
private let newline = UInt8(ascii: "\n")
