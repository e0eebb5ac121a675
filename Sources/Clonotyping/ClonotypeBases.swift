import Nucleotides

/// The parts of a clonotype that seldom change, in one object: a clonotype is copied at the price of
/// one reference instead of five.
final class ClonotypeBases: Hashable, Sendable {
  /// The parts as a value.
  struct Parts: Hashable, Sendable {
    var window: NucleotideSequence
    var fiveGenes: [UInt16]
    var threeGenes: [UInt16]
    var meanQualities: [UInt8]
    var representative: NucleotideSequence
  }

  private let parts: Parts

  /// The stretch that tells clonotypes apart.
  var window: NucleotideSequence { parts.window }
  /// Numbers of the genes that fit the 5′ element.
  var fiveGenes: [UInt16] { parts.fiveGenes }
  /// Numbers of the genes that fit the 3′ element.
  var threeGenes: [UInt16] { parts.threeGenes }
  /// Mean Phred scores of the window.
  var meanQualities: [UInt8] { parts.meanQualities }
  /// The best read.
  var representative: NucleotideSequence { parts.representative }

  /// Puts the parts together.
  convenience init(
    window: NucleotideSequence,
    fiveGenes: [UInt16],
    threeGenes: [UInt16],
    meanQualities: [UInt8],
    representative: NucleotideSequence
  ) {
    self.init(
      Parts(
        window: window,
        fiveGenes: fiveGenes,
        threeGenes: threeGenes,
        meanQualities: meanQualities,
        representative: representative
      )
    )
  }

  private init(_ parts: Parts) { self.parts = parts }

  /// The same with something changed.
  func changed(_ change: (inout Parts) -> Void) -> ClonotypeBases {
    var parts = parts
    change(&parts)
    return ClonotypeBases(parts)
  }

  /// Whether all parts are equal.
  static func == (left: ClonotypeBases, right: ClonotypeBases) -> Bool {
    left === right || left.parts == right.parts
  }

  /// Hashes the parts.
  func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}
