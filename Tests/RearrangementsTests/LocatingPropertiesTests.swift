import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// What must hold for every read, whatever is on it.
@Suite("Properties of located reads")
struct LocatingPropertiesTests {
  /// How a read is made.
  enum Making: CaseIterable, Sendable {
    case whole, hypermutated, truncated, gapped, unknownBases, offTarget, lowComplexity, random
  }

  /// What is said of a read.
  private struct Outcome: Equatable {
    var located: LocatedRearrangement?
    var fiveRows: [Int] = []
    var threeRows: [Int] = []
    var rejection: RejectionReason?
    var lone: LoneVariable?
  }

  private static func read(_ making: Making, _ bench: inout AnnotatorBench) throws -> [UInt8] {
    let type = RearrangementType.allCases[bench.random.below(6)]
    var codes = try bench.molecule(type, rate: 0.03).sequence.codes
    switch making {
    case .whole: break
    case .hypermutated:
      codes = bench.random.substituted(codes, rate: 0.05 + 0.1 * bench.random.unit())
    case .truncated:
      let first = bench.random.below(codes.count - 20)
      codes = Array(codes[first...].prefix(20 + bench.random.below(250)))
    case .gapped:
      let at = bench.random.below(codes.count - 20)
      codes.removeSubrange(at..<(at + 1 + bench.random.below(19)))
      codes.insert(contentsOf: bench.bases(1 + bench.random.below(19)), at: at / 2)
    case .unknownBases:
      for _ in 0..<(1 + bench.random.below(20)) { codes[bench.random.below(codes.count)] = 4 }
    case .offTarget:
      // As far away as T-cell receptors are: half of the bases differ.
      codes = bench.random.substituted(codes, rate: 0.5)
    case .lowComplexity:
      let unit = bench.bases(1 + bench.random.below(4))
      codes = (0..<(40 + bench.random.below(300))).map { unit[$0 % unit.count] }
    case .random: codes = bench.bases(bench.random.below(400))
    }
    return codes
  }

  private static func outcome(
    _ read: [UInt8],
    _ primerFree: Range<Int>,
    _ annotator: Annotator,
    _ scratch: inout AnnotationScratch
  ) -> Outcome {
    do throws(RejectionReason) {
      let located = try annotator.locate(read.span, primerFree: primerFree, &scratch)
      return Outcome(
        located: located,
        fiveRows: scratch.fiveRows,
        threeRows: scratch.threeRows
      )
    } catch {
      return Outcome(rejection: error, lone: annotator.loneVariable(&scratch))
    }
  }

  /// Primers of up to 30 bases at either end, or none.
  private static func primerFree(_ count: Int, _ random: inout SeededGenerator) -> Range<Int> {
    guard count >= 80, random.below(2) == 0 else { return 0..<count }
    return random.below(30)..<(count - random.below(30))
  }

  /// Where mutations leave both strands as few votes, the strand as given is tried: reads of which a
  /// quarter of the bases differ may be told on one strand alone.
  @Test(
    "the other strand gives the mirrored result",
    arguments: Making.allCases.filter { $0 != .offTarget }
  )
  func mirrored(_ making: Making) throws {
    var bench = try AnnotatorBench(seed: 161)
    for _ in 0..<150 {
      let read = try Self.read(making, &bench)
      let primerFree = Self.primerFree(read.count, &bench.random)
      let forward = Self.outcome(read, primerFree, bench.annotator, &bench.scratch)
      let mirrored = (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound)
      var other = Self.outcome(
        read.reverseComplement,
        mirrored,
        bench.annotator,
        &bench.scratch
      )
      other.located?.revComp.toggle()
      other.lone?.revComp.toggle()
      #expect(forward == other, "\(NucleotideSequence(codes: read)), \(primerFree)")
    }
  }

  @Test("fresh scratch gives the same result as used scratch", arguments: Making.allCases)
  func scratch(_ making: Making) throws {
    var bench = try AnnotatorBench(seed: 162)
    for _ in 0..<100 {
      // Another kind of read comes first.
      let before = try Self.read(Making.allCases[bench.random.below(8)], &bench)
      let read = try Self.read(making, &bench)
      let primerFree = Self.primerFree(read.count, &bench.random)
      _ = Self.outcome(before, 0..<before.count, bench.annotator, &bench.scratch)
      let used = Self.outcome(read, primerFree, bench.annotator, &bench.scratch)
      var fresh = AnnotationScratch()
      let first = Self.outcome(read, primerFree, bench.annotator, &fresh)
      #expect(used == first, "\(NucleotideSequence(codes: read)), \(primerFree)")
    }
  }

  @Test("elements lie in order, in the read and between primers", arguments: Making.allCases)
  func ranges(_ making: Making) throws {
    var bench = try AnnotatorBench(seed: 163)
    for _ in 0..<250 {
      let read = try Self.read(making, &bench)
      let given = Self.primerFree(read.count, &bench.random)
      let outcome = Self.outcome(read, given, bench.annotator, &bench.scratch)
      let text = "\(NucleotideSequence(codes: read)), \(given)"
      if let lone = outcome.lone {
        #expect(lone.v.sequenceRange.clamped(to: 0..<read.count) == lone.v.sequenceRange, "\(text)")
      }
      guard let found = outcome.located else { continue }
      let free =
        found.revComp
        ? (read.count - given.upperBound)..<(read.count - given.lowerBound) : given
      let (five, three) = (found.five, found.three)
      #expect(free.lowerBound <= five.start && five.start <= five.end, "\(text)")
      #expect(five.end <= three.start, "\(text)")
      #expect(three.start <= three.end && three.end <= free.upperBound, "\(text)")
      #expect(found.ndnRange == five.end..<three.start, "\(text)")
      let window = found.windowRange
      #expect(window.clamped(to: 0..<read.count) == window && !window.isEmpty, "\(text)")
      #expect(outcome.fiveRows.contains(five.row), "\(text)")
      #expect(Set(outcome.fiveRows).count == outcome.fiveRows.count, "\(text)")
      #expect(outcome.threeRows.contains(three.row), "\(text)")
      #expect(outcome.threeRows == outcome.threeRows.sorted(), "\(text)")
      let rows = bench.annotator[five.elementClass].count
      #expect(outcome.fiveRows.allSatisfy { (0..<rows).contains($0) }, "\(text)")
    }
  }

  @Test(
    "what is no immunoglobulin is not located",
    arguments: [Making.offTarget, .lowComplexity, .random]
  )
  func rejected(_ making: Making) throws {
    var bench = try AnnotatorBench(seed: 164)
    var located = 0
    for _ in 0..<1_000 {
      let read = try Self.read(making, &bench)
      let outcome = Self.outcome(read, 0..<read.count, bench.annotator, &bench.scratch)
      if outcome.located != nil { located += 1 }
    }
    #expect(located == 0, "\(located) of 1,000")
  }

  @Test(
    "bases before the V and behind the J change nothing but offsets",
    arguments: RearrangementType.allCases
  )
  func surroundings(_ type: RearrangementType) throws {
    var bench = try AnnotatorBench(seed: 165)
    for _ in 0..<60 {
      let read = try bench.molecule(type, rate: 0.02).sequence.codes
      let lead = bench.random.below(30)
      // The bases around a rearrangement would be aligned with the genome's where they are equal by chance:
      // unknown ones never are.
      let unknown = [UInt8](repeating: 4, count: lead)
      let alone = Self.outcome(read, 0..<read.count, bench.annotator, &bench.scratch)
      let long = unknown + read + unknown
      let within = Self.outcome(long, 0..<long.count, bench.annotator, &bench.scratch)
      guard var located = within.located else {
        #expect(alone.located == nil)
        continue
      }
      located.five.origin -= lead
      located.five.start -= lead
      located.five.end -= lead
      located.three.origin -= lead
      located.three.start -= lead
      located.three.end -= lead
      #expect(located == alone.located, "\(NucleotideSequence(codes: read))")
      #expect(within.fiveRows == alone.fiveRows && within.threeRows == alone.threeRows)
    }
  }

  /// A read for each reason that one read can be made for, with its primer-free offsets.
  private static func examples(
    _ bench: inout AnnotatorBench
  ) throws -> [(RejectionReason, [UInt8], Range<Int>)] {
    func bases(_ allele: String) throws -> [UInt8] {
      try #require(bench.alleles[allele]).sequence.codes
    }
    let (v, j) = (try bases("IGHV3-23*01"), try bases("IGHJ4*02"))
    let signal = try #require(NucleotideSequence("CACAGTG")).codes
    let nonamer = try #require(NucleotideSequence("ACAAAAACC")).codes
    let d = try #require(bench.alleles["IGHD7-27*01"])
    let genome = SequencingControl.phiX174.codes
    let unknown = [UInt8](repeating: 4, count: 40)
    var genomic = Array(d.upstream.codes.suffix(120))
    for part in [d.sequence.codes, signal, bench.bases(12), nonamer, bench.bases(20), j] {
      genomic += part
    }
    var germline = v
    for part in [signal, bench.bases(23), nonamer, bench.bases(50)] { germline += part }
    var dimer = Array(v[100..<125])
    for part in [bench.bases(6), Array(j.suffix(22))] { dimer += part }
    let reads: [(RejectionReason, [UInt8])] = [
      (.tooShort, Array((v + j).suffix(39))),
      (.noFivePrimeElement, bench.bases(250)),
      (.noThreePrimeElement, v + unknown),
      (.unrearranged, genomic),
      (.germlineV, germline),
      (.phiX, Array(genome[1_000..<1_200])),
    ]
    return reads.map { ($0, $1, 0..<$1.count) } + [(.primerDimer, dimer, 25..<31)]
  }

  @Test("each reason has a read, on both strands", arguments: 0..<10 as Range<UInt64>)
  func reasons(seed: UInt64) throws {
    var bench = try AnnotatorBench(seed: seed)
    for (reason, read, primerFree) in try Self.examples(&bench) {
      #expect(bench.rejection(read, primerFree: primerFree) == reason, "\(reason)")
      let mirrored = (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound)
      #expect(bench.rejection(read.reverseComplement, primerFree: mirrored) == reason)
    }
  }

  @Test("few bases of a V are weak evidence, and two J of two loci a chimera")
  func weakAndChimeric() throws {
    var bench = try AnnotatorBench(seed: 166)
    var counts: [RejectionReason: Int] = [:]
    for number in 0..<400 {
      let heavy = try bench.molecule(.ighVDJ, rate: 0.02)
      let junction = try #require(heavy.junctionRange)
      var read: [UInt8]
      if number % 2 == 0 {
        // Nineteen bases of a V, some substituted, and a whole J.
        let v = heavy.sequence.codes[(junction.lowerBound - 16)..<(junction.lowerBound + 3)]
        read = bench.random.substituted(Array(v), rate: 0.15)
        read += heavy.sequence.codes.dropFirst(junction.lowerBound + 3)
      } else {
        // A few bases of the J of one locus before a whole J of another.
        read = Array(heavy.sequence.codes.prefix(junction.upperBound + 6))
        read += try #require(bench.alleles["IGKJ1*01"]).sequence.codes
      }
      if let reason = bench.rejection(read) { counts[reason, default: 0] += 1 }
    }
    #expect(counts[.weakEvidence, default: 0] > 20, "\(counts)")
    #expect(counts[.chimera, default: 0] > 20, "\(counts)")
  }

  @Test("a read that ends inside the junction does not cover it")
  func notCovered() throws {
    var bench = try AnnotatorBench(seed: 167)
    var counts: [RejectionReason: Int] = [:]
    for _ in 0..<200 {
      let made = try bench.molecule(.igkVKde)
      // The Kde is cut before the 21 bases that stand for it.
      let end = made.ndnRange.upperBound
      for kept in 14..<21 {
        let read = Array(made.sequence.codes.prefix(end + kept))
        if let reason = bench.rejection(read) { counts[reason, default: 0] += 1 }
      }
    }
    #expect(counts[.junctionNotCovered, default: 0] > 10, "\(counts)")
  }
}
