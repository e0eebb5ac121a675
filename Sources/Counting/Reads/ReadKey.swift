/// The key of a read in a `ReadCache`: 128 bits mixed from its bases.
///
/// Bases are not compared again where keys are equal. Were the bits even, two of 10⁹ different reads
/// would share a key with a chance of 10¹⁸/2¹²⁹ ≈ 10⁻²¹. The standard library's `Hasher` gives 64 bits,
/// of which two of 10⁹ reads share all with a chance of 0.03, and others in every run; a cryptographic
/// digest would cost more than the look-up saves. This one is the same in every run and on every machine.
struct ReadKey: Hashable, Sendable {
  /// The half that chooses a place in a cache.
  let low: UInt64
  /// The other half.
  let high: UInt64

  /// Mixes the bases of a read into its key.
  ///
  /// - Parameters:
  ///   - codes: Base codes.
  ///   - atEnd: Whether the read ends where its fragment ends; reads of one sequence that do and that
  ///     do not differ.
  init(_ codes: Span<UInt8>, atEnd: Bool) {
    var low: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(codes.count)
    var high: UInt64 = 0xE703_7ED1_A0B4_28DB ^ (atEnd ? 1 : 0)
    // SAFETY: a raw view of bytes; every load below is inside it.
    let bytes = unsafe codes.bytes
    var offset = 0
    while offset &+ 16 <= codes.count {
      // SAFETY: the loop's condition keeps both 8-byte loads inside the span.
      let one = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let two = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      Self.mix(one, two, &low, &high)
      offset &+= 16
    }
    var one: UInt64 = 0
    var two: UInt64 = 0
    while offset < codes.count {
      one = one &<< 8 | two &>> 56
      two = two &<< 8 | UInt64(codes[offset])
      offset &+= 1
    }
    Self.mix(one, two, &low, &high)
    Self.mix(high, low, &low, &high)
    (self.low, self.high) = (low, high)
  }

  /// Folds 16 bytes in by multiplications of 64 × 64 bits.
  @inline(__always)
  private static func mix(_ one: UInt64, _ two: UInt64, _ low: inout UInt64, _ high: inout UInt64) {
    let first = (low ^ one).multipliedFullWidth(by: two ^ 0x8EBC_6AF0_9C88_C6E3)
    let second = (high ^ two).multipliedFullWidth(by: one ^ 0x5899_65CC_7537_4CC3)
    low = first.high ^ first.low &+ second.high
    high = second.high ^ second.low ^ 0x1D8E_4E27_C47D_124F
  }
}
