package import Rearrangements

/// The tables of the generation model, a part of the threshold profile.
package struct GenerationParameters: Hashable, Sendable, Codable {
  /// IGH VDJ.
  package var vdj: JunctionHabits
  /// IGH DJ.
  package var dj: JunctionHabits
  /// IGK VJ.
  package var kappa: JunctionHabits
  /// V–Kde.
  package var kde: JunctionHabits
  /// Intron–Kde.
  package var intronKde: JunctionHabits
  /// IGL VJ.
  package var lambda: JunctionHabits
  /// The chance that a germline base of a type that mutates is mutated.
  package var hypermutation = 0.05

  /// Creates tables.
  package init(
    vdj: JunctionHabits,
    dj: JunctionHabits,
    kappa: JunctionHabits,
    kde: JunctionHabits,
    intronKde: JunctionHabits,
    lambda: JunctionHabits
  ) {
    (self.vdj, self.dj, self.kappa) = (vdj, dj, kappa)
    (self.kde, self.intronKde, self.lambda) = (kde, intronKde, lambda)
  }

  /// The tables of a type.
  package subscript(type: RearrangementType) -> JunctionHabits {
    switch type {
    case .ighVDJ: vdj
    case .ighDJ: dj
    case .igkVJ: kappa
    case .igkVKde: kde
    case .igkIntronKde: intronKde
    case .iglVJ: lambda
    }
  }
}
