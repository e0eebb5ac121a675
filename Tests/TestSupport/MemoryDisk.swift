import Foundation

/// A small memory disk, unmounted when the value goes away; only root can have one.
///
/// The tests of the command line have this file by a link.
package final class MemoryDisk {
  /// Whether this process may mount one.
  package static let isAvailable = (try? MemoryDisk(kibibytes: 16)) != nil

  package let path: String

  /// Mounts a disk of that size.
  package init(kibibytes: Int) throws {
    let name = "clonetrack-disk-\(UInt64.random(in: .min ... .max))"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    path = folder.path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      try Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path])
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
