import Quantification
import QuantificationExperiment
import Testing

@Suite("Experiment")
struct ExperimentTests {
  private static var small: ExperimentPlan {
    var plan = ExperimentPlan()
    (plan.templates, plan.copies, plan.depths, plan.variances) = ([0, 30], [300], [5, 20], [0.5])
    (plan.backgrounds, plan.cloneCounts) = ([2], [1, 3])
    (plan.runs, plan.blanks) = (200, 500)
    return plan
  }

  @Test("gives the same bytes at any number of threads, others for another seed")
  func threads() async {
    var plan = Self.small
    let one = await Experiment(plan, threads: 1).markdown
    let three = await Experiment(plan, threads: 3).markdown
    #expect(one == three)
    plan.seed += 1
    let other = await Experiment(plan, threads: 1).markdown
    #expect(one != other)
  }

  @Test("judges each setting as the program does")
  func calls() async throws {
    let result = await Experiment(Self.small, threads: 2)
    #expect(result.levels.map(\.model.templates) == [0, 0, 30, 30])
    #expect(result.levels.map(\.stated.runs) == [200, 200, 200, 200])
    // Without reads the interval begins at 0; at 5 reads a template the assay failed.
    #expect(result.levels[0].stated.covered == 200)
    #expect(result.levels[0].stated.calls == [.failed: 200])
    #expect(result.levels[1].stated.calls == [.notDetected: 200])
    #expect(result.levels[2].stated.calls == [.failed: 200])
    #expect(result.levels[2].stated.detected == 200)
    #expect(result.levels[3].stated.calls == [.detected: 200])
    #expect(result.levels[3].byDefault == result.levels[3].stated)
    #expect((180...200).contains(result.levels[3].stated.covered))
    #expect(result.blanks.map(\.cloneCount) == [1, 3])
    #expect(result.blanks.allSatisfy { $0.detected <= 5 })
  }

  @Test("draws the truth it states: levels, controls, mass", arguments: [1, 2, 3])
  func model(seed: UInt64) throws {
    let model = AssayModel(templates: 30, copies: 300, depth: 20, variance: 0.5)
    var sampler = CountSampler(seed: seed)
    let runs = 20_000.0
    var (clone, control, squares, mass) = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<Int(runs) {
      let replicates = model.draw(&sampler, cellVariation: 0.1)
      #expect(replicates.map(\.index) == [1, 2, 3])
      let reads = Double(replicates.reduce(0) { $0 + $1.cloneReads[0] })
      clone += reads
      squares += reads * reads
      control += Double(replicates.reduce(0) { $0 + $1.controlReads[0] })
      mass += try #require(replicates[0].dnaNanograms)
    }
    // Means 600 and 6,000; the variance of a compound Poisson number is T g² (1 + v + 1/g).
    let mean = clone / runs
    let error = (30 * 400 * 1.55 / runs).squareRoot()
    #expect(abs(mean - 600) < 4.5 * error)
    #expect(abs((squares / runs - mean * mean) / (30 * 400 * 1.55) - 1) < 0.06)
    #expect(abs(control / runs - 6_000) < 4.5 * (300 * 400 * 1.55 / runs).squareRoot())
    // exp(0.1² / 2) above 700.
    #expect(abs(mass / runs - 703.51) < 4.5 * 70.5 / runs.squareRoot())
  }
}
