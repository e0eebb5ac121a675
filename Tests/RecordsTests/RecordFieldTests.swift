import Diagnostics
import Records
import TestSupport
import Testing

/// Every field that the schemas require, taken away or replaced in a whole record.
@Suite("Fields of records")
struct RecordFieldTests {
  private static let baseline = fields("baseline") { try SampleBaseline.found.json() }
  private static let followup = fields("followup") { try SampleFollowup.detected.json() }
  private static let run = fields("run") { try SampleRun.finished.json() }
  /// What records of older programs do not have.
  private static let optional: Set<String> = ["profile.changed"]

  private static func fields(_ schema: String, _ bytes: () throws -> [UInt8]) -> [RecordField] {
    guard let record = try? JSONTree(bytes: bytes()),
      let schema = try? JSONTree(file: "schemas/\(schema).schema.json")
    else { return [] }
    return RecordField.all(of: record, schema: schema)
  }

  /// Expects the record to be refused with these words once a field is another.
  private func expectRefused<Record: RecordFile>(
    _ record: Record,
    _ field: RecordField,
    _ part: JSONTree?,
    _ words: String
  ) throws {
    let changed = try JSONTree(bytes: record.json()).replacing(field.path[...], with: part)
    let bytes = try changed.bytes()
    let error = try #require(throws: Diagnostic.self) {
      _ = try Record.read(from: bytes, path: "a/record.json")
    }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: the field '\(field.name)' \(words)
          --> a/record.json
          help: Use the file as '\(Record.writer)' of this version wrote it.
        """
    )
  }

  private func expectRefused<Record: RecordFile>(_ record: Record, _ field: RecordField) throws {
    try expectRefused(record, field, nil, "is missing")
    if !field.isNullable {
      // The decoder tells null and a value of another kind apart for all but flags.
      let words = field.kind == .flag ? "is not" : "is null, expected"
      try expectRefused(record, field, .null, "\(words) \(field.kind.rawValue)")
    }
    let other: JSONTree = field.kind == .object ? .text("x") : .object(["x": .whole(1)])
    try expectRefused(record, field, other, "is not \(field.kind.rawValue)")
  }

  @Test("the schemas ask for as many fields as the records have")
  func counts() {
    #expect(Self.baseline.count > 100)
    #expect(Self.followup.count > 150)
    #expect(Self.run.count > 15)
    #expect(Self.baseline.contains { $0.name == "clonotypes[0].gates.depth.limit" })
    #expect(Self.followup.contains { $0.name == "clonotypes[0].per_replicate[0].mrd" })
  }

  @Test("a baseline", arguments: baseline.filter { !optional.contains($0.name) })
  func baselineField(_ field: RecordField) throws {
    try expectRefused(SampleBaseline.found, field)
  }

  @Test("a follow-up", arguments: followup.filter { !optional.contains($0.name) })
  func followupField(_ field: RecordField) throws {
    try expectRefused(SampleFollowup.detected, field)
  }

  @Test("a run", arguments: run)
  func runField(_ field: RecordField) throws {
    try expectRefused(SampleRun.finished, field)
  }

  @Test("a field that may be null is read as not known", arguments: baseline.filter(\.isNullable))
  func nullBaselineField(_ field: RecordField) throws {
    let changed = try JSONTree(bytes: SampleBaseline.found.json())
      .replacing(field.path[...], with: .null)
    let record = try BaselineRecord.read(from: changed.bytes(), path: "b")
    #expect(try JSONTree(bytes: record.json()) == changed)
  }

  @Test("a field that may be null is read as not known", arguments: followup.filter(\.isNullable))
  func nullFollowupField(_ field: RecordField) throws {
    let changed = try JSONTree(bytes: SampleFollowup.detected.json())
      .replacing(field.path[...], with: .null)
    let record = try FollowupRecord.read(from: changed.bytes(), path: "f")
    #expect(try JSONTree(bytes: record.json()) == changed)
  }

  @Test("a record of an older program does not say which thresholds were changed")
  func olderProgram() throws {
    let changed = try JSONTree(bytes: SampleBaseline.found.json())
      .replacing([.key("profile"), .key("changed")][...], with: nil)
    let record = try BaselineRecord.read(from: changed.bytes(), path: "b")
    #expect(record == SampleBaseline.found)
  }

  @Test("a field of a later program is passed over")
  func laterProgram() throws {
    let changed = try JSONTree(bytes: SampleBaseline.found.json())
      .replacing([.key("later")][...], with: .list([.whole(1)]))
    #expect(try BaselineRecord.read(from: changed.bytes(), path: "b") == SampleBaseline.found)
  }
}
