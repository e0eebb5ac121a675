import Alignments
import Nucleotides

/// The two lines of an alignment, column by column, as letters.
struct AlignmentView {
  private var read: [UInt8] = []
  private var germline: [UInt8] = []

  /// The read's line.
  var readLine: String { String(decoding: read, as: UTF8.self) }
  /// The germline's line.
  var germlineLine: String { String(decoding: germline, as: UTF8.self) }

  /// Adds the columns of a segment.
  mutating func append(_ segment: AlignedSegment, of coding: [UInt8]) {
    let gap = UInt8(ascii: "-")
    var position = segment.call.sequenceRange.lowerBound
    var other = 0
    for run in segment.path.runs {
      switch run.step {
      case .match, .mismatch:
        for offset in 0..<run.length {
          read.append(baseLetter(coding[position + offset]))
          germline.append(baseLetter(segment.germline[other + offset]))
        }
        position += run.length
        other += run.length
      case .insertion:
        for offset in 0..<run.length {
          read.append(baseLetter(coding[position + offset]))
          germline.append(gap)
        }
        position += run.length
      case .deletion:
        for offset in 0..<run.length {
          read.append(gap)
          germline.append(baseLetter(segment.germline[other + offset]))
        }
        other += run.length
      }
    }
  }

  /// Adds bases that stem from no germline segment.
  mutating func appendUntemplated(_ bases: ArraySlice<UInt8>) {
    for base in bases {
      read.append(baseLetter(base))
      germline.append(UInt8(ascii: "N"))
    }
  }
}
