/// A share of a sample's reads that one machine counts.
///
/// The reads of a replicate are cut into blocks of successive pairs, which the shards take in turn.
/// Every shard reads the whole files, so each knows that they are sound and which bytes they hold.
package struct Shard: Hashable, Sendable {
  /// Which of the shards, from 1.
  package let number: Int
  /// How many shards there are.
  package let count: Int

  /// The most shards a sample is cut into: more would only read the files again (chosen here).
  static let maximumShards = 1_000
  /// All reads.
  package static let whole = Shard()

  private init() { (number, count) = (1, 1) }

  /// Creates a shard; `nil` unless `1 ≤ number ≤ count ≤ maximumShards`.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.maximumShards).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Whether the shard counts a block of pairs.
  ///
  /// - Parameters:
  ///   - block: The block's place in its replicate, from 0.
  ///   - replicate: The replicate, from 0; each begins with another shard.
  /// - Returns: Whether it is one of the shard's.
  package func holds(block: Int, ofReplicate replicate: Int) -> Bool {
    (block + replicate) % count == number - 1
  }
}

extension Shard: CustomStringConvertible {
  /// The shard in words, such as `shard 2 of 7`.
  package var description: String { "shard \(number) of \(count)" }
}
