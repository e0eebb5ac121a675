import Testing

/// A field of a record, as its JSON Schema describes it.
struct RecordField: Sendable {
  /// What a value of the field is.
  enum Kind: String, Sendable {
    case text = "text"
    case whole = "a whole number"
    case number = "a number"
    case flag = "true or false"
    case list = "a list"
    case object = "what the schema asks for"
  }

  /// The way from the record to the field.
  var path: [JSONTree.Step]
  var kind: Kind
  /// Whether the schema lets the field be `null`.
  var isNullable: Bool

  /// The path as messages spell it, such as `clonotypes[0].junction`.
  var name: String {
    path.reduce(into: "") { name, step in
      switch step {
      case .key(let key): name += (name.isEmpty ? "" : ".") + key
      case .index(let index): name += "[\(index)]"
      }
    }
  }

  /// The fields that a schema requires in a record, each once, where the record has it first.
  static func all(of record: JSONTree, schema: JSONTree) -> [RecordField] {
    var walk = Walk(definitions: schema["$defs"])
    walk.visit(record, rule: schema, path: [], shape: "")
    return walk.fields
  }
}

extension RecordField: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// The way through a record along its schema.
private struct Walk {
  let definitions: JSONTree?
  var fields: [RecordField] = []
  private var shapes: Set<String> = []

  init(definitions: JSONTree?) { self.definitions = definitions }

  /// A rule with its reference resolved, and whether `null` keeps it.
  private func resolved(_ rule: JSONTree) -> (rule: JSONTree, isNullable: Bool) {
    if case .text(let reference)? = rule["$ref"],
      let name = reference.split(separator: "/").last, let target = definitions?[String(name)]
    {
      return resolved(target)
    }
    if case .list(let options)? = rule["anyOf"] {
      let others = options.filter { $0["type"] != .text("null") }
      if let first = others.first { return (resolved(first).rule, others.count < options.count) }
    }
    if case .list(let words)? = rule["enum"] { return (rule, words.contains(.null)) }
    return (rule, rule["type"]?.texts.contains("null") == true)
  }

  private func kind(_ rule: JSONTree) -> RecordField.Kind {
    var types = rule["type"]?.texts ?? []
    if case .text(let type)? = rule["type"] { types = [type] }
    return switch types.first(where: { $0 != "null" }) {
    case "integer": .whole
    case "number": .number
    case "boolean": .flag
    case "array": .list
    case "object": .object
    // Words of a vocabulary, and the name of the schema.
    default: .text
    }
  }

  mutating func visit(
    _ value: JSONTree,
    rule: JSONTree,
    path: [JSONTree.Step],
    shape: String
  ) {
    let rule = resolved(rule).rule
    switch value {
    case .list(let items):
      guard let rule = rule["items"] else { return }
      for (index, item) in items.enumerated() {
        visit(item, rule: rule, path: path + [.index(index)], shape: shape + "[]")
      }
    case .object(let members):
      // The names of its members are the record's own.
      guard rule["patternProperties"] == nil else { return }
      for (key, part) in members.sorted(by: { $0.key < $1.key }) {
        if let property = rule["properties"]?[key] {
          let (inner, isNullable) = resolved(property)
          let shape = shape + "." + key
          if shapes.insert(shape).inserted {
            fields.append(
              RecordField(path: path + [.key(key)], kind: kind(inner), isNullable: isNullable)
            )
          }
          visit(part, rule: property, path: path + [.key(key)], shape: shape)
        } else if let member = rule["additionalProperties"] {
          visit(part, rule: member, path: path + [.key(key)], shape: shape + ".*")
        }
      }
    default:
      return
    }
  }
}
