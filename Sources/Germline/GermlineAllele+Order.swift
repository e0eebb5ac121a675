extension GermlineAllele {
  /// Whether an allele stands before another in a set file: by locus, segment and name, numbers in
  /// names by value, so that IGHV1-2 comes before IGHV1-18.
  static func standsBefore(_ left: GermlineAllele, _ right: GermlineAllele) -> Bool {
    if left.locus != right.locus { return left.locus.rawValue < right.locus.rawValue }
    if left.segment != right.segment { return left.segment.rank < right.segment.rank }
    return isNaturallyOrdered(left.name, right.name)
  }

  private static func isNaturallyOrdered(_ left: String, _ right: String) -> Bool {
    var (rest, other) = (Array(left.utf8)[...], Array(right.utf8)[...])
    while let first = rest.first, let second = other.first {
      let (number, otherNumber) = (rest.prefix(while: isDigit), other.prefix(while: isDigit))
      if !number.isEmpty, !otherNumber.isEmpty {
        let (value, otherValue) = (withoutZeros(number), withoutZeros(otherNumber))
        if value.count != otherValue.count { return value.count < otherValue.count }
        if !value.elementsEqual(otherValue) { return value.lexicographicallyPrecedes(otherValue) }
        rest = rest.dropFirst(number.count)
        other = other.dropFirst(otherNumber.count)
      } else {
        if first != second { return first < second }
        rest = rest.dropFirst()
        other = other.dropFirst()
      }
    }
    // Names that differ only in leading zeros still need one order.
    return rest.count != other.count ? rest.count < other.count : left < right
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func withoutZeros(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    digits.drop { $0 == 48 }
  }
}

extension Segment {
  /// The place of a segment in a set file.
  fileprivate var rank: Int {
    switch self {
    case .v: 0
    case .d: 1
    case .j: 2
    }
  }
}
