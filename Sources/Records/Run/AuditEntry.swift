import Crypto
package import Diagnostics
import Files
import FoundationEssentials

/// One line of the audit trail: who ran what on what, with which result.
package struct AuditEntry: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.audit/1"
  /// What stands for the line before the first one.
  package static let noDigest = String(repeating: "0", count: 64)

  /// A result that a later one took the place of.
  package struct Superseded: Codable, Hashable, Sendable {
    /// Where it was, relative to the result folder.
    package var path: String
    /// Where it is now, relative to the result folder.
    package var movedTo: String
    /// The sha256 of its bytes, lower-case hexadecimal.
    package var sha256: String

    /// Puts the parts together.
    package init(path: String, movedTo: String, sha256: String) {
      self.path = path
      self.movedTo = movedTo
      self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
      case path
      case movedTo = "moved_to"
      case sha256
    }
  }

  /// The schema's name and version.
  package var schema = Self.schemaName
  /// The number of the entry, counted from 1.
  package var sequence: Int
  /// When the run ended, UTC, ISO 8601.
  package var time: String
  /// The name of the user the program ran as.
  package var actor: String
  /// The name of the machine.
  package var host: String
  /// The command line, argument by argument.
  package var command: [String]
  /// The program version.
  package var programVersion: String
  /// The files read.
  package var inputs: [RunRecord.FileRecord]
  /// The files this run made appear, relative to the result folder.
  package var results: [RunRecord.FileRecord]
  /// The results that had to go for them.
  package var superseded: [Superseded]
  /// Why results were superseded; `nil` if none was.
  @ExplicitNull package var reason: String?
  /// The sha256 of the line before, its end left out; zeros in the first entry.
  package var previous: String
  /// The sha256 of this line with this field empty.
  package var digest = ""

  /// Puts the parts together.
  package init(
    sequence: Int,
    time: String,
    actor: String,
    host: String,
    command: [String],
    programVersion: String,
    inputs: [RunRecord.FileRecord],
    results: [RunRecord.FileRecord],
    superseded: [Superseded],
    reason: String?,
    previous: String
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.host = host
    self.command = command
    self.programVersion = programVersion
    self.inputs = inputs
    self.results = results
    self.superseded = superseded
    self.reason = reason
    self.previous = previous
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case sequence
    case time
    case actor
    case host
    case command
    case programVersion = "program_version"
    case inputs
    case results
    case superseded
    case reason
    case previous = "prev_sha256"
    case digest = "entry_sha256"
  }
}

extension AuditEntry {
  /// The entry with its digest stated.
  ///
  /// - Throws: `RUN-INTERNAL` if it cannot be written.
  package func sealed() throws(Diagnostic) -> AuditEntry {
    var entry = self
    entry.digest = ""
    entry.digest = SHA256.hash(data: try entry.line()).hexadecimal
    return entry
  }

  /// The bytes of the entry's line without its end: sorted keys, no spaces.
  ///
  /// - Throws: `RUN-INTERNAL` if it cannot be written.
  package func line() throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      throw Diagnostic(code: "RUN-INTERNAL", message: "an audit entry cannot be written")
    }
  }
}
