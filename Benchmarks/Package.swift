// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the benchmark library stays out of clonetrack's dependency graph.
let package = Package(
  name: "clonetrack-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "clonetrack", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "NucleotidesBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Nucleotides", package: "clonetrack"),
      ],
      path: "Benchmarks/NucleotidesBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "SequenceIOBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "SequenceIO", package: "clonetrack"),
      ],
      path: "Benchmarks/SequenceIOBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "parse-reads",
      dependencies: [.product(name: "SequenceIO", package: "clonetrack")],
      path: "Sources/ParseReads"
    ),
  ]
)
