import Alignments

/// What a D between V and J looks like: how it is trimmed, how often its bases differ, how many N
/// bases lie beside it.
///
/// Weights are likelihoods of the bases with the D, over those of random bases without one.
struct DiversityModel {
  /// The shortest stretch that is looked at as a D, nt: five bases in a row are equal to some D's
  /// in most random junctions.
  ///
  /// Chosen here.
  static let minimumLength = 5
  /// Equal bases on a diagonal that make up for the want of five in a row, so that hypermutation
  /// inside a long D does not hide it.
  ///
  /// Chosen here.
  static let minimumScatteredEqual = 9
  /// How far a D may reach into what V or J claimed by chance, nt.
  ///
  /// Chosen here: three bases are equal by chance in 1 of 64.
  static let maximumOverhang = 3
  /// Mean trimming of either end, nt.
  ///
  /// Chosen here, of the size seen in human repertoires.
  private static let meanTrimming = (five: 5.0, three: 6.0)
  /// Mean number of N bases on either side, nt.
  ///
  /// Chosen here, of the size seen in human repertoires.
  private static let meanInserted = 8.0
  /// Share of differences that are transitions: hypermutation prefers them.
  ///
  /// Chosen here; of random differences it would be a third.
  private static let transitionShare = 0.6
  /// The share of different bases in a D is so many times that of V and J: a D lies where hypermutation
  /// is densest.
  ///
  /// Chosen here, on simulated heavy chains, as are the next two.
  private static let rateFactor = 1.2
  /// So much is added to that share.
  private static let rateBesides = 0.04
  /// The share is no higher.
  private static let maximumRate = 0.3
  /// The weight of there being no D at all, or none that can be told.
  ///
  /// Chosen here, so that about 6 % of random stretches of 25 nt are given one.
  static let none = 3_000.0
  /// The same for a second D, 300 times as much: so rare D–D fusions are.
  ///
  /// Chosen here.
  static let noSecond = 900_000.0
  /// The shortest stretch in which a second D is looked for, nt: below it nothing overcomes that weight.
  static let minimumSecondLength = 10
  /// What the weight of an inverted D is multiplied with: so rare they are.
  ///
  /// Chosen here.
  static let inverted = 0.003
  /// The probability that the named genes need.
  ///
  /// Chosen here: of calls just above it seven in ten are right, see the article "Comparison".
  static let minimumConfidence = 0.33

  private let fiveTrimming = Self.fiveTrimming
  private let threeTrimming = Self.threeTrimming
  /// What a base weighs, by whether it is equal (1) or a transition apart (2).
  private let factors: InlineArray<4, Double>

  /// Creates a model for a read of which such a share of the germline bases of V and J differs.
  ///
  /// A D lies where hypermutation is densest: more of its bases differ.
  init(errorRate vjRate: Double) {
    let errorRate = min(Self.maximumRate, Self.rateFactor * vjRate + Self.rateBesides)
    // Each base that the D explains spares an N base.
    let spared = exponential(1 / Self.meanInserted)
    factors = [
      2 * errorRate * (1 - Self.transitionShare) * spared,
      4 * (1 - errorRate) * spared,
      4 * errorRate * Self.transitionShare * spared,
      0,
    ]
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
    let five = fiveTrimming.span
    let three = threeTrimming.span
    for place in places {
      open = (open + five[place]) * factor(equal, transitions, place)
      total += open * three[length &- 1 &- place]
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
      if fiveTrimming[place] > open { (open, start) = (fiveTrimming[place], place) }
      open *= factor(equal, transitions, place)
      let closed = open * threeTrimming[length - 1 - place]
      if closed > best.weight { best = (start..<(place + 1), closed) }
    }
    return best.range
  }

  @inline(__always)
  private func factor(_ equal: UInt64, _ transitions: UInt64, _ place: Int) -> Double {
    // Without branches: which bases differ is not foreseen.
    let shift = UInt64(place)
    return factors[Int(equal &>> shift & 1 | (transitions &>> shift & 1) &<< 1)]
  }

  private static let fiveTrimming = trimming(mean: meanTrimming.five)
  private static let threeTrimming = trimming(mean: meanTrimming.three)

  private static func trimming(mean: Double) -> [Double] {
    (0..<BasePlaces.maximumAlleleLength).map { exponential(-Double($0) / mean) / mean }
  }
}
