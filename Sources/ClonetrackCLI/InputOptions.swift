import ArgumentParser
package import Assays
import Workflows

/// The read files of `baseline` and `followup`.
package struct InputOptions: ParsableArguments {
  @Option(
    name: [.customShort("1"), .customLong("in1")],
    help: ArgumentHelp(
      "FASTQ of first mates or single reads; lanes joined with commas; repeat for each replicate.",
      valueName: "files"
    ),
    completion: .file()
  )
  var in1: [String] = []

  @Option(
    name: [.customShort("2"), .customLong("in2")],
    help: ArgumentHelp(
      "FASTQ of second mates, in the order of -1.",
      valueName: "files"
    ),
    completion: .file()
  )
  var in2: [String] = []

  package init() {}

  package func validate() throws {
    guard !in1.isEmpty else { throw ValidationError("No reads are given; name them with -1.") }
    guard in2.isEmpty || in2.count == in1.count else {
      throw ValidationError(
        "-1 is given \(times(in1.count)) and -2 \(times(in2.count)); "
          + "give -2 once for each -1, or not at all."
      )
    }
    for (index, replicate) in in1.indices.enumerated() {
      let first = Self.lanes(in1[replicate])
      let second = in2.isEmpty ? first : Self.lanes(in2[replicate])
      guard !(first + second).contains("") else {
        throw ValidationError("Replicate \(index + 1) has an empty file name between commas.")
      }
      guard first.count == second.count else {
        throw ValidationError(
          "Replicate \(index + 1) has \(first.count) lanes of -1 and \(second.count) of -2; "
            + "give the same number in the same order."
        )
      }
    }
    let files = (in1 + in2).flatMap(Self.lanes)
    let uses = Dictionary(files.map { ($0, 1) }, uniquingKeysWith: +)
    guard let repeated = files.first(where: { uses[$0, default: 0] > 1 }) else { return }
    throw ValidationError(
      repeated == "-"
        ? "Standard input ('-') can be read only once."
        : "'\(repeated)' is given more than once; its reads would be counted twice."
    )
  }

  /// The files, replicate by replicate.
  package var replicates: [ReplicateInput] {
    in1.indices.map { replicate in
      let first = Self.lanes(in1[replicate])
      let second: [String?] = in2.isEmpty ? first.map { _ in nil } : Self.lanes(in2[replicate])
      return ReplicateInput(lanes: zip(first, second).map { .init(first: $0, second: $1) })
    }
  }

  private static func lanes(_ files: String) -> [String] {
    files.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
