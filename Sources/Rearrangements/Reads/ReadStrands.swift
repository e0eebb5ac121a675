import Nucleotides

/// Both strands of the read at hand; their memory is used again for the next read.
struct ReadStrands {
  /// The read as given, base codes.
  private(set) var forward: [UInt8] = []
  /// Its reverse complement.
  private(set) var reverse: [UInt8] = []

  /// Takes over a read as given.
  mutating func takeForward(_ read: Span<UInt8>) {
    forward.removeAll(keepingCapacity: true)
    forward.append(addingCapacity: read.count) { output in
      for index in read.indices { output.append(read[index]) }
    }
  }

  /// Takes over the reverse complement of a read.
  mutating func takeReverse(_ read: Span<UInt8>) {
    reverse.removeAll(keepingCapacity: true)
    reverse.append(addingCapacity: read.count) { output in
      for index in read.indices { output.append(complement(read[read.count &- 1 &- index])) }
    }
  }

  /// The bases of a strand that was taken over.
  func bases(revComp: Bool) -> [UInt8] { revComp ? reverse : forward }
}
