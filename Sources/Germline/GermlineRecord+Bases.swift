import Diagnostics
import Nucleotides

extension GermlineRecord {
  /// The letters in upper case with `.` for every gap.
  static func normalized(_ letters: String) -> String {
    let bytes = letters.uppercased().utf8.map { $0 == UInt8(ascii: "-") ? IMGTNumbering.gap : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bases of some letters of this record; `what` names them in diagnostics.
  ///
  /// - Throws: `GERM-BASES` or `GERM-SYNTAX`.
  func bases(_ letters: String, of what: String) throws(Diagnostic) -> NucleotideSequence {
    try NucleotideSequence(germline: letters, what: what, of: name, location: location)
  }
}
