/// The parser of a file, by its format.
enum RecordParser: Sendable {
  case fastq(FASTQParser)
  case fasta(FASTAParser)

  /// How many records were parsed.
  var records: Int {
    switch self {
    case .fastq(let parser): parser.records
    case .fasta(let parser): parser.records
    }
  }

  /// Whether the records have qualities.
  var hasQualities: Bool { if case .fastq = self { true } else { false } }

  /// Appends the layout of each complete record.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand; wrapped lines are joined in place.
  ///   - start: Where the next record starts in them.
  ///   - limit: The most layouts there may be.
  ///   - isLast: Whether no bytes follow.
  ///   - layouts: Receives the layouts, in order.
  /// - Returns: Where the first record starts that is not complete or over the limit.
  /// - Throws: The first record's fault; `layouts` keeps the good ones before it.
  mutating func parse(
    _ bytes: inout [UInt8],
    from start: Int,
    limit: Int,
    isLast: Bool,
    into layouts: inout [ReadLayout]
  ) throws(ReadSyntaxError) -> Int {
    switch self {
    case .fastq(var parser):
      defer { self = .fastq(parser) }
      return try parser.parse(bytes.span, from: start, limit: limit, into: &layouts)
    case .fasta(var parser):
      defer { self = .fasta(parser) }
      var span = bytes.mutableSpan
      return try parser.parse(&span, from: start, limit: limit, isLast: isLast, into: &layouts)
    }
  }

  /// Takes the last record if only its line feed is missing, and checks that nothing else is left.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand, none follow.
  ///   - start: Where the first record starts that is not complete.
  ///   - layouts: Receives the last record's layout.
  /// - Throws: Why what is left is no record, or `phred64` if the qualities turn out to be that.
  mutating func finish(
    _ bytes: inout [UInt8],
    from start: Int,
    into layouts: inout [ReadLayout]
  ) throws(ReadSyntaxError) {
    guard case .fastq(var parser) = self else { return }
    var end = start
    if parser.lacksLastLineFeed(bytes.span, from: start) {
      bytes.append(0x0A)
      let limit = layouts.count + 1
      end = try parser.parse(bytes.span, from: start, limit: limit, into: &layouts)
    }
    try parser.finish(bytes.span, from: end)
    self = .fastq(parser)
  }
}
