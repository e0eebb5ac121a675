import Diagnostics
import Nucleotides

extension NucleotideSequence {
  /// Creates a sequence from the letters of a germline source.
  ///
  /// - Parameters:
  ///   - letters: The letters, without gaps.
  ///   - what: What the letters are; only a `sequence` must not be empty.
  ///   - name: The allele or element.
  ///   - location: Where it stands.
  /// - Throws: `GERM-BASES` if a letter is no IUPAC base, `GERM-SYNTAX` if a sequence is empty.
  init(
    germline letters: String,
    what: String,
    of name: String,
    location: Diagnostic.Location?
  ) throws(Diagnostic) {
    guard let sequence = NucleotideSequence(letters) else {
      let wrong = letters.unicodeScalars.first { NucleotideSequence(String($0)) == nil }
      throw Diagnostic(
        code: "GERM-BASES",
        message: "the \(what) of \(name) holds '\(wrong.map(String.init) ?? "")', "
          + "expected IUPAC bases",
        location: location
      )
    }
    guard what != "sequence" || !sequence.isEmpty else {
      throw Diagnostic(
        code: "GERM-SYNTAX",
        message: "\(name) has no sequence, expected bases",
        location: location
      )
    }
    self = sequence
  }
}
