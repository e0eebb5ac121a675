import Alignments
import ArgumentParser
import Counting
import Diagnostics
import Files
import FoundationEssentials
import SequenceIO
import Workflows

/// Merges pairs and does nothing else.
struct MergeStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge the pairs of a library on one thread."
  )

  @OptionGroup var files: PairFiles
  @Option(help: "Write merged reads as FASTA.") var fasta: String?

  func run() throws {
    let reader = try files.reader()
    let output = try fasta.map { try AtomicFile(path: $0, force: true) }
    var merger = PairMerger()
    var (first, second, merged) = (ReadBuffer(), ReadBuffer(), ReadBuffer())
    var (pairs, joined) = (0, 0)
    var batch = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
    var text: [UInt8] = []
    while try reader.next(into: &batch) {
      guard let mates = batch.second else { return }
      text.removeAll(keepingCapacity: true)
      for index in 0..<batch.count {
        first.load(batch.first, index)
        second.load(mates, index, reversed: true)
        pairs += 1
        guard merger.merge(first, second, into: &merged) != nil else { continue }
        joined += 1
        guard output != nil else { continue }
        append(merged, of: batch.first, index, to: &text)
      }
      try output?.append(text.span)
    }
    try output?.commit()
    try StageOutput.write("\(pairs) pairs, \(joined) merged")
  }

  /// Appends a merged pair as a record of FASTA under the first mate's name.
  private func append(
    _ merged: ReadBuffer,
    of batch: RecordBatch,
    _ index: Int,
    to text: inout [UInt8]
  ) {
    let (space, tab, lineEnd) = (UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"))
    text.append(UInt8(ascii: ">"))
    text += batch.bytes[batch.layouts[index].name].prefix { $0 != space && $0 != tab }
    text.append(lineEnd)
    merged.appendLetters(to: &text)
    text.append(lineEnd)
  }
}
