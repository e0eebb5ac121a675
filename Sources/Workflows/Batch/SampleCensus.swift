import Assays
import Clonotyping
import Counting
import Monitoring
import Nucleotides
import Quantification
import Records
import Tracking

/// What the rules of a run want to know of one sample, without its clonotypes.
struct SampleCensus: Hashable, Sendable {
  /// All reads or pairs.
  var totalReads: Int
  /// Reads that are rearrangements.
  var rearrangementReads: Int
  /// Reads of each class.
  var classReads: [LocusClass: Int]
  /// Reads of each signature that was looked for.
  var reads: [SignatureTarget.Key: Int]
  /// The controls, in the order of the assay.
  var controls: [ControlQuantification]
  /// Reads of one template; `nil` without a control that scales.
  var readsPerTemplate: Double?
  /// The nucleated cells analysed; `nil` if not known.
  var cells: Double?
  /// The level; `nil` if not known.
  var mrd: Double?
}

extension SampleCensus {
  /// Looks at a sample that was counted for clones.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - foreign: The clones of other subjects that it was counted with.
  init(_ counted: CountedFollowup, foreign: [SignatureTarget]) {
    let analysis = counted.analysis
    let clones = counted.baseline.tracked.clones
    var reads: [SignatureTarget.Key: Int] = [:]
    for (place, clone) in clones.enumerated() {
      reads[clone.target.key] = analysis.reads(ofTracked: place)
    }
    for (place, target) in foreign.enumerated() {
      reads[target.key] = counted.foreignReads(at: place)
    }
    self.init(analysis, analysis.quantify(TrackedCloneInfo.all(counted.baseline.tracked)), reads)
  }

  /// Looks at a baseline, whose clonotypes are held against every signature of the run.
  init(_ analysis: SampleAnalysis, targets: RunTargets) {
    let wanted = targets.foreign(to: nil)
    let matcher = SignatureMatcher(wanted, tolerance: analysis.context.profile.match)
    var reads = Dictionary(uniqueKeysWithValues: wanted.map { ($0.key, 0) })
    for clonotype in analysis.clonotypes {
      let codes = clonotype.representative.codes
      let sure = [UInt8](repeating: Self.sureScore, count: codes.count)
      if case .target(let place, _) = matcher.match(codes.span, sure.span) {
        reads[wanted[place].key, default: 0] += clonotype.duplicateCount
      }
    }
    self.init(analysis, analysis.quantify([]), reads)
  }

  /// The Phred score of a base that many reads agree on.
  private static let sureScore: UInt8 = 40

  private init(
    _ analysis: SampleAnalysis,
    _ quantification: SampleQuantification,
    _ reads: [SignatureTarget.Key: Int]
  ) {
    self.init(
      totalReads: analysis.totalReads,
      rearrangementReads: analysis.clonotypes.reads,
      classReads: analysis.clonotypes.classReads,
      reads: reads,
      controls: quantification.controls,
      readsPerTemplate: quantification.readsPerTemplate,
      cells: quantification.cells.equivalents,
      mrd: quantification.mrd
    )
  }
}
