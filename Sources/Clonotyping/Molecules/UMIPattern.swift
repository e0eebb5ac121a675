/// Where a read pair carries its unique molecular identifier (UMI): the first bases of one mate.
package struct UMIPattern: Hashable, Sendable, Codable {
  /// The mate, 1 or 2.
  package var read: Int
  /// The bases, 4 to 32, before everything else.
  package var length: Int

  /// The lengths that are supported, nt.
  ///
  /// Two bits a base fill 64 bits at 32; below 4 there are 64 identifiers at most, which a single
  /// clonotype uses up (chosen here).
  package static let lengths = 4...32

  /// Creates a pattern.
  package init(read: Int, length: Int) { (self.read, self.length) = (read, length) }

  /// The identifier at the start of a read, two bits a base; `nil` if the read is too short or a
  /// base is unknown.
  package func identifier(_ codes: Span<UInt8>) -> UInt64? {
    guard codes.count >= length else { return nil }
    var identifier: UInt64 = 0
    for offset in 0..<length {
      guard codes[offset] < 4 else { return nil }
      identifier = identifier << 2 | UInt64(codes[offset])
    }
    return identifier
  }
}
