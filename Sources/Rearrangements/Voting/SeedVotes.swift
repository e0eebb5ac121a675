/// Votes of a few seeds for classes and origins.
///
/// Seeds have hardly any places by chance, so that a short list holds all that they vote for.
struct SeedVotes {
  /// When the best candidate is far enough ahead to be believed.
  ///
  /// All numbers are chosen here: the lowest with which simulated and real reads were placed as the
  /// votes of all 8-mers place them, and the fewest look-ups.
  private enum Requirement {
    /// Seeds that a 5′ element needs for the search to end before all seeds are looked up.
    static let minimumEarlyVotes: UInt8 = 6
    /// Seeds that it needs after all of them.
    static let minimumVotes: UInt8 = 5
    /// How many times the votes of every candidate of another class the best needs.
    static let factorOverOtherClasses = 3.0
    /// How many times those of every other candidate of its own class for the search to end early:
    /// genes with other lengths of CDR1 or CDR2 share what lies before.
    static let earlyFactorInClass = 2.0
    /// The same after all seeds.
    static let factorInClass = 4.0 / 3
    /// Seeds after which a read without two votes for one place is left to the votes of its 8-mers: a
    /// V with 15 % of differences leaves one 12-mer in seven whole, so that three of 24 are
    /// expected.
    static let maximumSeedsWithoutPair = 24
  }

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
  mutating func finishSeed() -> Bool {
    lookedUp &+= 1
    let votes = candidates[best].votes
    if votes >= Requirement.minimumEarlyVotes {
      return !isAhead(inClassBy: Requirement.earlyFactorInClass)
    }
    return votes >= 2 || lookedUp < Requirement.maximumSeedsWithoutPair
  }

  /// The candidate that is far ahead of all others; `nil` if none is.
  var clear: Candidate? {
    candidates[best].votes >= Requirement.minimumVotes
      && isAhead(inClassBy: Requirement.factorInClass) ? candidates[best] : nil
  }

  /// Whether the best has so many times the votes of every other candidate of its class, and its
  /// share over those of other classes.
  private func isAhead(inClassBy factor: Double) -> Bool {
    let leader = candidates[best]
    for index in 0..<count where index != best {
      let isOfItsClass = candidates[index].elementClass == leader.elementClass
      let needed =
        Double(candidates[index].votes)
        * (isOfItsClass ? factor : Requirement.factorOverOtherClasses)
      if Double(leader.votes) < needed { return false }
    }
    return true
  }
}
