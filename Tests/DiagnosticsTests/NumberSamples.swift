/// Doubles of every kind, the same ones for the same seed.
struct NumberSamples {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// The next bits of SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func whole(below limit: Int) -> Int { Int(bits() % UInt64(limit)) }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

  /// Any pattern of bits, so nearly always a number of a far magnitude, at times not finite.
  mutating func anyPattern() -> Double { Double(bitPattern: bits()) }

  /// A number too small to have all its bits.
  mutating func subnormal() -> Double {
    let number = Double(bitPattern: bits() % (1 << 52) >> UInt64(whole(below: 52)))
    return whole(below: 2) == 0 ? number : -number
  }

  /// A power of ten, or a neighbour of one.
  mutating func nearPowerOfTen() -> Double {
    let power = Self.power(whole(below: 632) - 323)
    return [power, power.nextUp, power.nextDown, -power][whole(below: 4)]
  }

  /// A decimal of four digits that ends in 5, half way between two of three digits, or a neighbour.
  mutating func halfway() -> Double {
    let digits = 10 * (100 + whole(below: 900)) + 5
    let number = Double("\(digits)e\(whole(below: 40) - 25)") ?? .nan
    return [number, number.nextUp, number.nextDown, -number][whole(below: 4)]
  }

  /// A number as results have them: any digits, 1e-12 to 1e18.
  mutating func measured() -> Double {
    Double(bits() >> 11) * 0x1p-53 * Self.power(whole(below: 30) - 12)
  }

  /// A ratio of small whole numbers.
  mutating func ratio() -> Double {
    Double(whole(below: 3_000)) / Double(1 + whole(below: 3_000))
  }

  /// Some of each kind, and those that are special.
  mutating func all(_ count: Int = 150) -> [Double] {
    var numbers: [Double] = [
      0, -0.0, .infinity, -.infinity, .nan, -.nan, .greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 0x1p52, 0x1p53,
      0x1p54, 1, -1,
    ]
    for _ in 0..<count {
      numbers += [
        anyPattern(), subnormal(), nearPowerOfTen(), halfway(), measured(), ratio(),
      ]
    }
    return numbers
  }

  /// Those of `all` that are finite.
  mutating func finite(_ count: Int = 150) -> [Double] { all(count).filter(\.isFinite) }
}
