/// Where one read lies in the bytes of its batch; half-open byte ranges.
public struct ReadLayout: Hashable, Sendable {
  /// The header line without `@` or `>`, up to the line's end: name and comment.
  public var name: Range<Int>
  /// The bases, ASCII letters of either case.
  public var bases: Range<Int>
  /// The quality characters, Phred+33, as many as bases; empty if the file is FASTA.
  public var qualities: Range<Int>

  /// Creates a layout.
  public init(name: Range<Int>, bases: Range<Int>, qualities: Range<Int>) {
    (self.name, self.bases, self.qualities) = (name, bases, qualities)
  }
}
