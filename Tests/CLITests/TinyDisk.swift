import Foundation

/// A memory disk of 16 KiB, unmounted when the value goes away; only root can have one.
final class TinyDisk {
  /// Whether this process may mount one.
  static let isAvailable = (try? TinyDisk()) != nil

  let path: String

  init() throws {
    let name = "clonetrack-tiny-\(UInt64.random(in: .min ... .max))"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    path = folder.path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      try Self.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", path])
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit {
    try? Self.run(["umount", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  private struct Refused: Error {}

  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}
