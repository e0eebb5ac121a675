import Diagnostics
import Germline
import Nucleotides
import Records
package import Rearrangements

/// One read's alignment to be looked at: facts, then the read over its germline elements in blocks.
///
/// A dot is a base that is the germline's; a letter in a germline line is the germline's base where
/// the read has another; a dash is a gap. The line above the read translates the junction's frame;
/// the line below marks the junction from Cys104 to Trp/Phe118.
package struct ReadAlignment: Sendable {
  /// Columns a block.
  static let blockWidth = 60

  /// The read's name.
  let name: String
  /// Facts with their values, in the order they are shown.
  let facts: [(name: String, value: String)]
  /// The lines of the alignment, top to bottom, all of one width.
  let lines: [Line]

  /// One line of the alignment.
  struct Line: Sendable {
    /// What the line is: the read, an allele, the translation.
    var label: String
    /// One character a column; a blank where the line has nothing.
    var cells: [Character]
    /// The 1-based position in the read or allele of each column that has a base; `nil` elsewhere.
    var positions: [Int?]
  }

  /// Lays out a rearrangement.
  ///
  /// - Parameters:
  ///   - name: The read's name.
  ///   - rearrangement: The annotation.
  package init(name: String, _ rearrangement: Rearrangement) {
    self.name = name
    facts = Self.facts(of: rearrangement)
    lines = AlignmentLines(rearrangement).lines
  }

  /// Lays out the V of a read that is no rearrangement.
  ///
  /// - Parameters:
  ///   - name: The read's name.
  ///   - rejection: Why it is none.
  ///   - lone: Its V; `nil` if it has none.
  package init(name: String, rejection: String, _ lone: LoneVariable?) {
    self.name = name
    var facts = [("rejected", rejection)]
    if let lone { facts.append(("V", Self.text(of: lone.v))) }
    self.facts = facts
    lines = lone.map { AlignmentLines($0).lines } ?? []
  }

  private static func facts(of read: Rearrangement) -> [(name: String, value: String)] {
    var facts = [
      ("type", read.type.rawValue),
      ("strand", read.revComp ? "reverse complement of the read" : "as sequenced"),
      ("between primers", "\(read.primerFree.lowerBound + 1)–\(read.primerFree.upperBound)"),
    ]
    for (segment, call) in [("V", read.v), ("D", read.d), ("second D", read.d2), ("J", read.j)] {
      if let call { facts.append((segment, text(of: call))) }
    }
    facts.append(("np1", "\(read.np1) (\(read.np1.count) nt)"))
    if let np2 = read.np2 { facts.append(("np2", "\(np2) (\(np2.count) nt)")) }
    if let np3 = read.np3 { facts.append(("np3", "\(np3) (\(np3.count) nt)")) }
    if let junction = read.junction, let protein = read.junctionAA {
      facts.append(("junction", "\(junction) (\(junction.count) nt)"))
      facts.append(("junction, amino acids", protein))
    }
    if let productive = read.productive {
      facts.append(("productive", productive ? "yes" : "no"))
    }
    return facts
  }

  private static func text(of call: Rearrangement.SegmentCall) -> String {
    var text = call.alleles.joined(separator: ",") + (call.isInverted ? " inverted" : "")
    if let what = call.functionality.words { text += ", \(what)" }
    if let identity = call.identity {
      text += "; identity \(FormattedNumber.fixed(100 * identity, decimals: 1)) %"
      text += " of \(call.sequenceRange.count) nt"
    }
    text += "; score \(FormattedNumber.fixed(call.score, decimals: 1)) nats"
    if let confidence = call.confidence {
      text += "; probability of the gene \(FormattedNumber.fixed(confidence, decimals: 3))"
    }
    return text + "; \(call.cigar)"
  }
}

extension Functionality {
  /// What a gene is that is not functional; `nil` for a functional one.
  fileprivate var words: String? {
    switch self {
    case .functional: nil
    case .openReadingFrame: "open reading frame"
    case .pseudogene: "pseudogene"
    }
  }
}
