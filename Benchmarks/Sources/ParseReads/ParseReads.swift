import SequenceIO

/// Decompresses and parses reads and does nothing with them: `parse-reads FILE...`.
///
/// What `tools/bench.py` compares with decompression alone.
@main
struct ParseReads {
  static func main() throws {
    var (records, bases) = (0, 0)
    for path in CommandLine.arguments.dropFirst() {
      let reader = try SequenceReader(path: path)
      var batch = RecordBatch()
      while try reader.next(into: &batch) {
        records += batch.count
        for layout in batch.layouts { bases += layout.bases.count }
      }
    }
    print("\(records) records, \(bases) bases")
  }
}
