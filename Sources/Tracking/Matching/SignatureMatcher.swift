package import Clonotyping
import Nucleotides
import Rearrangements

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
/// Pigeonhole: every signature is cut into one block more than differences are tolerated, so that a
/// read within the tolerance has one of them whole. In each block as many seeds next to each other are
/// known as a read is looked at in steps. Each hit is verified base by base with qualities.
package struct SignatureMatcher: Sendable {
  /// Seeds of either length, nt.
  ///
  /// The shorter are what four differences leave of 40 bases: shorter signatures lose reads with several
  /// differences rather than let every read be verified.
  private static let seedLengths = (short: 8, long: 12)
  /// The longest step on a read, nt: wider ones save little.
  private static let longestStep = 4
  /// Bits of a seed's key that choose a bit of `bitmap`.
  private static let bitmapBits: UInt64 = 16

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
  private let probes: [UInt64: [Probe]]
  private let bitmap: [UInt64]
  private let seedLength: Int
  private let step: Int
  private let decisive: Int

  /// Prepares the look-up of some targets.
  ///
  /// - Parameters:
  ///   - targets: What to look for.
  ///   - tolerance: What a read may differ in.
  ///   - errorRate: Errors of a base beside those its quality states; 10⁻³ is the profile's
  ///     `eps_base`.
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
    let blocks = targets.map {
      $0.signature.bases.count / (tolerance.maximumDifferences($0.type) + 1)
    }
    let block = blocks.min() ?? 0
    let (short, long) = Self.seedLengths
    let seedLength = block >= long + Self.longestStep - 1 ? long : short
    let step = max(1, min(Self.longestStep, block - seedLength + 1))
    (self.seedLength, self.step) = (seedLength, step)
    var probes: [UInt64: [Probe]] = [:]
    var bitmap = [UInt64](repeating: 0, count: 1 << (Self.bitmapBits - 6))
    for (number, target) in targets.enumerated() {
      for (isReverse, codes) in [
        (false, target.signature.bases.codes), (true, reversed[number]),
      ] {
        for offset in Self.seeds(codes.count, blocks[number], seedLength, step) {
          let key = Self.key(codes.span, offset, seedLength)
          probes[key, default: []].append(
            Probe(target: number, isReverse: isReverse, offset: offset)
          )
          let bit = Self.bit(of: key)
          bitmap[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
    }
    self.probes = probes
    self.bitmap = bitmap
  }

  /// The offsets of a signature's seeds: `step` of them at the start of every block, and the last
  /// that it has.
  private static func seeds(_ count: Int, _ block: Int, _ length: Int, _ step: Int) -> [Int] {
    guard count >= length else { return [] }
    let last = count - length
    var offsets: [Int] = []
    for start in stride(from: 0, through: last, by: max(block, length)) {
      offsets += start...min(last, start + step - 1)
    }
    if offsets.last != last { offsets.append(last) }
    return offsets
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
    let bits = bitmap.span
    let (length, step) = (seedLength, step)
    let last = codes.count &- length
    // Nearly all time goes into this loop: a `stride` checks each step for overflow.
    var next = 0
    while next <= last {
      let start = next
      next &+= step
      let key = Self.key(codes, start, length)
      let bit = Self.bit(of: key)
      // SAFETY: 16 bits choose among 1,024 words of 64.
      guard unsafe bits[unchecked: bit &>> 6] & (1 &<< UInt64(bit & 63)) != 0,
        let hits = probes[key]
      else { continue }
      for probe in hits { body(probe, start - probe.offset) }
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
      let most = tolerance.maximumDifferences(targets[probe.target].type)
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

  /// The key of a seed: its bases, mixed.
  ///
  /// Seeds that share one are told apart when verified.
  @inline(__always)
  private static func key(_ codes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    precondition(start >= 0 && start &+ length <= codes.count, "a seed leaves its read")
    // SAFETY: a raw view of bytes; the precondition keeps both loads inside it.
    let bytes = unsafe codes.bytes
    // SAFETY: see above.
    let first = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    var key = UInt64(littleEndian: first) &* 0x9E37_79B9_7F4A_7C15
    if length > 8 {
      // SAFETY: see above.
      let rest = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ 8,
        as: UInt32.self
      )
      key ^= UInt64(UInt32(littleEndian: rest)) &* 0xC2B2_AE3D_27D4_EB4F
    }
    return key
  }

  private static func bit(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &>> (64 &- bitmapBits))
  }
}
