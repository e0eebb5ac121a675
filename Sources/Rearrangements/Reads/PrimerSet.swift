import Alignments
package import Nucleotides

/// A primer of an assay.
package struct Primer: Hashable, Sendable {
  /// The name in the assay file.
  package var name: String
  /// The bases as ordered, 5′ to 3′; reads begin with them.
  package var sequence: NucleotideSequence

  /// Creates a primer.
  package init(name: String, sequence: NucleotideSequence) {
    (self.name, self.sequence) = (name, sequence)
  }
}

/// The primers of an assay, ready to be found at the ends of reads.
///
/// Bases under a primer are the primer's, not the patient's: they never count as identity, as
/// mutation or as part of a signature.
package struct PrimerSet: Sendable {
  /// How far from the read's end a primer may begin, nt: diversity bases and short barcodes lie
  /// before it.
  ///
  /// Chosen here.
  private static let maximumOffset = 12
  /// One in so many of a primer's bases may differ: sequencing errors and errors of synthesis,
  /// which lie close to the primer's 5′ end.
  ///
  /// Chosen here.
  private static let mismatchShare = 5

  /// Primers one after the other: arrays of their own would be counted for each comparison.
  private struct Sequences: Sendable {
    var bases: [UInt8] = []
    var ranges: [Range<Int>] = []

    init(_ sequences: [[UInt8]]) {
      for sequence in sequences {
        ranges.append(bases.count..<(bases.count + sequence.count))
        bases += sequence
      }
    }
  }

  private let atStart: Sequences
  /// Their reverse complements, as they end a read.
  private let atEnd: Sequences

  /// Creates a set; equal sequences count once.
  package init(_ primers: [Primer]) {
    var seen: Set<[UInt8]> = []
    let codes = primers.map(\.sequence.codes).filter { !$0.isEmpty && seen.insert($0).inserted }
    atStart = Sequences(codes)
    atEnd = Sequences(codes.map { $0.reversed().map(complement) })
  }

  /// The part of a fragment between its primers.
  ///
  /// - Parameters:
  ///   - read: Base codes of a fragment, either strand.
  ///   - atStart: Whether the read begins where the fragment begins.
  ///   - atEnd: Whether the read ends where the fragment ends, as merged pairs do.
  /// - Returns: The offsets between the primers; to the read's own end where none is found.
  package func primerFree(
    _ read: Span<UInt8>,
    atStart: Bool = true,
    atEnd: Bool = true
  ) -> Range<Int> {
    let start = atStart ? primerLength(read, reversed: false) : 0
    let end = read.count - (atEnd ? primerLength(read, reversed: true) : 0)
    return start..<max(start, end)
  }

  /// Where the primer at one end stops, counted from that end; 0 if there is none.
  private func primerLength(_ read: Span<UInt8>, reversed: Bool) -> Int {
    let primers = reversed ? atEnd : atStart
    let bases = primers.bases.span
    for offset in 0...Self.maximumOffset {
      var best: (mismatches: Int, length: Int)?
      for primer in primers.ranges where offset + primer.count <= read.count {
        let mismatches = differences(
          read,
          from: reversed ? read.count - offset - primer.count : offset,
          bases,
          from: primer.lowerBound,
          count: primer.count
        )
        guard mismatches <= min(primer.count / Self.mismatchShare, best?.mismatches ?? .max) else {
          continue
        }
        if best.map({ mismatches < $0.mismatches || primer.count > $0.length }) ?? true {
          best = (mismatches, primer.count)
        }
      }
      if let best { return offset + best.length }
    }
    return 0
  }
}
