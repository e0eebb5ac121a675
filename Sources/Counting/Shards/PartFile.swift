import Clonotyping
import Crypto
package import Diagnostics
package import Files

/// A file that `clonetrack count` wrote, whose digest is right.
///
/// The counts are read when they are asked for, row by row, and not kept.
package struct PartFile: Sendable {
  /// What the counts depend on.
  package let origin: CountsPart.Origin
  /// The file, for the run record.
  package let file: FileIdentity

  /// Opens a file.
  ///
  /// - Throws: `FILE-MISSING`, or `PART-FILE` if it is no part or damaged.
  package init(path: String) throws(Diagnostic) {
    var bytes = try DigestedFile(path: path)
    self = try Self.open(&bytes, path)
  }

  private init(_ origin: CountsPart.Origin, _ file: FileIdentity) {
    (self.origin, self.file) = (origin, file)
  }

  /// Adds the counts of the part to others of its sample.
  ///
  /// - Parameters:
  ///   - counts: The others.
  ///   - empty: Counts of nothing, as the sample is counted.
  ///   - budget: What the table of rearrangements may take.
  ///   - folder: The folder for temporary files.
  /// - Throws: `FILE-MISSING`, `PART-FILE` if they are not those of the sample or the file is
  ///   another one by now, or `FILE-WRITE` if temporary files do not fit.
  package func add(
    to counts: inout SampleCounts,
    like empty: SampleCounts,
    _ budget: MemoryBudget,
    folder: String
  ) throws(Diagnostic) {
    var bytes = try DigestedFile(path: file.path)
    let now = try Self.open(&bytes, file.path)
    guard now.file.sha256 == file.sha256 else {
      throw Self.fault("the part was replaced by another while it was merged", file.path)
    }
    let fault = Self.fault("the part does not hold the counts of the sample it names", file.path)
    let head = try? bytes.record { reader throws(PackedReader.Damage) in
      let counts = try SampleCounts(from: &reader, like: empty, inputs: origin.inputs)
      return (counts: counts, rows: try reader.number())
    }
    guard let head, head.rows >= 0 else { throw fault }
    counts.merge(head.counts)
    for number in 0..<head.rows {
      let row = try? bytes.record { reader throws(PackedReader.Damage) in
        try ClonotypeTable.Row(from: &reader)
      }
      guard let row, row.isSound, row.counts.count == empty.table.replicateCount else {
        throw fault
      }
      counts.table.add(row)
      if number % Self.rowsAtOnce == 0 { try counts.spill(beyond: budget, to: folder) }
    }
    guard bytes.isAtEnd else { throw fault }
  }

  /// Rows that are added before the size of the table is looked at.
  private static let rowsAtOnce = 4_096

  /// Reads up to the counts.
  private static func open(
    _ bytes: inout DigestedFile,
    _ path: String
  ) throws(Diagnostic) -> PartFile {
    guard let format = try? bytes.text(), format.hasPrefix(CountsPart.formatName)
    else {
      throw fault("the file is not one that 'clonetrack count' wrote", path)
    }
    guard format == CountsPart.format else {
      throw fault(
        "the part has the format \(format), expected \(CountsPart.format)",
        path,
        "Count all shards and merge them with one version of the program."
      )
    }
    guard let digests = try bytes.digests() else {
      throw fault("the part is not whole: its bytes do not have the sha256 at its end", path)
    }
    guard
      let origin = try? bytes.record({ reader throws(PackedReader.Damage) in
        try CountsPart.Origin(from: &reader)
      })
    else {
      throw fault("the part does not say what it was counted from", path)
    }
    return PartFile(
      origin,
      FileIdentity(path: path, size: bytes.size, sha256: digests.file.hexadecimal)
    )
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
