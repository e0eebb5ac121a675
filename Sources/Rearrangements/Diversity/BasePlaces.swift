/// Where each of the four bases stands in a short sequence, one bit a place.
struct BasePlaces: Sendable {
  /// The longest sequence, nt: the bits of a `UInt128`.
  ///
  /// N bases and D of human junctions are shorter.
  static let maximumCount = 128
  /// The longest allele that is compared, nt: the bits of a `UInt64`.
  ///
  /// The longest human D has 37.
  static let maximumAlleleLength = 64
  private var places = InlineArray<4, UInt128>(repeating: 0)
  /// How many bases there are.
  let count: Int

  /// Takes up to `maximumCount` bases; unknown ones stand nowhere.
  init(_ bases: some Collection<UInt8>) {
    count = min(bases.count, Self.maximumCount)
    var bit: UInt128 = 1
    for base in bases.prefix(Self.maximumCount) {
      if base < 4 { places[Int(base)] |= bit }
      bit <<= 1
    }
  }

  /// The 64 places from `offset` on, which may be negative.
  func shifted(by offset: Int) -> InlineArray<4, UInt64> {
    InlineArray { base in
      UInt64(
        truncatingIfNeeded: offset >= 0 ? places[base] >> offset : places[base] << -offset
      )
    }
  }
}

/// A D allele as bits, one a base.
struct AllelePlaces: Sendable {
  private let places: InlineArray<4, UInt64>
  /// How many bases there are.
  let count: Int

  /// Takes up to `BasePlaces.maximumAlleleLength` bases.
  init(_ bases: [UInt8]) {
    count = min(bases.count, BasePlaces.maximumAlleleLength)
    places = BasePlaces(bases.prefix(BasePlaces.maximumAlleleLength)).shifted(by: 0)
  }

  /// The places with the same base as `other`.
  @inline(__always)
  func equal(_ other: InlineArray<4, UInt64>) -> UInt64 {
    places[0] & other[0] | places[1] & other[1] | places[2] & other[2] | places[3] & other[3]
  }

  /// The places that are a transition apart from `other`.
  @inline(__always)
  func transitions(_ other: InlineArray<4, UInt64>) -> UInt64 {
    places[0] & other[2] | places[2] & other[0] | places[1] & other[3] | places[3] & other[1]
  }
}
