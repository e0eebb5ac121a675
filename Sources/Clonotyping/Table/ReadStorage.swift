/// Genes and bases of the reads that stand for their rearrangements: four bases a byte where all are
/// known, else one.
struct ReadStorage: Sendable {
  /// Where a read lies.
  struct Place: Sendable {
    /// The first byte of its genes, before its bases.
    fileprivate var start: Int
    /// Bytes of its genes.
    fileprivate var geneBytes: UInt16
    /// Whether four bases share a byte.
    fileprivate var isPacked: Bool
    /// Bases.
    private(set) var count: Int32

    fileprivate init(_ genes: Int, _ codes: ArraySlice<UInt8>, isPacked: Bool) {
      start = 0
      geneBytes = UInt16(truncatingIfNeeded: genes)
      self.isPacked = isPacked
      count = Int32(truncatingIfNeeded: codes.count)
    }

    fileprivate var byteCount: Int {
      Int(geneBytes) + (isPacked ? (Int(count) + 3) / 4 : Int(count))
    }
  }

  private var bytes = BlockStorage<UInt8>()
  private var scratch: [UInt8] = []

  /// Bytes of memory that the reads take.
  var byteCount: Int { bytes.byteCount }

  /// Keeps the genes and bases of a read.
  ///
  /// - Parameters:
  ///   - genes: At most 65,535 bytes, kept as they are.
  ///   - codes: Base codes.
  /// - Returns: Where they lie.
  mutating func append(genes: ArraySlice<UInt8>, _ codes: ArraySlice<UInt8>) -> Place {
    var place = layOut(genes, codes)
    place.start = bytes.append(scratch)
    return place
  }

  /// Keeps another read in the place of one of the same genes.
  mutating func replace(_ place: inout Place, genes: ArraySlice<UInt8>, _ codes: ArraySlice<UInt8>)
  {
    let room = place.byteCount
    var next = layOut(genes, codes)
    if next.byteCount <= room {
      next.start = place.start
      let source = scratch
      bytes.change(next.start) { target, first in
        for index in source.indices { target[first + index] = source[index] }
      }
    } else {
      next.start = bytes.append(scratch)
    }
    place = next
  }

  /// Appends the bytes of a read's genes.
  func appendGenes(of place: Place, to genes: inout [UInt8]) {
    bytes.read(place.start, Int(place.geneBytes)) { source in
      for index in source.indices { genes.append(source[index]) }
    }
  }

  /// Appends some of a read's bases.
  func appendCodes(of place: Place, _ range: Range<Int>, to codes: inout [UInt8]) {
    bytes.read(place.start, place.byteCount) { source in
      let first = Int(place.geneBytes)
      codes.append(addingCapacity: range.count) { output in
        for base in range {
          output.append(
            place.isPacked
              ? source[first &+ base &>> 2] &>> UInt8(2 &* (base & 3)) & 3
              : source[first &+ base]
          )
        }
      }
    }
  }

  /// Whether a read has these genes and, from an offset on, these bases.
  func matches(
    _ place: Place,
    genes: ArraySlice<UInt8>,
    at offset: Int,
    _ codes: ArraySlice<UInt8>
  )
    -> Bool
  {
    guard genes.count == Int(place.geneBytes) else { return false }
    return bytes.read(place.start, place.byteCount) { source in
      for (index, byte) in genes.enumerated() where source[index] != byte { return false }
      for (index, code) in codes.enumerated() {
        let base = offset &+ index
        let known =
          place.isPacked
          ? source[genes.count &+ base &>> 2] &>> UInt8(2 &* (base & 3)) & 3
          : source[genes.count &+ base]
        if known != code { return false }
      }
      return true
    }
  }

  /// Whether some bases stand before a read's in the alphabet, of equal length with them; `nil` if they
  /// are the same.
  func isFirst(_ codes: ArraySlice<UInt8>, before place: Place) -> Bool? {
    bytes.read(place.start, place.byteCount) { source in
      let first = Int(place.geneBytes)
      for (base, code) in codes.enumerated() {
        let known =
          place.isPacked
          ? source[first &+ base &>> 2] &>> UInt8(2 &* (base & 3)) & 3
          : source[first &+ base]
        if code != known { return code < known }
      }
      return nil
    }
  }

  /// Sets `scratch` to the bytes of a read.
  private mutating func layOut(_ genes: ArraySlice<UInt8>, _ codes: ArraySlice<UInt8>) -> Place {
    let place = Place(genes.count, codes, isPacked: codes.allSatisfy { $0 < 4 })
    scratch.removeAll(keepingCapacity: true)
    scratch += genes
    guard place.isPacked else {
      scratch += codes
      return place
    }
    var byte: UInt8 = 0
    var filled: UInt8 = 0
    for code in codes {
      byte |= code &<< filled
      filled &+= 2
      if filled == 8 {
        scratch.append(byte)
        (byte, filled) = (0, 0)
      }
    }
    if filled > 0 { scratch.append(byte) }
    return place
  }
}
