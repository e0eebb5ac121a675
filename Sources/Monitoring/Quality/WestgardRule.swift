/// The rules by which a series of control measurements is judged.
///
/// Westgard and others 1981, doi:10.1093/clinchem/27.3.493.
package enum WestgardRule: String, CaseIterable, Hashable, Sendable {
  /// One measurement beyond 2 SD: a warning, no rejection.
  case oneBeyond2 = "1-2s"
  /// One measurement beyond 3 SD.
  case oneBeyond3 = "1-3s"
  /// Two in a row beyond 2 SD on the same side.
  case twoBeyond2 = "2-2s"
  /// Within one run, one measurement above +2 SD and another below −2 SD.
  case range4 = "R-4s"
  /// Four in a row beyond 1 SD on the same side.
  case fourBeyond1 = "4-1s"
  /// Ten in a row on the same side of the mean.
  case tenOneSided = "10-x"

  /// The rules that each measurement breaks by itself or as the last of a row.
  ///
  /// - Parameters:
  ///   - deviations: Distances from the mean in SD, in order of time; infinite for a control that
  ///     was not seen at all.
  ///   - runs: The run of each measurement.
  /// - Returns: For each measurement the broken rules, in the order of `allCases`.
  package static func broken(by deviations: [Double], runs: [String]) -> [[WestgardRule]] {
    deviations.indices.map { last in
      allCases.filter { $0.isBroken(at: last, in: deviations, runs) }
    }
  }

  private func isBroken(at last: Int, in z: [Double], _ runs: [String]) -> Bool {
    switch self {
    case .oneBeyond2: return z[last].magnitude > 2
    case .oneBeyond3: return z[last].magnitude > 3
    case .twoBeyond2: return Self.row(of: 2, endingAt: last, in: z, beyond: 2)
    case .range4:
      return (0..<last).contains { earlier in
        runs[earlier] == runs[last] && min(z[earlier], z[last]) < -2
          && max(z[earlier], z[last]) > 2
      }
    case .fourBeyond1: return Self.row(of: 4, endingAt: last, in: z, beyond: 1)
    case .tenOneSided: return Self.row(of: 10, endingAt: last, in: z, beyond: 0)
    }
  }

  /// Whether the measurements up to `last` all lie beyond a distance on the same side.
  private static func row(
    of length: Int,
    endingAt last: Int,
    in z: [Double],
    beyond distance: Double
  ) -> Bool {
    guard last + 1 >= length else { return false }
    let part = z[(last + 1 - length)...last]
    return part.allSatisfy { $0 > distance } || part.allSatisfy { $0 < -distance }
  }
}
