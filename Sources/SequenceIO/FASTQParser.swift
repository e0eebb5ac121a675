/// Finds the records in the bytes of a FASTQ stream.
///
/// Four lines a record, `\n` or `\r\n`; wrapped FASTQ is rejected. Empty lines are allowed at the
/// end of the stream only. One parser reads one stream.
struct FASTQParser: Sendable {
  /// How many records were parsed.
  private(set) var records = 0
  private var offset = QualityOffset()
  /// Bases of the last read.
  private var length = 0

  /// Appends the layout of each complete record.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand.
  ///   - start: Where the next record starts in them.
  ///   - limit: The most layouts there may be.
  ///   - layouts: Receives the layouts, in order.
  /// - Returns: Where the first record starts that is not complete or over the limit.
  /// - Throws: The first record's fault; `layouts` keeps the good ones before it.
  mutating func parse(
    _ bytes: Span<UInt8>,
    from start: Int,
    limit: Int,
    into layouts: inout [ReadLayout]
  ) throws(ReadSyntaxError) -> Int {
    var position = start
    while layouts.count < limit, position < bytes.count {
      guard bytes[position] == UInt8(ascii: "@") else {
        if firstContent(of: bytes, from: position) == nil { return position }
        throw error(.noRecord(marker: UInt8(ascii: "@"), found: bytes[position]), line: 1)
      }
      guard let nameEnd = bytes.lineFeed(from: position + 1) else { return position }
      // Most reads are as long as the one before and have nothing but plain bases.
      let likely = nameEnd + 1 + length
      let isLikely =
        likely < bytes.count && bytes[likely] == 0x0A
        && bytes.arePlainBases(in: nameEnd + 1..<likely)
      guard let basesEnd = isLikely ? likely : bytes.lineFeed(from: nameEnd + 1),
        basesEnd + 1 < bytes.count
      else { return position }
      guard bytes[basesEnd + 1] == UInt8(ascii: "+") else {
        try checkBases(bytes, in: nameEnd + 1..<trimmed(basesEnd, in: bytes))
        throw noSeparator(bytes, at: basesEnd + 1)
      }
      let isBare = basesEnd + 2 < bytes.count && bytes[basesEnd + 2] == 0x0A
      guard let separatorEnd = isBare ? basesEnd + 2 : bytes.lineFeed(from: basesEnd + 1)
      else { return position }
      let name = position + 1..<trimmed(nameEnd, in: bytes)
      let bases = nameEnd + 1..<trimmed(basesEnd, in: bytes)
      let isPlain = isLikely || bytes.arePlainBases(in: bases)
      length = bases.count
      let qualities = separatorEnd + 1..<separatorEnd + 1 + bases.count
      guard let next = lineEnd(at: qualities.upperBound, in: bytes) else {
        guard let end = bytes.lineFeed(from: qualities.lowerBound) else { return position }
        let found = trimmed(end, in: bytes) - qualities.lowerBound
        throw error(.unequalLengths(bases: bases.count, qualities: found), line: 4)
      }
      if !bytes.areQualities(in: qualities) { throw badQualities(bytes, in: qualities) }
      if !isPlain { try checkBases(bytes, in: bases) }
      if name.isEmpty || isBlank(bytes[name.lowerBound]) {
        throw error(.noName(marker: UInt8(ascii: "@")), line: 1)
      }
      if offset.isOpen { try judge(bytes.extremes(in: qualities)) }
      layouts.append(ReadLayout(name: name, bases: bases, qualities: qualities))
      records += 1
      position = next
    }
    return position
  }

  /// Whether the bytes are a record without bases whose last, empty line has no line feed.
  func lacksLastLineFeed(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    guard let nameEnd = bytes.lineFeed(from: start),
      let basesEnd = bytes.lineFeed(from: nameEnd + 1),
      let separatorEnd = bytes.lineFeed(from: basesEnd + 1)
    else { return false }
    return trimmed(basesEnd, in: bytes) == nameEnd + 1 && separatorEnd + 1 == bytes.count
  }

  /// Checks that the stream ended between records.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand, the last line ended.
  ///   - start: Where the record starts that is not complete.
  /// - Throws: `incomplete` if it did not, `phred64` if the qualities turn out to be that.
  mutating func finish(_ bytes: Span<UInt8>, from start: Int) throws(ReadSyntaxError) {
    if firstContent(of: bytes, from: start) != nil {
      var lines = 0
      var position = start
      while let end = bytes.lineFeed(from: position) { (lines, position) = (lines + 1, end + 1) }
      throw error(.incomplete(lines: lines), line: lines)
    }
    if let found = offset.judge() {
      throw ReadSyntaxError(
        reason: .phred64(lowest: found.lowest, highest: found.highest),
        record: records
      )
    }
  }

  private func checkBases(_ bytes: Span<UInt8>, in bases: Range<Int>) throws(ReadSyntaxError) {
    guard let found = bytes.firstNonBase(in: bases) else { return }
    let place = found - bases.lowerBound + 1
    throw error(.noBase(found: bytes[found], position: place), line: 2)
  }

  private mutating func judge(
    _ extremes: (lowest: UInt8, highest: UInt8)
  ) throws(ReadSyntaxError) {
    offset.observe(lowest: extremes.lowest, highest: extremes.highest)
    guard records + 1 == QualityOffset.window, let found = offset.judge() else { return }
    throw ReadSyntaxError(
      reason: .phred64(lowest: found.lowest, highest: found.highest),
      record: records + 1
    )
  }

  private func noSeparator(_ bytes: Span<UInt8>, at start: Int) -> ReadSyntaxError {
    let end = bytes.lineFeed(from: start) ?? bytes.count
    let line = start..<trimmed(end, in: bytes)
    let isSequence = !line.isEmpty && bytes.firstNonBase(in: line) == nil
    return error(isSequence ? .wrapped : .noSeparator(found: bytes[start]), line: 3)
  }

  private func badQualities(_ bytes: Span<UInt8>, in range: Range<Int>) -> ReadSyntaxError {
    if let end = bytes.lineFeed(from: range.lowerBound), end < range.upperBound {
      let found = trimmed(end, in: bytes) - range.lowerBound
      return error(.unequalLengths(bases: range.count, qualities: found), line: 4)
    }
    let bad = range.first { !(UInt8(ascii: "!")...UInt8(ascii: "~")).contains(bytes[$0]) }
    let place = bad ?? range.lowerBound
    return error(
      .noQuality(found: bytes[place], position: place - range.lowerBound + 1),
      line: 4
    )
  }

  private func error(_ reason: ReadSyntaxError.Reason, line: Int) -> ReadSyntaxError {
    ReadSyntaxError(reason: reason, record: records + 1, line: 4 * records + line)
  }
}
