import Diagnostics

/// Checks that two batches hold the two mates of the same pairs.
enum MateCheck {
  /// Checks two batches read with the same limit.
  ///
  /// - Parameters:
  ///   - first: The batch of first mates.
  ///   - second: The batch of second mates.
  /// - Throws: `READ-MIXED`, `READ-SAME-MATE`, `READ-MATES` or `READ-MATE-MISSING`.
  static func check(_ first: RecordBatch, _ second: RecordBatch) throws(Diagnostic) {
    guard first.hasQualities == second.hasQualities else {
      throw Diagnostic(
        code: "READ-MIXED",
        message: "found \(format(first)) in \(first.path) and \(format(second)) in "
          + "\(second.path), expected one format",
        location: .init(path: second.path)
      )
    }
    try checkNames(first, second)
    guard first.count == second.count else {
      throw missingMate(
        first: (first.path, first.firstRecord - 1 + first.count),
        second: (second.path, second.firstRecord - 1 + second.count)
      )
    }
  }

  /// The error of two files of which one has more reads.
  ///
  /// - Parameters:
  ///   - first: The path and the read count of the first mates.
  ///   - second: The path and the read count of the second mates.
  /// - Returns: The error, placed where the shorter file ends.
  static func missingMate(
    first: (path: String, count: Int),
    second: (path: String, count: Int)
  ) -> Diagnostic {
    let short = first.count < second.count ? first : second
    return Diagnostic(
      code: "READ-MATE-MISSING",
      message: "found \(first.count) reads in \(first.path) but \(second.count) in "
        + "\(second.path), expected as many in both",
      location: .init(path: short.path, record: short.count + 1)
    )
  }

  private static func checkNames(
    _ first: RecordBatch,
    _ second: RecordBatch
  ) throws(Diagnostic) {
    let (one, two) = (first.bytes.span, second.bytes.span)
    for index in 0..<min(first.count, second.count) {
      let (header, mateHeader) = (first.layouts[index].name, second.layouts[index].name)
      guard MateNames.agree(one, header, two, mateHeader) else {
        throw Diagnostic(
          code: "READ-MATES",
          message: "found the mate of '\(first.name(index))' in \(first.path) named "
            + "'\(second.name(index))', expected the same name",
          location: .init(path: second.path, record: second.firstRecord + index)
        )
      }
      if index == 0, let mate = MateNames.mate(one, header), MateNames.mate(two, mateHeader) == mate
      {
        throw Diagnostic(
          code: "READ-SAME-MATE",
          message: "found reads marked as mate \(mate) in \(first.path) and in "
            + "\(second.path), expected both mates",
          location: .init(path: second.path, record: second.firstRecord)
        )
      }
    }
  }

  private static func format(_ batch: RecordBatch) -> String {
    batch.hasQualities ? "FASTQ" : "FASTA"
  }
}
