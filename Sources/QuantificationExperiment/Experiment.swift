/// The cells of an experiment in the order of its plan.
package struct Experiment: Hashable, Sendable {
  /// What was simulated.
  package var plan: ExperimentPlan
  /// The follow-ups at each level.
  package var levels: [LevelCell]
  /// The follow-ups at the limit of detection.
  package var limits: [LevelCell]
  /// The blanks.
  package var blanks: [BlankCell]

  /// Simulates; every cell has a seed of its own, so that the number of threads changes nothing.
  ///
  /// - Parameters:
  ///   - plan: what to simulate.
  ///   - threads: the cells that are simulated at the same time, 1 or more.
  package init(_ plan: ExperimentPlan, threads: Int) async {
    self.plan = plan
    let (models, limitModels) = (plan.models, plan.limitModels)
    levels = await Self.inParallel(models.count, threads) { index in
      LevelCell(models[index], runs: plan.runs, seed: Self.seed(plan, part: 1, index))
    }
    limits = await Self.inParallel(limitModels.count, threads) { index in
      LevelCell(
        atLimitOf: limitModels[index],
        runs: plan.runs,
        seed: Self.seed(plan, part: 2, index)
      )
    }
    let pairs = plan.cloneCounts.flatMap { count in plan.backgrounds.map { (count, $0) } }
    blanks = await Self.inParallel(pairs.count, threads) { index in
      BlankCell(
        background: pairs[index].1,
        cloneCount: pairs[index].0,
        runs: plan.blanks,
        seed: Self.seed(plan, part: 3, index)
      )
    }
  }

  /// A seed of a cell; neighbouring seeds of the generator are unrelated.
  private static func seed(_ plan: ExperimentPlan, part: UInt64, _ index: Int) -> UInt64 {
    plan.seed &+ part << 32 &+ UInt64(index) << 40
  }

  private static func inParallel<Cell: Sendable>(
    _ count: Int,
    _ threads: Int,
    _ make: @escaping @Sendable (Int) -> Cell
  ) async -> [Cell] {
    await withTaskGroup(of: (Int, Cell).self) { group in
      var cells: [Int: Cell] = [:]
      for index in 0..<count {
        if index >= threads, let (done, cell) = await group.next() { cells[done] = cell }
        group.addTask { (index, make(index)) }
      }
      for await (done, cell) in group { cells[done] = cell }
      return (0..<count).compactMap { cells[$0] }
    }
  }
}
