import Clonotyping
import Diagnostics
import Nucleotides
import Records
import TestSupport
import Testing
import Tracking

/// Baseline records that can be read and yet not be followed.
@Suite("Damaged baselines")
struct BaselineDamageTests {
  private func refusal(_ change: (inout BaselineRecord) -> Void) throws -> String {
    var record = SampleBaseline.found
    change(&record)
    let read = try BaselineRecord.read(from: record.json(), path: "dx/baseline.json")
    return try #require(throws: Diagnostic.self) {
      _ = try read.baseline(path: "dx/baseline.json")
    }.description
  }

  private static let signature = """
    error[RECORD-SYNTAX]: clone S01-IGH_VDJ-1 has no usable signature, expected at least 40 bases \
    with the recombined ones inside
      --> dx/baseline.json
      help: Use the file as 'clonetrack baseline' wrote it.
    """

  private static func offsets(_ count: Int) -> String {
    """
    error[RECORD-SYNTAX]: the reference clonotype S01-IGH_VDJ-1 has offsets outside its sequence \
    of \(count) bases
      --> dx/baseline.json
      help: Use the file as 'clonetrack baseline' wrote it.
    """
  }

  @Test("a signature of forty bases is one, of thirty-nine it is not")
  func shortSignature() throws {
    var record = SampleBaseline.found
    record.clonotypes[0].signature = String(SampleBaseline.heavy.signature.prefix(40))
    let clone = try #require(try record.baseline(path: "b").clones.first)
    #expect(clone.signature.bases.count == 40)
    #expect(
      try refusal { $0.clonotypes[0].signature = String(SampleBaseline.heavy.signature.prefix(39)) }
        == Self.signature
    )
    #expect(try refusal { $0.clonotypes[0].signature = "" } == Self.signature)
  }

  @Test("letters that are no bases are no signature", arguments: ["X", "-", ".", " ", "1", "é"])
  func letters(_ letter: String) throws {
    let whole = SampleBaseline.heavy.signature
    #expect(try refusal { $0.clonotypes[0].signature = letter + whole } == Self.signature)
    #expect(try refusal { $0.clonotypes[0].signature = whole + letter } == Self.signature)
  }

  @Test(
    "the recombined bases lie inside the signature of 57 bases",
    arguments: [
      (18, 39, true), (0, 57, true), (57, 57, true), (18, 58, false), (39, 18, false),
      (-1, 39, false), (58, 58, false),
    ]
  )
  func recombined(_ start: Int, _ end: Int, _ isInside: Bool) throws {
    var record = SampleBaseline.found
    record.clonotypes[0].signatureNDN = OffsetRange(start: start, end: end)
    if isInside {
      #expect(try record.baseline(path: "b").clones.map(\.signature.ndn) == [start..<end])
    } else {
      #expect(
        try refusal { $0.clonotypes[0].signatureNDN = OffsetRange(start: start, end: end) }
          == Self.signature
      )
    }
  }

  /// A change of a reference clonotype whose sequence has 63 bases.
  private static let outside: [(name: String, change: @Sendable (inout BaselineRecord) -> Void)] = [
    ("a window beyond the end", { $0.reference.clonotypes[0].window.end = 64 }),
    ("a window before the start", { $0.reference.clonotypes[0].window.start = -1 }),
    ("a window with its ends swapped", { $0.reference.clonotypes[0].window.start = 58 }),
    ("recombined bases beyond the end", { $0.reference.clonotypes[0].ndn.end = 64 }),
    ("recombined bases before the start", { $0.reference.clonotypes[0].ndn.start = -1 }),
    ("recombined bases with their ends swapped", { $0.reference.clonotypes[0].ndn.end = 20 }),
    ("a D beyond the end", { $0.reference.clonotypes[0].d = OffsetRange(start: 60, end: 64) }),
    ("a D before the start", { $0.reference.clonotypes[0].d = OffsetRange(start: -2, end: 4) }),
    ("a D with its ends swapped", { $0.reference.clonotypes[0].d = OffsetRange(start: 5, end: 4) }),
    ("a mutation behind the last base", { $0.reference.clonotypes[0].vMutations = [3, 63] }),
    ("a mutation before the first", { $0.reference.clonotypes[0].vMutations = [-1] }),
  ]

  @Test("offsets outside the sequence are refused", arguments: outside.indices)
  func referenceOffsets(_ number: Int) throws {
    let (name, change) = Self.outside[number]
    #expect(try refusal(change) == Self.offsets(63), "\(name)")
  }

  @Test("a sequence that lost its end is refused with its length")
  func shortSequence() throws {
    #expect(
      try refusal { $0.reference.clonotypes[0].sequence.removeLast(10) } == Self.offsets(53)
    )
  }

  @Test("offsets up to the last base are inside")
  func insideOffsets() throws {
    var record = SampleBaseline.found
    record.reference.clonotypes[0].window = OffsetRange(start: 0, end: 63)
    record.reference.clonotypes[0].ndn = OffsetRange(start: 63, end: 63)
    record.reference.clonotypes[0].d = nil
    record.reference.clonotypes[0].vMutations = [0, 62]
    let layout = try #require(
      try record.baseline(path: "b").reference.clonotypes.first
    ).layout
    #expect(layout.window == 0..<63)
    #expect(layout.ndn == 63..<63)
    #expect(layout.d == nil)
    #expect(layout.mutations == [0, 62])
  }

  @Test("an alignment whose ranges do not fit is left out; the clone can be followed without")
  func alignment() throws {
    for change: (inout RecombinationRecord) -> Void in [
      { $0.fivePrime.end = 46 }, { $0.threePrime.end = 46 }, { $0.fivePrime.start = -1 },
      { $0.d = OffsetRange(start: 40, end: 46) }, { $0.sequence.removeLast() },
    ] {
      var record = SampleBaseline.found
      var recombination = SampleBaseline.recombination
      change(&recombination)
      record.clonotypes[0].recombination = recombination
      let clone = try #require(try record.baseline(path: "b").clones.first)
      #expect(clone.alignment == nil)
      #expect(clone.id == "S01-IGH_VDJ-1")
    }
  }

  @Test("a class that this program does not know is passed over")
  func unknownClass() throws {
    var record = SampleBaseline.found
    record.reference.unlistedReads = ["IGH_VDJ": 7, "TRB_VDJ": 9]
    #expect(try record.baseline(path: "b").reference.unlistedReads == [.ighVDJ: 7])
  }
}
