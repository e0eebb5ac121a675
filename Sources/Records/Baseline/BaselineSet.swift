import Clonotyping
import Crypto
package import Diagnostics
package import Files
package import Tracking

/// The baseline records of one subject, read.
package struct BaselineSet: Sendable {
  /// The clones to track.
  package let tracked: TrackedClones
  /// The records' samples and the sha256 of their bytes.
  package let identity: BaselineIdentity
  /// The record files, for the run record.
  package let inputs: [FileIdentity]
  /// What the diagnostic samples say about the level, in the order of the records.
  package let levels: [VisitLevel]

  /// Reads the records out of their bytes.
  ///
  /// - Parameters:
  ///   - files: None gives nothing to track.
  ///   - subject: Whose baseline it is if there is no record of it.
  ///   - criteria: How many clones are tracked.
  /// - Throws: `RECORD-SYNTAX` if one is damaged, has no signature it can be followed by, or belongs
  ///   to another subject than the first.
  package init(
    files: [FileContent],
    subject: String = "",
    criteria: SelectionCriteria = .clonetrackMMv1
  ) throws(Diagnostic) {
    var records: [BaselineRecord] = []
    var whole = SHA256()
    for file in files {
      whole.update(data: file.bytes)
      let record = try BaselineRecord.read(from: file.bytes, path: file.path)
      if let first = records.first, first.subject != record.subject {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "the baseline is of subject \(record.subject), expected \(first.subject) as in "
            + "\(files[0].path)",
          location: .init(path: file.path),
          suggestion: "Give baselines of one subject only."
        )
      }
      records.append(record)
    }
    var baselines: [Baseline] = []
    for (record, file) in zip(records, files) {
      baselines.append(try record.baseline(path: file.path))
    }
    let inputs = files.map(\.identity)
    tracked = TrackedClones(
      baselines,
      subject: records.first?.subject ?? subject,
      criteria: criteria
    )
    identity = BaselineIdentity(
      sample: tracked.samples,
      sha256: inputs.count == 1 ? inputs[0].sha256 ?? "" : whole.finalize().hexadecimal,
      samples: zip(records, inputs).map { .init(sample: $0.sample, sha256: $1.sha256 ?? "") }
    )
    self.inputs = inputs
    levels = records.map { VisitLevel($0) }
  }
}
