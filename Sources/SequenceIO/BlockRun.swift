/// BGZF blocks that follow one another, claimed by a task to be inflated apart from all others.
package struct BlockRun: Sendable {
  /// The most blocks a run has: 1 MiB inflated.
  static let mostBlocks = 16

  /// The place of the file among the lanes of its mate, counted from 0.
  var lane = 0
  /// The place of the run among those of its file, counted from 0.
  var number: Int
  /// The blocks as stored.
  package var compressed: [UInt8]
  /// Where each block ends in `compressed`.
  package var ends: [Int]
  /// An array whose memory is used again.
  var memory: [UInt8]

  /// Describes blocks.
  package init(number: Int, compressed: [UInt8], ends: [Int], memory: [UInt8] = []) {
    (self.number, self.compressed, self.ends, self.memory) = (number, compressed, ends, memory)
  }

  /// Inflates the blocks up to the first that is not what its header says.
  ///
  /// Such a block is not judged here: whoever reads in order inflates it again and finds the fault.
  package consuming func inflated() -> InflatedRun {
    let inflater = GzipInflater()
    // With room for one block more, a block that is too long is seen to be.
    let room = (ends.count + 1) * BGZFHeader.longestContents
    var bytes: [UInt8] = []
    swap(&bytes, &memory)
    var accepted = 0
    bytes.removeAll(keepingCapacity: true)
    bytes.append(addingCapacity: room) { output in
      for end in ends {
        let before = output.count
        let block = compressed.span.extracting(accepted..<end)
        guard inflater.inflate(whole: block, into: &output),
          output.count - before <= BGZFHeader.longestContents
        else {
          output.removeLast(output.count - before)
          return
        }
        accepted = end
      }
    }
    return InflatedRun(lane: lane, number: number, bytes: bytes, accepted: accepted)
  }
}
