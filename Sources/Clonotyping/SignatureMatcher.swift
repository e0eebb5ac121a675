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
  /// One target explains the read better than any other, with these differences.
  case target(Int, ReadDifferences)
  /// Two or more targets explain the read about equally well; it goes to nobody.
  case ambiguous

  /// What two mates that do not overlap say together: mates of two targets are ambiguous.
  package func joined(_ other: SignatureMatch) -> SignatureMatch {
    switch (self, other) {
    case (.none, _): other
    case (_, .none): self
    case (.target(let left, let these), .target(let right, let those)) where left == right:
      .target(left, min(these, those))
    default: .ambiguous
    }
  }
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

  /// What is looked for.
  package let targets: [SignatureTarget]
  /// What a read may differ in.
  package let tolerance: MatchTolerance
  /// What its differences cost.
  package let costs: MismatchCosts
  private let reversed: [[UInt8]]
  private let probes: [UInt32: [Probe]]
  private let bitmap: [UInt64]
  private let seedLength: Int
  private let decisive: Int

  /// Prepares the look-up of some targets.
  ///
  /// - Parameters:
  ///   - targets: What to look for.
  ///   - tolerance: What a read may differ in.
  ///   - errorRate: Errors of a base beside those its quality states.
  package init(
    _ targets: [SignatureTarget],
    tolerance: MatchTolerance,
    errorRate: Double = 1e-3
  ) {
    self.targets = targets
    self.tolerance = tolerance
    costs = MismatchCosts(errorRate: errorRate)
    decisive = MismatchCosts.cost(odds: tolerance.leastOdds)
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
  /// - Returns: The one target that explains it best, none, or that several do about as well.
  package func match(_ codes: Span<UInt8>, _ qualities: Span<UInt8>) -> SignatureMatch {
    var best: (target: Int, fit: Fit)?
    var next = Int.max
    visit(codes) { probe, start in
      guard let fit = verify(probe, at: start, codes, qualities) else { return }
      guard let known = best else {
        best = (probe.target, fit)
        return
      }
      if known.target == probe.target {
        if fit < known.fit { best = (probe.target, fit) }
      } else if fit.cost < known.fit.cost {
        (best, next) = ((probe.target, fit), known.fit.cost)
      } else {
        next = min(next, fit.cost)
      }
    }
    guard let best else { return .none }
    return next != .max && next - best.fit.cost < max(1, decisive)
      ? .ambiguous : .target(best.target, best.fit.differences)
  }

  /// Calls a function for every place where a target may lie: one of its seeds is there.
  private func visit(_ codes: Span<UInt8>, _ body: (Probe, Int) -> Void) {
    guard !targets.isEmpty else { return }
    var seed: UInt32 = 0
    var run = 0
    let bits = bitmap.span
    let mask: UInt32 = 1 &<< UInt32(2 * seedLength) &- 1
    for position in codes.indices {
      // SAFETY: the position is one of the span's.
      let base = unsafe codes[unchecked: position]
      seed = (seed &<< 2 | UInt32(base & 3)) & mask
      run = base < 4 ? run &+ 1 : 0
      guard run >= seedLength else { continue }
      let bit = Self.bit(of: seed)
      // SAFETY: 16 bits choose among 1,024 words of 64.
      guard unsafe bits[unchecked: bit &>> 6] & (1 &<< UInt64(bit & 63)) != 0,
        let hits = probes[seed]
      else { continue }
      for probe in hits { body(probe, position - seedLength + 1 - probe.offset) }
    }
  }

  /// How well a read fits a signature.
  private struct Fit: Comparable {
    var cost = 0
    var differences = ReadDifferences.none

    static func < (left: Self, right: Self) -> Bool {
      left.cost == right.cost ? left.differences < right.differences : left.cost < right.cost
    }
  }

  /// How a read fits a signature laid at `start`, if within the tolerance.
  private func verify(
    _ probe: Probe,
    at start: Int,
    _ codes: Span<UInt8>,
    _ qualities: Span<UInt8>
  ) -> Fit? {
    let target = targets[probe.target]
    let bases = probe.isReverse ? reversed[probe.target] : target.signature.bases.codes
    guard start >= 0, start + bases.count <= codes.count else { return nil }
    let allowed = tolerance.allowed(target.type)
    let allowedInNDN = tolerance.allowedInNDN(target.type)
    var trusted = 0
    var untrusted = 0
    var inNDN = 0
    var fit = Fit()
    for offset in bases.indices where codes[start + offset] != bases[offset] {
      let base = codes[start + offset]
      let score = qualities[start + offset]
      let place = probe.isReverse ? bases.count - 1 - offset : offset
      if base < 4 {
        fit.cost += costs.cost(score)
        fit.differences.add(
          offset: place,
          base: probe.isReverse ? complement(base) : base,
          score: score
        )
      }
      guard base < 4, Int(score) >= tolerance.trustedQuality else {
        untrusted += 1
        if untrusted > tolerance.untrustedMismatch { return nil }
        continue
      }
      if target.signature.ndn.contains(place) { inNDN += 1 } else { trusted += 1 }
      if trusted > allowed || inNDN > allowedInNDN { return nil }
    }
    return fit
  }

  /// The targets that a sequence differs from in no more bases than a read may, and where they lie.
  ///
  /// - Parameter codes: The sequence, coding strand; other strands are not looked at.
  /// - Returns: By target, the nearest place of each.
  package func neighbours(of codes: Span<UInt8>) -> [(target: Int, start: Int, distance: Int)] {
    var nearest: [Int: (start: Int, distance: Int)] = [:]
    visit(codes) { probe, start in
      let bases = targets[probe.target].signature.bases.codes
      guard !probe.isReverse, start >= 0, start + bases.count <= codes.count else { return }
      let most = tolerance.mostDifferences(targets[probe.target].type)
      var distance = 0
      for offset in bases.indices where codes[start + offset] != bases[offset] {
        distance += 1
        if distance > most { return }
      }
      if let known = nearest[probe.target], (known.distance, known.start) <= (distance, start) {
        return
      }
      nearest[probe.target] = (start, distance)
    }
    return nearest.sorted { $0.key < $1.key }.map { ($0.key, $0.value.start, $0.value.distance) }
  }

  private static func bit(of seed: UInt32) -> Int {
    Int((seed &* 0x9E37_79B1) &>> 16)
  }
}
