import Benchmark
import SequenceIO

/// FASTQ text of 1,000 reads of 150 bases with seeded bases and qualities.
///
/// - Parameter level: The level of gzip; `nil` is plain text.
/// - Returns: The bytes of the file.
private func makeReads(level: Int?) -> [UInt8] {
  var state: UInt64 = 1
  func draw(_ letters: [UInt8]) -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return letters[Int(state >> 33) % letters.count]
  }
  var writer = SequenceWriter(compressionLevel: level)
  for read in 0..<1_000 {
    let bases = (0..<150).map { _ in draw(Array("ACGT".utf8)) }
    let qualities = (0..<150).map { _ in draw(Array("FFFFFFFFFFFF:,#F".utf8)) }
    writer.append(name: "SIM:1:FC:1:\(read) 1:N:0:ACGT", bases: bases, qualities: qualities)
  }
  return writer.takeBytes()
}

/// Reads all records; the number of bases, which is 150,000.
private func parse(_ bytes: [UInt8]) throws -> Int {
  let reader = SequenceReader(source: MemorySource(bytes))
  var batch = RecordBatch()
  var bases = 0
  while try reader.next(into: &batch) {
    for layout in batch.layouts { bases += layout.bases.count }
  }
  return bases
}

/// Each measurement handles 1,000 reads, which is the scale: throughput is reads a second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput],
    warmupIterations: 3,
    scalingFactor: .kilo,
    maxDuration: .seconds(3)
  )

  for (name, level) in [("Parse FASTQ", nil), ("Inflate gzip and parse FASTQ", 6)] as [(_, Int?)] {
    Benchmark("\(name), a read of 150 bases") { _, bytes in
      blackHole(try parse(bytes))
    } setup: {
      makeReads(level: level)
    }
  }
}
