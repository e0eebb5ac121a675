extension PairMerger {
  /// The consensus of two mates without unknown bases: of different bases the better, of quality the
  /// difference; of equal ones the sum.
  ///
  /// The loop over the overlap has no branch, so that the compiler makes it one over vectors.
  ///
  /// - Returns: The overlap in bases.
  func joinKnown(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    fragment: Int,
    into merged: inout ReadBuffer
  ) -> Int {
    let offset = fragment - second.count
    let start = max(0, offset)
    let end = min(first.count, fragment)
    merged.clear()
    merged.append(0..<end, of: first)
    // SAFETY: `start..<end` lies inside both reads, shifted by `offset` in the second, and inside the
    // fragment; the four buffers are different ones that live during the call.
    unsafe second.codes.withUnsafeBufferPointer { mates in
      unsafe second.qualities.withUnsafeBufferPointer { scores in
        unsafe merged.codes.withUnsafeMutableBufferPointer { codes in
          unsafe merged.qualities.withUnsafeMutableBufferPointer { qualities in
            for place in start..<end {
              let (a, b) = unsafe (codes[place], mates[place &- offset])
              let (qa, qb) = unsafe (qualities[place], scores[place &- offset])
              let higher = max(qa, qb)
              let lower = min(qa, qb)
              let same = min(Self.highestQuality, higher &+ lower)
              let different = max(2, higher &- lower)
              unsafe codes[place] = qa == higher ? a : b
              unsafe qualities[place] = a == b ? same : different
            }
          }
        }
      }
    }
    if end < fragment { merged.append((end - offset)..<second.count, of: second) }
    return end - start
  }
}
