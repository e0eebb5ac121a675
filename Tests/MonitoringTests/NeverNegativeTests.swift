import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Testing
import Tracking

/// Whatever a sample shows, a finding that fails it or leaves it open never leaves a negative.
@Suite("No negative beside a failure")
struct NeverNegativeTests {
  private static func codes(_ severity: Diagnostic.Severity) -> [String] {
    CodeRegistry.entries.filter { $0.kind == .finding(severity) && $0.stage != .germline }
      .map(\.code)
  }

  /// The call and the statuses of a sample with one finding.
  private func words(
    _ sample: FollowupFixture,
    _ code: String,
    _ severity: Diagnostic.Severity
  )
    -> Set<String>
  {
    let verdict = SampleVerdict(
      of: sample.evidence.quantification,
      findings: [Diagnostic(code: code, severity: severity, message: "made up")]
    )
    return Set([verdict.call.rawValue] + verdict.statuses.map(\.status.rawValue))
  }

  /// Samples from deep and clean to empty, positive and negative.
  private func sample(_ random: inout SeededNumbers) -> FollowupFixture {
    var sample = FollowupFixture()
    let reads = [0, 0, 0, 1, 3, 30, 3_000]
    sample.cloneReads = (0..<3).map { _ in (0..<2).map { _ in random.element(of: reads) } }
    sample.controlReads = (0..<3).map { _ in random.element(of: [0, 49, 2_000, 50_000]) }
    sample.locusReads = random.element(of: [0, 200, 2_000, 20_000])
    return sample
  }

  @Test("every code that fails a sample makes it FAILED", arguments: codes(.failure))
  func failures(code: String) {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<40 {
      #expect(words(sample(&random), code, .failure) == ["FAILED", "NE"])
    }
  }

  @Test("every code that leaves a sample open leaves no negative", arguments: codes(.indeterminate))
  func indeterminate(code: String) {
    var random = SeededNumbers(seed: 6)
    for _ in 0..<40 {
      let found = words(sample(&random), code, .indeterminate)
      #expect(found == ["INDETERMINATE", "INDET"] || found == ["FAILED", "NE"])
    }
  }

  /// The lane sends a follow-up some of its own clone's reads; whatever it shows beside them, it is
  /// detected, indeterminate or has no reads to speak of.
  @Test("reads that hopping hides are never called absent", arguments: 1...60)
  func hopping(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var run = RunFixture()
    var second = run.samples[9]
    second.sample = "P1-FU2"
    second.libraries[0].index = "P1-FU2"
    run.samples.append(second)
    if random.element(of: [true, false]) { run.useSingleIndexes() }
    let reads = (0..<3).map { _ in random.element(of: [0, 0, 2, 3, 5, 12, 50, 200, 400, 460, 900]) }
    for (target, count) in zip(run.targets, reads) { run.reads("P1-FU2", of: target.name, count) }
    let evidence = run.evidence
    let hopping = RunHopping(evidence)
    let place = evidence.samples.count - 1
    let found = RunRules.findings(for: evidence, hopping: hopping)["P1-FU2"] ?? []

    func judge(_ hopped: [Double], _ findings: [Diagnostic]) -> String {
      let quantification = SampleQuantification(
        of: [
          ReplicateObservation(
            index: 1,
            dnaNanograms: 6_500,
            cloneReads: reads,
            controlReads: [2_500],
            competitorReads: [0]
          )
        ],
        clones: run.targets.prefix(3).enumerated().map { rank, target in
          TrackedCloneInfo(
            cloneID: CloneID(target.name),
            role: target.role ?? .supporting,
            expectedBackground: target.expectedBackground,
            trackingRank: rank + 1,
            isIGH: rank == 0
          )
        },
        controls: [ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: 100))],
        otherBackground: hopped.map { BackgroundReads(hop: $0) }
      )
      return SampleVerdict(of: quantification, findings: findings).call.rawValue
    }
    let alone = judge([], [])
    let inRun = judge(
      (0..<3).map { hopping.expectedReads(ofTarget: $0, inSample: place) },
      found
    )
    if alone != "NOT_DETECTED" { #expect(inRun != "NOT_DETECTED", "\(reads)") }
    // And no clean sample becomes positive by its lane.
    if alone == "NOT_DETECTED" { #expect(!inRun.hasPrefix("DETECTED"), "\(reads)") }
  }
}

/// Numbers of a seed, the same on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func element<Element>(of list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }
}
