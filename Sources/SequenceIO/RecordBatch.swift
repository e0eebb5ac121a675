/// Successive reads of one file: one array of bytes and a layout a read.
///
/// Bases are the file's ASCII letters, checked to be IUPAC letters of either case; quality
/// characters are checked to be `!`…`~`. Bytes outside the layouts have no meaning.
public struct RecordBatch: Sendable {
  /// The bytes the layouts point into.
  public var bytes: [UInt8]
  /// One layout a read, in the order of the file.
  public var layouts: [ReadLayout]
  /// The number of the first read in its file, counted from 1.
  public var firstRecord: Int
  /// Whether the reads have qualities: true for FASTQ, false for FASTA.
  public var hasQualities: Bool
  /// The file as the user named it; `-` is standard input.
  public var path: String
  /// The place of the file among the lanes of its mate, counted from 0.
  public var lane: Int

  /// Creates a batch; without arguments an empty one, to be filled by a reader.
  public init(
    bytes: [UInt8] = [],
    layouts: [ReadLayout] = [],
    firstRecord: Int = 1,
    hasQualities: Bool = false,
    path: String = "",
    lane: Int = 0
  ) {
    (self.bytes, self.layouts) = (bytes, layouts)
    (self.firstRecord, self.hasQualities) = (firstRecord, hasQualities)
    (self.path, self.lane) = (path, lane)
  }

  /// How many reads there are.
  public var count: Int { layouts.count }

  /// The header line of a read (at a place counted from 0), name and comment, without its marker.
  public func header(_ index: Int) -> String {
    String(decoding: bytes[layouts[index].name], as: UTF8.self)
  }

  /// The name of a read (at a place counted from 0): its header up to the first space or tab.
  public func name(_ index: Int) -> String {
    let header = bytes[layouts[index].name]
    return String(decoding: header.prefix { !MateNames.isSeparator($0) }, as: UTF8.self)
  }

  /// The bases of a read (at a place counted from 0), ASCII letters of either case.
  public func bases(_ index: Int) -> ArraySlice<UInt8> { bytes[layouts[index].bases] }

  /// The quality characters of a read (at a place counted from 0); empty if there are none.
  public func qualities(_ index: Int) -> ArraySlice<UInt8> { bytes[layouts[index].qualities] }

  /// Empties the batch and keeps its memory.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    layouts.removeAll(keepingCapacity: true)
  }
}
