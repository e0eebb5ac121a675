import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import Tracking

/// Index clones and baselines out of letters.
enum CloneFixture {
  /// Random letters, the same for a seed.
  static func letters(_ count: Int, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    return String((0..<count).map { _ in random.element(of: Array("ACGT")) ?? "A" })
  }

  /// Letters with other bases at some offsets.
  static func changed(_ letters: String, at offsets: some Collection<Int>) -> String {
    String(
      letters.enumerated().map { offset, letter in
        offsets.contains(offset) ? (letter == "A" ? "C" : "A") : letter
      }
    )
  }

  /// A clone with a signature of 20 bases, the recombined ones, and 20 more, whose seed is `flanks`.
  ///
  /// A junction, where there is one, is the recombined bases.
  static func clone(
    _ id: CloneID = "P1.IGH_VDJ.1",
    type: RearrangementType = .ighVDJ,
    v: String? = "IGHV3-23*01",
    j: String? = "IGHJ4*02",
    flanks: UInt64 = 1,
    recombined: String,
    hasJunction: Bool = true,
    role: TrackingRole = .primary,
    tier: SelectionTier? = .a,
    share: Double = 0.4,
    background: Double? = 0.01
  ) -> IndexClone {
    let signature =
      letters(20, seed: flanks) + recombined + letters(20, seed: flanks &+ 1_000_000)
    return IndexClone(
      id: id,
      type: type,
      vCall: v,
      jCall: j,
      junction: hasJunction ? recombined : nil,
      signature: Signature(
        bases: NucleotideSequence(signature) ?? NucleotideSequence(),
        ndn: 20..<(20 + recombined.utf8.count)
      ),
      likeFraction: share,
      tier: tier,
      role: role,
      expectedBackground: background
    )
  }

  /// The baseline of a sample.
  static func baseline(
    _ sample: String,
    _ clones: [IndexClone],
    reference: BaselineReference = reference()
  ) -> Baseline {
    Baseline(
      sample: sample,
      subject: "P1",
      method: AnalysisMethod(germline: "g", profile: "p", assay: "a", program: "1"),
      clones: clones,
      reference: reference
    )
  }

  /// What a baseline sample is judged against.
  static func reference(
    cells: Double? = nil,
    readsPerTemplate: Double? = nil,
    clonotypes: [DriftClonotype] = [],
    unlisted: [LocusClass: Int] = [:],
    census: AlleleCensus = AlleleCensus()
  ) -> BaselineReference {
    BaselineReference(
      cellEquivalents: cells,
      readsPerTemplate: readsPerTemplate,
      clonotypes: clonotypes,
      unlistedReads: unlisted,
      census: census
    )
  }

  /// The clones of some baselines, tracked together.
  static func tracked(
    _ baselines: [Baseline],
    maxTracked: Int = 6
  ) -> TrackedClones {
    var criteria = SelectionCriteria()
    criteria.maxTracked = maxTracked
    return TrackedClones(baselines, subject: "P1", criteria: criteria)
  }

  /// The diagnostic samples of each clone when two samples, A and B, show a clone each.
  static func samples(_ left: IndexClone, _ right: IndexClone) -> [[String]] {
    tracked([baseline("A", [left]), baseline("B", [right])]).clones.map(\.samples)
  }
}
