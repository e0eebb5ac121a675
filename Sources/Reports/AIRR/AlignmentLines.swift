import Nucleotides
import Rearrangements

/// The lines of one read's alignment, from its two gapped sequences.
struct AlignmentLines {
  /// Translation, read, elements, marks; lines without anything are left out.
  private(set) var lines: [ReadAlignment.Line] = []

  /// The offset in the read of each column; for a gap that of the base before it.
  private let offsets: [Int]
  private let read: [Character]
  private let germline: [Character]

  init(_ rearrangement: Rearrangement) {
    let start =
      [rearrangement.v, rearrangement.d, rearrangement.j].compactMap {
        $0?.sequenceRange.lowerBound
      }
      .min() ?? 0
    self.init(
      rearrangement.sequenceAlignment,
      rearrangement.germlineAlignment,
      from: min(start, rearrangement.ndnRange.lowerBound)
    )
    if let junction = rearrangement.junctionRange {
      addTranslation(of: rearrangement.sequence.codes, frameOf: junction)
    }
    addRead()
    for call in [rearrangement.v, rearrangement.d, rearrangement.d2, rearrangement.j] {
      if let call { add(call) }
    }
    if let junction = rearrangement.junctionRange { addMarks(junction) }
  }

  init(_ lone: LoneVariable) {
    self.init(
      lone.sequenceAlignment,
      lone.germlineAlignment,
      from: lone.v.sequenceRange.lowerBound
    )
    addRead()
    add(lone.v)
  }

  private init(_ read: String, _ germline: String, from start: Int) {
    self.read = Array(read)
    self.germline = Array(germline)
    var next = start
    offsets = self.read.map { letter in
      if letter != "-" { next += 1 }
      return next - 1
    }
  }

  private mutating func addRead() {
    lines.append(
      ReadAlignment.Line(
        label: "read",
        cells: read,
        positions: zip(read, offsets).map { $0 == "-" ? nil : $1 + 1 }
      )
    )
  }

  /// Adds a germline element: dots where it is the read's base.
  private mutating func add(_ call: Rearrangement.SegmentCall) {
    var cells = [Character](repeating: " ", count: read.count)
    var positions = [Int?](repeating: nil, count: read.count)
    var position = call.germlineRange.lowerBound
    for column in read.indices where call.sequenceRange.contains(offsets[column]) {
      // A gap before the element's first base belongs to what is before it.
      if germline[column] == "-" {
        cells[column] = "-"
        continue
      }
      cells[column] = germline[column] == read[column] ? "." : germline[column]
      position += 1
      positions[column] = position
    }
    lines.append(
      ReadAlignment.Line(
        label: call.alleles[0] + (call.isInverted ? " inverted" : ""),
        cells: cells,
        positions: positions
      )
    )
  }

  /// Adds the amino acids of the junction's frame, each over the middle base of its codon.
  private mutating func addTranslation(of codes: [UInt8], frameOf junction: Range<Int>) {
    var cells = [Character](repeating: " ", count: read.count)
    for column in read.indices where read[column] != "-" {
      let middle = offsets[column]
      guard (middle - junction.lowerBound) % 3 == 1 || (middle - junction.lowerBound) % 3 == -2,
        middle >= 1, middle + 1 < codes.count
      else { continue }
      let letter = GeneticCode.aminoAcid(codes[middle - 1], codes[middle], codes[middle + 1])
      cells[column] = Character(Unicode.Scalar(letter))
    }
    lines.append(
      ReadAlignment.Line(label: "", cells: cells, positions: cells.map { _ in nil })
    )
  }

  private mutating func addMarks(_ junction: Range<Int>) {
    let cells = offsets.map { junction.contains($0) ? Character("^") : " " }
    lines.append(
      ReadAlignment.Line(label: "junction", cells: cells, positions: cells.map { _ in nil })
    )
  }
}
