import Nucleotides
package import Rearrangements

/// Something that is counted by its signature: a tracked clonotype or a control.
package struct SignatureTarget: Hashable, Sendable {
  /// The signature.
  package var signature: Signature
  /// The type, which decides the tolerance; `nil` for a genomic control.
  package var type: RearrangementType?

  /// Creates a target.
  package init(signature: Signature, type: RearrangementType?) {
    (self.signature, self.type) = (signature, type)
  }
}

/// What a read says about the targets.
package enum SignatureMatch: Hashable, Sendable {
  /// No target's signature is in the read.
  case none
  /// One target fits; `variant` tells the believable difference apart: `nil` for none, else the
  /// offset in the signature times four plus the read's base.
  case target(Int, variant: Int?)
  /// Two or more targets fit equally well; the read goes to nobody.
  case ambiguous
}

/// Finds signatures in reads of either strand.
///
/// Pigeonhole: every signature is cut into more seeds than differences are tolerated, so that a read
/// within the tolerance has one of them whole. Each hit is verified base by base with qualities.
package struct SignatureMatcher: Sendable {
  /// The longest seeds used, nt; longer ones would find no fewer reads to verify.
  private static let longestSeed = 12
  /// The shortest seeds used, nt: what four differences leave of 40 bases.
  ///
  /// Shorter signatures lose reads with several differences rather than let every read be verified.
  private static let shortestSeed = 8

  private struct Probe: Sendable {
    var target: Int
    var isReverse: Bool
    /// Offset of the seed in the signature as it lies in the read.
    var offset: Int
  }

  private let targets: [SignatureTarget]
  private let reversed: [[UInt8]]
  private let tolerance: MatchTolerance
  private let probes: [UInt32: [Probe]]
  private let bitmap: [UInt64]
  private let seedLength: Int

  /// Prepares the look-up of some targets.
  package init(_ targets: [SignatureTarget], tolerance: MatchTolerance) {
    self.targets = targets
    self.tolerance = tolerance
    reversed = targets.map(\.signature.bases.reverseComplement.codes)
    let whole = targets.map {
      $0.signature.bases.count / (tolerance.mostDifferences($0.type) + 1)
    }
    let seedLength = max(Self.shortestSeed, min(Self.longestSeed, whole.min() ?? 0))
    self.seedLength = seedLength
    var probes: [UInt32: [Probe]] = [:]
    var bitmap = [UInt64](repeating: 0, count: 1_024)
    for (number, target) in targets.enumerated() {
      for (isReverse, codes) in [
        (false, target.signature.bases.codes), (true, reversed[number]),
      ] {
        // The last seed is set back so that it ends with the signature.
        var offsets = Array(
          stride(from: 0, through: codes.count - seedLength, by: seedLength)
        )
        if let last = offsets.last, last + seedLength < codes.count {
          offsets.append(codes.count - seedLength)
        }
        for offset in offsets {
          var seed: UInt32 = 0
          for base in codes[offset..<(offset + seedLength)] {
            seed = seed << 2 | UInt32(base & 3)
          }
          probes[seed, default: []].append(
            Probe(target: number, isReverse: isReverse, offset: offset)
          )
          let bit = Self.bit(of: seed)
          bitmap[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
    }
    self.probes = probes
    self.bitmap = bitmap
  }

  /// The target whose signature lies in a read.
  ///
  /// - Parameters:
  ///   - codes: The read's bases.
  ///   - qualities: Its Phred scores.
  /// - Returns: The one target that fits best, none, or that several fit equally well.
  package func match(_ codes: Span<UInt8>, _ qualities: Span<UInt8>) -> SignatureMatch {
    guard !targets.isEmpty else { return .none }
    var seed: UInt32 = 0
    var run = 0
    var best: (target: Int, variant: Int?, differences: Int)?
    var isAmbiguous = false
    let bits = bitmap.span
    let mask: UInt32 = 1 &<< UInt32(2 * seedLength) &- 1
    for position in codes.indices {
      let base = codes[position]
      seed = (seed &<< 2 | UInt32(base & 3)) & mask
      run = base < 4 ? run &+ 1 : 0
      guard run >= seedLength else { continue }
      let bit = Self.bit(of: seed)
      guard bits[bit &>> 6] & (1 &<< UInt64(bit & 63)) != 0, let hits = probes[seed] else {
        continue
      }
      for probe in hits {
        let start = position - seedLength + 1 - probe.offset
        guard let (differences, variant) = verify(probe, at: start, codes, qualities) else {
          continue
        }
        if let known = best, known.target != probe.target {
          if differences == known.differences {
            isAmbiguous = true
          } else if differences < known.differences {
            (best, isAmbiguous) = ((probe.target, variant, differences), false)
          }
        } else if best.map({ differences < $0.differences }) ?? true {
          (best, isAmbiguous) = ((probe.target, variant, differences), false)
        }
      }
    }
    guard let best else { return .none }
    return isAmbiguous ? .ambiguous : .target(best.target, variant: best.variant)
  }

  /// Differences of a read from a signature laid at `start`, if within the tolerance.
  private func verify(
    _ probe: Probe,
    at start: Int,
    _ codes: Span<UInt8>,
    _ qualities: Span<UInt8>
  ) -> (differences: Int, variant: Int?)? {
    let target = targets[probe.target]
    let bases = probe.isReverse ? reversed[probe.target] : target.signature.bases.codes
    guard start >= 0, start + bases.count <= codes.count else { return nil }
    let allowed = tolerance.allowed(target.type)
    let allowedInNDN = tolerance.allowedInNDN(target.type)
    var trusted = 0
    var untrusted = 0
    var inNDN = 0
    var variant: Int?
    for offset in bases.indices where codes[start + offset] != bases[offset] {
      let base = codes[start + offset]
      guard base < 4, Int(qualities[start + offset]) >= tolerance.trustedQuality else {
        untrusted += 1
        if untrusted > tolerance.untrustedMismatch { return nil }
        continue
      }
      let place = probe.isReverse ? bases.count - 1 - offset : offset
      variant = place * 4 + Int(probe.isReverse ? complement(base) : base)
      if target.signature.ndn.contains(place) { inNDN += 1 } else { trusted += 1 }
      if trusted > allowed || inNDN > allowedInNDN { return nil }
    }
    return (trusted + inNDN + untrusted, variant)
  }

  private static func bit(of seed: UInt32) -> Int {
    Int((seed &* 0x9E37_79B1) &>> 16)
  }
}
