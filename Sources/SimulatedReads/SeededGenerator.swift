/// A random source that gives the same numbers for the same seed on every machine and with every
/// version of Swift: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
///
/// For simulation and tests; worthless for secrets.
package struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Creates a generator; every seed is as good as any other.
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    // Wrapping arithmetic is the definition of the generator.
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// A number in `0..<bound`.
  ///
  /// The standard library's own reduction may change between versions; this one does not. Its bias
  /// is below `bound` / 2⁶⁴.
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "no number is below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in `0..<1`, a multiple of 2⁻⁵³.
  package mutating func unit() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// One of the elements, each as likely as the others; `nil` if there is none.
  package mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// A number in `0...limit`: how often something of chance `mean / (mean + 1)` happens in a row.
  ///
  /// The geometric distribution with that mean, except that `limit` takes all of its tail.
  package mutating func geometric(mean: Double, limit: Int) -> Int {
    var count = 0
    while count < limit, unit() * (mean + 1) < mean { count += 1 }
    return count
  }
}
