import SequenceIO

/// Made-up reads: header, bases, qualities.
struct RandomReads {
  var records: [[String]]

  init(count: Int, longest: Int = 300, using random: inout SeededGenerator) {
    records = (0..<count).map { index in
      let length = Int.random(in: 0...longest, using: &random)
      let bases = (0..<length).map { _ in "ACGTNacgtR".utf8.randomElement(using: &random) ?? 65 }
      let qualities = (0..<length).map { _ in UInt8.random(in: 33...126, using: &random) }
      return [
        "read\(index) 1:N:0:A", String(decoding: bases, as: UTF8.self),
        String(decoding: qualities, as: UTF8.self),
      ]
    }
  }

  /// The reads as FASTQ text, independently of the writer under test.
  func fastq(lineEnd: String = "\n") -> [UInt8] {
    Array(
      records.map { "@\($0[0])\(lineEnd)\($0[1])\(lineEnd)+\(lineEnd)\($0[2])\(lineEnd)" }
        .joined().utf8
    )
  }

  /// The reads as FASTA text with so many bases a line.
  func fasta(width: Int, lineEnd: String = "\n") -> [UInt8] {
    var text = ""
    for record in records {
      text += ">\(record[0])\(lineEnd)"
      var rest = Substring(record[1])
      while !rest.isEmpty {
        text += rest.prefix(width) + lineEnd
        rest = rest.dropFirst(width)
      }
    }
    return Array(text.utf8)
  }
}

/// Cuts bytes at random places.
func cut(_ bytes: [UInt8], into count: Int, using random: inout SeededGenerator) -> [[UInt8]] {
  let inner = (1..<count).map { _ in Int.random(in: 0...bytes.count, using: &random) }
  let borders = [0] + inner.sorted() + [bytes.count]
  return zip(borders, borders.dropFirst()).map { Array(bytes[$0..<$1]) }
}
