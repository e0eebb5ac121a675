/// One room of the house: what its sources may import.
struct Room: Sendable {
  /// The target and its folder below `Sources`.
  var name: String
  /// The targets of this package that its sources may import.
  var rooms: Set<String> = []
  /// The modules of other packages and of the toolchain that its sources may import.
  var external: Set<String> = []
}

/// The map of the house in CONTRIBUTING.md, written down a second time: Package.swift and the sources are held
/// against this table, so that a new arrow is a decision and never an accident.
enum House {
  /// The rooms, bottom up; a room may import only rooms before it.
  static let rooms: [Room] = [
    Room(name: "Diagnostics"),
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
      rooms: ["Diagnostics", "GermlineData", "Nucleotides", "SequenceIO"],
      external: systemC.union(["Crypto"])
    ),
    Room(
      name: "Rearrangements",
      rooms: ["Alignments", "Diagnostics", "Germline", "Nucleotides"],
      external: systemC
    ),
    Room(
      name: "Clonotyping",
      rooms: ["Alignments", "Germline", "Nucleotides", "Rearrangements"],
      external: systemC.union(["Crypto"])
    ),
    Room(
      name: "Quantification",
      rooms: ["Clonotyping", "Rearrangements", "Statistics"],
      external: systemC
    ),
    Room(
      name: "Monitoring",
      rooms: ["Clonotyping", "Diagnostics", "Quantification", "Rearrangements", "Statistics"],
      external: systemC
    ),
    Room(
      name: "Reports",
      rooms: [
        "Clonotyping", "Diagnostics", "Germline", "Monitoring", "Nucleotides", "Quantification",
        "Rearrangements",
      ],
      external: foundation.union(systemC)
    ),
    Room(name: "SimulatedReads", rooms: ["Germline", "Nucleotides", "Rearrangements"]),
    Room(
      name: "QuantificationExperiment",
      rooms: [
        "Clonotyping", "Diagnostics", "Monitoring", "Quantification", "SimulatedReads",
        "Statistics",
      ],
      external: foundation.union(systemC).union(["ArgumentParser"])
    ),
    Room(
      name: "Workflows",
      rooms: [
        "Alignments", "Clonotyping", "Diagnostics", "Germline", "Monitoring", "Nucleotides",
        "Quantification", "Rearrangements", "Reports", "SequenceIO", "SimulatedReads", "Statistics",
      ],
      external: foundation.union(systemC).union(["Crypto", "Synchronization", "Yams"])
    ),
    Room(
      name: "StageMeasurements",
      rooms: [
        "Alignments", "Clonotyping", "Diagnostics", "Germline", "Nucleotides", "Rearrangements",
        "Reports", "SequenceIO", "Workflows",
      ],
      external: foundation.union(["ArgumentParser", "Dispatch", "Synchronization"])
    ),
    Room(
      name: "ClonetrackCLI",
      rooms: ["Diagnostics", "Workflows"],
      external: foundation.union(systemC).union(["ArgumentParser", "Synchronization"])
    ),
    Room(name: "clonetrack", rooms: ["ClonetrackCLI"], external: ["ArgumentParser"]),
  ]

  /// Programs that serve the work on this one and are not installed: they start tasks.
  static let workbench: Set<String> = ["QuantificationExperiment", "StageMeasurements"]

  /// The C library of each platform.
  private static let systemC: Set<String> = ["Darwin", "Glibc", "Musl"]

  /// Foundation is for the rooms that write files for people and for the command line.
  private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

  /// The room of that name; `nil` if the house has none.
  static func room(_ name: String) -> Room? { rooms.first { $0.name == name } }
}
