/// Finds the records in the bytes of a FASTA stream.
///
/// Sequences may be wrapped over any number of lines and may have empty lines; a record's lines
/// are joined in place. One parser reads one stream.
struct FASTAParser: Sendable {
  /// How many records were parsed.
  private(set) var records = 0
  private let permitsGaps: Bool
  private var lines = 0
  /// How far the incomplete record was searched for its end, from its start.
  private var searched = 0

  /// Creates a parser at the start of a stream.
  ///
  /// - Parameter permitsGaps: Whether `.` and `-` may stand among the bases.
  init(permitsGaps: Bool) { self.permitsGaps = permitsGaps }

  /// Appends the layout of each complete record and joins its lines.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand, the last line ended if `isLast`.
  ///   - start: Where the next record starts in them.
  ///   - limit: The most layouts there may be.
  ///   - isLast: Whether no bytes follow, so that the last record ends with them.
  ///   - layouts: Receives the layouts, in order.
  /// - Returns: Where the first record starts that is not complete or over the limit.
  /// - Throws: The first record's fault; `layouts` keeps the good ones before it.
  mutating func parse(
    _ bytes: inout MutableSpan<UInt8>,
    from start: Int,
    limit: Int,
    isLast: Bool,
    into layouts: inout [ReadLayout]
  ) throws(ReadSyntaxError) -> Int {
    var position = start
    while layouts.count < limit, position < bytes.count {
      guard bytes[position] == UInt8(ascii: ">") else {
        throw error(.noRecord(marker: UInt8(ascii: ">"), found: bytes[position]), line: lines + 1)
      }
      guard let end = recordEnd(bytes.span, from: position, isLast: isLast) else { return position }
      layouts.append(try join(&bytes, in: position..<end))
      records += 1
      searched = 0
      position = end
    }
    return position
  }

  /// Where the record that starts at an offset ends; `nil` if that is not known yet.
  private mutating func recordEnd(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Int? {
    var position = start + searched
    while let end = bytes.lineFeed(from: position) {
      guard end + 1 < bytes.count else { break }
      position = end + 1
      if bytes[position] == UInt8(ascii: ">") { return position }
    }
    searched = position - start
    return isLast ? bytes.count : nil
  }

  private mutating func join(
    _ bytes: inout MutableSpan<UInt8>,
    in record: Range<Int>
  ) throws(ReadSyntaxError) -> ReadLayout {
    let nameEnd = bytes.span.lineFeed(from: record.lowerBound) ?? record.upperBound
    let name = record.lowerBound + 1..<trimmed(nameEnd, in: bytes.span)
    lines += 1
    if name.isEmpty || isBlank(bytes[name.lowerBound]) {
      throw error(.noName(marker: UInt8(ascii: ">")), line: lines)
    }
    var filled = nameEnd + 1
    var position = nameEnd + 1
    while position < record.upperBound {
      let end = bytes.span.lineFeed(from: position) ?? record.upperBound
      let line = position..<trimmed(end, in: bytes.span)
      lines += 1
      try check(bytes.span, in: line)
      if filled == line.lowerBound {
        filled = line.upperBound
      } else {
        for offset in line {
          bytes[filled] = bytes[offset]
          filled += 1
        }
      }
      position = end + 1
    }
    let bases = min(nameEnd + 1, filled)..<filled
    return ReadLayout(name: name, bases: bases, qualities: filled..<filled)
  }

  private func check(_ bytes: Span<UInt8>, in line: Range<Int>) throws(ReadSyntaxError) {
    guard !bytes.arePlainBases(in: line) else { return }
    var rest = line
    while let found = bytes.firstNonBase(in: rest) {
      let isGap = bytes[found] == UInt8(ascii: ".") || bytes[found] == UInt8(ascii: "-")
      guard permitsGaps, isGap else {
        let place = found - line.lowerBound + 1
        throw error(.noBase(found: bytes[found], position: place), line: lines)
      }
      rest = found + 1..<line.upperBound
    }
  }

  private func error(_ reason: ReadSyntaxError.Reason, line: Int) -> ReadSyntaxError {
    ReadSyntaxError(reason: reason, record: records + 1, line: line)
  }
}
