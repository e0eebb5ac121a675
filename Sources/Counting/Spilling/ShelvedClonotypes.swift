import Clonotyping
import Diagnostics
import Files
import Rearrangements

/// Clonotypes in a scratch file, in the order of `Clonotype.precedes`.
///
/// Where reading fails, iteration ends and the file keeps the fault for `ScratchFile.check()`.
struct ShelvedClonotypes: StoredClonotypes {
  /// Clonotypes of one type that follow each other.
  struct Part: Sendable {
    /// Their type.
    var type: RearrangementType
    /// Where they lie.
    var blocks: [ScratchFile.Block]

    fileprivate var count: Int { blocks.reduce(0) { $0 + $1.records } }
  }

  /// Reads and clonotypes of each class that has any.
  let sizes: [LocusClass: ClonotypeSizes]
  /// How many there are.
  let count: Int
  private let file: ScratchFile
  private let parts: [Part]

  /// Clonotypes that were written.
  init(_ file: ScratchFile, _ parts: [Part], sizes: [LocusClass: ClonotypeSizes]) {
    (self.file, self.parts, self.sizes) = (file, parts, sizes)
    count = parts.reduce(0) { $0 + $1.count }
  }

  /// The clonotypes of a class, or all, each with its place among all.
  func clonotypes(
    of locusClass: LocusClass?
  ) -> AnyIterator<(offset: Int, element: Clonotype)> {
    var rest = parts[...]
    var reader = BlockReader([], of: file)
    var (offset, end) = (0, 0)
    return AnyIterator {
      while offset == end {
        guard let part = rest.popFirst() else { return nil }
        end = offset + part.count
        guard locusClass == nil || LocusClass(part.type) == locusClass else {
          offset = end
          continue
        }
        reader = BlockReader(part.blocks, of: file)
      }
      do throws(Diagnostic) {
        let next = try reader.next { reader throws(PackedReader.Damage) in
          try Clonotype(from: &reader)
        }
        guard let next else { return nil }
        defer { offset += 1 }
        return (offset, next)
      } catch {
        file.note(error)
        rest = []
        end = offset
        return nil
      }
    }
  }
}
