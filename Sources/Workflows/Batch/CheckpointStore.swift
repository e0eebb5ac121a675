import Clonotyping
import Crypto
import Diagnostics
import Germline
import Nucleotides
import Rearrangements
import Reports

/// The counts of samples on disk, so that a run that was stopped goes on where it was.
///
/// A checkpoint is used again only if it was made by the same program, germline set, profile, assay
/// and layout of files, and if every read file still has the bytes that were counted. Its own bytes
/// end with their sha256.
struct CheckpointStore: Sendable {
  /// The folder of the checkpoints within the result folder.
  static let folderName = ".work"
  private static let format = "clonetrack-counts/1"

  /// The folder.
  let folder: String
  /// Whether checkpoints that are there may be used.
  let reads: Bool

  /// What a sample's counts depend on beside its reads, as one digest.
  ///
  /// - Parameters:
  ///   - request: The layout of files and the DNA.
  ///   - context: Germline, assay and thresholds.
  ///   - tracked: What was counted behind the controls, in order.
  ///   - subclones: Clones whose reads were laid on their bases.
  /// - Returns: The sha256, lower-case hexadecimal.
  func countingKey(
    _ request: SampleRequest,
    _ context: AnalysisContext,
    tracked: [SignatureTarget],
    subclones: SubcloneTally = SubcloneTally()
  ) -> String {
    var writer = CheckpointWriter()
    for text in [
      Self.format, ProgramVersion.program, context.annotator.germline.sha256,
      context.profile.sha256, context.assay.sha256, context.assay.name, request.sample,
    ] {
      writer.add(text)
    }
    writer.add(request.dnaNanograms)
    writer.add(request.replicates) { writer, replicate in
      writer.add(replicate.dnaNanograms)
      writer.add(replicate.lanes) { writer, lane in
        writer.add(lane.first)
        writer.add(lane.second ?? "")
      }
    }
    writer.add(tracked) { writer, target in
      writer.add(target.signature.bases.description)
      writer.add(target.signature.ndn.lowerBound)
      writer.add(target.signature.ndn.upperBound)
      writer.add(target.type?.rawValue ?? "")
    }
    writer.add(subclones.references) { $0.add($1) }
    return SHA256.hash(data: writer.bytes).hexadecimal
  }

  /// Keeps the counts of a sample.
  ///
  /// - Parameters:
  ///   - analysis: The counted sample.
  ///   - countingKey: What its counts depend on.
  /// - Returns: The sha256 of what was kept.
  /// - Throws: `FILE-CREATE` or `FILE-WRITE`.
  func save(_ analysis: SampleAnalysis, countingKey: String) throws(Diagnostic) -> String {
    var writer = CheckpointWriter()
    writer.add(Self.format)
    writer.add(countingKey)
    writer.add(analysis.counts.inputs) { writer, file in
      writer.add(file.path)
      writer.add(file.size ?? 0)
      writer.add(file.sha256 ?? "")
    }
    analysis.encode(into: &writer)
    try analysis.scratch?.check()
    let digest = SHA256.hash(data: writer.bytes)
    let file = try AtomicFile(path: path(countingKey), force: true)
    try file.append(writer.bytes.span)
    try file.append(Array(digest).span)
    try file.commit()
    return digest.hexadecimal
  }

  /// Looks for counts that were kept.
  ///
  /// - Parameters:
  ///   - countingKey: What the counts must depend on.
  ///   - request: What was asked for.
  ///   - context: Germline, assay and thresholds.
  ///   - isTrusted: Whether the read files are known to be those that were counted.
  /// - Returns: The counts and the sha256 of what was kept; `nil` if there are none that can be used.
  func load(
    _ countingKey: String,
    _ request: SampleRequest,
    _ context: AnalysisContext,
    isTrusted: Bool
  ) -> (analysis: SampleAnalysis, sha256: String)? {
    guard let bytes = try? InputFile.bytes(of: path(countingKey)),
      bytes.count > SHA256.byteCount, let controlTargets = try? context.controlTargets()
    else { return nil }
    let body = bytes.dropLast(SHA256.byteCount)
    let digest = SHA256.hash(data: Array(body))
    guard bytes.suffix(SHA256.byteCount).elementsEqual(digest) else { return nil }
    var reader = CheckpointReader(body)
    do throws(CheckpointReader.Damage) {
      guard try reader.text() == Self.format, try reader.text() == countingKey else { return nil }
      let inputs = try reader.list { reader throws(CheckpointReader.Damage) in
        RunRecord.FileRecord(
          path: try reader.text(),
          size: try reader.number(),
          sha256: try reader.text()
        )
      }
      guard isTrusted || inputs.allSatisfy(Self.isUnchanged) else { return nil }
      let analysis = try SampleAnalysis(
        from: &reader,
        inputs: inputs,
        request,
        context,
        controlTargets: controlTargets
      )
      return reader.isAtEnd ? (analysis, digest.hexadecimal) : nil
    } catch {
      return nil
    }
  }

  /// Removes the checkpoints that no sample of a finished run used.
  func keep(only countingKeys: Set<String>) {
    let entry = FileSystemEntry(path: folder)
    for name in entry.names where !countingKeys.contains(where: { name == "\($0).counts" }) {
      if name.hasSuffix(".counts") || name.hasSuffix(".partial") {
        entry.appending(name).removeFile()
      }
    }
  }

  private func path(_ countingKey: String) -> String { "\(folder)/\(countingKey).counts" }

  /// Whether a file has the bytes that were counted; its size is looked at before its content.
  private static func isUnchanged(_ file: RunRecord.FileRecord) -> Bool {
    guard let digest = try? FileDigest(of: file.path) else { return false }
    return digest.size == file.size && digest.sha256 == file.sha256
  }
}
