#if canImport(FoundationEssentials)
import FoundationEssentials
import Germline
#else
import Foundation
#endif
import Diagnostics

/// A germline set file of the AIRR Community, as OGRDB hands it out (AIRR schema 1.5 and 2.0, object
/// `GermlineSet`).
///
/// Property names are those of the schema in Swift's case; what the program does not use is left
/// out.
struct AIRRGermlineDocument: Hashable, Sendable {
  /// The sets of the file.
  var sets: [AIRRGermlineSet]

  /// Decodes a file; `path` names it in diagnostics.
  ///
  /// - Throws: `GERM-SYNTAX` with the field that is not as the schema says.
  init(parsing bytes: [UInt8], path: String) throws(Diagnostic) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      sets = try decoder.decode(File.self, from: Data(bytes)).sets
    } catch {
      throw Diagnostic(
        code: "GERM-SYNTAX",
        message: Self.message(for: error),
        location: .init(path: path)
      )
    }
  }

  /// The top level: `GermlineSet` is a list, or one set in older files.
  private struct File: Decodable {
    var sets: [AIRRGermlineSet]

    enum CodingKeys: String, CodingKey {
      case sets = "GermlineSet"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      do {
        sets = try container.decode([AIRRGermlineSet].self, forKey: .sets)
      } catch DecodingError.typeMismatch(_, let context) where context.codingPath.count == 1 {
        sets = [try container.decode(AIRRGermlineSet.self, forKey: .sets)]
      }
    }
  }

  private static func message(for error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      "the field \(field(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context): "the field \(field(context.codingPath)) is null"
    case .typeMismatch(let type, let context):
      "the field \(field(context.codingPath)) is no \(noun(of: type))"
    default: "the file is no whole JSON text"
    }
  }

  private static func field(_ path: [any CodingKey]) -> String {
    path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(snakeCase(key.stringValue))" }
      .joined().drop { $0 == "." }.description
  }

  private static func snakeCase(_ name: String) -> String {
    guard name != "GermlineSet" else { return name }
    return name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
    }
  }

  private static func noun(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type: "whole number"
    case is Bool.Type: "boolean"
    case _ where "\(type)".hasPrefix("Array"): "list"
    default: "object"
    }
  }
}
