import Clonotyping
import Diagnostics
import Monitoring
import Rearrangements
import Tracking

/// A baseline with one clone and a later sample without drift, changed as a test needs.
///
/// The heavy chain has 60 bases of V with five mutations, N1 of 6, D of 10, N2 of 8 and 36 of J; the
/// junction begins 10 bases before the end of V and ends 16 into J.
struct DriftFixture {
  static let v = "CAGGTGCAGCTGGTGCAGTCTGGGGCTGAGGTGAAGAAGCCTGGGTCCTCGTGTGCGAGA"
  static let heavy = clonotype("H", v: v, n1: "TCCGAT", d: "GTATTACGAT", n2: "AACCTTGG")
  static let kappa = clonotype(
    "K",
    type: .igkVJ,
    v: String(v.reversed()),
    n1: "CCTTAA",
    vCall: "IGKV3-20*01",
    jCall: "IGKJ1*01"
  )

  var baseline = [
    ReferenceClone(heavy, role: .primary),
    ReferenceClone(kappa, role: .primary),
  ]
  /// Templates of H and K in the later sample.
  var templates = [100.0, 100]
  var clonotypes: [DriftClonotype] = []
  var clonotypeCounts: [LocusClass: Int] = [.ighVDJ: 1_000, .igkVJ: 1_000]
  var cells: Double? = 100_000
  var unlisted: [LocusClass: Double] = [.ighVDJ: 0, .igkVJ: 0]
  var clinical = ClinicalStatus()
  var sightings: [DriftEvidence.Sighting] = []
  var date: CalendarDate?

  var assessment: DriftAssessment {
    DriftAssessment(
      of: DriftEvidence(
        baseline: baseline,
        baselineCells: 10_000,
        unlistedTemplates: unlisted,
        clones: baseline.filter { $0.role != nil }.enumerated().map { rank, clone in
          quantified(clone, rank)
        },
        clonotypes: clonotypes,
        clonotypeCounts: clonotypeCounts,
        cells: cells,
        clinical: clinical,
        sightings: sightings,
        date: date
      )
    )
  }

  /// The events as `code severity: message`.
  static func events(_ change: (inout Self) -> Void = { _ in }) -> [String] {
    var sample = Self()
    change(&sample)
    return sample.assessment.events.map { "\($0.code) \($0.severity.rawValue): \($0.message)" }
  }

  private func quantified(
    _ clone: ReferenceClone,
    _ rank: Int
  ) -> DriftEvidence.TrackedCount {
    let found = rank < templates.count ? templates[rank] : 0
    return DriftEvidence.TrackedCount(
      cloneID: clone.clonotype.id,
      role: clone.role ?? .supporting,
      isIGH: [.ighVDJ, .ighDJ].contains(clone.clonotype.type),
      templates: found,
      isDetected: found > 0
    )
  }

  static func clonotype(
    _ id: ClonotypeID,
    type: RearrangementType = .ighVDJ,
    v: String,
    n1: String = "",
    d: String = "",
    n2: String = "",
    j: String = "CTACTTTGACTACTGGGGCCAGGGAACCCTGGTCAC",
    mutations: [Int] = [5, 15, 25, 35, 45],
    templates: Double? = 1_000,
    vCall: String? = "IGHV1-69*01",
    jCall: String? = "IGHJ4*02",
    isDominant: Bool = false
  ) -> DriftClonotype {
    let five = v.utf8.count
    let inner = n1.utf8.count + d.utf8.count + n2.utf8.count
    let dStart = five + n1.utf8.count
    guard
      let layout = RearrangementLayout(
        bases: Array((v + n1 + d + n2 + j).utf8),
        window: (type == .ighDJ ? 0 : five - 10)..<(five + inner + 16),
        ndn: five..<(five + inner),
        d: d.isEmpty ? nil : dStart..<(dStart + d.utf8.count),
        mutations: vCall == nil ? [] : mutations
      )
    else { preconditionFailure("a range of the fixture lies outside its bases") }
    return DriftClonotype(
      id: id,
      type: type,
      vCall: vCall,
      jCall: jCall,
      layout: layout,
      reads: Int((templates ?? 0) * 10),
      templates: templates,
      likeFraction: 0.25,
      cellFraction: templates.map { $0 / 100_000 },
      isDominant: isDominant
    )
  }

  /// The heavy chain with bases changed at some offsets.
  static func evolved(
    at offsets: [Int],
    templates: Double,
    v: String = "IGHV1-69*01"
  )
    -> DriftClonotype
  {
    var member = heavy
    member.id = "N"
    for offset in offsets {
      member.layout.bases[offset] =
        member.layout.bases[offset] == UInt8(ascii: "A") ? UInt8(ascii: "C") : UInt8(ascii: "A")
    }
    member.vCall = v
    member.templates = templates
    return member
  }

  /// A rearrangement of another V family with a given 3′ end.
  static func replaced(
    n1: String = "GG",
    d: String = "GTATTACGAT",
    n2: String = "AACCTTGG",
    templates: Double = 50,
    v: String = "IGHV3-23*01",
    isDominant: Bool = false
  ) -> DriftClonotype {
    clonotype(
      "N",
      v: "GAGGTGCAGCTGTTGGAGTCTGGGGGAGGCTTGGTACAGCCTGGGGGGTCCTGTGCGAAA",
      n1: n1,
      d: d,
      n2: n2,
      mutations: [],
      templates: templates,
      vCall: v,
      isDominant: isDominant
    )
  }
}
