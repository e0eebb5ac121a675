/// One room of the house: what its sources may import.
struct Room: Sendable {
  /// The target and its folder below `Sources`.
  var name: String
  /// The targets of this package that its sources may import.
  var rooms: Set<String> = []
  /// The modules of other packages and of the toolchain that its sources may import.
  var external: Set<String> = []
}

/// The table of CONTRIBUTING.md, written down a second time: Package.swift and the sources are held
/// against this table, so that a new arrow is a decision and never an accident.
enum House {
  /// The rooms, bottom up; a room may import only rooms before it.
  static let rooms: [Room] = [
    Room(name: "Diagnostics"),
    Room(
      name: "Files",
      rooms: ["Diagnostics"],
      external: foundation.union(systemC).union(["Crypto", "Synchronization"])
    ),
    Room(name: "Nucleotides"),
    Room(name: "StatisticsShims"),
    Room(name: "Statistics", rooms: ["StatisticsShims"], external: systemC),
    Room(name: "CompressionShims"),
    Room(
      name: "SequenceIO",
      rooms: ["CompressionShims", "Diagnostics", "Nucleotides"],
      external: systemC.union(["Synchronization"])
    ),
    Room(name: "Alignments", rooms: ["Nucleotides"], external: systemC),
    Room(name: "GermlineData"),
    Room(
      name: "Germline",
      rooms: ["Diagnostics", "GermlineData", "Nucleotides"],
      external: systemC.union(["Crypto"])
    ),
    Room(
      name: "Rearrangements",
      rooms: ["Alignments", "Germline", "Nucleotides"],
      external: systemC
    ),
    Room(
      name: "Clonotyping",
      rooms: ["Alignments", "Nucleotides", "Rearrangements"],
      external: systemC
    ),
    Room(
      name: "Tracking",
      rooms: ["Alignments", "Clonotyping", "Germline", "Nucleotides", "Rearrangements"],
      external: systemC
    ),
    Room(
      name: "Quantification",
      rooms: ["Clonotyping", "Germline", "Rearrangements", "Statistics", "Tracking"],
      external: systemC
    ),
    Room(
      name: "Monitoring",
      rooms: [
        "Clonotyping", "Diagnostics", "Germline", "Nucleotides", "Quantification",
        "Rearrangements", "Statistics", "Tracking",
      ],
      external: systemC
    ),
    Room(
      name: "Assays",
      rooms: [
        "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Tracking",
      ],
      external: foundation.union(["Crypto", "Yams"])
    ),
    Room(
      name: "Counting",
      rooms: [
        "Alignments", "Assays", "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring",
        "Nucleotides", "Quantification", "Rearrangements", "SequenceIO", "Tracking",
      ],
      external: systemC.union(["Crypto", "Synchronization"])
    ),
    Room(
      name: "Records",
      rooms: [
        "Assays", "Clonotyping", "Diagnostics", "Files", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Statistics", "Tracking",
      ],
      external: foundation.union(systemC).union(["Crypto"])
    ),
    Room(
      name: "ResultStore",
      rooms: ["Diagnostics", "Files", "Monitoring", "Records"],
      external: foundation.union(systemC).union(["Crypto"])
    ),
    Room(
      name: "Reports",
      rooms: [
        "Clonotyping", "Diagnostics", "Germline", "Monitoring", "Nucleotides", "Quantification",
        "Rearrangements", "Records", "Tracking",
      ],
      external: foundation.union(systemC)
    ),
    Room(name: "SimulatedReads", rooms: ["Germline", "Nucleotides", "Rearrangements"]),
    Room(
      name: "QuantificationExperiment",
      rooms: [
        "Clonotyping", "Diagnostics", "Monitoring", "Quantification", "SimulatedReads",
        "Statistics", "Tracking",
      ],
      external: foundation.union(systemC).union(["ArgumentParser"])
    ),
    Room(
      name: "Workflows",
      rooms: [
        "Alignments", "Assays", "Clonotyping", "Counting", "Diagnostics", "Files", "Germline",
        "Monitoring", "Nucleotides", "Quantification", "Rearrangements", "Records", "Reports",
        "ResultStore", "SequenceIO", "Statistics", "Tracking",
      ],
      external: foundation.union(systemC).union(["Crypto", "Synchronization"])
    ),
    Room(
      name: "StageMeasurements",
      rooms: [
        "Alignments", "Clonotyping", "Counting", "Diagnostics", "Files", "Germline", "Nucleotides",
        "Rearrangements", "Records", "SequenceIO", "Tracking", "Workflows",
      ],
      external: foundation.union(["ArgumentParser", "Dispatch", "Synchronization"])
    ),
    Room(
      name: "ClonetrackCLI",
      rooms: [
        "Assays", "Counting", "Diagnostics", "Files", "Records", "Workflows",
      ],
      external: foundation.union(systemC).union(["ArgumentParser", "Synchronization"])
    ),
    Room(name: "clonetrack", rooms: ["ClonetrackCLI"]),
  ]

  /// Programs that serve the work on this one and are not installed: they start tasks.
  static let workbench: Set<String> = ["QuantificationExperiment", "StageMeasurements"]

  /// The C library of each platform.
  private static let systemC: Set<String> = ["Darwin", "Glibc", "Musl"]

  /// Foundation is for files, texts in other formats and the command line, never for a domain type.
  private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

  /// The room of that name; `nil` if the house has none.
  static func room(_ name: String) -> Room? { rooms.first { $0.name == name } }
}
