package import Diagnostics

/// Reads germline alleles from FASTA text, plain or with IMGT headers and gaps.
package enum GermlineFASTA {
  /// Adds every record of a FASTA text to a builder.
  ///
  /// A header with `|` is an IMGT one: accession, allele, species, functionality, region. In any
  /// other header the first word is the allele's name.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - path: The name of the file in diagnostics.
  ///   - species: The species to take, as the start of the IMGT header's field, such as
  ///     `Homo sapiens`; `nil` to take all. Plain headers name no species and are always taken.
  ///   - builder: Receives the records.
  /// - Throws: `GERM-SYNTAX`, `GERM-EMPTY` or as `GermlineBuilder.add(_:)`, with the line of the
  ///   header.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    species: String?,
    into builder: inout GermlineBuilder
  ) throws(Diagnostic) {
    var header: (text: String, line: Int)?
    var letters: [UInt8] = []
    var line = 0
    for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let text = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
      if text.first == UInt8(ascii: ">") {
        try finish(header, letters: letters, path: path, species: species, into: &builder)
        header = (String(decoding: text.dropFirst(), as: UTF8.self), line)
        letters = []
      } else if header != nil {
        letters += text.filter { $0 != UInt8(ascii: " ") }
      } else if !text.isEmpty {
        throw Diagnostic(
          code: "GERM-SYNTAX",
          message: "text before the first '>', expected a FASTA header",
          location: .init(path: path, line: line)
        )
      }
    }
    guard header != nil else {
      throw Diagnostic(
        code: "GERM-EMPTY",
        message: "no FASTA record in the file, expected at least one",
        location: .init(path: path)
      )
    }
    try finish(header, letters: letters, path: path, species: species, into: &builder)
  }

  private static func finish(
    _ header: (text: String, line: Int)?,
    letters: [UInt8],
    path: String,
    species: String?,
    into builder: inout GermlineBuilder
  ) throws(Diagnostic) {
    guard let header else { return }
    var record = GermlineRecord(
      name: "",
      letters: String(decoding: letters, as: UTF8.self),
      location: .init(path: path, line: header.line)
    )
    let fields = header.text.split(separator: "|", omittingEmptySubsequences: false)
    if fields.count > 1 {
      guard fields.count >= 5 else {
        throw Diagnostic(
          code: "GERM-SYNTAX",
          message: "\(fields.count) fields in the header, expected at least 5 as in "
            + "'>M99641|IGHV1-18*01|Homo sapiens|F|V-REGION|'",
          location: record.location
        )
      }
      if let species, !fields[2].hasPrefix(species) { return builder.exclude(.otherSpecies) }
      record.name = String(fields[1])
      record.segment = fields[4].hasSuffix("-REGION") ? String(fields[4].dropLast(7)) : ""
    } else {
      record.name = header.text.split(separator: " ").first.map(String.init) ?? ""
    }
    try builder.add(record)
  }
}
