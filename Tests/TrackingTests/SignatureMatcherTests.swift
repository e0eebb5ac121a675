import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing
import Tracking

@Suite("Signature matcher")
struct SignatureMatcherTests {
  private let bases: [UInt8]
  private let other: [UInt8]
  private let flank: [UInt8]

  init() {
    var random = SeededGenerator(seed: 71)
    func draw(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.below(4)) } }
    (bases, other, flank) = (draw(60), draw(48), draw(50))
  }

  private func target(_ type: RearrangementType? = .ighVDJ) -> SignatureTarget {
    SignatureTarget(
      signature: Signature(bases: NucleotideSequence(codes: bases), ndn: 20..<40),
      type: type
    )
  }

  /// Changes bases of the signature inside a read.
  private func read(_ offsets: [Int] = [], unknown: [Int] = []) -> [UInt8] {
    var codes = bases
    for offset in offsets { codes[offset] = (codes[offset] + 1) % 4 }
    for offset in unknown { codes[offset] = 4 }
    return flank + codes + flank
  }

  private func match(
    _ codes: [UInt8],
    _ targets: [SignatureTarget],
    low: [Int] = [],
    tolerance: MatchTolerance = .init()
  ) -> SignatureMatch {
    var qualities = [UInt8](repeating: 35, count: codes.count)
    for offset in low { qualities[50 + offset] = 29 }
    let matcher = SignatureMatcher(targets, tolerance: tolerance)
    let forward = matcher.match(codes.span, qualities.span)
    let reverse = matcher.match(
      Array(codes.reversed().map(complement)).span,
      Array(qualities.reversed()).span
    )
    #expect(forward == reverse)
    return forward
  }

  /// Whether a match is target 0 with differences at just these offsets, the lower scores first
  /// stated.
  private func isOwn(_ match: SignatureMatch, _ offsets: [Int], low: [Int] = []) -> Bool {
    guard case .target(0, let differences) = match else { return false }
    return differences.all
      == offsets.sorted().map {
        .init(offset: $0, base: (bases[$0] + 1) % 4, score: low.contains($0) ? 28 : 34)
      }
  }

  @Test("finds the exact signature on both strands and nothing in other reads")
  func exact() {
    #expect(match(read(), [target()]) == .target(0, .none))
    #expect(match(flank + other + flank, [target()]) == .none)
    #expect(match(bases, [target()]) == .target(0, .none))
    #expect(match(Array(bases.dropLast()), [target()]) == .none)
    #expect(match(Array(bases.dropFirst()), [target()]) == .none)
    #expect(match([], [target()]) == .none)
    #expect(match(read(), []) == .none)
  }

  @Test(
    "allows an IGH VDJ one believable difference outside the recombined bases",
    arguments: [
      0, 19, 40, 59,
    ]
  )
  func outside(_ offset: Int) {
    #expect(isOwn(match(read([offset]), [target()]), [offset]))
    #expect(isOwn(match(read([offset]), [target(nil)]), [offset]))
    #expect(match(read([offset, 10]), [target()]) == .none)
  }

  @Test("allows no believable difference inside them", arguments: [20, 30, 39])
  func inside(_ offset: Int) {
    #expect(match(read([offset]), [target()]) == .none)
  }

  @Test(
    "allows other types no believable difference",
    arguments: [
      RearrangementType.ighDJ, .igkVJ, .igkVKde, .igkIntronKde, .iglVJ,
    ]
  )
  func others(_ type: RearrangementType) {
    #expect(match(read(), [target(type)]) == .target(0, .none))
    for offset in [0, 10, 30, 59] { #expect(match(read([offset]), [target(type)]) == .none) }
  }

  @Test(
    "forgives three differences at bases of low quality, anywhere",
    arguments: [
      ([25], 1), ([0, 30], 2), ([5, 30, 50], 3),
    ]
  )
  func untrusted(_ offsets: [Int], _ count: Int) {
    for type in RearrangementType.allCases {
      let found = match(read(offsets), [target(type)], low: offsets)
      #expect(isOwn(found, offsets, low: offsets))
    }
  }

  @Test("does not forgive the fourth, nor the believable one beside them")
  func tooMany() {
    #expect(match(read([5, 12, 30, 50]), [target()], low: [5, 12, 30, 50]) == .none)
    #expect(
      isOwn(
        match(read([5, 12, 30, 50]), [target()], low: [5, 12, 30]),
        [5, 12, 30, 50],
        low: [5, 12, 30]
      )
    )
    #expect(match(read([5, 12, 30, 50]), [target(.igkVJ)], low: [5, 12, 30]) == .none)
    #expect(match(read([30]), [target()], low: [31]) == .none)
  }

  @Test("takes unknown bases for bases of low quality")
  func unknown() {
    #expect(match(read(unknown: [5, 30, 50]), [target()]) == .target(0, .none))
    #expect(match(read(unknown: [5, 12, 30, 50]), [target()]) == .none)
  }

  @Test("rejects an insertion or a deletion at any base", arguments: 3..<57 as Range<Int>)
  func indels(_ offset: Int) {
    // A longer or shorter homopolymer may look the same from one side.
    var longer = bases
    longer.insert((bases[offset] + 2) % 4, at: offset)
    var shorter = bases
    shorter.remove(at: offset)
    for codes in [longer, shorter] where offset > 3 && offset < 56 {
      #expect(match(flank + codes + flank, [target()]) == .none)
    }
  }

  @Test("gives a read to the likelier of two targets and to nobody where both are about as likely")
  func ambiguity() {
    func near(_ offset: Int) -> SignatureTarget {
      var target = target()
      target.signature.bases.codes[offset] = (bases[offset] + 1) % 4
      return target
    }
    #expect(match(read(), [near(5), target()]) == .target(1, .none))
    #expect(match(read([5]), [near(5), target()]) == .target(0, .none))
    #expect(match(read(), [near(5), near(8)]) == .ambiguous)
    #expect(match(read(), [near(5), near(8), target()]) == .target(2, .none))
    #expect(match(read(), [target(), target()]) == .ambiguous)
  }

  // 3 (1 − e) / e with e = 10^(−Q/10) + 0.001: 89.0 at Q15, 111.9 at Q16.
  @Test(
    "decides by the quality of the base that tells two targets apart: 100 to 1",
    arguments: [
      (2 as UInt8, false), (10, false), (15, false), (16, true), (29, true), (37, true),
    ]
  )
  func odds(_ score: UInt8, _ isDecided: Bool) {
    var near = target()
    near.signature.bases.codes[25] = (bases[25] + 1) % 4
    let codes = flank + bases + flank
    var qualities = codes.map { _ in UInt8(37) }
    qualities[50 + 25] = score
    for targets in [[target(), near], [near, target()]] {
      let own = targets[0] == near ? 1 : 0
      let found = SignatureMatcher(targets, tolerance: .init()).match(codes.span, qualities.span)
      #expect(found == (isDecided ? .target(own, .none) : .ambiguous))
    }
  }

  @Test("joins what two mates say: of two targets nobody gets the pair")
  func mates() {
    var one = ReadDifferences()
    one.add(offset: 5, base: 2, score: 37)
    #expect(SignatureMatch.none.joined(.none) == .none)
    #expect(SignatureMatch.none.joined(.target(1, one)) == .target(1, one))
    #expect(SignatureMatch.target(1, one).joined(.none) == .target(1, one))
    #expect(SignatureMatch.target(0, .none).joined(.target(1, .none)) == .ambiguous)
    #expect(SignatureMatch.target(1, .none).joined(.target(0, one)) == .ambiguous)
    #expect(SignatureMatch.target(1, .none).joined(.ambiguous) == .ambiguous)
    #expect(SignatureMatch.none.joined(.ambiguous) == .ambiguous)
    #expect(
      SignatureMatch.target(1, one).joined(.target(1, .none))
        == SignatureMatch.target(1, .none).joined(.target(1, one))
    )
  }

  @Test("takes the better of two places of one target")
  func twoPlaces() {
    var near = target()
    near.signature.bases.codes[5] = (bases[5] + 1) % 4
    // First a place that is one difference from both, then an exact place of the second.
    var halfway = bases
    halfway[5] = (bases[5] + 2) % 4
    #expect(match(halfway + bases, [near, target()]) == .target(1, .none))
  }

  @Test("holds only an IGH VDJ to the tolerance of recombined bases")
  func recombinedTolerance() {
    var tolerance = MatchTolerance()
    tolerance.ighNDNMismatch = 1
    #expect(isOwn(match(read([30]), [target()], tolerance: tolerance), [30]))
    #expect(match(read([30]), [target(.igkVJ)], tolerance: tolerance) == .none)
    #expect(match(read([30]), [target(.ighDJ)], tolerance: tolerance) == .none)
  }

  @Test("finds like trying every place of every target", arguments: 0..<60 as Range<UInt64>)
  func everyPlace(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let targets = (0..<4).map { number -> SignatureTarget in
      // Long ones are looked for in wider steps.
      let count = (seed % 2 == 0 ? 40 : 75) + random.below(30)
      let codes = (0..<count).map { _ in UInt8(random.below(4)) }
      let start = 4 + random.below(15)
      return SignatureTarget(
        signature: Signature(
          bases: NucleotideSequence(codes: codes),
          ndn: start..<(start + 5 + random.below(15))
        ),
        type: number == 0 ? nil : RearrangementType.allCases[random.below(6)]
      )
    }
    let matcher = SignatureMatcher(targets, tolerance: .init())
    for _ in 0..<300 {
      var codes = (0..<random.below(40)).map { _ in UInt8(random.below(4)) }
      let start = codes.count
      codes += targets[random.below(4)].signature.bases.codes
      let end = codes.count
      codes += (0..<random.below(40)).map { _ in UInt8(random.below(4)) }
      var qualities = codes.map { _ in UInt8(36) }
      for _ in 0..<random.below(6) {
        let place = start + random.below(end - start)
        codes[place] = UInt8(random.below(5))
        if random.below(3) > 0 { qualities[place] = 12 }
      }
      if random.below(2) == 0 {
        codes = codes.reversed().map(complement)
        qualities.reverse()
      }
      let found: Int? =
        switch matcher.match(codes.span, qualities.span) {
        case .none: nil
        case .ambiguous: -1
        case .target(let target, _): target
        }
      #expect(found == slowMatch(codes, qualities, targets))
    }
  }

  /// The rules of the article "Matching", section 2, at every offset of both strands: the target, −1 for nobody.
  private func slowMatch(
    _ codes: [UInt8],
    _ qualities: [UInt8],
    _ targets: [SignatureTarget]
  ) -> Int? {
    var costs: [Int: Double] = [:]
    for (number, target) in targets.enumerated() {
      let bases = target.signature.bases.codes
      let isLenient = target.type == nil || target.type == .ighVDJ
      for isReverse in [false, true] {
        let strand = isReverse ? codes.reversed().map(complement) : codes
        let scores = isReverse ? qualities.reversed() : qualities
        for start in stride(from: 0, through: strand.count - bases.count, by: 1) {
          let offsets = bases.indices.filter { strand[start + $0] != bases[$0] }
          let believed = offsets.filter { strand[start + $0] < 4 && scores[start + $0] >= 30 }
          guard offsets.count - believed.count <= 3, believed.count <= (isLenient ? 1 : 0),
            !believed.contains(where: target.signature.ndn.contains)
          else { continue }
          let cost = offsets.filter { strand[start + $0] < 4 }.reduce(0.0) { sum, offset in
            // ln(3 (1 − e) / e) of Q36 and Q12 with e = 10^(−Q/10) + 0.001.
            sum + (scores[start + offset] == 36 ? 7.781_0 : 3.779_7)
          }
          costs[number] = min(costs[number] ?? .infinity, cost)
        }
      }
    }
    let ranked = costs.sorted { $0.value < $1.value }
    guard let best = ranked.first else { return nil }
    // ln 100
    return ranked.count > 1 && ranked[1].value - best.value < 4.605_2 ? -1 : best.key
  }
}
