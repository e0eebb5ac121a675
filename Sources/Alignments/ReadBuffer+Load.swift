import Nucleotides

extension ReadBuffer {
  /// Takes over a read of a file.
  ///
  /// - Parameters:
  ///   - letters: Its bases, IUPAC letters of either case.
  ///   - scores: Its quality characters, Phred+33, as many; empty for a read without qualities.
  ///   - reversed: Whether to take its reverse complement.
  package mutating func load(_ letters: Span<UInt8>, _ scores: Span<UInt8>, reversed: Bool) {
    precondition(scores.isEmpty || scores.count == letters.count, "bases without qualities")
    clear()
    appendCodes(of: letters, reversed: reversed)
    guard !scores.isEmpty else {
      qualities.append(contentsOf: repeatElement(Self.assumedQuality, count: letters.count))
      return
    }
    let count = scores.count
    qualities.append(addingCapacity: count) { output in
      // SAFETY: source and target are different buffers of `count` bytes that live during the call.
      unsafe scores.withUnsafeBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target, filled in
          if reversed {
            for index in 0..<count {
              unsafe target[index] = source[count &- 1 &- index] &- PhredScore.asciiOffset
            }
          } else {
            // SAFETY: `index` is below the `count` of both buffers.
            for index in 0..<count {
              unsafe target[index] = source[index] &- PhredScore.asciiOffset
            }
          }
          filled = count
        }
      }
    }
  }

  /// Appends the codes of letters.
  ///
  /// The loop has no branch, so that the compiler makes it one over vectors; letters other than
  /// `ACGTN` show at its end and are then looked up one by one.
  private mutating func appendCodes(of letters: Span<UInt8>, reversed: Bool) {
    let count = letters.count
    var strange: UInt8 = 0
    codes.append(addingCapacity: count) { output in
      // SAFETY: source and target are different buffers of `count` bytes that live during the call.
      unsafe letters.withUnsafeBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target, filled in
          var bits: UInt8 = 0
          if reversed {
            // SAFETY: `index` and its mirror place are below the `count` of both buffers.
            for index in 0..<count {
              let letter = unsafe source[count &- 1 &- index]
              bits |= Self.strangeness(letter)
              unsafe target[index] = Self.code(letter, flip: 3)
            }
          } else {
            // SAFETY: `index` is below the `count` of both buffers.
            for index in 0..<count {
              let letter = unsafe source[index]
              bits |= Self.strangeness(letter)
              unsafe target[index] = Self.code(letter, flip: 0)
            }
          }
          strange = bits
          filled = count
        }
      }
    }
    guard strange != 0 else { return }
    for index in 0..<count {
      let code = baseCodes[Int(letters[reversed ? count - 1 - index : index])]
      codes[index] = reversed ? complement(code) : code
    }
  }

  /// Zero for `ACGTN`, something else for every other letter.
  @inline(__always)
  private static func strangeness(_ letter: UInt8) -> UInt8 {
    let toAOrC = min(letter ^ UInt8(ascii: "A"), letter ^ UInt8(ascii: "C"))
    let toGOrT = min(letter ^ UInt8(ascii: "G"), letter ^ UInt8(ascii: "T"))
    return min(min(toAOrC, toGOrT), letter ^ UInt8(ascii: "N"))
  }

  /// The code of one of `ACGTN`, or of its complement.
  ///
  /// - Parameters:
  ///   - letter: The letter.
  ///   - flip: 3 for the complement, whose code has both bits flipped, else 0.
  /// - Returns: The code, 0…4.
  @inline(__always)
  private static func code(_ letter: UInt8, flip: UInt8) -> UInt8 {
    // Bits 1 and 2 of A, C, G, T are 0, 1, 3, 2; only N has bit 3.
    let pair = (letter >> 1) & 3
    let unknown = (letter >> 3) & 1
    let code = (pair ^ (pair >> 1)) ^ flip
    return (code & (unknown &- 1)) | (unknown << 2)
  }
}
