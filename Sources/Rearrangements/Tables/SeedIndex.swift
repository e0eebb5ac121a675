import Alignments

/// Where the 12-mers of some elements lie, counted from the origin of their class.
///
/// Unlike the 8-mers of `ElementIndex`, a 12-mer that is found is hardly ever there by chance, and most
/// have one place only; hypermutation leaves fewer of them whole. A hash table with open addressing:
/// all 12-mers together would need a table beyond any cache.
package struct SeedIndex: Sendable {
  /// The length in bases: of 16,777,216 the 5′ elements have a small share, so that random bases
  /// hit one seldom.
  ///
  /// Chosen here.
  package static let length = 12

  /// Bits of a slot that hold the 12-mer.
  private static let keyBits = 24
  /// Bits of a slot that hold how many places it has.
  private static let countBits = 8

  /// The 12-mer in the low bits, then how many places it has, then the place, or where in `places` they
  /// begin if there are several; 0 for an empty slot.
  let slots: [UInt64]
  /// Places of the 12-mers that have several: the class above 16 bits, below them the offset from the
  /// origin plus 32,768.
  let places: [UInt32]

  /// Indexes the rows of some matrices.
  package init(_ matrices: [ReferenceMatrix]) {
    var found: [Int: Set<UInt32>] = [:]
    for matrix in matrices {
      for row in 0..<matrix.count {
        let bases = matrix.cells[(row * matrix.width)..<((row + 1) * matrix.width)]
        let last = matrix.ends[row] - Self.length
        for column in matrix.starts[row]..<max(matrix.starts[row], last + 1) {
          let seed = bases[(bases.startIndex + column)...].prefix(Self.length)
          guard seed.allSatisfy({ $0 < 4 }) else { continue }
          let place =
            UInt32(matrix.elementClass.rawValue) << 16 | UInt32(column - matrix.origin + 32_768)
          found[seed.reduce(0) { $0 << 2 | Int($1) }, default: []].insert(place)
        }
      }
    }
    var size = 1 << 10
    while size < 2 * found.count { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    var places: [UInt32] = []
    for (seed, set) in found.sorted(by: { $0.key < $1.key }) {
      var slot = Self.slot(of: seed, among: size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      let first = set.count == 1 ? set.reduce(0, +) : UInt32(places.count)
      if set.count > 1 { places += set.sorted() }
      let count = UInt64(min(set.count, 1 << Self.countBits - 1))
      slots[slot] =
        UInt64(seed) | count << UInt64(Self.keyBits)
        | UInt64(first) << UInt64(Self.keyBits + Self.countBits)
    }
    (self.slots, self.places) = (slots, places)
  }

  /// The 12-mer of a read at an offset, two bits a base, the first on top; `nil` with an unknown base.
  ///
  /// All twelve bases lie inside the read.
  @inline(__always)
  static func seed(of read: Span<UInt8>, at place: Int) -> Int? {
    let first = EightBases(read, at: place)
    let last = EightBases(read, at: place &+ length &- EightBases.count)
    return first.areKnown && last.areKnown ? first.packed << 8 | last.packed & 0xFF : nil
  }

  /// Whether a class has a row with the 12-mer of a read, at an offset from the origin of the class.
  ///
  /// - Parameters:
  ///   - elementClass: The class.
  ///   - offset: Where the 12-mer begins in the row, counted from the origin.
  ///   - read: Base codes of the read.
  ///   - place: Where it begins in the read; all of it lies inside.
  /// - Returns: `false` also for a 12-mer with an unknown base.
  package func holds(
    _ elementClass: ElementClass,
    offset: Int,
    _ read: Span<UInt8>,
    at place: Int
  ) -> Bool {
    guard let seed = Self.seed(of: read, at: place) else { return false }
    let wanted = Int(elementClass.rawValue) << 16 | (offset + 32_768)
    let found = Self.find(seed, in: slots.span)
    return found.count == 1
      ? found.first == wanted
      : (0..<found.count).contains { Int(places[found.first + $0]) == wanted }
  }

  /// Finds a 12-mer.
  ///
  /// - Parameters:
  ///   - seed: Two bits a base, the first on top.
  ///   - slots: The index's own.
  /// - Returns: How many places it has, 0 if it is unknown; and its place, or where in `places` they
  ///   begin if there are several.
  @inline(__always)
  static func find(_ seed: Int, in slots: Span<UInt64>) -> (count: Int, first: Int) {
    let mask = slots.count &- 1
    var slot = slot(of: seed, among: slots.count)
    while true {
      let found = slots[slot]
      let count = Int(found &>> UInt64(keyBits)) & (1 << countBits - 1)
      if count == 0 || Int(found & (1 << UInt64(keyBits) - 1)) == seed {
        return (count, Int(found &>> UInt64(keyBits + countBits)))
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// The slot where the search for a 12-mer begins.
  @inline(__always)
  private static func slot(of seed: Int, among count: Int) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top bits of the product.
    let product = UInt32(truncatingIfNeeded: seed) &* 2_654_435_769
    return Int(product &>> UInt32(truncatingIfNeeded: 32 &- count.trailingZeroBitCount))
  }
}
