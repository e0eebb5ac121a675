import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Words of a genome")
struct GenomeWordsTests {
  /// Whether one in eight of the 16-mers at every fourth base, three at least, are those of a circular
  /// genome or of its other strand.
  private static func isOfGenome(_ read: [UInt8], _ genome: [UInt8]) -> Bool {
    let around = genome + genome.prefix(15)
    var words: Set<[UInt8]> = []
    for strand in [around, around.reverseComplement] where strand.count >= 16 {
      for start in 0...(strand.count - 16) { words.insert(Array(strand[start..<(start + 16)])) }
    }
    guard read.count >= 16 else { return false }
    let starts = stride(from: 0, through: read.count - 16, by: 4)
    let tried = starts.reduce(0) { count, _ in count + 1 }
    let shared = starts.filter { words.contains(Array(read[$0..<($0 + 16)])) }.count
    return shared >= 3 && 8 * shared >= tried
  }

  @Test("decide as a set of all words does", arguments: 0..<8 as Range<UInt64>)
  func decisions(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let genome = (0..<300).map { _ in UInt8(random.below(4)) }
    let words = GenomeWords(circular: genome)
    var (yes, no) = (0, 0)
    for _ in 0..<60 {
      let start = random.below(genome.count)
      var read = Array((genome + genome)[start..<(start + random.below(280))])
      read = random.substituted(read, rate: [0, 0.03, 0.08, 0.15][random.below(4)])
      if random.below(3) == 0 { read = read.reverseComplement }
      if random.below(4) == 0 {
        read += (0..<random.below(400)).map { _ in UInt8(random.below(4)) }
      }
      if random.below(5) == 0, !read.isEmpty { read[random.below(read.count)] = 4 }
      let expected = Self.isOfGenome(read, genome)
      let isHeld = words.hold(read.span)
      #expect(isHeld == expected, "\(NucleotideSequence(codes: read))")
      if expected { yes += 1 } else { no += 1 }
    }
    #expect(yes > 5 && no > 5, "\(yes), \(no)")
  }

  @Test("need three of them", arguments: [(23, false), (24, true)])
  func three(length: Int, isEnough: Bool) {
    let genome = SequencingControl.phiX174.codes
    let words = GenomeWords(circular: genome)
    let read = Array(genome[2_000..<(2_000 + length)])
    let isHeld = words.hold(read.span)
    #expect(isHeld == isEnough)
  }
}

@Suite("Primer-free part, base by base")
struct PrimerFreeTests {
  /// Where a primer ends that begins within 12 bases of a read's start: the nearest offset at which one
  /// fits, the one with fewest differences there, the longest of equals.
  private static func end(_ read: [UInt8], _ primers: [[UInt8]]) -> Int {
    for offset in 0...12 {
      let fitting = primers.compactMap { primer -> (differences: Int, length: Int)? in
        guard offset + primer.count <= read.count else { return nil }
        let different = primer.indices.count { primer[$0] != read[offset + $0] }
        return different <= primer.count / 5 ? (different, primer.count) : nil
      }
      let best = fitting.min { ($0.differences, -$0.length) < ($1.differences, -$1.length) }
      if let best { return offset + best.length }
    }
    return 0
  }

  @Test("is that of a plain search", arguments: 0..<10 as Range<UInt64>)
  func search(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func bases(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.below(4)) } }
    let core = bases(16)
    // Some of them share their bases, as primers of one family do.
    let primers = (0..<6).map { number in
      number % 2 == 0 ? random.substituted(core, rate: 0.15) + bases(number) : bases(18 + number)
    }
    let set = PrimerSet(
      primers.map { Primer(name: "p", sequence: NucleotideSequence(codes: $0)) }
    )
    var (found, total) = (0, 0)
    for _ in 0..<200 {
      let (left, right) = (primers[random.below(6)], primers[random.below(6)])
      let read =
        bases(random.below(15)) + random.substituted(left, rate: 0.1) + bases(random.below(100))
        + random.substituted(right, rate: 0.1).reverseComplement + bases(random.below(15))
      let start = Self.end(read, primers)
      let end = read.count - Self.end(read.reverseComplement, primers)
      let free = set.primerFree(read.span)
      #expect(free == start..<max(start, end), "\(NucleotideSequence(codes: read))")
      #expect(free.clamped(to: 0..<max(read.count, start)) == free)
      #expect(set.primerFree(read.span, atEnd: false) == start..<max(start, read.count))
      #expect(set.primerFree(read.span, atStart: false).lowerBound == 0)
      total += 1
      if start > 0, end < read.count { found += 1 }
    }
    #expect(found > total / 3, "\(found) of \(total)")
  }
}
