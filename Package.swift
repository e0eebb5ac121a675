// swift-tools-version: 6.2
import PackageDescription

/// Checks every target of this package is compiled under.
var checks: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
if Context.environment["CI"] != nil { checks.append(.treatAllWarnings(as: .error)) }

let argumentParser: Target.Dependency =
  .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "clonetrack",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "clonetrack", targets: ["clonetrack"]),
    .library(name: "Nucleotides", targets: ["Nucleotides"]),
    .library(name: "SequenceIO", targets: ["SequenceIO"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  // A target may depend only on targets above it in this list.
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Files", dependencies: ["Diagnostics", crypto]),
    .target(name: "Nucleotides"),
    .target(name: "StatisticsShims"),
    .target(name: "Statistics", dependencies: ["StatisticsShims"]),
    .target(
      name: "CompressionShims",
      linkerSettings: [.linkedLibrary("isal"), .linkedLibrary("z"), .linkedLibrary("bz2")]
    ),
    .target(
      name: "SequenceIO",
      dependencies: ["CompressionShims", "Diagnostics", "Nucleotides"]
    ),
    .target(name: "Alignments", dependencies: ["Nucleotides"]),
    .target(
      name: "GermlineData",
      exclude: [
        "README.md", "germline.tsv", "make_default_germline.py", "phix174.fasta",
        "v-functionality.tsv", "v-set-apart.tsv",
      ]
    ),
    .target(
      name: "Germline",
      dependencies: ["Diagnostics", "GermlineData", "Nucleotides", crypto]
    ),
    .target(
      name: "Rearrangements",
      dependencies: ["Alignments", "Germline", "Nucleotides"]
    ),
    .target(
      name: "Clonotyping",
      dependencies: ["Alignments", "Nucleotides", "Rearrangements"]
    ),
    .target(
      name: "Tracking",
      dependencies: ["Alignments", "Clonotyping", "Germline", "Nucleotides", "Rearrangements"]
    ),
    .target(
      name: "Quantification",
      dependencies: ["Clonotyping", "Germline", "Rearrangements", "Statistics", "Tracking"]
    ),
    .target(
      name: "Monitoring",
      dependencies: [
        "Clonotyping", "Diagnostics", "Germline", "Nucleotides", "Quantification",
        "Rearrangements", "Statistics", "Tracking",
      ]
    ),
    .target(
      name: "Assays",
      dependencies: [
        "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Tracking", crypto, yams,
      ],
      resources: [
        .embedInCode("Presets/biomed2-fr1.yaml"), .embedInCode("Presets/biomed2-fr2.yaml"),
        .embedInCode("Presets/biomed2-fr3.yaml"),
      ]
    ),
    .target(
      name: "Counting",
      dependencies: [
        "Alignments", "Assays", "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring",
        "Nucleotides", "Quantification", "Rearrangements", "SequenceIO", "Tracking", crypto,
      ]
    ),
    .target(
      name: "Records",
      dependencies: [
        "Assays", "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Statistics", "Tracking", crypto,
      ]
    ),
    .target(
      name: "ResultStore",
      dependencies: [
        "Diagnostics", "Files", "Monitoring", "Records", crypto,
      ]
    ),
    .target(
      name: "Reports",
      dependencies: [
        "Clonotyping", "Diagnostics", "Germline", "Monitoring", "Nucleotides", "Quantification",
        "Rearrangements", "Records", "Tracking",
      ],
      resources: [
        .embedInCode("Assets/alignment.css"), .embedInCode("Assets/page.css"),
        .embedInCode("Assets/quality.css"), .embedInCode("Assets/report.css"),
        .embedInCode("Assets/tables.js"),
      ]
    ),
    .target(
      name: "SimulatedReads",
      dependencies: ["Germline", "Nucleotides", "Rearrangements"]
    ),
    .executableTarget(
      name: "QuantificationExperiment",
      dependencies: [
        "Clonotyping", "Diagnostics", "Monitoring", "Quantification", "SimulatedReads",
        "Statistics", "Tracking", argumentParser,
      ]
    ),
    .target(
      name: "Workflows",
      dependencies: [
        "Alignments", "Assays", "Clonotyping", "Counting", "Diagnostics", "Files", "Germline",
        "Monitoring", "Nucleotides", "Quantification", "Rearrangements", "Records", "Reports",
        "ResultStore", "SequenceIO", "Statistics", "Tracking", crypto,
      ]
    ),
    .executableTarget(
      name: "StageMeasurements",
      dependencies: [
        "Alignments", "Clonotyping", "Counting", "Diagnostics", "Files", "Germline",
        "Nucleotides", "Rearrangements", "Records", "SequenceIO", "Tracking", "Workflows",
        argumentParser,
      ]
    ),
    .target(
      name: "ClonetrackCLI",
      dependencies: [
        "Assays", "Counting", "Diagnostics", "Files", "Records", "Workflows",
        argumentParser,
      ]
    ),
    .executableTarget(name: "clonetrack", dependencies: ["ClonetrackCLI"]),
    .target(
      name: "TestSupport",
      dependencies: [
        "Assays", "Clonotyping", "Diagnostics", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Records", "SimulatedReads", "Tracking",
      ],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "FilesTests",
      dependencies: ["Diagnostics", "Files", "SimulatedReads", "TestSupport", crypto]
    ),
    .testTarget(name: "NucleotidesTests", dependencies: ["Nucleotides"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(name: "SequenceIOTests", dependencies: ["Diagnostics", "SequenceIO"]),
    .testTarget(
      name: "AlignmentsTests",
      dependencies: ["Alignments", "Nucleotides", "SimulatedReads"]
    ),
    .testTarget(
      name: "GermlineTests",
      dependencies: ["Diagnostics", "Germline", "Nucleotides"]
    ),
    .testTarget(
      name: "RearrangementsTests",
      dependencies: [
        "Alignments", "Germline", "Nucleotides", "Rearrangements", "SimulatedReads",
      ]
    ),
    .testTarget(
      name: "ClonotypingTests",
      dependencies: [
        "Clonotyping", "Nucleotides", "Rearrangements", "SimulatedReads", "TestSupport",
      ]
    ),
    .testTarget(
      name: "TrackingTests",
      dependencies: [
        "Clonotyping", "Germline", "Nucleotides", "Quantification", "Rearrangements",
        "SimulatedReads", "TestSupport", "Tracking",
      ]
    ),
    .testTarget(
      name: "QuantificationTests",
      dependencies: ["Clonotyping", "Quantification", "Statistics", "Tracking"]
    ),
    .testTarget(
      name: "MonitoringTests",
      dependencies: [
        "Clonotyping", "Diagnostics", "Monitoring", "Nucleotides", "Quantification",
        "Rearrangements", "Statistics", "TestSupport", "Tracking",
      ]
    ),
    .testTarget(
      name: "AssaysTests",
      dependencies: [
        "Assays", "Diagnostics", "Monitoring", "Quantification", "SimulatedReads", "TestSupport",
      ]
    ),
    .testTarget(
      name: "CountingTests",
      dependencies: [
        "Assays", "Counting", "Diagnostics", "Files", "Nucleotides", "Rearrangements",
        "SimulatedReads", "TestSupport",
      ]
    ),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Records", "TestSupport", "Tracking", crypto,
      ]
    ),
    .testTarget(
      name: "ResultStoreTests",
      dependencies: [
        "Diagnostics", "Files", "Monitoring", "Quantification", "Records", "ResultStore",
        "TestSupport", crypto,
      ]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Clonotyping", "Quantification", "Records", "Reports", "TestSupport", "Tracking", crypto,
      ]
    ),
    .testTarget(
      name: "SimulatedReadsTests",
      dependencies: ["Germline", "Nucleotides", "Rearrangements", "SimulatedReads"]
    ),
    .testTarget(
      name: "QuantificationExperimentTests",
      dependencies: ["Quantification", "QuantificationExperiment"]
    ),
    .testTarget(
      name: "WorkflowsTests",
      dependencies: [
        "Assays", "Clonotyping", "CompressionShims", "Counting", "Diagnostics", "Germline",
        "Monitoring", "Nucleotides", "Quantification", "Rearrangements", "Records", "Reports",
        "SequenceIO", "SimulatedReads", "TestSupport", "Tracking", "Workflows",
        crypto,
      ]
    ),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "Assays", "ClonetrackCLI", "Counting", "Diagnostics", "TestSupport",
        "Workflows", "clonetrack", argumentParser,
      ]
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["Diagnostics"]),
  ],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where !target.name.hasSuffix("Shims") {
  target.swiftSettings = checks
}
