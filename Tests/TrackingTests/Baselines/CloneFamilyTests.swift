import Nucleotides
import Rearrangements
import Testing
import Tracking

/// When clones of two diagnostic samples are one (article "Index selection", section 6).
@Suite("Families of index clones")
struct CloneFamilyTests {
  private static let one = [["A", "B"]]
  private static let two = [["A"], ["B"]]

  @Test("equal signatures are one clone, whatever the genes")
  func sameSignature() {
    let bases = CloneFixture.letters(30, seed: 5)
    let left = CloneFixture.clone(recombined: bases)
    let right = CloneFixture.clone(v: "IGHV1-2*02", j: "IGHJ6*02", recombined: bases)
    #expect(CloneFixture.samples(left, right) == Self.one)
  }

  @Test("a signature that holds the other is one clone, from either side", arguments: [0, 1, 10])
  func containedSignature(_ cut: Int) throws {
    let whole = CloneFixture.clone(recombined: CloneFixture.letters(30, seed: 6))
    var part = whole
    part.vCall = "IGHV1-2*02"
    part.junction = nil
    part.signature.bases = whole.signature.bases[cut..<(whole.signature.bases.count - cut)]
    part.signature.ndn = (20 - cut)..<(50 - cut)
    #expect(CloneFixture.samples(whole, part) == Self.one)
    #expect(CloneFixture.samples(part, whole) == Self.one)
    // One base is enough for a signature not to hold the other.
    part.signature.bases.codes[3] ^= 1
    #expect(CloneFixture.samples(whole, part) == Self.two)
  }

  @Test(
    "junctions may differ in one base in ten, and always in two",
    arguments: [
      (9, 2, true), (9, 3, false), (20, 2, true), (20, 3, false), (29, 2, true), (29, 3, false),
      (30, 3, true), (30, 4, false), (45, 4, true), (45, 5, false), (60, 6, true), (60, 7, false),
    ]
  )
  func nearJunction(_ length: Int, _ differences: Int, _ isOne: Bool) {
    let junction = CloneFixture.letters(length, seed: UInt64(length))
    let places = (0..<differences).map { $0 * (length / differences) }
    let left = CloneFixture.clone(recombined: junction)
    let right = CloneFixture.clone(
      flanks: 2,
      recombined: CloneFixture.changed(junction, at: places)
    )
    #expect(CloneFixture.samples(left, right) == (isOne ? Self.one : Self.two))
    #expect(CloneFixture.samples(right, left) == (isOne ? Self.one : Self.two))
  }

  @Test("junctions of two lengths are two clones")
  func unequalLengths() {
    let junction = CloneFixture.letters(45, seed: 8)
    let left = CloneFixture.clone(recombined: junction)
    let right = CloneFixture.clone(flanks: 2, recombined: junction + "A")
    #expect(CloneFixture.samples(left, right) == Self.two)
  }

  @Test(
    "near junctions need a gene in common, whatever the allele",
    arguments: [
      ("IGHV3-23*01", "IGHV3-23*04", true),
      ("IGHV3-23*01,IGHV3-23D*01", "IGHV3-23D*01", true),
      ("IGHV3-23*01", "IGHV3-30*01,IGHV3-23*04", true),
      ("IGHV3-23*01", "IGHV3-30*01", false),
      // A gene whose name begins like another's.
      ("IGHV3-23*01", "IGHV3-23D*01", false),
      ("IGHV3-2*01", "IGHV3-23*01", false),
      ("IGHV3-23*01", nil, false),
      (nil, nil, true),
    ] as [(String?, String?, Bool)]
  )
  func genes(_ left: String?, _ right: String?, _ isOne: Bool) {
    let junction = CloneFixture.letters(45, seed: 9)
    let near = CloneFixture.changed(junction, at: [20])
    let expected = isOne ? Self.one : Self.two
    #expect(
      CloneFixture.samples(
        CloneFixture.clone(v: left, recombined: junction),
        CloneFixture.clone(v: right, flanks: 2, recombined: near)
      ) == expected
    )
    #expect(
      CloneFixture.samples(
        CloneFixture.clone(j: left, recombined: junction),
        CloneFixture.clone(j: right, flanks: 2, recombined: near)
      ) == expected
    )
  }

  @Test("two kinds of recombination are two clones, even with equal bases")
  func types() {
    let bases = CloneFixture.letters(30, seed: 10)
    for other in RearrangementType.allCases where other != .igkVJ {
      let left = CloneFixture.clone(type: .igkVJ, recombined: bases)
      let right = CloneFixture.clone(type: other, recombined: bases)
      // In the order of their classes.
      #expect(Set(CloneFixture.samples(left, right)) == Set(Self.two), "\(other)")
    }
  }

  @Test("a clone with a junction and one without are two, unless their signatures agree")
  func oneJunction() {
    let bases = CloneFixture.letters(30, seed: 11)
    let left = CloneFixture.clone(recombined: bases)
    let far = CloneFixture.clone(
      flanks: 2,
      recombined: CloneFixture.changed(bases, at: [4]),
      hasJunction: false
    )
    #expect(CloneFixture.samples(left, far) == Self.two)
    let same = CloneFixture.clone(recombined: bases, hasJunction: false)
    #expect(CloneFixture.samples(left, same) == Self.one)
  }

  @Test(
    "without a junction the recombined bases with four on each side stand for it",
    arguments: [
      // 12 + 8 bases: two may differ. 22 + 8: three may.
      (12, [20, 21], true), (12, [20, 21, 22], false),
      (22, [20, 21, 22], true), (22, [20, 21, 22, 23], false),
      // The four bases on either side count, the fifth does not.
      (12, [16, 17, 18], false), (12, [15, 16, 17], true), (12, [32, 33, 35], false),
      (12, [34, 35, 36], true), (12, [0, 5, 10, 15, 36, 50], true),
    ] as [(Int, [Int], Bool)],
    [RearrangementType.ighDJ, .igkIntronKde]
  )
  func withoutJunction(_ item: (length: Int, places: [Int], isOne: Bool), _ type: RearrangementType)
  {
    let j = type == .ighDJ ? "IGHJ4*02" : nil
    let left = CloneFixture.clone(
      type: type,
      v: nil,
      j: j,
      recombined: CloneFixture.letters(item.length, seed: 12),
      hasJunction: false
    )
    var right = left
    for place in item.places { right.signature.bases.codes[place] ^= 1 }
    #expect(CloneFixture.samples(left, right) == (item.isOne ? Self.one : Self.two))
  }

  @Test("clones of one sample were told apart there and stay two")
  func oneSample() {
    let junction = CloneFixture.letters(45, seed: 13)
    let first = CloneFixture.clone("P1.IGH_VDJ.1", recombined: junction)
    let second = CloneFixture.clone(
      "P1.IGH_VDJ.2",
      flanks: 2,
      recombined: CloneFixture.changed(junction, at: [10])
    )
    let other = CloneFixture.clone(recombined: junction)
    let tracked = CloneFixture.tracked([
      CloneFixture.baseline("A", [first, second]), CloneFixture.baseline("B", [other]),
    ])
    #expect(tracked.clones.map(\.samples) == [["A", "B"], ["A"]])
    #expect(tracked.clones.map(\.id.text) == ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2"])
  }

  @Test("a family is a chain: each member is near one that was there before")
  func chain() {
    let junction = CloneFixture.letters(45, seed: 14)
    let clones = [[], [0, 10, 20, 30], [0, 5, 10, 15, 20, 25, 30, 35]].enumerated().map {
      CloneFixture.clone(
        flanks: UInt64($0 + 1),
        recombined: CloneFixture.changed(junction, at: $1)
      )
    }
    // Eight bases apart are two clones; four and four more are one.
    #expect(CloneFixture.samples(clones[0], clones[2]) == Self.two)
    let tracked = CloneFixture.tracked(
      zip(["A", "B", "C"], clones).map { CloneFixture.baseline($0, [$1]) }
    )
    #expect(tracked.clones.map(\.samples) == [["A", "B", "C"]])
  }
}
