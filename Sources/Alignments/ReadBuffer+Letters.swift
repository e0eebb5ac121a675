extension ReadBuffer {
  /// Appends the read's bases to a text, as upper-case letters, `N` for an unknown one.
  ///
  /// The loop has no branch, so that the compiler makes it one over vectors.
  package func appendLetters(to text: inout [UInt8]) {
    let count = codes.count
    text.append(addingCapacity: count) { output in
      // SAFETY: source and target are different buffers of `count` bytes that live during the call.
      unsafe codes.withUnsafeBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target, filled in
          for index in 0..<count { unsafe target[index] = Self.letter(source[index]) }
          filled = count
        }
      }
    }
  }

  /// `baseLetter` of a code 0…4 by arithmetic.
  @inline(__always)
  private static func letter(_ code: UInt8) -> UInt8 {
    let lowest = 0 &- (code & 1)
    let middle = 0 &- ((code >> 1) & 1)
    let unknown = 0 &- (code >> 2)
    // From A it is 2 to C, 6 to G, 19 to T and 13 to N.
    let known = (lowest & 2) &+ (middle & 6) &+ (lowest & middle & 11)
    return UInt8(ascii: "A") &+ known &+ (unknown & 13)
  }
}
