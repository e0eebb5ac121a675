package import Diagnostics
import FoundationEssentials

/// A JSON value of a file whose form others have set.
package indirect enum JSONNode: Encodable, Hashable, Sendable {
  /// Not known.
  case null
  /// True or false.
  case flag(Bool)
  /// A whole number.
  case whole(Int)
  /// A number; one that is not finite cannot be written.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in their order.
  case list([JSONNode])
  /// Values by name.
  case object([String: JSONNode])

  package func encode(to encoder: any Encoder) throws {
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

  /// The bytes of a file that holds the value: sorted names, one newline at the end.
  ///
  /// - Throws: `RUN-INTERNAL` if a number is not finite, which JSON cannot hold.
  package func bytes() throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw Diagnostic(code: "RUN-INTERNAL", message: "a number of an export is not finite")
    }
  }

  /// A text, or `null` where there is none or nothing in it.
  package static func optional(_ text: String?) -> JSONNode {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null
  }
}
