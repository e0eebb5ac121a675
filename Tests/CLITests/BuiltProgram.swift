import Foundation

/// The program that was built beside these tests.
enum BuiltProgram {
  /// What a finished process left behind.
  struct Ended {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program's file.
  static var url: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "clonetrack")
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - started: Is given the running process, to send it a signal.
  /// - Returns: What the process left behind.
  /// - Throws: What starting it or `started` throws.
  static func run(
    _ arguments: [String],
    started: (Process) throws -> Void = { _ in }
  ) throws -> Ended {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = url
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    try started(process)
    let texts = [output, errors].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return Ended(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
