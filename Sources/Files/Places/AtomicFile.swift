package import Diagnostics

/// One result file that appears whole or not at all.
///
/// The bytes go to a hidden file beside the place; `commit()` renames it. Without `commit()` the
/// hidden file is removed when the value goes away. A path that is a device or pipe is written to
/// directly.
package final class AtomicFile {
  /// The path as the user gave it.
  package var path: String { place.path }

  private let place: FileSystemEntry
  private let staged: FileSystemEntry?
  private let force: Bool
  private let descriptor: OutputDescriptor
  private var isPlaced = false

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is to appear; its folder must be there.
  ///   - force: Whether a file that is there may be replaced.
  /// - Throws: `FILE-EXISTS` if the file is there and `force` is false, `FILE-CREATE` if the folder
  ///   cannot be written to.
  package init(path: String, force: Bool) throws(Diagnostic) {
    place = FileSystemEntry(path: path)
    self.force = force
    let kind = place.kind
    guard kind != .folder else { throw Self.cannotCreate(path, "it is a folder") }
    try Self.refuseExisting(place, force: force)
    do throws(SystemFault) {
      if kind == .stream {
        staged = nil
        descriptor = try OutputDescriptor(opening: path)
      } else {
        let hidden = Self.hiddenName(beside: place)
        descriptor = try OutputDescriptor(creating: hidden.path)
        staged = hidden
      }
    } catch {
      throw Self.cannotCreate(path, error.words)
    }
  }

  deinit {
    if !isPlaced { staged?.removeFile() }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `FILE-WRITE` if not every byte could be written.
  package func append(_ bytes: Span<UInt8>) throws(Diagnostic) {
    do throws(SystemFault) {
      try descriptor.write(bytes)
    } catch {
      throw cannotWrite(error)
    }
  }

  /// Makes the file appear under its name; call it once, after the last `append(_:)`.
  ///
  /// - Throws: `FILE-WRITE` if the bytes do not reach the disk, `FILE-EXISTS` if another program
  ///   made the file in the meantime.
  package func commit() throws(Diagnostic) {
    try synchronize()
    try place(over: force)
    place.parent?.synchronizeFolder()
  }

  /// Waits until the bytes are on the disk.
  package func synchronize() throws(Diagnostic) {
    do throws(SystemFault) {
      try descriptor.synchronize()
    } catch {
      throw cannotWrite(error)
    }
  }

  /// Renames the hidden file; `over` is whether a file that is there may be replaced.
  package func place(over force: Bool) throws(Diagnostic) {
    guard let staged else { return }
    try Self.refuseExisting(place, force: force)
    do throws(SystemFault) {
      try staged.rename(to: place)
    } catch {
      throw cannotWrite(error)
    }
    isPlaced = true
  }

  /// Removes the file again after it was placed.
  package func withdraw() {
    if isPlaced { place.removeFile() }
  }

  /// The error for a regular file that is there already.
  package static func refuseExisting(_ place: FileSystemEntry, force: Bool) throws(Diagnostic) {
    guard !force, place.kind == .file else { return }
    throw Diagnostic(
      code: "FILE-EXISTS",
      message: "the file is there already",
      location: .init(path: place.path)
    )
  }

  /// The error for a file or folder that cannot be made.
  package static func cannotCreate(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "FILE-CREATE",
      message: "the result cannot be created: \(reason)",
      location: .init(path: path)
    )
  }

  private func cannotWrite(_ fault: SystemFault) -> Diagnostic {
    Diagnostic(
      code: "FILE-WRITE",
      message: "the result cannot be written: \(fault.words)",
      location: .init(path: path)
    )
  }

  /// A hidden name in the same folder, so that renaming never has to copy; random, so that what a
  /// killed run left behind is never in the way.
  private static func hiddenName(beside place: FileSystemEntry) -> FileSystemEntry {
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    let hidden = ".\(place.name).\(mark).partial"
    return place.parent?.appending(hidden) ?? FileSystemEntry(path: hidden)
  }
}
