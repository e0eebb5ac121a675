import Crypto
import Diagnostics
import Reports

/// A file that `clonetrack count` wrote, whose digest is right.
///
/// The counts are read when they are asked for and not kept, so that those of many shards need no
/// more memory than those of two.
struct PartFile: Sendable {
  /// What the counts depend on.
  let origin: CountsPart.Origin
  /// The file, for the run record.
  let file: RunRecord.FileRecord

  /// Opens a file.
  ///
  /// - Throws: `FILE-MISSING`, or `PART-FILE` if it is no part or damaged.
  init(path: String) throws(Diagnostic) {
    (self, _) = try Self.open(path)
  }

  private init(_ origin: CountsPart.Origin, _ file: RunRecord.FileRecord) {
    (self.origin, self.file) = (origin, file)
  }

  /// Reads the counts.
  ///
  /// - Parameter empty: Counts of nothing, as the sample is counted.
  /// - Returns: The counts.
  /// - Throws: `FILE-MISSING`, or `PART-FILE` if they are not those of the sample or the file is
  ///   another one by now.
  func counts(like empty: SampleCounts) throws(Diagnostic) -> SampleCounts {
    var (now, reader) = try Self.open(file.path)
    guard now.file.sha256 == file.sha256 else {
      throw Self.fault("the part was replaced by another while it was merged", file.path)
    }
    if let counts = try? SampleCounts(from: &reader, like: empty, inputs: origin.inputs),
      reader.isAtEnd
    {
      return counts
    }
    throw Self.fault("the part does not hold the counts of the sample it names", file.path)
  }

  /// Opens a file; the reader stands before the counts.
  private static func open(_ path: String) throws(Diagnostic) -> (PartFile, CheckpointReader) {
    let bytes = try InputFile.bytes(of: path)
    var start = CheckpointReader(bytes[...])
    guard let format = try? start.text(), format.hasPrefix(CountsPart.formatName) else {
      throw fault("the file is not one that 'clonetrack count' wrote", path)
    }
    guard format == CountsPart.format else {
      throw fault(
        "the part has the format \(format), expected \(CountsPart.format)",
        path,
        "Count all shards and merge them with one version of the program."
      )
    }
    let body = bytes.dropLast(SHA256.byteCount)
    guard bytes.suffix(SHA256.byteCount).elementsEqual(SHA256.hash(data: Array(body))) else {
      throw fault("the part is not whole: its bytes do not have the sha256 at its end", path)
    }
    var reader = CheckpointReader(body)
    guard (try? reader.text()) != nil, let origin = try? CountsPart.Origin(from: &reader) else {
      throw fault("the part does not say what it was counted from", path)
    }
    let file = RunRecord.FileRecord(
      path: path,
      size: bytes.count,
      sha256: SHA256.hash(data: bytes).hexadecimal
    )
    return (PartFile(origin, file), reader)
  }

  private static func fault(
    _ message: String,
    _ path: String,
    _ suggestion: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "PART-FILE",
      message: message,
      location: .init(path: path),
      suggestion: suggestion
    )
  }
}
