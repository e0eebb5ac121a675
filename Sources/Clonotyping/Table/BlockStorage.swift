/// Elements in blocks of one size: it grows by a block, without a copy of what is there, where an array
/// would for a while need three times its memory.
///
/// Elements that are appended together lie in one block.
struct BlockStorage<Element: Sendable>: Sendable {
  private static var bits: Int { 18 }
  private static var blockCount: Int { 1 << bits }
  private static var mask: Int { blockCount - 1 }

  private var blocks: [[Element]] = []

  /// Bytes of memory that the elements take, unused room of the blocks included.
  var byteCount: Int {
    let full = max(0, blocks.count - 1) * Self.blockCount
    return (full + (blocks.last?.capacity ?? 0)) * MemoryLayout<Element>.stride
  }

  /// Appends one element; elements that were all appended one by one have the places 0, 1, 2 and so on.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func append(_ element: Element) -> Int {
    makeRoom(1)
    let last = blocks.count - 1
    blocks[last].append(element)
    return last << Self.bits | (blocks[last].count - 1)
  }

  /// Appends elements next to each other.
  ///
  /// - Returns: The place of the first.
  mutating func append(_ elements: some Collection<Element>) -> Int {
    makeRoom(elements.count)
    let last = blocks.count - 1
    let start = blocks[last].count
    blocks[last].append(contentsOf: elements)
    return last << Self.bits | start
  }

  /// The element some places behind one that `append` returned, of those that were appended with it.
  subscript(place: Int, offset: Int = 0) -> Element {
    @inline(__always) get { blocks[place >> Self.bits][place & Self.mask + offset] }
    @inline(__always) _modify {
      yield &blocks[place >> Self.bits][place & Self.mask + offset]
    }
  }

  /// Calls a function with elements that were appended together.
  @inline(__always)
  func read<Result>(_ place: Int, _ count: Int, _ body: (Span<Element>) -> Result) -> Result {
    let block = blocks[place >> Self.bits]
    let start = place & Self.mask
    return body(block.span.extracting(start..<(start + count)))
  }

  /// Calls a function that changes elements that were appended together.
  ///
  /// - Parameters:
  ///   - place: The place of the first.
  ///   - body: Is given the block and where the first element lies in it.
  @inline(__always)
  mutating func change(_ place: Int, _ body: (inout MutableSpan<Element>, _ first: Int) -> Void) {
    var block = blocks[place >> Self.bits].mutableSpan
    body(&block, place & Self.mask)
  }

  /// Begins another block if the last one has no room; one of more elements than a block has gets a
  /// block to itself.
  private mutating func makeRoom(_ count: Int) {
    if let last = blocks.last, last.count + count <= Self.blockCount { return }
    var block: [Element] = []
    // The first grows as arrays do: most tables are small.
    if !blocks.isEmpty { block.reserveCapacity(Self.blockCount) }
    blocks.append(block)
  }
}
