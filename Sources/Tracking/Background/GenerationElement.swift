/// An allele or element as the generation model sees it.
struct GenerationElement: Sendable {
  /// Its bases, coding strand, with as much of the genome as an amplicon may show.
  var codes: [UInt8]
  /// How likely a rearrangement uses it.
  var chance: Double

  init(_ codes: [UInt8], chance: Double) { (self.codes, self.chance) = (codes, chance) }
}
