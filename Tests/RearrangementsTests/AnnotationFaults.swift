import Germline
import Nucleotides
import Rearrangements

/// What must hold for every annotation, whatever the read; names of what does not.
struct AnnotationFaults {
  private(set) var found: [String] = []
  private let rearrangement: Rearrangement
  private let alleles: [String: GermlineAllele]

  /// Judges an annotation of a read.
  init(
    _ rearrangement: Rearrangement,
    of read: NucleotideSequence,
    _ alleles: [String: GermlineAllele]
  ) {
    self.rearrangement = rearrangement
    self.alleles = alleles
    let strand = rearrangement.revComp ? read.reverseComplement : read
    require(rearrangement.sequence == strand, "sequence is no strand of the read")
    judgeOrder()
    judgeJunction()
    judgeAlignment()
    for call in segments { judge(call) }
  }

  private mutating func require(_ holds: Bool, _ fault: String) {
    if !holds { found.append(fault) }
  }

  private var segments: [Rearrangement.SegmentCall] {
    [rearrangement.v, rearrangement.d, rearrangement.j].compactMap(\.self)
  }

  private mutating func judgeOrder() {
    let r = rearrangement
    let whole = 0..<r.sequence.count
    let ranges = segments.map(\.sequenceRange)
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      require(left.upperBound <= right.lowerBound, "segments overlap: \(ranges)")
    }
    for range in ranges + [r.ndnRange, r.primerFree] {
      require(range.clamped(to: whole) == range, "\(range) leaves the read")
    }
    for range in ranges {
      require(range.clamped(to: r.primerFree) == range, "\(range) lies under a primer")
    }
    if let five = r.v ?? (r.type == .ighDJ ? r.d : nil) {
      require(five.sequenceRange.upperBound == r.ndnRange.lowerBound, "5′ element and NDN")
    }
    if let j = r.j {
      require(j.sequenceRange.lowerBound == r.ndnRange.upperBound, "NDN and J")
    }
    if r.type == .ighVDJ, let v = r.v, let j = r.j {
      let between = r.np1.count + (r.d?.sequenceRange.count ?? 0) + (r.np2?.count ?? 0)
      require(v.sequenceRange.upperBound + between == j.sequenceRange.lowerBound, "np lengths")
      require((r.np2 != nil) == (r.d != nil), "np2 without D")
    } else {
      require(r.np1 == r.sequence[r.ndnRange] && r.np2 == nil, "np1 is not the NDN")
    }
  }

  private mutating func judgeJunction() {
    let r = rearrangement
    let hasJunction = [.ighVDJ, .igkVJ, .iglVJ].contains(r.type)
    require((r.junctionRange != nil) == hasJunction, "junction of \(r.type)")
    require((r.vjInFrame != nil) == hasJunction, "frame of \(r.type)")
    require((r.productive != nil) == hasJunction, "productivity of \(r.type)")
    guard let junction = r.junctionRange, let bases = r.junction else { return }
    require(junction.clamped(to: 0..<r.sequence.count) == junction, "junction leaves the read")
    require(bases == r.sequence[junction], "junction is not its range")
    require(r.vjInFrame == (junction.count % 3 == 0), "vjInFrame")
    require(r.junctionAA?.count == junction.count / 3, "junctionAA has another length")
    let isOpen =
      r.vjInFrame == true && r.stopCodon == false && r.vFrameshift != true
      && r.v?.functionality != .pseudogene
    require(r.productive == isOpen, "productive")
    require(r.ndnRange.lowerBound <= junction.upperBound, "NDN behind the junction")
    if r.vjInFrame == true, r.junctionAA?.contains("*") == true {
      require(r.stopCodon == true, "a stop in the junction is not seen")
    }
  }

  private mutating func judgeAlignment() {
    let r = rearrangement
    require(
      r.sequenceAlignment.count == r.germlineAlignment.count,
      "alignment lines differ in length"
    )
    let ungapped = r.sequenceAlignment.filter { $0 != "-" }
    let first = segments.first?.sequenceRange.lowerBound
    let last = r.j?.sequenceRange.upperBound
    if let first, let last, r.v != nil || r.type == .ighDJ {
      require(ungapped == r.sequence[first..<last].description, "sequence_alignment is no slice")
    } else {
      require(r.sequence.description.contains(ungapped), "sequence_alignment is not in the read")
    }
    let untemplated = r.np1.count + (r.np2?.count ?? 0)
    let unknown = r.germlineAlignment.count { $0 == "N" }
    require(
      unknown == untemplated,
      "\(unknown) N in germline_alignment for \(untemplated) np bases"
    )
  }

  private mutating func judge(_ call: Rearrangement.SegmentCall) {
    guard let name = call.alleles.first, let allele = alleles[name] else {
      return require(false, "call names no allele: \(call.alleles)")
    }
    let bases = allele.sequence.codes
    require(Set(call.alleles).count == call.alleles.count, "an allele is named twice")
    require(
      call.germlineRange.upperBound <= bases.count,
      "germline range \(call.germlineRange) leaves \(name) of \(bases.count) nt"
    )
    var (read, germline) = (call.sequenceRange.lowerBound, call.germlineRange.lowerBound)
    var (matches, columns, length) = (0, 0, 0)
    for letter in call.cigar {
      if let digit = letter.wholeNumberValue {
        length = length * 10 + digit
        continue
      }
      for _ in 0..<length {
        columns += 1
        if letter == "=" || letter == "X" {
          let isEqual =
            bases.indices.contains(germline)
            && rearrangement.sequence.codes[read] == bases[germline]
          require(isEqual == (letter == "="), "\(letter) at \(read) of \(name)")
          if isEqual { matches += 1 }
        }
        if letter != "D" { read += 1 }
        if letter != "I" { germline += 1 }
      }
      length = 0
    }
    require(read == call.sequenceRange.upperBound, "CIGAR \(call.cigar) and the read's range")
    require(
      germline == call.germlineRange.upperBound,
      "CIGAR \(call.cigar) and the germline's range"
    )
    let identity = columns > 0 ? Double(matches) / Double(columns) : nil
    require(call.identity == identity, "identity of \(name)")
  }
}
