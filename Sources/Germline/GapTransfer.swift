import Nucleotides

/// Gives a V without IMGT gaps the gaps of its nearest relative.
struct GapTransfer {
  /// The length of the words whose shared number finds the nearest relative, in nt; chosen here:
  /// a word of 9 survives between genes of one family and is rare by chance in 300 nt.
  private static let wordLength = 9

  /// The least share of a V's words that its relative has to have; chosen here, above what V genes
  /// of different families share.
  private static let leastSharedFraction = 0.3

  private struct Relative {
    var locus: Locus
    var name: String
    var gapped: [UInt8]
    var codes: [UInt8]
    var words: Set<Int>
  }

  private let relatives: [Relative]

  /// Takes the gapped V among some alleles as relatives.
  init(relatives alleles: [GermlineAllele]) {
    relatives = alleles.compactMap { allele in
      guard allele.segment == .v, let gapped = allele.gapped else { return nil }
      return Relative(
        locus: allele.locus,
        name: allele.name,
        gapped: Array(gapped.utf8),
        codes: allele.sequence.codes,
        words: Self.words(of: allele.sequence.codes)
      )
    }
  }

  /// The gapped letters of a V.
  ///
  /// - Returns: `nil` if no relative is near enough, or if the V has bases that its relative has no
  ///   column for.
  func gapped(_ allele: GermlineAllele) -> String? {
    let words = Self.words(of: allele.sequence.codes)
    let shared = relatives.lazy.filter { $0.locus == allele.locus }
      .map { ($0, $0.words.intersection(words).count) }
    guard let (relative, count) = shared.max(by: { ($0.1, $1.0.name) < ($1.1, $0.0.name) }),
      Double(count) >= Self.leastSharedFraction * Double(words.count),
      let columns = GlobalAlignment.columns(of: allele.sequence.codes, on: relative.codes)
    else { return nil }
    return Self.letters(of: allele.sequence.codes, columns: columns, gapped: relative.gapped)
  }

  /// Writes the bases into the columns of the relative; bases behind its end follow it.
  private static func letters(of codes: [UInt8], columns: [Int?], gapped: [UInt8]) -> String {
    var letters: [UInt8] = []
    var base = 0
    for letter in gapped {
      guard letter != IMGTNumbering.gap else {
        letters.append(letter)
        continue
      }
      letters.append(columns[base].map { baseLetter(codes[$0]) } ?? IMGTNumbering.gap)
      base += 1
    }
    while letters.last == IMGTNumbering.gap { letters.removeLast() }
    let placed = letters.count { $0 != IMGTNumbering.gap }
    letters += codes[placed...].map(baseLetter)
    return String(decoding: letters, as: UTF8.self)
  }

  private static func words(of codes: [UInt8]) -> Set<Int> {
    guard codes.count >= wordLength else { return [] }
    return Set(
      (0...(codes.count - wordLength)).map { start in
        codes[start..<(start + wordLength)].reduce(0) { $0 * 5 + Int($1) }
      }
    )
  }
}
