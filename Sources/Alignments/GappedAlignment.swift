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
    if let last = runs.last, last.step == step {
      runs[runs.count - 1].length += length
    } else {
      runs.append((step, length))
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
    var text = ""
    for run in runs { text += "\(run.length)\(Character(Unicode.Scalar(run.step.rawValue)))" }
    return text
  }

  /// How many columns have a step.
  package func count(of step: AlignmentStep) -> Int {
    runs.reduce(0) { $0 + ($1.step == step ? $1.length : 0) }
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
