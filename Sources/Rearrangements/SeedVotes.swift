/// Votes of a few seeds for classes and origins.
///
/// Seeds have hardly any places by chance, so that a short list holds all that they vote for.
struct SeedVotes {
  /// Seeds that a 5′ element needs to be settled on early, and at all.
  private static let fewest: (early: UInt8, atAll: UInt8) = (6, 5)
  /// How many times the votes of another class the best needs.
  private static let otherClass = 3.0
  /// Seeds looked up after which two should have been found.
  private static let hopeless = 24

  private var candidates = InlineArray<32, Candidate>(repeating: Candidate())
  private var count = 0
  private var best = 0
  /// Seeds looked up.
  private var lookedUp = 0

  /// A class and origin, and how many seeds speak for them.
  struct Candidate {
    /// The raw value of the class.
    fileprivate(set) var elementClass: Int32 = 0
    /// The origin's offset in the read.
    fileprivate(set) var origin: Int32 = 0
    fileprivate var votes: UInt8 = 0
  }

  /// Counts one place of the seed at hand.
  @inline(__always)
  mutating func add(_ elementClass: Int, origin: Int) {
    let (elementClass, origin) = (Int32(elementClass), Int32(origin))
    var index = 0
    while index < count,
      candidates[index].origin != origin || candidates[index].elementClass != elementClass
    {
      index &+= 1
    }
    if index == count {
      // Reads with so many places have none that is clear.
      guard count < candidates.count else { return }
      candidates[index] = Candidate(elementClass: elementClass, origin: origin, votes: 0)
      count &+= 1
    }
    if candidates[index].votes < .max { candidates[index].votes &+= 1 }
    if candidates[index].votes > candidates[best].votes { best = index }
  }

  /// Ends the look-up of one seed.
  ///
  /// - Returns: Whether to look up another: not when the question is settled, nor when there is little
  ///   hope that it will be.
  @inline(__always)
  mutating func goesOn() -> Bool {
    lookedUp &+= 1
    let votes = candidates[best].votes
    if votes >= Self.fewest.early { return !isAhead(ofItsClass: 2) }
    return votes >= 2 || lookedUp < Self.hopeless
  }

  /// The candidate that is far ahead of all others; `nil` if none is.
  var clear: Candidate? {
    candidates[best].votes >= Self.fewest.atAll && isAhead(ofItsClass: 4.0 / 3)
      ? candidates[best] : nil
  }

  /// Whether the best has three times the votes of every candidate of another class, and so many times
  /// those of every other of its own: genes with other lengths of CDR1 or CDR2 share what lies before.
  private func isAhead(ofItsClass factor: Double) -> Bool {
    let leader = candidates[best]
    for index in 0..<count where index != best {
      let isOfItsClass = candidates[index].elementClass == leader.elementClass
      let needed = Double(candidates[index].votes) * (isOfItsClass ? factor : Self.otherClass)
      if Double(leader.votes) < needed { return false }
    }
    return true
  }
}
