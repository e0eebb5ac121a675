/// One step of an alignment, with its letter in an extended CIGAR.
package enum AlignmentStep: UInt8, Hashable, Sendable {
  /// Equal bases.
  case match = 0x3D  // =
  /// Different bases.
  case mismatch = 0x58  // X
  /// A base of the read that the germline lacks.
  case insertion = 0x49  // I
  /// A base of the germline that the read lacks.
  case deletion = 0x44  // D
}

/// An alignment as a list of runs.
package struct AlignmentPath: Hashable, Sendable {
  /// Steps with how often each is repeated, in order; neighbours differ.
  package private(set) var runs: [(step: AlignmentStep, length: Int)] = []

  /// Creates an empty path.
  package init() {}

  /// Adds steps at the end.
  package mutating func append(_ step: AlignmentStep, _ length: Int = 1) {
    guard length > 0 else { return }
    if let last = runs.last, last.step.rawValue == step.rawValue {
      runs[runs.count - 1].length += length
    } else {
      runs.append((step, length))
    }
  }

  /// Adds the steps of two stretches laid side by side without gaps.
  ///
  /// - Parameters:
  ///   - germline: Base codes of the germline.
  ///   - start: Offset of the first base to compare.
  ///   - read: Base codes of the read.
  ///   - range: The offsets of the read to compare.
  package mutating func append(
    _ germline: Span<UInt8>,
    from start: Int,
    _ read: Span<UInt8>,
    _ range: Range<Int>
  ) {
    let shift = start - range.lowerBound
    var first = range.lowerBound
    while first < range.upperBound {
      let isEqual = read[first] == germline[first &+ shift]
      var end = first &+ 1
      while end < range.upperBound, (read[end] == germline[end &+ shift]) == isEqual {
        end &+= 1
      }
      append(isEqual ? .match : .mismatch, end - first)
      first = end
    }
  }

  /// The path from its end to its start.
  package var reversed: AlignmentPath {
    var path = AlignmentPath()
    for run in runs.reversed() { path.append(run.step, run.length) }
    return path
  }

  /// The extended CIGAR, such as `120=1X30=`.
  package var cigar: String {
    var text: [UInt8] = []
    text.reserveCapacity(4 * runs.count)
    for run in runs {
      let first = text.count
      var left = run.length
      repeat {
        text.append(UInt8(ascii: "0") + UInt8(left % 10))
        left /= 10
      } while left > 0
      text[first...].reverse()
      text.append(run.step.rawValue)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// How many columns have a step.
  package func count(of step: AlignmentStep) -> Int {
    runs.reduce(0) { $0 + ($1.step.rawValue == step.rawValue ? $1.length : 0) }
  }

  /// Whether two paths have the same runs.
  package static func == (left: Self, right: Self) -> Bool {
    left.runs.elementsEqual(right.runs) { $0.step == $1.step && $0.length == $1.length }
  }

  /// Feeds the runs into a hasher.
  package func hash(into hasher: inout Hasher) {
    for run in runs {
      hasher.combine(run.step)
      hasher.combine(run.length)
    }
  }
}
