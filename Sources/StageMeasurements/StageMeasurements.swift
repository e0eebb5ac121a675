import ArgumentParser

/// Runs single stages of the program on read files, for the benchmarks to measure.
@main
struct StageMeasurements: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a stage by itself, or a kernel many times.",
    subcommands: [ReadStage.self, MergeStage.self, TrackStage.self, KernelRun.self]
  )
}
