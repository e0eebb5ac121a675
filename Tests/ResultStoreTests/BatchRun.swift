import Files
import Records
import ResultStore
import TestSupport

/// A run of two samples with results made up, written into a folder as a run does.
struct BatchRun {
  /// What each sample's record says, by sample.
  var contents = ["S1": "one", "S2": "two"]
  /// Samples whose data cannot be read.
  var unreadable: Set<String> = []
  var judgement = "j1"
  var resumes = false
  var force = false
  var reason: String?
  /// The bytes of the run's own table.
  var table = "table"

  static let description = RunDescription(
    versions: ["swift": "6.3.1"],
    parameters: [:],
    commandLine: ["clonetrack", "batch"],
    threads: 1
  )

  private var samples: [String] { (Array(contents.keys) + Array(unreadable)).sorted() }

  func request(_ path: String) -> BatchFolder.Request {
    BatchFolder.Request(
      output: path,
      samples: samples,
      resumes: resumes,
      force: force,
      supersedeReason: reason,
      run: Self.description
    )
  }

  /// The record of the run.
  var record: BatchRecord {
    var record = SampleBatch.run
    let model = record.samples[0]
    record.samples = samples.map { name in
      var sample = model
      sample.sample = name
      let isUnreadable = unreadable.contains(name)
      sample.folder = isUnreadable ? nil : name
      sample.state = isUnreadable ? .error : .done
      return sample
    }
    return record
  }

  /// Writes the samples' results where they wait; the samples that were kept as they are.
  @discardableResult
  func stage(_ folder: BatchFolder) throws -> [String] {
    var kept: [String] = []
    for (name, content) in contents.sorted(by: { $0.key < $1.key }) {
      let place = folder.place(of: name, judgement: judgement)
      guard !place.isFinished else {
        kept.append(name)
        continue
      }
      var files = try ResultFiles(folder: place.path, names: ["followup.json"], force: force)
      files.judgement = judgement
      try files.append(Array(content.utf8), to: "followup.json")
      try files.finish(Self.description, inputs: [], stages: [])
    }
    return kept
  }

  func commit(_ folder: BatchFolder) throws {
    try folder.commit(
      record,
      files: [("batch.json", record.json()), ("batch.tsv", Array(table.utf8))],
      inputs: [FileIdentity(path: "samplesheet.csv", size: 7, sha256: nil)]
    )
  }

  /// The whole run; the samples that were kept as they are.
  @discardableResult
  func run(in path: String) throws -> [String] {
    let folder = try BatchFolder(request(path))
    let kept = try stage(folder)
    try commit(folder)
    return kept
  }
}
