import Diagnostics
import Records
import TestSupport
import Testing

/// The JSON records: bytes, round trip, errors.
struct RecordTests {
  @Test func goldenBytes() throws {
    try RepositoryFile.expectGolden("found/baseline.json", SampleBaseline.found.json())
    try RepositoryFile.expectGolden("failed-baseline/baseline.json", SampleBaseline.failed.json())
    try RepositoryFile.expectGolden("detected/followup.json", SampleFollowup.detected.json())
    try RepositoryFile.expectGolden("not-detected/followup.json", SampleFollowup.notDetected.json())
    try RepositoryFile.expectGolden("failed/followup.json", SampleFollowup.failed.json())
    try RepositoryFile.expectGolden("found/run.json", SampleRun.finished.json())
  }

  @Test func readsWhatWasWritten() throws {
    let baseline = try BaselineRecord.read(from: SampleBaseline.found.json(), path: "b")
    #expect(baseline == SampleBaseline.found)
    for record in [SampleFollowup.detected, SampleFollowup.notDetected, SampleFollowup.failed] {
      let read = try FollowupRecord.read(from: record.json(), path: "f")
      #expect(read == record)
    }
    let run = try RunRecord.read(from: SampleRun.finished.json(), path: "r")
    #expect(run == SampleRun.finished)
  }

  @Test func unknownIsNullNeverMissing() throws {
    let text = String(decoding: try SampleFollowup.failed.json(), as: UTF8.self)
    #expect(text.contains("\"mrd\" : null"))
    #expect(text.contains("\"lod95\" : null"))
    #expect(text.contains("\"visit\" : null"))
  }

  @Test(
    "names the field and the remedy",
    arguments: [
      ("nothing at all", "", "", "the file is no JSON"),
      (
        "another schema", "clonetrack.baseline/1", "clonetrack.baseline/9",
        "the schema is 'clonetrack.baseline/9', expected 'clonetrack.baseline/1'"
      ),
      ("a missing field", "\"verdict\"", "\"verdikt\"", "the field 'verdict' is missing"),
      (
        "a missing field inside", "\"junction\"", "\"junktion\"",
        "the field 'candidates[0].junction' is missing"
      ),
      (
        "text for a number", ": 48210", ": \"48210\"",
        "the field 'clonotypes[0].duplicate_count' is not a whole number"
      ),
      (
        "null where a value must be", ": 48210", ": null",
        "the field 'clonotypes[0].duplicate_count' is null, expected a whole number"
      ),
      (
        "a word outside the vocabulary", "\"INDEX_FOUND\"", "\"PERHAPS\"",
        "the field 'verdict' holds a value that is not known"
      ),
    ]
  )
  func rejects(_ name: String, _ found: String, _ replacement: String, _ message: String) throws {
    let whole = String(decoding: try SampleBaseline.found.json(), as: UTF8.self)
    let text = found.isEmpty ? "" : replaceFirst(found, with: replacement, in: whole)
    let error = try #require(throws: Diagnostic.self) {
      _ = try BaselineRecord.read(from: Array(text.utf8), path: "dx/baseline.json")
    }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: \(message)
          --> dx/baseline.json
          help: Use the file as 'clonetrack baseline' of this version wrote it.
        """
    )
  }

  @Test func infinityIsAFaultOfTheProgram() throws {
    var record = SampleFollowup.detected
    record.result.mrd = .infinity
    let error = try #require(throws: Diagnostic.self) { _ = try record.json() }
    #expect(
      error.description == """
        error[RUN-INTERNAL]: a clonetrack.followup/1 record cannot be written: \
        the field 'result.mrd' is inf
          help: Report it with the command line and the version.
        """
    )
  }

  @Test func countsBalance() {
    #expect(SampleBaseline.found.counts.map(\.isBalanced) == [true, true])
    #expect(!StageCountRecord(stage: "x", input: 3, output: 1, rejected: ["y": 1]).isBalanced)
  }

  private func replaceFirst(_ part: String, with other: String, in text: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return text.replacingCharacters(in: range, with: other)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
