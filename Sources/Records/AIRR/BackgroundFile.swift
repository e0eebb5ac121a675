import Clonotyping
import Crypto
package import Diagnostics
package import Files
import Foundation
import Nucleotides
package import Tracking

/// A file of other subjects' clonotypes: an AIRR rearrangement TSV, one clonotype a row.
package struct BackgroundFile {
  /// How often each signature is in the file.
  package let counts: BackgroundCounts
  /// The file, for the run record.
  package let input: FileIdentity

  private static let columns = ["sequence", "locus", "v_call", "j_call"]
  private static let pieceLength = 1 << 20

  /// Reads a file once.
  ///
  /// - Parameters:
  ///   - path: The file; not compressed.
  ///   - targets: The signatures to look for.
  ///   - tolerance: What a clonotype may differ in.
  ///   - subject: The patient, whose own rows (`subject_id`) are left out.
  /// - Throws: `FILE-MISSING`, or `RECORD-SYNTAX` naming line and column.
  package init(
    path: String,
    targets: [SignatureTarget],
    tolerance: MatchTolerance,
    subject: String
  ) throws(Diagnostic) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the file cannot be read",
        location: .init(path: path)
      )
    }
    // A file that was only read loses nothing if closing it fails.
    defer { try? handle.close() }
    var rows = Rows(path: path, subject: subject, counts: .init(targets, tolerance: tolerance))
    var hash = SHA256()
    var size = 0
    var rest: [UInt8] = []
    while true {
      let piece: [UInt8]
      do {
        piece = Array(try handle.read(upToCount: Self.pieceLength) ?? Data())
      } catch {
        throw Diagnostic(
          code: "FILE-MISSING",
          message: "the file cannot be read after \(size) bytes",
          location: .init(path: path)
        )
      }
      if piece.isEmpty { break }
      hash.update(data: piece)
      size += piece.count
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
        try rows.add(rest[start..<end])
        start = end + 1
      }
      rest.removeFirst(start)
    }
    if !rest.isEmpty { try rows.add(rest[...]) }
    guard rows.line > 0 else { throw rows.fault("the file is empty, expected a header row") }
    counts = rows.counts
    input = FileIdentity(path: path, size: size, sha256: hash.finalize().hexadecimal)
  }

  /// The rows as they come.
  private struct Rows {
    let path: String
    let subject: String
    var counts: BackgroundCounts
    var line = 0
    private var places: [String: Int] = [:]

    init(path: String, subject: String, counts: BackgroundCounts) {
      (self.path, self.subject, self.counts) = (path, subject, counts)
    }

    func fault(_ message: String) -> Diagnostic {
      Diagnostic(
        code: "RECORD-SYNTAX",
        message: message,
        location: .init(path: path, line: max(1, line)),
        suggestion: "Give an AIRR rearrangement TSV, not compressed."
      )
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) {
      line += 1
      let row = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      let fields = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if line == 1 {
        for (place, field) in fields.enumerated() {
          places[String(decoding: field, as: UTF8.self)] = place
        }
        for column in BackgroundFile.columns where places[column] == nil {
          throw fault("the header lacks the column \(column)")
        }
        return
      }
      guard !row.isEmpty else { return }
      guard fields.count == places.count else {
        throw fault("\(fields.count) fields, expected \(places.count) as in the header")
      }
      func text(_ column: String) -> String {
        places[column].map { String(decoding: fields[$0], as: UTF8.self) } ?? ""
      }
      guard text("subject_id") != subject || subject.isEmpty else { return }
      guard let locusClass = locusClass(text) else { return }
      guard var sequence = NucleotideSequence(text("sequence")) else {
        throw fault("sequence holds a letter that is no base, expected A, C, G, T or N")
      }
      if ["T", "true", "TRUE"].contains(text("rev_comp")) { sequence = sequence.reverseComplement }
      counts.add(sequence.codes.span, locusClass)
    }

    /// The class of a row by its locus and by which genes it names; `nil` for other loci.
    private func locusClass(_ text: (String) -> String) -> LocusClass? {
      switch text("locus") {
      case "IGH": text("v_call").isEmpty ? .ighDJ : .ighVDJ
      case "IGK": text("j_call").isEmpty ? .igkKde : .igkVJ
      case "IGL": .igl
      default: nil
      }
    }
  }
}
