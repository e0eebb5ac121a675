import Crypto
package import Diagnostics
package import Files
package import Records

extension BatchFolder {
  /// What changes when a run's results take their places.
  private struct Changes {
    /// Sample folders that are new or say something else than before.
    var placed: [String] = []
    /// Sample folders that have to go: replaced, or of samples that could not be read.
    var removed: [String] = []
    /// The files of the run as a whole.
    var files: [(name: String, bytes: [UInt8])] = []
    /// Recorded results that go.
    var superseded: [AuditEntry.Superseded] = []

    var isEmpty: Bool { placed.isEmpty && removed.isEmpty && files.isEmpty }
  }

  /// Puts the results in their places and records that in the audit trail.
  ///
  /// - Parameters:
  ///   - record: The record of the run.
  ///   - files: The files of the run as a whole, in their order: the record, and what is made of it.
  ///   - inputs: The files read.
  /// - Throws: `AUDIT-SUPERSEDE` if recorded results would change without a reason; nothing has
  ///   changed then. `FILE-WRITE`, `FILE-CREATE`, or `FILE-MISSING` or `FILE-READ` if a result
  ///   cannot be read back for the trail; `--resume` finishes the run then.
  package func commit(
    _ record: BatchRecord,
    files: [(name: String, bytes: [UInt8])],
    inputs: [FileIdentity]
  ) throws(Diagnostic) {
    let changes = try changes(record, files)
    let inputs = inputs.map { RunRecord.FileRecord($0) }
    if let first = changes.superseded.first, request.supersedeReason == nil {
      throw Diagnostic(
        code: "AUDIT-SUPERSEDE",
        message: "\(changes.superseded.count) recorded results would change",
        location: .init(path: root.appending(first.path).path)
      )
    }
    let topLevel = changes.files.map(\.name) + (changes.isEmpty ? [] : [RunRecord.fileName])
    for name in changes.removed + topLevel {
      let old = root.appending(name)
      guard old.kind != .absent else { continue }
      guard trail.results.keys.contains(where: { $0 == name || $0.hasPrefix(name + "/") }) else {
        try old.removeTree()
        continue
      }
      try attic.makeFolders()
      try old.move(to: attic.appending(name))
    }
    for name in changes.placed { try staging.appending(name).move(to: root.appending(name)) }
    for (name, bytes) in changes.files { try place(bytes, as: name) }
    if !changes.isEmpty || root.appending(RunRecord.fileName).kind == .absent {
      try place(try ownRecord(inputs, files.map(\.name)).json(), as: RunRecord.fileName)
    }
    var trail = trail
    try trail.append(try entry(inputs, files.map(\.name), changes))
    // The run is whole and recorded; what is left here is removed by the next one.
    try? staging.removeTree()
  }

  /// Where the results go that this run supersedes, relative to the result folder: a folder with the
  /// number of the next entry of the trail.
  private var atticName: String {
    let digits = "\(trail.entries.count + 1)"
    let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "\(Self.supersededName)/\(number)"
  }

  private var attic: FileSystemEntry { root.appending(atticName) }

  private func changes(
    _ record: BatchRecord,
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(Diagnostic) -> Changes {
    var changes = Changes()
    for sample in record.samples {
      let (old, new) = (root.appending(sample.sample), staging.appending(sample.sample))
      if new.kind == .folder {
        if let before = runRecord(in: old), before.results == runRecord(in: new)?.results,
          isWhole(before, in: old)
        {
          continue
        }
        changes.placed.append(sample.sample)
        if old.kind != .absent { changes.removed.append(sample.sample) }
      } else if sample.folder == nil, old.kind != .absent {
        changes.removed.append(sample.sample)
      }
    }
    for (name, bytes) in files {
      // A file that is not there, or cannot be read, is written anew.
      let digest = try? FileDigest(of: root.appending(name).path)
      if digest?.sha256 != SHA256.hash(data: bytes).hexadecimal {
        changes.files.append((name, bytes))
      }
    }
    let gone =
      changes.removed + changes.files.map(\.name)
      + (changes.isEmpty ? [] : [RunRecord.fileName])
    for result in trail.results.values.sorted(by: { $0.path < $1.path }) {
      let isGone = gone.contains { result.path == $0 || result.path.hasPrefix($0 + "/") }
      // A run that was killed may have moved it already.
      let kept = [attic, root].map { $0.appending(result.path) }.first { $0.kind == .file }
      guard isGone || kept?.path.hasPrefix(attic.path) == true, let kept else { continue }
      let digest = try FileDigest(of: kept.path)
      changes.superseded.append(
        .init(
          path: result.path,
          movedTo: "\(atticName)/\(result.path)",
          sha256: digest.sha256
        )
      )
    }
    return changes
  }

  private func place(_ bytes: [UInt8], as name: String) throws(Diagnostic) {
    let file = try AtomicFile(path: root.appending(name).path, force: true)
    try file.append(bytes.span)
    try file.commit()
  }

  /// The run record of the run as a whole.
  private func ownRecord(
    _ inputs: [RunRecord.FileRecord],
    _ names: [String]
  ) throws(Diagnostic) -> RunRecord {
    RunRecord(
      programVersion: ProgramVersion.program,
      versions: request.run.versions,
      commandLine: request.run.commandLine,
      parameters: request.run.parameters,
      inputs: inputs,
      results: try results(below: names),
      counts: [],
      started: started.started,
      ended: started.now,
      wallSeconds: started.seconds,
      peakMemoryBytes: ResultFiles.peakMemoryBytes,
      threads: request.run.threads
    )
  }

  private func entry(
    _ inputs: [RunRecord.FileRecord],
    _ names: [String],
    _ changes: Changes
  ) throws(Diagnostic) -> AuditEntry {
    let all = request.samples + names + [RunRecord.fileName]
    let gone = Set(changes.superseded.map(\.path))
    let standing = trail.results.filter { !gone.contains($0.key) }
    return AuditEntry(
      sequence: 0,
      time: started.now,
      actor: RunClock.actor,
      host: RunClock.host,
      command: request.run.commandLine,
      programVersion: ProgramVersion.program,
      inputs: inputs,
      results: try results(below: all).filter { standing[$0.path]?.sha256 != $0.sha256 },
      superseded: changes.superseded,
      reason: changes.superseded.isEmpty ? nil : request.supersedeReason,
      previous: ""
    )
  }

  /// The files that stand at some names and below, sorted by path.
  ///
  /// - Throws: `FILE-MISSING` or `FILE-READ` if one cannot be read back.
  private func results(below names: [String]) throws(Diagnostic) -> [RunRecord.FileRecord] {
    var paths: [String] = []
    for name in names {
      switch root.appending(name).kind {
      case .folder:
        // Folders that a person puts beside the results are none.
        paths += try root.appending(name).names().map { "\(name)/\($0)" }
          .filter { root.appending($0).kind == .file }
      case .file: paths.append(name)
      case .absent, .stream: break
      }
    }
    return try paths.sorted().map { path throws(Diagnostic) in
      let digest = try FileDigest(of: root.appending(path).path)
      return RunRecord.FileRecord(path: path, size: digest.size, sha256: digest.sha256)
    }
  }
}
