import Clonotyping
import Diagnostics
import Monitoring
import Tracking

/// A run without a finding: eight subjects with a baseline each in run R0 and a follow-up each in
/// run R1 beside a blank, a polyclonal and a positive control, all with unique dual indexes.
///
/// Each subject has an IGH VDJ that nobody else has, an IGK VJ that one person in 500 has,
/// and a Kde rearrangement that many have. P1 has a clone of 5 %, the others none.
struct RunFixture {
  static let subjects = (1...8).map { "P\($0)" } + ["CTRL"]

  var targets: [RunTarget] = Self.subjects.flatMap { subject in
    [
      (LocusClass.ighVDJ, TrackingRole.primary, 1e-8), (.igkVJ, .primary, 2e-3),
      (.igkKde, .supporting, 0.5),
    ].map { locusClass, role, background in
      RunTarget(
        name: "\(subject).\(locusClass.rawValue)",
        owner: .subject(subject),
        locusClass: locusClass,
        role: role,
        expectedBackground: background,
        signature: "\(subject) \(locusClass.rawValue)"
      )
    }
  }
  var samples: [RunSample]
  var subjectsWithBaseline = Set(Self.subjects)
  var controlHistory: [String: [Double]] = [:]

  init() {
    let count = Self.subjects.count * 3
    func sample(_ name: String, _ subject: String, _ role: SampleRole, run: String) -> RunSample {
      RunSample(
        sample: name,
        subject: subject,
        role: role,
        libraries: [
          RunLibrary(lane: RunLane(run: run, lane: "1"), index: name, isUniqueDual: true)
        ],
        totalReads: 600_000,
        rearrangementReads: role == .blank ? 0 : 500_000,
        classReads: [.ighVDJ: 200_000, .igkVJ: 200_000, .igkKde: 100_000],
        targetReads: [Int?](repeating: role.isBaseline ? nil : 0, count: count),
        readsPerTemplate: 25,
        cells: 300_000,
        mrd: 0,
        specimen: SpecimenEvidence.parse([:], role: role).evidence
      )
    }
    samples =
      Self.subjects.map { sample("\($0)-DX", $0, .diagnosis, run: "R0") }
      + Self.subjects.dropLast().map { sample("\($0)-FU", $0, .followup, run: "R1") }
      + [
        sample("NTC", "NTC", .blank, run: "R1"),
        sample("NEG", "POLY", .negativeControl, run: "R1"),
        sample("POS", "CTRL", .positiveControl, run: "R1"),
      ]
    for subject in Self.subjects {
      for locusClass in [LocusClass.ighVDJ, .igkVJ, .igkKde] {
        reads("\(subject)-DX", of: "\(subject).\(locusClass.rawValue)", 80_000)
      }
    }
    for name in ["P1.IGH_VDJ", "P1.IGK_VJ", "P1.IGK_KDE"] { reads("P1-FU", of: name, 375_000) }
    for name in ["CTRL.IGH_VDJ", "CTRL.IGK_VJ"] { reads("POS", of: name, 750) }
    change("POS") {
      $0.mrd = 1e-4
      $0.specimen.expectedMRD = 1e-4
    }
  }

  /// Sets the reads of a target in a sample.
  mutating func reads(_ sample: String, of target: String, _ reads: Int) {
    let place = targets.firstIndex { $0.name == target } ?? 0
    change(sample) { $0.targetReads[place] = reads }
  }

  /// Changes a sample.
  mutating func change(_ name: String, _ change: (inout RunSample) -> Void) {
    for place in samples.indices where samples[place].sample == name { change(&samples[place]) }
  }

  /// Takes the unique dual indexes from every sample of a run.
  mutating func useSingleIndexes() {
    for sample in samples.indices {
      for library in samples[sample].libraries.indices {
        samples[sample].libraries[library].isUniqueDual = false
      }
    }
  }

  var evidence: RunEvidence {
    RunEvidence(
      targets: targets,
      samples: samples,
      subjectsWithBaseline: subjectsWithBaseline,
      controlHistory: controlHistory
    )
  }

  /// All findings as `sample code severity: message`, in the order of the samples.
  var findings: [String] {
    let found = RunRules.findings(for: evidence, hopping: RunHopping(evidence))
    return samples.flatMap { sample in
      (found[sample.sample] ?? []).map { "\(sample.sample) \($0.code) \($0.words)" }
    }
  }

  /// All findings after a change.
  static func findings(_ change: (inout Self) -> Void) -> [String] {
    var run = Self()
    change(&run)
    return run.findings
  }
}
