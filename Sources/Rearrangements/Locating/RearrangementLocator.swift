import Germline
import Nucleotides

/// Finds the elements of a rearrangement on a read.
///
/// Votes say where an element may lie, placers lay it there, judges say whether it is one.
package struct RearrangementLocator: Sendable {
  /// What is tried on a read.
  ///
  /// Chosen here; that less effort changes no answer is measured on simulated and real reads.
  enum Parameters {
    /// Bases of a read that is looked at, nt: less than a V primer, a junction and a J primer have.
    static let minimumReadLength = 40
    /// Votes on one strand that make looking at the other unnecessary: 27 equal bases in a row.
    static let decisiveVotes: UInt16 = 20
    /// How many classes are tried as the 5′ element.
    static let maximumTriedClasses = 3
    /// A class with so many times fewer votes than the best cannot overturn what was found.
    static let voteFactor: UInt16 = 2
  }

  let matrices: ReferenceMatrices
  let kmers: KmerIndexes
  let seeds: SeedSearch
  let fivePrime: FivePrimePlacer
  let threePrime: ThreePrimePlacer
  let judge: EvidenceJudge
  let signals: RecombinationSignals
  /// The control that sequencers are given.
  let phiX: GenomeWords

  /// Prepares the tables of a set.
  ///
  /// - Parameter matrices: Its elements.
  package init(_ matrices: ReferenceMatrices) {
    let seedIndex = SeedIndex(matrices.all.filter(\.elementClass.isFivePrime))
    self.matrices = matrices
    kmers = KmerIndexes(matrices)
    seeds = SeedSearch(seedIndex)
    fivePrime = FivePrimePlacer(matrices, kmers, seedIndex)
    threePrime = ThreePrimePlacer(matrices, kmers)
    judge = EvidenceJudge(matrices)
    signals = RecombinationSignals(matrices)
    phiX = GenomeWords(circular: SequencingControl.phiX174.codes)
  }

  /// Finds the elements of a rearrangement on a read.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Receives the equally good rows and the strands.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func locate(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    do throws(RejectionReason) {
      scratch.lone = nil
      guard read.count >= Parameters.minimumReadLength else { throw .tooShort }
      if let clear = try locateClear(read, primerFree: primerFree, &scratch) { return clear }
    } catch {
      throw refined(error, read, primerFree: primerFree, lone: scratch.lone)
    }
    return try locateByAllVotes(read, primerFree: primerFree, &scratch)
  }

  /// Finds the elements of a rearrangement on a read by the votes of all its 8-mers: the reference of
  /// `locate`, which spares most reads the most of them.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Receives the equally good rows and the strands.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func locateByAllVotes(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    do throws(RejectionReason) {
      scratch.lone = nil
      guard read.count >= Parameters.minimumReadLength else { throw .tooShort }
      return try locateOnBetterStrand(read, primerFree: primerFree, &scratch)
    } catch {
      throw refined(error, read, primerFree: primerFree, lone: scratch.lone)
    }
  }

  /// Finds the elements on the strand with most votes for a 5′ element, the strand as given among equals.
  private func locateOnBetterStrand(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    scratch.strands.takeForward(read)
    let forwardVotes = scratch.placing.votes.count(read, kmers)
    let mostForward = forwardVotes.bestOfFivePrime
    let forward = Strand(
      bases: scratch.strands.forward,
      revComp: false,
      primerFree: primerFree
    )
    if mostForward >= Parameters.decisiveVotes {
      return try locate(on: forward, by: forwardVotes, &scratch)
    }
    scratch.strands.takeReverse(read)
    let reverse = Strand(
      bases: scratch.strands.reverse,
      revComp: true,
      primerFree: primerFree.mirrored(in: read.count)
    )
    let reverseVotes = scratch.otherVotes.count(reverse.bases.span, kmers)
    guard reverseVotes.bestOfFivePrime > mostForward else {
      return try locate(on: forward, by: forwardVotes, &scratch)
    }
    swap(&scratch.placing.votes, &scratch.otherVotes)
    return try locate(on: reverse, by: reverseVotes, &scratch)
  }
}
