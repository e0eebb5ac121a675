import ArgumentParser
import Diagnostics
import Foundation
import SequenceIO

/// The two read files of a library.
struct PairFiles: ParsableArguments, Sendable {
  @Argument(help: "First mates.") var first: String
  @Argument(help: "Second mates.") var second: String

  /// Opens the files.
  ///
  /// - Throws: `FILE-MISSING` if one cannot be read.
  func reader() throws(Diagnostic) -> ReadPairReader {
    try ReadPairReader(firstMates: [first], secondMates: [second])
  }
}

/// The result of a stage, for whoever reads the log of the benchmarks.
enum StageOutput {
  /// Writes a line to standard output.
  ///
  /// - Throws: What writing throws.
  static func write(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
