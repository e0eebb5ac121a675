/// The identifier of a clone: the same at baseline and at every follow-up.
///
/// It is the subject's name, the kind of recombination and a number within it, such as
/// `P1.IGH_VDJ.2`. Rejected candidates have one of their own, such as `P1.rejected.IGH_VDJ.1`.
package struct CloneID: Hashable, Sendable {
  /// The identifier as records and tables spell it (AIRR `clone_id`).
  package var text: String

  /// Takes over an identifier as a record spells it.
  package init(_ text: String) { self.text = text }

  /// Makes an identifier.
  ///
  /// - Parameters:
  ///   - stem: The subject and the kind of recombination, such as `P1.IGH_VDJ`.
  ///   - number: The clone's number among those of the stem, from 1.
  package init(stem: some StringProtocol, number: Int) { text = "\(stem).\(number)" }

  /// All before the number: `P1.IGH_VDJ` of `P1.IGH_VDJ.2`; empty without a dot.
  package var stem: Substring { text.lastIndex(of: ".").map { text[..<$0] } ?? "" }
}

extension CloneID: ExpressibleByStringLiteral {
  /// An identifier as a record spells it.
  package init(stringLiteral text: String) { self.init(text) }
}

extension CloneID: CustomStringConvertible {
  /// The identifier as records and tables spell it.
  package var description: String { text }
}
