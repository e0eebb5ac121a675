import ArgumentParser
package import Counting
import Workflows

/// A shard as it stands on the command line: `2/7` is the second of seven.
package struct ShardOption: Hashable, Sendable, ExpressibleByArgument {
  /// The shard.
  package var shard: Shard

  /// Reads a shard; `nil` unless it is a number, a slash and a number that is not less.
  package init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count == 2, isPlain, let number = Int(parts[0]), let count = Int(parts[1]),
      let shard = Shard(number, of: count)
    else { return nil }
    self.shard = shard
  }
}
