import Clonotyping
import Nucleotides
import Rearrangements
import TestSupport
import Testing
import Tracking

/// Which clonotypes of a later sample are tracked clones.
@Suite("Clonotypes that are tracked clones")
struct CloneMarkTests {
  private let clonotype: Clonotype
  private let clone: IndexClone

  init() throws {
    var bench = try ClonotypeBench(seed: 31)
    var made: (Clonotype, IndexClone)?
    while made == nil {
      guard let clonotype = bench.clonotype(.ighVDJ, counts: [100]),
        let clone = Self.clone(of: clonotype)
      else { continue }
      made = (clonotype, clone)
    }
    (clonotype, clone) = try #require(made)
  }

  /// The clone that a baseline would make of a clonotype.
  private static func clone(of clonotype: Clonotype) -> IndexClone? {
    let window = clonotype.windowOffset
    guard
      let signature = Signature(
        of: clonotype.representative,
        recombined: (window + clonotype.ndn.lowerBound)..<(window + clonotype.ndn.upperBound),
        primerFree: clonotype.primerFree
      )
    else { return nil }
    return IndexClone(
      id: "P1.IGH_VDJ.1",
      type: clonotype.type,
      junction: clonotype.window.description,
      signature: signature,
      likeFraction: 0.5,
      role: .primary
    )
  }

  private func id(_ clones: [IndexClone], of clonotype: Clonotype) -> CloneID? {
    CloneFixture.tracked([CloneFixture.baseline("DX", clones)]).cloneID(of: clonotype)
  }

  @Test("a clonotype that holds the signature is the clone, wherever it lies in its read")
  func shown() {
    #expect(id([clone], of: clonotype) == "P1.IGH_VDJ.1")
    var longer = clonotype
    longer.representative.codes = [0, 1, 2, 3, 3] + clonotype.representative.codes
    longer.windowOffset += 5
    #expect(id([clone], of: longer) == "P1.IGH_VDJ.1")
    // A read that begins and ends with the signature.
    var shorter = clonotype
    shorter.representative = clone.signature.bases
    #expect(id([clone], of: shorter) == "P1.IGH_VDJ.1")
  }

  @Test("one base of the signature that is another, or lost, tells the clonotype from the clone")
  func oneBase() {
    var shorter = clonotype
    shorter.representative.codes = Array(clone.signature.bases.codes.dropLast())
    #expect(id([clone], of: shorter) == nil)
    shorter.representative.codes = []
    #expect(id([clone], of: shorter) == nil)
    for place in clone.signature.bases.codes.indices {
      var other = clone
      other.signature.bases.codes[place] ^= 1
      #expect(id([other], of: clonotype) == nil, "base \(place)")
    }
  }

  @Test("another kind of recombination, or a junction of another length, is not the clone")
  func typeAndLength() {
    var other = clone
    other.type = .igkVJ
    #expect(id([other], of: clonotype) == nil)
    other = clone
    other.junction = clone.junction.map { $0 + "A" }
    #expect(id([other], of: clonotype) == nil)
    // Without a junction, as in DJ, only the signature tells.
    other.junction = nil
    #expect(id([other], of: clonotype) == "P1.IGH_VDJ.1")
  }

  @Test("of two clones that it shows it is the one that is tracked first")
  func firstClone() {
    var second = clone
    second.id = "P1.IGH_VDJ.2"
    var absent = clone
    absent.id = "P1.IGH_VDJ.3"
    absent.signature.bases.codes[10] ^= 1
    #expect(id([second, clone], of: clonotype) == "P1.IGH_VDJ.2")
    #expect(id([absent, clone, second], of: clonotype) == "P1.IGH_VDJ.1")
    #expect(id([], of: clonotype) == nil)
  }
}
