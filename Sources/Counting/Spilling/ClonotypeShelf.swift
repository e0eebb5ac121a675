import Clonotyping
import Diagnostics
import Files
import Rearrangements

/// Takes the clonotypes of a sample as folding gives them and puts them in order.
///
/// Clonotypes with many reads stay in memory and are sorted. The others, most of a large sample, come
/// by type and window: laid apart by reads and type they are in order. Beyond a number of them
/// they go to a file.
struct ClonotypeShelf {
  /// The most reads by which clonotypes are laid apart (chosen here: one stream a number and type).
  private static let maximumReads = 64

  private let reads: Int
  private let budget: MemoryBudget
  private let folder: String
  private var many: [Clonotype] = []
  /// Clonotypes with fewer reads, by reads and type; empty once they are in the file.
  private var few: [[Clonotype]]
  private var fewCount = 0
  private var file: ScratchFile?
  private var writers: [BlockWriter]
  private var sizes: [[LocusClass: ClonotypeSizes]]

  /// An empty shelf.
  ///
  /// - Parameters:
  ///   - reads: Clonotypes with so many reads may come in any order.
  ///   - budget: How many of the others are held in memory.
  ///   - folder: The folder for the file.
  init(anyOrderFrom reads: Int, _ budget: MemoryBudget, folder: String) {
    self.reads = min(max(1, reads), Self.maximumReads)
    (self.budget, self.folder) = (budget, folder)
    let count = self.reads * RearrangementType.allCases.count
    few = .init(repeating: [], count: count)
    writers = .init(repeating: BlockWriter(), count: count)
    sizes = .init(repeating: [:], count: count)
  }

  /// Takes a clonotype; those with few reads in the order of types, windows and genes.
  ///
  /// - Throws: `FILE-CREATE` or `FILE-WRITE` naming the folder.
  mutating func add(_ clonotype: Clonotype) throws(Diagnostic) {
    let count = clonotype.duplicateCount
    guard count < reads else {
      many.append(clonotype)
      return
    }
    let place = count * RearrangementType.allCases.count + clonotype.type.ordinal
    fewCount += 1
    if let file {
      try write(clonotype, place, to: file)
    } else {
      few[place].append(clonotype)
      if fewCount > budget.clonotypes { try moveToFile() }
    }
  }

  /// The clonotypes in order.
  ///
  /// - Returns: The list, and the file that holds a part of it; `nil` for none.
  /// - Throws: `FILE-WRITE` naming the folder.
  consuming func list() throws(Diagnostic) -> (clonotypes: ClonotypeList, file: ScratchFile?) {
    let types = RearrangementType.allCases.count
    let places = (0..<reads).reversed().flatMap { ($0 * types)..<(($0 + 1) * types) }
    guard let file else {
      return (ClonotypeList(many.ranked() + places.flatMap { few[$0] }), nil)
    }
    var parts: [ShelvedClonotypes.Part] = []
    for place in places {
      try writers[place].flush(to: file)
      guard !writers[place].blocks.isEmpty else { continue }
      parts.append(
        .init(type: RearrangementType.allCases[place % types], blocks: writers[place].blocks)
      )
    }
    let sizes = sizes.reduce(into: [:]) { $0.merge($1) { $0.adding($1) } }
    return (
      ClonotypeList(
        many.ranked(),
        followedBy: ShelvedClonotypes(file, parts, sizes: sizes)
      ), file
    )
  }

  private mutating func moveToFile() throws(Diagnostic) {
    let file = try ScratchFile(in: folder)
    for place in few.indices {
      for clonotype in few[place] { try write(clonotype, place, to: file) }
      few[place] = []
    }
    self.file = file
  }

  private mutating func write(
    _ clonotype: Clonotype,
    _ place: Int,
    to file: ScratchFile
  ) throws(Diagnostic) {
    try writers[place].add(to: file) { clonotype.encode(into: &$0) }
    sizes[place][LocusClass(clonotype.type), default: .init()].add(clonotype)
  }
}
