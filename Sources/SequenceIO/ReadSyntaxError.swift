import Diagnostics

/// A way in which one record breaks its format.
///
/// Small and allocation-free, because parsers throw it from their inner loops; `diagnostic(in:)`
/// adds the words.
struct ReadSyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  enum Reason: Hashable, Sendable {
    /// A record does not start with its marker.
    case noRecord(marker: UInt8, found: UInt8)
    /// The third line of a FASTQ record does not start with `+`.
    case noSeparator(found: UInt8)
    /// Bases go on where `+` must stand.
    case wrapped
    /// The marker is not followed by a name.
    case noName(marker: UInt8)
    /// The base and the quality line differ in length.
    case unequalLengths(bases: Int, qualities: Int)
    /// A byte in the bases is no IUPAC letter; `position` counts from 1.
    case noBase(found: UInt8, position: Int)
    /// A quality character is outside `!`…`~`; `position` counts from 1.
    case noQuality(found: UInt8, position: Int)
    /// The file ends inside the record, after so many whole lines of four.
    case incomplete(lines: Int)
    /// The qualities seen so far are Phred+64.
    case phred64(lowest: UInt8, highest: UInt8)
  }

  /// What is wrong.
  var reason: Reason
  /// The record, counted from 1.
  var record: Int
  /// The line, counted from 1; `nil` if it is about more than one.
  var line: Int?

  /// The same problem, worded for the user.
  func diagnostic(in path: String) -> Diagnostic {
    Diagnostic(
      code: code,
      message: message,
      location: .init(path: path, line: line, record: line == nil ? nil : record)
    )
  }

  private var code: String {
    switch reason {
    case .noRecord, .noSeparator: "READ-MARKER"
    case .wrapped: "READ-WRAPPED"
    case .noName: "READ-NAME"
    case .unequalLengths: "READ-LENGTHS"
    case .noBase: "READ-BASE"
    case .noQuality: "READ-QUALITY"
    case .incomplete: "READ-INCOMPLETE"
    case .phred64: "READ-PHRED64"
    }
  }

  private var message: String {
    switch reason {
    case .noRecord(let marker, let found):
      "found \(quoted(found)) at the start of a record, expected \(quoted(marker))"
    case .noSeparator(let found):
      "found \(quoted(found)) at the start of a record's third line, expected '+'"
    case .wrapped:
      "found more bases in a record's third line, expected '+': the sequence is wrapped"
    case .noName(let marker):
      "found no name after \(quoted(marker)), expected one"
    case .unequalLengths(let bases, let qualities):
      "found \(bases) bases but \(qualities) quality characters, expected as many of both"
    case .noBase(let found, let position):
      "found \(quoted(found)) at base \(position), expected an IUPAC letter of a nucleotide"
    case .noQuality(let found, let position):
      "found \(quoted(found)) at quality character \(position), expected '!' to '~'"
    case .incomplete(let lines):
      "found the file's end after \(lines) whole lines of a record, expected 4"
    case .phred64(let lowest, let highest):
      "found quality characters from \(quoted(lowest)) to \(quoted(highest)), which is Phred+64; "
        + "expected Phred+33"
    }
  }
}
