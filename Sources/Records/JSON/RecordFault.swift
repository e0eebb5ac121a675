/// What is wrong with a JSON record, in words that name the field.
struct RecordFault: Error {
  /// One line without a full stop.
  var text: String

  /// Creates a fault.
  init(text: String) { self.text = text }

  /// Words for an error of Foundation's JSON coders.
  init(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      text = "the field '\(Self.name(of: context.codingPath + [key]))' is missing"
    case DecodingError.typeMismatch(let type, let context):
      text = "the field '\(Self.name(of: context.codingPath))' is not \(Self.words(for: type))"
    case DecodingError.valueNotFound(let type, let context):
      text =
        "the field '\(Self.name(of: context.codingPath))' is null, expected "
        + Self.words(for: type)
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      text = "the field '\(Self.name(of: context.codingPath))' holds a value that is not known"
    case DecodingError.dataCorrupted:
      text = "the file is no JSON"
    case EncodingError.invalidValue(let value, let context):
      text = "the field '\(Self.name(of: context.codingPath))' is \(value)"
    default:
      text = "\(error)"
    }
  }

  /// The path of a field, such as `clonotypes[0].junction`.
  private static func name(of path: [any CodingKey]) -> String {
    path.reduce(into: "") { name, key in
      if let index = key.intValue {
        name += "[\(index)]"
      } else {
        name += (name.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }

  /// What a Swift type is called in a JSON file.
  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is [Any].Type: "a list"
    default: "what the schema asks for"
    }
  }
}
