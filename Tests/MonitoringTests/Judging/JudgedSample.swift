import Clonotyping
import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import TestSupport
import Tracking

/// A follow-up of one replicate with a hundred spike copies of 10 reads each and a million cells,
/// changed as a test needs: a tracked clone, polyclonal clonotypes, and one that emerged.
struct JudgedSample {
  static let method = AnalysisMethod(germline: "g", profile: "p", assay: "a", program: "1")

  /// The tracked clone's clonotype, the one that emerged, and the polyclonal ones.
  let clone: Clonotype
  let emerged: Clonotype
  let polyclonal: [Clonotype]
  let annotator: Annotator

  /// Reads of the tracked clone.
  var cloneReads = 0
  /// Reads of the clonotype that emerged; 0 leaves it out.
  var emergedReads = 0
  var metadata: [String: String] = [:]
  var run = RunInfluence.none
  var limits = JudgingLimits()
  var baselineMethod = method
  /// V alleles of the baseline's polyclonal clonotypes.
  var census = AlleleCensus()
  var earlier: [EarlierVisit] = []
  var hasClones = true
  var stages = [
    StageCounts(.read, input: 30_000, output: 30_000, rejected: [:]),
    StageCounts(.annotate, input: 30_000, output: 29_000, rejected: ["no_v": 1_000]),
  ]

  init() throws {
    var bench = try ClonotypeBench(seed: 91)
    var drawn: [Clonotype] = []
    var windows: Set<NucleotideSequence> = []
    for _ in 0..<1_000 where drawn.count < 122 {
      guard let made = bench.clonotype(.ighVDJ, counts: [10]), Self.signature(of: made) != nil,
        windows.insert(made.window).inserted
      else { continue }
      drawn.append(made)
    }
    (clone, emerged, polyclonal) = (drawn[0], drawn[1], Array(drawn[2...]))
    annotator = bench.annotator
  }

  /// The judgement after a change.
  static func judged(_ change: (inout Self) -> Void) throws -> FollowupJudgement {
    var sample = try Self()
    change(&sample)
    return sample.judgement
  }

  var judgement: FollowupJudgement {
    FollowupJudgement(facts, tracked: tracked, after: earlier)
  }

  private static func signature(of clonotype: Clonotype) -> Signature? {
    let window = clonotype.windowOffset
    return Signature(
      of: clonotype.representative,
      recombined: (window + clonotype.ndn.lowerBound)..<(window + clonotype.ndn.upperBound),
      primerFree: clonotype.primerFree
    )
  }

  private var indexClones: [IndexClone] {
    guard hasClones, let signature = Self.signature(of: clone) else { return [] }
    return [
      IndexClone(
        id: "P1.IGH_VDJ.1",
        type: clone.type,
        junction: clone.window.description,
        signature: signature,
        likeFraction: 0.5,
        role: .primary
      )
    ]
  }

  var tracked: TrackedClones {
    TrackedClones(
      [
        Baseline(
          sample: "P1-DX",
          subject: "P1",
          method: baselineMethod,
          clones: indexClones,
          reference: BaselineReference(
            cellEquivalents: 100_000,
            readsPerTemplate: 10,
            clonotypes: [],
            unlistedReads: [.ighVDJ: 0],
            census: census
          )
        )
      ],
      subject: "P1",
      criteria: limits.baseline
    )
  }

  /// The clonotypes with their reads, most first.
  private var list: ClonotypeList {
    var all = polyclonal
    for (clonotype, reads) in [(clone, cloneReads), (emerged, emergedReads)] where reads > 0 {
      var counted = clonotype
      counted.replicateCounts = [reads]
      all.append(counted)
    }
    return ClonotypeList(all.sorted(by: Clonotype.precedes))
  }

  var facts: SampleFacts {
    SampleFacts(
      stages: stages,
      replicateReads: [30_000],
      ambiguousReads: 0,
      isPaired: false,
      clonotypes: list,
      subclones: tracked.subcloneTally,
      quantification: SampleQuantification(
        of: [
          ReplicateObservation(
            index: 1,
            dnaNanograms: 6_500,
            cloneReads: tracked.clones.map { _ in cloneReads },
            controlReads: [1_000],
            competitorReads: [0]
          )
        ],
        clones: TrackedCloneInfo.all(tracked),
        controls: [ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: 100))],
        parameters: limits.quantification
      ),
      annotator: annotator,
      metadata: metadata,
      method: Self.method,
      run: run,
      limits: limits
    )
  }

  /// The alleles of the sample's own polyclonal clonotypes.
  var ownCensus: AlleleCensus {
    PolyclonalSurvey(facts.driftClonotypes, annotator: annotator, limits: limits.identity) { _ in
      false
    }.census
  }

  /// A baseline's census with the sample's own alleles, three times as often.
  var ownAlleles: AlleleCensus {
    AlleleCensus(ownCensus.counts.mapValues { $0.mapValues { 3 * $0 } })
  }

  /// A census of the same genes in which every allele is another.
  var foreignCensus: AlleleCensus {
    AlleleCensus(
      Dictionary(
        uniqueKeysWithValues: ownCensus.counts.keys.map { ($0, ["\($0)*99": 10]) }
      )
    )
  }

  /// Lets the clonotype that emerged pass the gates of a dominant one.
  mutating func makeDominant() {
    emergedReads = 20_000
  }

  /// An earlier visit of the same method.
  static func visit(
    _ sample: String,
    day: String?,
    call: SampleCall = .notDetected,
    method: AnalysisMethod = method,
    proxies: HaemodilutionProxies = HaemodilutionProxies()
  ) -> EarlierVisit {
    EarlierVisit(
      sample: sample,
      visit: nil,
      metadata: day.map { ["collection_date": $0] } ?? [:],
      method: method,
      call: call,
      proxies: proxies,
      sightings: []
    )
  }
}

extension FollowupJudgement {
  /// The codes of the findings, in their order.
  var codes: [String] { findings.map(\.code) }

  /// The findings of one code as `severity: message`.
  func words(_ code: String) -> [String] { findings.filter { $0.code == code }.map(\.words) }
}
