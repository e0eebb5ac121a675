#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A logarithmic axis over whole decades.
struct LogAxis {
  /// The exponents of the ends.
  let decades: ClosedRange<Int>
  /// The coordinates of the ends, lowest value first.
  let ends: (first: Double, last: Double)

  /// An axis that holds every positive value of a list.
  init(holding values: [Double], from first: Double, to last: Double) {
    let exponents = values.filter { $0 > 0 && $0.isFinite }.map { log10($0) }
    let lowest = Int((exponents.min() ?? 0).rounded(.down))
    let highest = Int((exponents.max() ?? 1).rounded(.up))
    self.init(decades: lowest...max(highest, lowest + 1), from: first, to: last)
  }

  /// An axis over given decades.
  init(decades: ClosedRange<Int>, from first: Double, to last: Double) {
    (self.decades, ends) = (decades, (first, last))
  }

  /// The coordinate of a value; what lies beyond an end is drawn at that end.
  func place(_ value: Double) -> Double {
    let span = Double(max(1, decades.upperBound - decades.lowerBound))
    let share = value > 0 ? (log10(value) - Double(decades.lowerBound)) / span : 0
    return ends.first + min(max(share, 0), 1) * (ends.last - ends.first)
  }

  /// The powers of ten on the axis with their labels.
  var ticks: [(value: Double, label: String)] {
    decades.map { decade in
      let value = pow(10, Double(decade))
      switch decade {
      case 0: return (value, "1")
      case 1...3: return (value, ReportNumber.count(Int(value)))
      default: return (value, ReportNumber.scientific(value))
      }
    }
  }
}
