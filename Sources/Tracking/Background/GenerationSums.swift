/// The sums over everything recombination may do, for one signature.
///
/// Every array has an element for each boundary of the signature, from before its first base to
/// after its last.
struct GenerationSums {
  private let bases: [UInt8]
  private let habits: JunctionHabits
  private let mismatch: Double

  /// - Parameters:
  ///   - bases: The signature.
  ///   - habits: Trimming and additions of its type.
  ///   - mutation: The chance that a germline base is mutated.
  init(_ bases: [UInt8], _ habits: JunctionHabits, mutation: Double) {
    (self.bases, self.habits, mismatch) = (bases, habits, mutation / 3)
  }

  /// The weight of a germline base where the signature has another or the same.
  private func weight(_ germline: UInt8, _ position: Int) -> Double {
    germline == bases[position] || bases[position] > 3 || germline > 3 ? 1 : mismatch
  }

  /// By boundary i: the chance that a 5′ element ends there and fits everything before.
  func five(_ elements: [GenerationElement]) -> [Double] {
    var sums = [Double](repeating: 0, count: bases.count + 1)
    for element in elements {
      let count = element.codes.count
      // One diagonal for each place of the signature's first base in the element.
      for start in max(0, count - bases.count - habits.fiveTrim.count)..<max(1, count) {
        var fit = element.chance
        for position in 0..<min(bases.count, count - start) {
          fit *= weight(element.codes[start + position], position)
          guard fit > 0 else { break }
          let trim = count - start - position - 1
          if trim < habits.fiveTrim.count { sums[position + 1] += fit * habits.fiveTrim[trim] }
        }
      }
    }
    return sums
  }

  /// By boundary k: the chance that a 3′ element begins there and fits everything after.
  func three(_ elements: [GenerationElement]) -> [Double] {
    var sums = [Double](repeating: 0, count: bases.count + 1)
    for element in elements {
      // One diagonal for each place of the signature's last base in the element.
      for last in 0..<min(element.codes.count, bases.count + habits.threeTrim.count) {
        var fit = element.chance
        for back in 0..<min(bases.count, last + 1) {
          let position = bases.count - 1 - back
          fit *= weight(element.codes[last - back], position)
          guard fit > 0 else { break }
          if last - back < habits.threeTrim.count {
            sums[position] += fit * habits.threeTrim[last - back]
          }
        }
      }
    }
    return sums
  }

  /// Continues each boundary by added bases.
  func added(_ reached: [Double], _ lengths: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: bases.count + 1)
    for start in reached.indices where reached[start] > 0 {
      var chance = reached[start]
      for length in 0..<min(lengths.count, bases.count - start + 1) {
        if length > 0 {
          let base = bases[start + length - 1]
          chance *= base < 4 ? habits.bases[Int(base)] : 1
        }
        sums[start + length] += chance * lengths[length]
      }
    }
    return sums
  }

  /// Continues each boundary by what is left of a D, which may be nothing.
  func diversity(_ reached: [Double], _ elements: [GenerationElement]) -> [Double] {
    var sums = [Double](repeating: 0, count: bases.count + 1)
    for element in elements {
      let count = element.codes.count
      for (five, lost) in habits.diversityFiveTrim.enumerated() {
        for start in reached.indices where reached[start] > 0 {
          var fit = reached[start] * element.chance * lost
          // Trimming as far as the other end or beyond leaves nothing.
          sums[start] += fit * tail(from: count - five)
          for length in 0..<max(0, min(count - five, bases.count - start)) {
            fit *= weight(element.codes[five + length], start + length)
            guard fit > 0 else { break }
            let trim = count - five - length - 1
            if trim < habits.diversityThreeTrim.count {
              sums[start + length + 1] += fit * habits.diversityThreeTrim[trim]
            }
          }
        }
      }
    }
    return sums
  }

  /// The chance to lose at least so many bases of the 3′ end of a D.
  private func tail(from count: Int) -> Double {
    habits.diversityThreeTrim.dropFirst(max(0, count)).reduce(0, +)
  }
}
