import Diagnostics
import Nucleotides

/// Reads the text of a germline set file, line by line.
struct GermlineSetParser {
  /// The name of the file in diagnostics.
  let path: String
  /// The alleles so far.
  private(set) var alleles: [GermlineAllele] = []
  /// The V set apart so far.
  private(set) var setApart: [GermlineAllele] = []
  /// The elements so far.
  private(set) var elements: [GermlineElement] = []
  private var metadata: [GermlineKey: String] = [:]
  private var sawHeader = false
  private var lineOfName: [String: Int] = [:]
  private var line = 0

  /// Creates a parser that names `path` in its diagnostics.
  init(path: String) { self.path = path }

  /// The set of all lines of a file.
  ///
  /// - Throws: The first diagnostic, with the line it is about.
  mutating func parse(_ bytes: [UInt8]) throws(Diagnostic) -> GermlineSet {
    for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let text = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
      if text.isEmpty { continue }
      try parse(line: text)
    }
    line = 0
    guard sawHeader, !alleles.isEmpty else {
      throw Diagnostic(
        code: "GERM-EMPTY",
        message: "no allele in the file, at least one is expected",
        location: .init(path: path)
      )
    }
    return GermlineSet(
      name: try required(.name),
      version: try required(.version),
      sha256: sha256Hex(bytes),
      alleles: alleles,
      setApart: setApart,
      elements: elements,
      source: metadata[.source] ?? "",
      licence: metadata[.licence] ?? "",
      citation: metadata[.citation] ?? ""
    )
  }

  private mutating func parse(line text: ArraySlice<UInt8>) throws(Diagnostic) {
    let fields = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if sawHeader {
      try parse(row: fields)
    } else if text.first == UInt8(ascii: "#") {
      try parse(metadata: fields)
    } else {
      try parse(header: fields)
    }
  }

  private mutating func parse(metadata fields: [String]) throws(Diagnostic) {
    guard fields.count == 2, let key = GermlineKey(rawValue: String(fields[0].dropFirst())) else {
      let keys = GermlineKey.allCases.map { "#\($0.rawValue)" }.joined(separator: ", ")
      throw syntax(
        "'\(fields[0])' with \(fields.count - 1) values, expected one of \(keys) and one value"
      )
    }
    guard metadata.updateValue(fields[1], forKey: key) == nil else {
      throw syntax("a second line '#\(key.rawValue)', expected one")
    }
  }

  private mutating func parse(header fields: [String]) throws(Diagnostic) {
    let format = try required(.format)
    guard format == GermlineKey.formatVersion else {
      throw syntax("format '\(format)', expected '\(GermlineKey.formatVersion)'")
    }
    let found = fields.joined(separator: " ")
    let expected = GermlineColumn.allCases.map(\.rawValue).joined(separator: " ")
    guard found == expected else {
      throw syntax("the columns '\(found)', expected '\(expected)'")
    }
    sawHeader = true
  }

  private mutating func parse(row fields: [String]) throws(Diagnostic) {
    guard fields.count == GermlineColumn.allCases.count else {
      throw syntax("\(fields.count) columns, expected \(GermlineColumn.allCases.count)")
    }
    let row = Dictionary(uniqueKeysWithValues: zip(GermlineColumn.allCases, fields))
    let name = row[.name, default: ""]
    guard !name.isEmpty else { throw syntax("an empty name, expected one such as IGHV1-2*02") }
    if let first = lineOfName.updateValue(line, forKey: name) {
      throw Diagnostic(
        code: "GERM-DUPLICATE",
        message: "\(name) stands on lines \(first) and \(line), expected once",
        location: .init(path: path, line: line)
      )
    }
    guard let locus = Locus(rawValue: row[.locus, default: ""]) else {
      throw Diagnostic(
        code: "GERM-LOCUS",
        message: "\(name) has the locus '\(row[.locus, default: ""])', expected IGH, IGK or IGL",
        location: .init(path: path, line: line)
      )
    }
    let kind = row[.segment, default: ""]
    if let segment = Segment(rawValue: kind) {
      alleles.append(try allele(name: name, locus: locus, segment: segment, row: row))
    } else if let variable = NonfunctionalVariable(segment: kind) {
      var allele = try allele(name: name, locus: locus, segment: .v, row: row)
      allele.functionality = variable.functionality
      if variable.isSetApart { setApart.append(allele) } else { alleles.append(allele) }
    } else if let element = GermlineElement.Kind(rawValue: kind) {
      try appendElement(name: name, kind: element, row: row)
    } else {
      throw syntax(
        "\(name) has the segment '\(kind)', expected V, D, J, V-ORF, V-P, "
          + "V-ORF-apart, V-P-apart, IGKDEL or IGKINTR"
      )
    }
  }

  private func allele(
    name: String,
    locus: Locus,
    segment: Segment,
    row: [GermlineColumn: String]
  ) throws(Diagnostic) -> GermlineAllele {
    let letters = row[.sequence, default: ""].uppercased()
    let isGapped = segment == .v && letters.utf8.contains(IMGTNumbering.gap)
    let plain = isGapped ? IMGTNumbering.withoutGaps(letters) : letters
    var allele = GermlineAllele(
      name: name,
      locus: locus,
      segment: segment,
      sequence: try bases(plain, of: name, column: .sequence),
      gapped: isGapped ? letters : nil,
      upstream: try bases(row[.upstream, default: ""], of: name, column: .upstream),
      downstream: try bases(row[.downstream, default: ""], of: name, column: .downstream)
    )
    allele.locateLandmarks()
    return allele
  }

  private mutating func appendElement(
    name: String,
    kind: GermlineElement.Kind,
    row: [GermlineColumn: String]
  ) throws(Diagnostic) {
    let place = (row[.start, default: ""], row[.end, default: ""], row[.strand, default: ""])
    guard let start = Int(place.0), let end = Int(place.1), start >= 1, end >= start,
      ["+", "-"].contains(place.2)
    else {
      throw syntax(
        "\(name) at '\(place.0)' to '\(place.1)' on strand '\(place.2)', "
          + "expected 1-based positions and + or -"
      )
    }
    elements.append(
      GermlineElement(
        kind: kind,
        sequence: try bases(row[.sequence, default: ""], of: name, column: .sequence),
        accession: row[.accession, default: ""],
        start: start,
        end: end,
        strand: place.2
      )
    )
  }

  private func bases(
    _ letters: String,
    of name: String,
    column: GermlineColumn
  ) throws(Diagnostic) -> NucleotideSequence {
    try NucleotideSequence(
      germline: letters,
      what: column.rawValue,
      of: name,
      location: .init(path: path, line: line)
    )
  }

  private func required(_ key: GermlineKey) throws(Diagnostic) -> String {
    guard let value = metadata[key], !value.isEmpty else {
      throw syntax("no line '#\(key.rawValue)', expected one before the header row")
    }
    return value
  }

  private func syntax(_ message: String) -> Diagnostic {
    Diagnostic(
      code: "GERM-SYNTAX",
      message: message,
      location: .init(path: path, line: line > 0 ? line : nil)
    )
  }
}
