package import Diagnostics
import FoundationEssentials

/// A record that is kept in a JSON file of its own.
package protocol RecordFile: Codable, Sendable {
  /// The schema's name and version.
  static var schemaName: String { get }
  /// The command whose output the record is, for the remedy of a damaged file.
  static var writer: String { get }
}

extension RecordFile {
  /// The bytes of the record's file: sorted keys, shortest decimals that read back as the same
  /// number, one newline at the end; equal records give equal bytes.
  ///
  /// - Throws: `RUN-INTERNAL` if a number is not finite, which JSON cannot hold.
  package func json() throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw Diagnostic(
        code: "RUN-INTERNAL",
        message: "a \(Self.schemaName) record cannot be written: \(RecordFault(error).text)"
      )
    }
  }

  /// Reads a record out of the bytes of its file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The file as the user named it, for messages.
  /// - Returns: The record.
  /// - Throws: `RECORD-SYNTAX` if the bytes are no JSON, of another schema or lack a field.
  package static func read(from bytes: [UInt8], path: String) throws(Diagnostic) -> Self {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    do {
      let found = try decoder.decode(SchemaField.self, from: data).schema
      guard found == schemaName else {
        throw RecordFault(text: "the schema is '\(found)', expected '\(schemaName)'")
      }
      return try decoder.decode(Self.self, from: data)
    } catch {
      throw Diagnostic(
        code: "RECORD-SYNTAX",
        message: (error as? RecordFault ?? RecordFault(error)).text,
        location: .init(path: path),
        suggestion: "Use the file as '\(writer)' of this version wrote it."
      )
    }
  }
}

/// The one field that every version of every record has.
private struct SchemaField: Decodable {
  var schema: String
}
