import Diagnostics
import SequenceIO

/// Reads any bytes, whole and in pieces, and stops the fuzzer if a promise of the reader is broken.
///
/// Promises: it ends; layouts lie in their batch, qualities are as many as bases, and both ways
/// give the same records and the same error.
///
/// How far a decompressor gets before it finds damage depends on the pieces, and so does the record
/// an error names: of compressed data only the error's code is compared.
///
/// - Parameters:
///   - prefix: The bytes that lead to the parser under test.
///   - start: The bytes the fuzzer made up; the first one is the length of the pieces.
///   - count: How many there are.
public func readFuzzed(prefix: [UInt8], _ start: UnsafePointer<UInt8>?, _ count: Int) {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let pieceLength = Int(bytes.first ?? 0) + 1
  let contents = prefix + bytes.dropFirst()
  let whole = outcome(of: MemorySource(contents), limit: SequenceReader.defaultLimit)
  let pieces = outcome(of: MemorySource(contents, pieceLength: pieceLength), limit: pieceLength)
  precondition(whole.records == pieces.records, "pieces of \(pieceLength) give other records")
  precondition(whole.error?.code == pieces.error?.code, "pieces of \(pieceLength) change the code")
  guard contents.first != 0x1F else { return }
  precondition(whole.error == pieces.error, "pieces of \(pieceLength) give another error")
}

private func outcome(
  of source: MemorySource,
  limit: Int
) -> (records: [ArraySlice<UInt8>], error: Diagnostic?) {
  let reader = SequenceReader(source: source)
  var records: [ArraySlice<UInt8>] = []
  do {
    while let batch = try reader.next(limit: limit) {
      precondition(batch.count > 0 && batch.count <= limit, "\(batch.count) records")
      for layout in batch.layouts {
        precondition(!batch.hasQualities || layout.bases.count == layout.qualities.count)
        let header = batch.bytes[layout.name]
        records.append(header + batch.bytes[layout.bases] + batch.bytes[layout.qualities])
      }
    }
    return (records, nil)
  } catch {
    // Records of a batch that fails are lost, and batches differ: only the error is compared.
    return ([], error)
  }
}
