import Crypto
import Diagnostics
import Files
import Records
import TestSupport
import Testing
import Tracking

/// The baseline records of one subject, read together.
@Suite("Baselines of one subject")
struct BaselineSetTests {
  private static func record(
    _ sample: String,
    subject: String = "S01",
    _ change: (inout BaselineRecord) -> Void = { _ in }
  ) -> BaselineRecord {
    var record = SampleBaseline.found
    (record.sample, record.subject) = (sample, subject)
    change(&record)
    return record
  }

  private static func file(_ record: BaselineRecord, _ path: String) throws -> FileContent {
    FileContent(path: path, bytes: try record.json())
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  @Test("the digest of one record is that of its bytes")
  func single() throws {
    let file = try Self.file(Self.record("S01-DX"), "dx.json")
    let set = try BaselineSet(files: [file])
    #expect(
      set.identity
        == BaselineIdentity(
          sample: "S01-DX",
          sha256: Self.sha256(file.bytes),
          samples: [.init(sample: "S01-DX", sha256: Self.sha256(file.bytes))]
        )
    )
    #expect(
      set.inputs
        == [
          FileIdentity(
            path: "dx.json",
            size: file.bytes.count,
            sha256: Self.sha256(file.bytes)
          )
        ]
    )
    #expect(set.tracked.subject == "S01")
    #expect(set.tracked.clones.map(\.id) == ["S01-IGH_VDJ-1"])
  }

  @Test("the digest of several is that of their bytes one after the other, in the order given")
  func several() throws {
    let files = try [
      Self.file(Self.record("S01-DX"), "a.json"), Self.file(Self.record("S01-RL"), "b.json"),
    ]
    let set = try BaselineSet(files: files)
    #expect(set.identity.sample == "S01-DX,S01-RL")
    #expect(set.identity.sha256 == Self.sha256(files[0].bytes + files[1].bytes))
    #expect(
      set.identity.samples
        == [
          .init(sample: "S01-DX", sha256: Self.sha256(files[0].bytes)),
          .init(sample: "S01-RL", sha256: Self.sha256(files[1].bytes)),
        ]
    )
    #expect(set.inputs.map(\.path) == ["a.json", "b.json"])
    #expect(set.tracked.clones.map(\.samples) == [["S01-DX", "S01-RL"]])
    let reversed = try BaselineSet(files: files.reversed())
    #expect(reversed.identity.sha256 == Self.sha256(files[1].bytes + files[0].bytes))
    #expect(reversed.identity.sha256 != set.identity.sha256)
    #expect(reversed.tracked.clones.map(\.samples) == [["S01-RL", "S01-DX"]])
  }

  @Test("without a record there is a subject and nothing to track; the digest is that of nothing")
  func none() throws {
    let set = try BaselineSet(files: [], subject: "S09")
    #expect(set.tracked.subject == "S09")
    #expect(set.tracked.clones.isEmpty)
    #expect(set.inputs.isEmpty)
    #expect(set.levels.isEmpty)
    #expect(set.identity.samples == [])
    #expect(
      set.identity.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
  }

  @Test("the record's subject stands, whatever was asked for")
  func subject() throws {
    let set = try BaselineSet(files: [Self.file(Self.record("S01-DX"), "dx.json")], subject: "S09")
    #expect(set.tracked.subject == "S01")
  }

  @Test("so many clones are tracked as the criteria say")
  func criteria() throws {
    var second = SampleBaseline.heavy
    second.cloneID = "S01-IGH_VDJ-2"
    second.signature = String(SampleBaseline.heavy.signature.reversed())
    second.junction = "TGTGCC"
    let records = [
      Self.record("S01-DX"), Self.record("S01-RL") { $0.clonotypes = [second] },
    ]
    let files = try records.map { try Self.file($0, $0.sample) }
    var criteria = SelectionCriteria()
    #expect(try BaselineSet(files: files, criteria: criteria).tracked.clones.count == 2)
    criteria.maxTracked = 1
    #expect(try BaselineSet(files: files, criteria: criteria).tracked.clones.count == 1)
  }

  @Test("levels are those of the records, in their order")
  func levels() throws {
    let records = [
      Self.record("S01-DX") { $0.metadata["visit"] = "DX" },
      Self.record("S01-RL") { record in
        record.metadata = [:]
        record.clonotypes[0].cellFraction = nil
      },
    ]
    let set = try BaselineSet(files: records.map { try Self.file($0, $0.sample) })
    #expect(set.levels.map(\.sample) == ["S01-DX", "S01-RL"])
    #expect(set.levels.map(\.title) == ["DX", "S01-RL"])
    #expect(set.levels.map(\.cellFraction) == [0.0964, nil])
    #expect(set.levels.map(\.collectionDate) == ["2026-01-12", nil])
    #expect(set.levels.allSatisfy { $0.call == nil && $0.mrd == nil })
  }

  @Test("another subject's record is refused with both subjects and both files")
  func anotherSubject() throws {
    let files = try [
      Self.file(Self.record("S01-DX"), "first.json"), Self.file(Self.record("S01-RL"), "b.json"),
      Self.file(Self.record("S02-DX", subject: "S02"), "second.json"),
    ]
    let error = try #require(throws: Diagnostic.self) { _ = try BaselineSet(files: files) }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: the baseline is of subject S02, expected S01 as in first.json
          --> second.json
          help: Give baselines of one subject only.
        """
    )
  }

  @Test("of several faults the first that reading meets is reported")
  func order() throws {
    let whole = try Self.file(Self.record("S01-DX"), "whole.json")
    let other = try Self.file(Self.record("S02-DX", subject: "S02"), "other.json")
    let damaged = FileContent(path: "damaged.json", bytes: Array("{".utf8))
    let unusable = try Self.file(
      Self.record("S01-RL") { $0.clonotypes[0].signature = "ACGT" },
      "unusable.json"
    )
    func path(_ files: [FileContent]) throws -> String? {
      try #require(throws: Diagnostic.self) { _ = try BaselineSet(files: files) }.location?.path
    }
    #expect(try path([whole, other, damaged]) == "other.json")
    #expect(try path([whole, damaged, other]) == "damaged.json")
    // All records are read before the first of their clones is looked at.
    #expect(try path([unusable, damaged]) == "damaged.json")
    #expect(try path([unusable, other]) == "other.json")
    #expect(try path([whole, unusable, whole]) == "unusable.json")
  }

  @Test("a record of another kind or version is refused")
  func schema() throws {
    let followup = FileContent(path: "f.json", bytes: try SampleFollowup.detected.json())
    let error = try #require(throws: Diagnostic.self) { _ = try BaselineSet(files: [followup]) }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: the schema is 'clonetrack.followup/1', expected \
        'clonetrack.baseline/1'
          --> f.json
          help: Use the file as 'clonetrack baseline' of this version wrote it.
        """
    )
  }
}
