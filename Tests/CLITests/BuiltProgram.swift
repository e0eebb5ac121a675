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
  ///   - program: Another program to run, such as a shell around this one.
  ///   - folder: Where to run it; here if `nil`.
  ///   - environment: Variables to add to those of this process.
  ///   - started: Is given the running process, to send it a signal.
  /// - Returns: What the process left behind.
  /// - Throws: What starting it or `started` throws.
  static func run(
    _ arguments: [String],
    program: String? = nil,
    in folder: String? = nil,
    environment: [String: String] = [:],
    started: (Process) throws -> Void = { _ in }
  ) throws -> Ended {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = program.map { URL(filePath: $0) } ?? url
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
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
