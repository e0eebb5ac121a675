import Files
import FoundationEssentials
import Records
import TestSupport

/// Folders with the records of finished runs.
struct FinishedStore {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Writes a file into a folder, made for it.
  func write(_ bytes: [UInt8], to name: String) throws {
    try FileSystemEntry(path: scratch.path(name)).parent?.makeFolders()
    try Data(bytes).write(to: URL(filePath: scratch.path(name)))
  }

  /// A follow-up that was run by itself.
  @discardableResult
  func addFollowup(
    _ folder: String,
    sample: String,
    subject: String = "S01",
    day: String? = "2026-03-01",
    _ change: (inout FollowupRecord) -> Void = { _ in }
  ) throws -> FollowupRecord {
    var record = SampleFollowup.detected
    (record.sample, record.subject) = (sample, subject)
    record.metadata["collection_date"] = day
    change(&record)
    try write(record.json(), to: folder + "/followup.json")
    return record
  }

  func addBaseline(_ folder: String, sample: String) throws {
    var record = SampleBaseline.found
    record.sample = sample
    try write(record.json(), to: folder + "/baseline.json")
  }

  func addRun(_ folder: String, ended: String) throws {
    var record = SampleRun.finished
    record.ended = ended
    try write(record.json(), to: folder + "/run.json")
  }

  /// A batch of samples, given by name, role and level; a sample without a folder could not be read.
  func addBatch(
    _ folder: String,
    _ samples: [(name: String, role: String, mrd: Double?)],
    unreadable: Set<String> = [],
    _ change: (inout BatchRecord) -> Void = { _ in }
  ) throws {
    var record = SampleBatch.run
    let model = record.samples[0]
    record.samples = samples.map { name, role, mrd in
      var sample = model
      (sample.sample, sample.role, sample.mrd) = (name, role, mrd)
      sample.metadata = [:]
      sample.findings = []
      sample.controls = []
      if unreadable.contains(name) {
        (sample.folder, sample.state) = (nil, .error)
      } else {
        sample.folder = name
      }
      return sample
    }
    change(&record)
    try write(record.json(), to: folder + "/batch.json")
    for sample in record.samples where sample.folder != nil {
      try FileSystemEntry(path: scratch.path(folder + "/" + sample.sample)).makeFolders()
    }
  }
}
