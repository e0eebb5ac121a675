/// Any JSON value, so that a test can walk a schema and a record side by side.
package indirect enum JSONValue: Decodable, Equatable {
  case object([String: JSONValue])
  case list([JSONValue])
  case text(String)
  case other

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .other
    }
  }

  package var fields: [String: JSONValue] {
    if case .object(let fields) = self { fields } else { [:] }
  }
  package var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  package subscript(key: String) -> JSONValue? { fields[key] }
}
