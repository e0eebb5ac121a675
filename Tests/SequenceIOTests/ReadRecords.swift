import SequenceIO

/// All records of a reader as texts: header, bases, qualities.
func records(
  _ reader: SequenceReader,
  limit: Int = SequenceReader.defaultLimit
) throws -> (records: [[String]], hasQualities: Bool) {
  var found: [[String]] = []
  var hasQualities = false
  while let batch = try reader.next(limit: limit) {
    precondition(batch.count <= limit && batch.firstRecord == found.count + 1)
    hasQualities = batch.hasQualities
    for index in 0..<batch.count {
      let parts = [batch.bases(index), batch.qualities(index)]
      found.append([batch.header(index)] + parts.map { String(decoding: $0, as: UTF8.self) })
    }
  }
  return (found, hasQualities)
}
