import Clonotyping
import Monitoring
import Rearrangements
import Testing
import Tracking

@Suite("Drift in samples without drift")
struct DriftFalseAlarmTests {
  /// A generator with a seed: splitmix64.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func bases(_ count: Int) -> String {
      String((0..<count).map { _ in ["A", "C", "G", "T"][roll(4)] })
    }
  }

  /// Two human D genes and two J genes that most rearrangements use, J with its bases after Trp.
  private static let diversity = [
    "GTATTACTATGATAGTAGTGGTTATTACTAC", "AGGATATTGTAGTGGTGGTAGCTGCTACTCC",
  ]
  private static let joining = [
    ("IGHJ4*02", "ACTACTTTGACTACTGGGGCCAGGGAACCCTGGTCACCGTCTCCTCAG", 31),
    ("IGHJ6*02", "ATTACTACTACTACTACGGTATGGACGTCTGGGGCCAAGGGACCACGGTCACCG", 22),
  ]
  private static let variable = [
    ("IGHV1-69*01", DriftFixture.v),
    ("IGHV3-23*01", "GAGGTGCAGCTGTTGGAGTCTGGGGGAGGCTTGGTACAGCCTGGGGGGTCCTGTGCGAAA"),
    ("IGHV4-34*01", "CAGGTGCAGCTACAGCAGTGGGGCGCAGGACTGTTGAAGCCTTCGGAGACCTGTGCGAGA"),
  ]

  /// A rearrangement of these genes with random trimming and N bases.
  private static func random(
    _ id: ClonotypeID,
    templates: Double,
    _ dice: inout Dice
  ) -> DriftClonotype {
    let v = variable[dice.roll(variable.count)]
    let j = joining[dice.roll(joining.count)]
    let d = diversity[dice.roll(diversity.count)]
    let start = dice.roll(12)
    let end = d.utf8.count - dice.roll(12)
    var kept = String(Array(d)[start..<max(start, end)])
    let n1 = dice.bases(dice.roll(9))
    var n2 = dice.bases(dice.roll(9))
    var trimmed = dice.roll(8)
    // Bases before J that are its germline's are the J's to whoever aligns it.
    while trimmed > 0, let last = n2.last ?? kept.last,
      last == Array(j.1)[trimmed - 1]
    {
      if n2.isEmpty { kept.removeLast() } else { n2.removeLast() }
      trimmed -= 1
    }
    var clonotype = DriftFixture.clonotype(
      id,
      v: v.1,
      n1: n1,
      d: kept,
      n2: n2,
      j: String(j.1.dropFirst(trimmed)),
      templates: templates,
      vCall: v.0,
      jCall: j.0
    )
    // The junction ends with the Trp of the J, `j.2` bases before its end.
    clonotype.layout.window = 50..<(clonotype.layout.bases.count - j.2)
    return clonotype
  }

  // The limit allows 0.01 relatives by chance in a sample: 1 in 100 samples, more than 4 with a
  // probability of 0.004.
  @Test(
    "at most chance makes events of 100 × 100 expanded polyclonal clonotypes",
    arguments: [1, 2, 3]
  )
  func polyclonal(seed: UInt64) {
    var dice = Dice(state: seed)
    var events: [DriftEvent] = []
    for _ in 0..<100 {
      var sample = DriftFixture()
      let index = Self.random("H", templates: 1_000, &dice)
      sample.baseline[0] = ReferenceClone(index, role: .primary)
      sample.clonotypeCounts[.ighVDJ] = 100
      sample.clonotypes = (1...100).map {
        Self.random(ClonotypeID("N\($0)"), templates: Double(10 + dice.roll(30)), &dice)
      }
      sample.clonotypes.append(index)
      events += sample.assessment.events
    }
    #expect(events.count <= 4, "\(events.map(\.message))")
  }
}
