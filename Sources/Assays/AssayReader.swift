import Clonotyping
import Crypto
package import Diagnostics
import Files
import Nucleotides
import Quantification
import Rearrangements
import Yams

extension Assay {
  /// Reads the bytes of an `assay.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The file as the user named it, for messages.
  /// - Throws: `ASSAY-SYNTAX` naming line, field, what was found and what was expected.
  package init(yaml bytes: [UInt8], path: String) throws(Diagnostic) {
    let root = try AssayNode.root(of: bytes, path: path)
    try root.check(keys: [
      "name", "profile", "thresholds", "pg_per_genome", "v_amp", "primer_factors",
      "blank_reads_per_million", "umi",
      "read_layout", "loci",
      "controls",
    ])
    name = try root.text("name")
    sha256 = SHA256.hash(data: bytes).hexadecimal
    let profile = try root.optional("profile")
    profileID = try profile?.text() ?? ThresholdProfile.clonetrackMMv1.id
    guard profileID == ThresholdProfile.clonetrackMMv1.id else {
      throw (profile ?? root).fault(
        "profile is '\(profileID)', expected \(ThresholdProfile.clonetrackMMv1.id)"
      )
    }
    picogramsPerGenome = try root.optional("pg_per_genome")?.number(in: 1...20)
    amplificationVariance = try root.optional("v_amp")?.number(in: 0...20)
    if let blank = try root.optional("blank_reads_per_million") {
      blankReadsPerMillion = try blank.number(in: 0...1e6)
    }
    if let factors = try root.optional("primer_factors") {
      efficiencies = PrimerEfficiencies(try factors.numbers(in: 0.001...1_000))
    }
    if let changes = try root.optional("thresholds") {
      thresholds = try changes.texts()
      // A name that no profile has is found where it stands, not when the reads are counted.
      var profile = ThresholdProfile.clonetrackMMv1
      for (name, text) in thresholds.sorted(by: { $0.key < $1.key }) {
        do { try profile.set(name, to: text) } catch {
          throw changes.fault(error.message)
        }
      }
    }
    if let umi = try root.optional("umi") { identifiers = try Self.identifiers(umi) }
    targets = []
    for node in try root.optional("loci")?.list() ?? [] { targets.append(try Target(node)) }
    controls = []
    for node in try root.optional("controls")?.list() ?? [] {
      let control = try Control(node)
      guard !controls.contains(where: { $0.definition.name == control.definition.name }) else {
        throw node.fault("control \(control.definition.name) is named twice")
      }
      controls.append(control)
    }
  }
}

extension Assay {
  /// `umi: {read: 1, length: 12}`: the identifier is the first bases of that mate.
  private static func identifiers(_ node: AssayNode) throws(Diagnostic) -> UMIPattern {
    try node.check(keys: ["read", "length"])
    func whole(_ key: String, _ range: ClosedRange<Int>) throws(Diagnostic) -> Int {
      let child = try node.member(key)
      guard let number = child.node.int, range.contains(number) else {
        throw child.fault(
          "\(key) is '\(child.node.string ?? "no number")', expected a whole number from "
            + "\(range.lowerBound) to \(range.upperBound)"
        )
      }
      return number
    }
    return UMIPattern(
      read: try whole("read", 1...2),
      length: try whole("length", UMIPattern.lengths)
    )
  }
}

extension Assay.Target {
  fileprivate init(_ node: AssayNode) throws(Diagnostic) {
    try node.check(keys: ["rearrangement_type", "primers"])
    type = try node.type()
    let primers = try node.member("primers")
    try primers.check(keys: ["forward", "reverse"])
    forward = try Self.primers(primers.member("forward"))
    reverse = try Self.primers(primers.member("reverse"))
  }

  private static func primers(_ node: AssayNode) throws(Diagnostic) -> [Primer] {
    var primers: [Primer] = []
    for item in try node.list() {
      try item.check(keys: ["name", "sequence"])
      primers.append(Primer(name: try item.text("name"), sequence: try item.bases("sequence")))
    }
    return primers
  }
}

extension Assay.Control {
  fileprivate init(_ node: AssayNode) throws(Diagnostic) {
    try node.check(keys: [
      "name", "kind", "rearrangement_type", "primer_family", "copies_per_replicate",
      "copies_per_cell", "sequence", "competitor",
    ])
    let name = try node.text("name")
    sequence = try node.bases("sequence")
    let family = try node.optional("primer_family")?.text()
    let kind = try node.member("kind")
    let word = try kind.text()
    switch ControlKind(rawValue: word) {
    case .spike:
      type = try node.type()
      let copies = try node.member("copies_per_replicate").number(in: 1...1e9)
      definition = ControlDefinition(
        name: name,
        kind: .spike(copiesPerReplicate: copies),
        primerFamily: family
      )
    case .genomic:
      type = nil
      var competitor: ControlDefinition.Competitor?
      if let item = try node.optional("competitor") {
        try item.check(keys: ["name", "copies_per_replicate", "sequence"])
        competitor = ControlDefinition.Competitor(
          name: try item.text("name"),
          copiesPerReplicate: try item.member("copies_per_replicate").number(in: 1...1e9)
        )
        competitorSequence = try item.bases("sequence")
      }
      let copies = try node.optional("copies_per_cell")?.number(in: 1...100) ?? 2
      definition = ControlDefinition(
        name: name,
        kind: .genomic(copiesPerCell: copies, competitor: competitor),
        primerFamily: family
      )
    case nil: throw kind.fault("kind is '\(word)', expected spike or genomic")
    }
  }
}

/// A node of the document that knows its place.
private struct AssayNode {
  var node: Node
  var name: String
  var path: String

  static func root(of bytes: [UInt8], path: String) throws(Diagnostic) -> AssayNode {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      guard let node = try compose(yaml: text) else {
        throw Diagnostic(
          code: "ASSAY-SYNTAX",
          message: "the file is empty, expected an assay",
          location: .init(path: path)
        )
      }
      return AssayNode(node: node, name: "the file", path: path)
    } catch let fault as Diagnostic {
      throw fault
    } catch let fault as YamlError {
      throw Diagnostic(
        code: "ASSAY-SYNTAX",
        message: "no YAML: \(Self.problem(fault))",
        location: .init(path: path, line: Self.line(fault))
      )
    } catch {
      throw Diagnostic(
        code: "ASSAY-SYNTAX",
        message: "no YAML",
        location: .init(path: path)
      )
    }
  }

  private static func problem(_ fault: YamlError) -> String {
    switch fault {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "the bytes cannot be read as text"
    }
  }

  private static func line(_ fault: YamlError) -> Int? {
    switch fault {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  func fault(_ message: String) -> Diagnostic {
    Diagnostic(
      code: "ASSAY-SYNTAX",
      message: message,
      location: .init(path: path, line: node.mark?.line)
    )
  }

  /// Refuses fields that the schema does not know: they are typing errors more often than not.
  func check(keys: [String]) throws(Diagnostic) {
    guard let mapping = node.mapping else {
      throw fault("\(name) is no mapping, expected the fields \(keys.joined(separator: ", "))")
    }
    for key in mapping.keys {
      guard let text = key.string, keys.contains(text) else {
        throw AssayNode(node: key, name: name, path: path).fault(
          "\(key.string ?? "a field") is no field of \(name), "
            + "expected one of \(keys.joined(separator: ", "))"
        )
      }
    }
  }

  /// A member; `nil` if it is missing or null.
  func optional(_ key: String) throws(Diagnostic) -> AssayNode? {
    guard let child = node.mapping?[Node(key)], child.null == nil else { return nil }
    return AssayNode(node: child, name: key, path: path)
  }

  func member(_ key: String) throws(Diagnostic) -> AssayNode {
    guard let child = try optional(key) else { throw fault("\(name) lacks the field \(key)") }
    return child
  }

  func list() throws(Diagnostic) -> [AssayNode] {
    guard let sequence = node.sequence else { throw fault("\(name) is no list") }
    return sequence.enumerated().map {
      AssayNode(node: $1, name: "\(name)[\($0 + 1)]", path: path)
    }
  }

  func text() throws(Diagnostic) -> String {
    guard let text = node.string, !text.isEmpty else {
      throw fault("\(name) is no text or empty")
    }
    return text
  }

  func text(_ key: String) throws(Diagnostic) -> String { try member(key).text() }

  func number(in range: ClosedRange<Double>) throws(Diagnostic) -> Double {
    guard let number = node.float, range.contains(number) else {
      let (first, last) = (range.lowerBound, range.upperBound)
      throw fault(
        "\(name) is '\(node.string ?? "no number")', expected a number from "
          + "\(FormattedNumber.exact(first)) to \(FormattedNumber.exact(last))"
      )
    }
    return number
  }

  /// The texts of a mapping by their keys.
  func texts() throws(Diagnostic) -> [String: String] {
    guard let mapping = node.mapping else {
      throw fault("\(name) is no mapping, expected a name and a value on each line")
    }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      guard let word = key.string, let text = value.string else {
        throw fault("\(name) has a name or a value that is no text or number")
      }
      texts[word] = text
    }
    return texts
  }

  /// The numbers of a mapping by their keys.
  func numbers(in range: ClosedRange<Double>) throws(Diagnostic) -> [String: Double] {
    guard let mapping = node.mapping else {
      throw fault("\(name) is no mapping, expected a name and a number on each line")
    }
    var numbers: [String: Double] = [:]
    for (key, value) in mapping {
      guard let word = key.string, !word.isEmpty else {
        throw fault("\(name) has a key that is no text")
      }
      numbers[word] = try AssayNode(node: value, name: "\(name).\(word)", path: path)
        .number(in: range)
    }
    return numbers
  }

  func bases(_ key: String) throws(Diagnostic) -> NucleotideSequence {
    let child = try member(key)
    guard let sequence = NucleotideSequence(try child.text()) else {
      throw child.fault("\(key) holds a letter that is no base, expected A, C, G, T or N")
    }
    return sequence
  }

  func type() throws(Diagnostic) -> RearrangementType {
    let child = try member("rearrangement_type")
    let text = try child.text()
    guard let type = RearrangementType(rawValue: text) else {
      let known = RearrangementType.allCases.map(\.rawValue).joined(separator: ", ")
      throw child.fault("rearrangement_type is '\(text)', expected one of \(known)")
    }
    return type
  }
}
