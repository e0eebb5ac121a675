/// What speaks for one entry of the table: the summed weight of its diagonals, and the best of them.
struct EntryWeight {
  var total = 0.0
  var best = 0.0
  var diagonal = 0
}

extension DiversityFinder {
  /// How many diagonals there may be, from −64 on.
  private static let diagonals = BasePlaces.maximumCount + BasePlaces.maximumAlleleLength

  /// The weight of every entry, over the diagonals on which it shares a 4-mer with the read.
  func weigh(_ region: DiversityRegion, _ model: DiversityModel) -> [EntryWeight] {
    // A bit for every entry that shares a 4-mer with the read on a diagonal.
    let width = (table.names.count + 63) / 64
    var marks = [UInt64](repeating: 0, count: Self.diagonals * width)
    let starts = table.starts.span
    let words = table.words.span
    let (range, bases, read) = (region.range, region.bases, region.read)
    var word = 0
    var run = 0
    for position in range {
      let base = read[position]
      run = base < 4 ? run &+ 1 : 0
      word = (word &<< 2 | Int(base & 3)) & 255
      guard run >= DiversityTable.k else { continue }
      let place = position &- range.lowerBound &- DiversityTable.k &+ 1
      for slot in Int(starts[word])..<Int(starts[word &+ 1]) {
        let entry = Int(words[slot] &>> 6)
        let diagonal = place &- Int(words[slot] & 63) &+ BasePlaces.maximumAlleleLength
        marks[diagonal &* width &+ entry &>> 6] |= 1 &<< UInt64(entry & 63)
      }
    }
    var weights = [EntryWeight](repeating: EntryWeight(), count: table.names.count)
    for number in 0..<Self.diagonals {
      let diagonal = number - BasePlaces.maximumAlleleLength
      var shifted: InlineArray<4, UInt64>?
      for part in 0..<width {
        var left = marks[number * width + part]
        while left != 0 {
          let entry = part * 64 + left.trailingZeroBitCount
          left &= left - 1
          let places = shifted ?? bases.shifted(by: diagonal)
          shifted = places
          add(entry, at: diagonal, places, of: range.count, model, to: &weights[entry])
        }
      }
    }
    return weights
  }

  /// Adds what one diagonal of an entry weighs: nothing for no D that could be told from chance.
  private func add(
    _ entry: Int,
    at diagonal: Int,
    _ shifted: InlineArray<4, UInt64>,
    of length: Int,
    _ model: DiversityModel,
    to weight: inout EntryWeight
  ) {
    let allele = table.places[entry]
    let equal = allele.equal(shifted)
    // Five equal bases in a row, or some more in all.
    let pairs = equal & equal &>> 1
    guard
      pairs & pairs &>> 2 & equal &>> 4 != 0
        || equal.nonzeroBitCount >= DiversityModel.minimumScatteredEqual
    else { return }
    let places = max(0, -diagonal)..<min(allele.count, length - diagonal)
    guard places.count >= DiversityModel.minimumLength else { return }
    var added = model.weight(equal, allele.transitions(shifted), places, of: allele.count)
    if table.isInverted(entry) { added *= DiversityModel.inverted }
    weight.total += added
    if added > weight.best { (weight.best, weight.diagonal) = (added, diagonal) }
  }
}

extension DiversityTable {
  /// Whether an entry is the reverse complement of its allele.
  func isInverted(_ entry: Int) -> Bool { entry >= firstInverted }
}
