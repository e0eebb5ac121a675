import Benchmark
import Nucleotides

/// A sequence of 150 bases; an iteration handles all of it.
private func makeSequence() -> NucleotideSequence {
  NucleotideSequence(codes: (0..<150).map { UInt8(truncatingIfNeeded: ($0 * $0 + $0 / 7) % 4) })
}

/// Costs of a read of 150 bases, so that a throughput of 1 M is 150 M bases a second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput],
    warmupIterations: 3,
    scalingFactor: .kilo,
    maxDuration: .seconds(2)
  )

  Benchmark("Reverse complement, 150 bases") { benchmark, sequence in
    for _ in benchmark.scaledIterations { blackHole(sequence.reverseComplement) }
  } setup: {
    makeSequence()
  }

  Benchmark("Letters to codes, 150 bases") { benchmark, letters in
    for _ in benchmark.scaledIterations { blackHole(NucleotideSequence(letters)) }
  } setup: {
    makeSequence().description
  }

  Benchmark("Codes to letters, 150 bases") { benchmark, sequence in
    for _ in benchmark.scaledIterations { blackHole(sequence.description) }
  } setup: {
    makeSequence()
  }

  Benchmark("Translate, 150 bases") { benchmark, sequence in
    for _ in benchmark.scaledIterations { blackHole(GeneticCode.translate(sequence.codes)) }
  } setup: {
    makeSequence()
  }
}
