import Alignments
import ArgumentParser
import Diagnostics
import FoundationEssentials
import Nucleotides
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
    while let batch = try reader.next() {
      guard let mates = batch.second else { return }
      var text: [UInt8] = []
      for index in 0..<batch.count {
        first.load(batch.first, index)
        second.load(mates, index, reversed: true)
        pairs += 1
        guard merger.merge(first, second, into: &merged) != nil else { continue }
        joined += 1
        guard output != nil else { continue }
        let letters = NucleotideSequence(codes: merged.codes).description
        text += Array(">\(batch.first.name(index))\n\(letters)\n".utf8)
      }
      try output?.append(text.span)
    }
    try output?.commit()
    try StageOutput.write("\(pairs) pairs, \(joined) merged")
  }
}
