import FoundationEssentials
import TestSupport

/// A JSON file that a test changes in one place.
indirect enum JSONTree: Codable, Equatable {
  case null
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  /// One step from a value to a part of it.
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// Reads a file.
  init(bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
  }

  /// Reads a file of the repository.
  init(file: String) throws { try self.init(bytes: RepositoryFile.bytes(file)) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .whole(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([JSONTree].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .whole(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }

  /// The file.
  func bytes() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

  subscript(key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSONTree? {
    if case .list(let items) = self, items.indices.contains(index) { items[index] } else { nil }
  }

  /// The texts of a list.
  var texts: [String] {
    guard case .list(let items) = self else { return [] }
    return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The value with one part replaced; `nil` takes the part away.
  func replacing(_ path: ArraySlice<Step>, with part: JSONTree?) -> JSONTree {
    switch (self, path.first) {
    case (.object(var members), .key(let key)?):
      members[key] =
        path.count == 1 ? part : members[key]?.replacing(path.dropFirst(), with: part)
      return .object(members)
    case (.list(var items), .index(let index)?):
      if path.count > 1 {
        items[index] = items[index].replacing(path.dropFirst(), with: part)
      } else if let part {
        items[index] = part
      } else {
        items.remove(at: index)
      }
      return .list(items)
    default:
      return self
    }
  }
}
