package import Assays
import Clonotyping
import Crypto
package import Diagnostics
import Files
import Germline
import Nucleotides
import Rearrangements
package import Tracking

/// The counts of samples on disk, so that a run that was stopped goes on where it was.
///
/// A checkpoint is used again only if it was made by the same program, germline set, profile, assay
/// and layout of files, and if every read file still has the bytes that were counted. Its own bytes
/// end with their sha256.
package struct CheckpointStore: Sendable {
  private static let format = "clonetrack-counts/1"

  /// The folder.
  package let folder: String
  /// Whether checkpoints that are there may be used.
  package let reads: Bool

  /// Puts the parts together.
  package init(folder: String, reads: Bool) {
    self.folder = folder
    self.reads = reads
  }

  /// What a sample's counts depend on beside its reads, as one digest.
  ///
  /// - Parameters:
  ///   - input: The layout of files and the DNA.
  ///   - context: Germline, assay and thresholds.
  ///   - tracked: What was counted behind the controls, in order.
  ///   - subclones: Clones whose reads were laid on their bases.
  /// - Returns: The sha256, lower-case hexadecimal.
  package func countingKey(
    _ input: SampleInput,
    _ context: AnalysisContext,
    tracked: [SignatureTarget],
    subclones: SubcloneTally = SubcloneTally()
  ) -> String {
    var writer = PackedWriter()
    for text in [
      Self.format, ProgramVersion.program, context.annotator.germline.sha256,
      context.profile.sha256, context.assay.sha256, context.assay.name, input.sample,
    ] {
      writer.add(text)
    }
    writer.add(input.dnaNanograms)
    writer.add(input.replicates) { writer, replicate in
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
  package func save(_ analysis: SampleAnalysis, countingKey: String) throws(Diagnostic) -> String {
    var writer = DigestedWriter(try AtomicFile(path: path(countingKey), force: true))
    try writer.add { writer in
      writer.add(Self.format)
      writer.add(countingKey)
      writer.add(analysis.counts.inputs) { writer, file in
        writer.add(file.path)
        writer.add(file.size ?? 0)
        writer.add(file.sha256 ?? "")
      }
      analysis.encode(into: &writer)
      writer.add(analysis.clonotypes.count)
    }
    for clonotype in analysis.clonotypes { try writer.add { clonotype.encode(into: &$0) } }
    try analysis.scratch?.check()
    return try writer.commit().hexadecimal
  }

  /// Looks for counts that were kept.
  ///
  /// - Parameters:
  ///   - countingKey: What the counts must depend on.
  ///   - input: The layout of files and the DNA.
  ///   - context: Germline, assay and thresholds.
  ///   - isTrusted: Whether the read files are known to be those that were counted.
  /// - Returns: The counts and the sha256 of what was kept; `nil` if there are none that can be used.
  package func load(
    _ countingKey: String,
    _ input: SampleInput,
    _ context: AnalysisContext,
    isTrusted: Bool
  ) -> (analysis: SampleAnalysis, sha256: String)? {
    // Whatever is wrong with a checkpoint, the sample is counted again.
    guard var file = try? DigestedFile(path: path(countingKey)),
      let digests = try? file.digests(), let controlTargets = try? context.controlTargets(),
      let format = try? file.text(), format == Self.format,
      let key = try? file.text(), key == countingKey,
      let inputs = try? file.record({ reader throws(PackedReader.Damage) in
        try Self.inputs(from: &reader)
      }), isTrusted || inputs.allSatisfy(Self.isUnchanged)
    else { return nil }
    let kept = try? file.record { reader throws(PackedReader.Damage) in
      let analysis = try SampleAnalysis(
        from: &reader,
        inputs: inputs,
        input,
        context,
        controlTargets: controlTargets
      )
      return (analysis: analysis, clonotypes: try reader.number())
    }
    guard let kept, kept.clonotypes >= 0 else { return nil }
    var shelf = ClonotypeShelf(
      anyOrderFrom: context.profile.merge.minimumParentReads,
      input.memory,
      folder: folder
    )
    for _ in 0..<kept.clonotypes {
      let clonotype = try? file.record { reader throws(PackedReader.Damage) in
        try Clonotype(from: &reader)
      }
      // Where temporary files do not fit the sample is counted again, which says so.
      guard let clonotype, (try? shelf.add(clonotype)) != nil else { return nil }
    }
    guard file.isAtEnd, let list = try? shelf.list() else { return nil }
    var analysis = kept.analysis
    (analysis.clonotypes, analysis.scratch) = list
    return (analysis, digests.records.hexadecimal)
  }

  private static func inputs(
    from reader: inout PackedReader
  ) throws(PackedReader.Damage) -> [FileIdentity] {
    try reader.list { reader throws(PackedReader.Damage) in
      FileIdentity(
        path: try reader.text(),
        size: try reader.number(),
        sha256: try reader.text()
      )
    }
  }

  /// Removes the checkpoints that no sample of a finished run used.
  package func keep(only countingKeys: Set<String>) {
    let entry = FileSystemEntry(path: folder)
    // Checkpoints that stay take room only, and the results are in their places by now.
    for name in (try? entry.names()) ?? []
    where !countingKeys.contains(where: { name == "\($0).counts" }) {
      if name.hasSuffix(".counts") || name.hasSuffix(".partial") {
        entry.appending(name).removeFile()
      }
    }
  }

  private func path(_ countingKey: String) -> String { "\(folder)/\(countingKey).counts" }

  /// Whether a file has the bytes that were counted; its size is looked at before its content.
  private static func isUnchanged(_ file: FileIdentity) -> Bool {
    // A file that cannot be read is opened again by the counting, which says why it cannot.
    guard let digest = try? FileDigest(of: file.path) else { return false }
    return digest.size == file.size && digest.sha256 == file.sha256
  }
}
