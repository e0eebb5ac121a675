import Alignments

/// What a D between V and J looks like: how it is trimmed, how often its bases differ, how many N
/// bases lie beside it.
///
/// Weights are likelihoods of the bases with the D, over those of random bases without one.
struct DiversityModel {
  /// Fewest bases that are looked at as a D, nt.
  static let shortest = 5
  /// Mean trimming of either end, nt.
  private static let meanTrimming = (five: 5.0, three: 6.0)
  /// Mean number of N bases on either side, nt.
  private static let meanInserted = 8.0
  /// Share of differences that are transitions: hypermutation prefers them.
  private static let transitionShare = 0.6
  /// The share of different bases in a D: so many times that of V and J, so much besides, at most so.
  private static let (rateFactor, rateBesides, highestRate) = (1.2, 0.04, 0.3)
  /// The weight of there being no D at all, or none that can be told.
  static let none = 3_000.0
  /// The probability that the named genes need.
  static let fewestConfidence = 0.33

  private let match: Double
  private let transition: Double
  private let transversion: Double

  /// Creates a model for a read of which such a share of the germline bases of V and J differs.
  ///
  /// A D lies where hypermutation is densest: more of its bases differ.
  init(errorRate vjRate: Double) {
    let errorRate = min(Self.highestRate, Self.rateFactor * vjRate + Self.rateBesides)
    // Each base that the D explains spares an N base.
    let spared = exponential(1 / Self.meanInserted)
    match = 4 * (1 - errorRate) * spared
    transition = 4 * errorRate * Self.transitionShare * spared
    transversion = 2 * errorRate * (1 - Self.transitionShare) * spared
  }

  /// The summed weight of all stretches of a diagonal.
  ///
  /// - Parameters:
  ///   - equal: The places of the D whose base is the read's.
  ///   - transitions: The places where a transition apart.
  ///   - places: The places that lie on the bases looked at.
  ///   - length: The bases of the D.
  /// - Returns: The likelihood ratio against random bases, summed; `0` without places.
  func weight(
    _ equal: UInt64,
    _ transitions: UInt64,
    _ places: Range<Int>,
    of length: Int
  ) -> Double {
    var open = 0.0
    var total = 0.0
    for place in places {
      open = (open + Self.fiveTrimming[place]) * factor(equal, transitions, place)
      total += open * Self.threeTrimming[length - 1 - place]
    }
    return total
  }

  /// The stretch of a diagonal with the highest weight.
  func bestSegment(
    _ equal: UInt64,
    _ transitions: UInt64,
    _ places: Range<Int>,
    of length: Int
  ) -> Range<Int> {
    var best = (range: places.lowerBound..<places.lowerBound, weight: 0.0)
    var start = places.lowerBound
    var open = 0.0
    for place in places {
      if Self.fiveTrimming[place] > open { (open, start) = (Self.fiveTrimming[place], place) }
      open *= factor(equal, transitions, place)
      let closed = open * Self.threeTrimming[length - 1 - place]
      if closed > best.weight { best = (start..<(place + 1), closed) }
    }
    return best.range
  }

  @inline(__always)
  private func factor(_ equal: UInt64, _ transitions: UInt64, _ place: Int) -> Double {
    if equal >> UInt64(place) & 1 == 1 { return match }
    return transitions >> UInt64(place) & 1 == 1 ? transition : transversion
  }

  private static let fiveTrimming = trimming(mean: meanTrimming.five)
  private static let threeTrimming = trimming(mean: meanTrimming.three)

  private static func trimming(mean: Double) -> [Double] {
    (0..<BasePlaces.longestAllele).map { exponential(-Double($0) / mean) / mean }
  }
}
