import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Annotator invariants")
struct AnnotatorInvariantTests {
  @Test("says nothing that contradicts itself", arguments: RearrangementType.allCases)
  func consistency(_ type: RearrangementType) throws {
    var bench = try AnnotatorBench(seed: 11)
    var judged = 0
    for number in 0..<400 {
      let made = try bench.molecule(type, rate: [0, 0.05, 0.15, 0.25][number % 4])
      var read = number % 2 == 0 ? made.sequence : made.sequence.reverseComplement
      // Ends cut anywhere, random bases beyond them and unknown ones inside.
      let cut = bench.random.below(read.count / 3)
      read = read[cut..<read.count]
      if number % 5 == 0 { read.codes += bench.bases(bench.random.below(40)) }
      if number % 7 == 0 { read.codes[bench.random.below(read.count)] = 4 }
      let primers = number % 3 == 0 ? 20 : 0
      guard primers * 2 < read.count,
        let found = bench.annotate(read, primerFree: primers..<(read.count - primers))
      else { continue }
      judged += 1
      let faults = AnnotationFaults(found, of: read, bench.alleles).found
      #expect(faults.isEmpty, "\(read): \(faults.joined(separator: "; "))")
    }
    #expect(judged > 200, "\(judged) of 400")
  }

  @Test("answers alike for both strands", arguments: RearrangementType.allCases)
  func strands(_ type: RearrangementType) throws {
    var bench = try AnnotatorBench(seed: 12)
    for number in 0..<200 {
      let made = try bench.molecule(type, rate: [0, 0.1, 0.2][number % 3])
      let read = made.sequence
      let primerFree = (number % 20)..<(read.count - number % 15)
      let mirrored = (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound)
      let forward = bench.annotate(read, primerFree: primerFree)
      var reverse = bench.annotate(read.reverseComplement, primerFree: mirrored)
      reverse?.revComp.toggle()
      #expect(forward == reverse, "\(read)")
    }
  }

  @Test("does not depend on what was annotated before")
  func scratch() throws {
    var used = try AnnotatorBench(seed: 13)
    for number in 0..<100 {
      let type = RearrangementType.allCases[number % 6]
      let made = try used.molecule(type, rate: 0.1)
      var fresh = try AnnotatorBench(seed: 0)
      #expect(used.annotate(made.sequence) == fresh.annotate(made.sequence))
    }
  }

  @Test("counts the D of a DJ from the D's own first base")
  func diversityOffsets() throws {
    var bench = try AnnotatorBench(seed: 15)
    let made = try bench.molecule(.ighDJ)
    let found = bench.annotate(made.sequence)
    let d = try #require(found?.d)
    let allele = bench.alleles[d.alleles[0]]
    #expect(d.germlineRange.upperBound <= allele?.sequence.count ?? 0)
  }

  @Test("looks away from primers", arguments: [RearrangementType.ighVDJ, .igkVJ, .iglVJ])
  func primers(_ type: RearrangementType) throws {
    var bench = try AnnotatorBench(seed: 14)
    var (same, otherV) = (0, 0)
    for _ in 0..<200 {
      let made = try bench.molecule(type, rate: 0.03, keptBeforeCysteine: 150)
      let read = made.sequence
      let primerFree = 22..<(read.count - 20)
      // The primer's own bases: of another gene, every fourth one different.
      func primed(_ phase: Int) -> NucleotideSequence {
        var primed = read
        for index in 0..<read.count where !primerFree.contains(index) && index % 4 == phase {
          primed.codes[index] = (read.codes[index] + 1) % 4
        }
        return primed
      }
      let plain = bench.annotate(primed(1), primerFree: primerFree)
      let hidden = bench.annotate(primed(0), primerFree: primerFree)
      guard let plain, let hidden else { continue }
      if plain.v?.alleles != hidden.v?.alleles || plain.v?.identity != hidden.v?.identity {
        otherV += 1
      }
      if plain.v == hidden.v, plain.j == hidden.j, plain.junctionRange == hidden.junctionRange {
        same += 1
      }
    }
    withKnownIssue("a kappa read may become a lambda one", isIntermittent: true) {
      #expect(otherV == 0, "\(otherV) of 200 have another V")
    }
    #expect(otherV <= 1)
    // Measured: 200, 199 and 199.
    #expect(same >= 198, "\(same) of 200")
  }
}
