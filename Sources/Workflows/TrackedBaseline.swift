import Clonotyping
import Crypto
import Diagnostics
import Germline
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

/// The clones of one subject's baseline records, ready to be counted.
struct TrackedBaseline: Sendable {
  /// A clone to count, with where its numbers go.
  struct Clone: Sendable {
    /// The clone as the baseline recorded it.
    var record: BaselineRecord.Clonotype
    /// The diagnostic samples that show it.
    var samples: [String]
    /// What to look for in reads.
    var target: SignatureTarget
    /// What quantification needs.
    var info: TrackedCloneInfo
  }

  /// The patient.
  let subject: String
  /// The clones in tracking order.
  let clones: [Clone]
  /// The records' samples and the sha256 of their bytes.
  let identity: FollowupRecord.BaselineIdentity
  /// The record files, for the run record.
  let inputs: [RunRecord.FileRecord]
  /// The records, in the order of their paths.
  let records: [BaselineRecord]
  /// What the clones are known by in a later sample, in their order.
  private let marks: [CloneMark]

  /// The bytes of a record with the path they have or will have.
  struct File: Hashable, Sendable {
    /// The path, for messages and the run record.
    var path: String
    /// The whole file.
    var bytes: [UInt8]

    /// The file as a run record names it.
    var input: RunRecord.FileRecord {
      RunRecord.FileRecord(
        path: path,
        size: bytes.count,
        sha256: SHA256.hash(data: bytes).hexadecimal
      )
    }
  }

  /// Reads the records.
  ///
  /// - Parameters:
  ///   - paths: At least one.
  ///   - criteria: How many clones are tracked.
  /// - Throws: `FILE-MISSING`, or what `init(files:)` throws.
  init(paths: [String], criteria: SelectionCriteria = .clonetrackMMv1) throws(Diagnostic) {
    var files: [File] = []
    for path in paths { files.append(File(path: path, bytes: try InputFile.bytes(of: path))) }
    try self.init(files: files, criteria: criteria)
  }

  /// Reads the records out of their bytes.
  ///
  /// - Parameters:
  ///   - files: None gives nothing to track.
  ///   - subject: Whose baseline it is if there is no record of it.
  ///   - criteria: How many clones are tracked.
  /// - Throws: `RECORD-SYNTAX` if one is damaged, has no signature it can be followed by, or belongs
  ///   to another subject than the first.
  init(
    files: [File],
    subject: String = "",
    criteria: SelectionCriteria = .clonetrackMMv1
  ) throws(Diagnostic) {
    var records: [BaselineRecord] = []
    var inputs: [RunRecord.FileRecord] = []
    var whole = SHA256()
    for file in files {
      let (path, bytes) = (file.path, file.bytes)
      whole.update(data: bytes)
      let record = try BaselineRecord.read(from: bytes, path: path)
      if let first = records.first, first.subject != record.subject {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "the baseline is of subject \(record.subject), expected \(first.subject) as in "
            + "\(files[0].path)",
          location: .init(path: path),
          suggestion: "Give baselines of one subject only."
        )
      }
      records.append(record)
      inputs.append(file.input)
    }
    self.records = records
    self.inputs = inputs
    self.subject = records.first?.subject ?? subject
    identity = FollowupRecord.BaselineIdentity(
      sample: records.map(\.sample).joined(separator: ","),
      sha256: records.count == 1 ? inputs[0].sha256 ?? "" : whole.finalize().hexadecimal,
      samples: zip(records, inputs).map { .init(sample: $0.sample, sha256: $1.sha256 ?? "") }
    )
    for (record, file) in zip(records, files) {
      for clonotype in record.clonotypes { _ = try Clone(clonotype, [], rank: 0, path: file.path) }
    }
    var clones: [Clone] = []
    for merged in MergedClonotype.merged(records, criteria) {
      clones.append(
        try Clone(merged.record, merged.samples, rank: clones.count, path: files[0].path)
      )
    }
    self.clones = clones
    marks = clones.map { CloneMark($0) }
  }

  /// The identifier of a clonotype that is one of the tracked clones; `nil` for any other.
  func cloneID(of clonotype: Clonotype) -> String? {
    marks.firstIndex { $0.isShown(by: clonotype) }.map { clones[$0].record.cloneID }
  }

  /// Findings about the baseline itself: nothing to track, or made by another method; none without
  /// a record, which the rules of a run find.
  func findings(_ context: AnalysisContext) -> [Diagnostic] {
    guard !records.isEmpty else { return [] }
    var findings: [Diagnostic] = []
    if clones.isEmpty {
      findings.append(
        Diagnostic(
          code: "BL-NOIDX",
          severity: .failure,
          message: "the baseline \(identity.sample) has no index clonotype, at least 1 is needed",
          measurement: .init("index clonotypes", 0, limit: 1)
        )
      )
    }
    return findings
      + records.compactMap { record in
        MethodChangeRule.finding(
          for: MethodEvidence(
            comparedWith: "baseline \(record.sample)",
            madeBy: MethodEvidence.Identity(record),
            present: context.method
          )
        )
      }
  }
}

extension TrackedBaseline.Clone {
  fileprivate init(
    _ clonotype: BaselineRecord.Clonotype,
    _ samples: [String],
    rank: Int,
    path: String
  ) throws(Diagnostic) {
    let ndn = clonotype.signatureNDN
    guard let bases = NucleotideSequence(clonotype.signature),
      bases.count >= Signature.fewestBases, ndn.start >= 0, ndn.start <= ndn.end,
      ndn.end <= bases.count
    else {
      throw Diagnostic(
        code: "RECORD-SYNTAX",
        message: "clone \(clonotype.cloneID) has no usable signature, expected at least "
          + "\(Signature.fewestBases) bases with the recombined ones inside",
        location: .init(path: path)
      )
    }
    record = clonotype
    self.samples = samples
    target = SignatureTarget(
      signature: Signature(bases: bases, ndn: ndn.start..<ndn.end),
      type: clonotype.rearrangementType
    )
    info = TrackedCloneInfo(
      cloneID: clonotype.cloneID,
      role: clonotype.role ?? .supporting,
      expectedBackground: clonotype.expectedBackground,
      trackingRank: rank,
      isIGH: clonotype.locus == .heavy,
      primerFamily: (clonotype.vCall ?? clonotype.dCall).flatMap { PrimerFamily.name(of: $0) }
    )
  }
}
