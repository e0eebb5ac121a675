package import Alignments
package import SequenceIO

extension ReadBuffer {
  /// Takes over a read of a batch, or its reverse complement.
  package mutating func load(_ batch: RecordBatch, _ index: Int, reversed: Bool = false) {
    let layout = batch.layouts[index]
    let bytes = batch.bytes.span
    load(
      bytes.extracting(layout.bases),
      bytes.extracting(batch.hasQualities ? layout.qualities : 0..<0),
      reversed: reversed
    )
  }
}
