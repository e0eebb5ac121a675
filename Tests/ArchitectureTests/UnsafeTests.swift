import Foundation
import Testing

@Suite("Unsafe code")
struct UnsafeTests {
  @Test("says why each use holds", arguments: PackageSources.files)
  func comments(_ file: SourceFile) {
    let unexplained = UnsafeCode.unexplained(in: file)
    #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
  }

  @Test("lies in the files that CONTRIBUTING.md lists, and all of these have some")
  func ledger() throws {
    let page = try String(
      contentsOf: PackageSources.root.appending(path: "CONTRIBUTING.md"),
      encoding: .utf8
    )
    let files = PackageSources.files.filter { !UnsafeCode.uses(in: $0).isEmpty }.map(\.path)
    #expect(files.count > 20)
    let listed = UnsafeCode.listed(in: page)
    #expect(listed.count == Set(listed).count, "a file is listed twice")
    let unlisted = Set(files).subtracting(listed).sorted()
    #expect(unlisted.isEmpty, "not in the table: \(unlisted.joined(separator: ", "))")
    let safe = Set(listed).subtracting(files).sorted()
    #expect(safe.isEmpty, "listed, and without unsafe: \(safe.joined(separator: ", "))")
  }

  @Test("without a comment is seen")
  func plantedUses() {
    let file = SourceFile(
      path: "Sources/House/Load.swift",
      text: """
        // unsafe { prose }
        let words = "unsafe \\(unsafe load())"
        // SAFETY: the precondition keeps the load inside.
        let first = unsafe load()

        nonisolated(unsafe) let other = 1


        let sixth = unsafe load()
        let next = unsafe load() + unsafe load()

        let alone = unsafe load()
        """
    )
    #expect(UnsafeCode.uses(in: file) == [2, 4, 9, 10, 12])
    #expect(
      UnsafeCode.unexplained(in: file) == [
        "Sources/House/Load.swift:2", "Sources/House/Load.swift:12",
      ]
    )
  }

  @Test("is listed with a reason only")
  func plantedRows() {
    let page = """
      # Page

      ## The map of the house

      | `House` | `Map.swift` | the map of all rooms |

      ## Unsafe code

      | target | files | why |
      |---|---|---|
      | `House` | `Load.swift`, `Deep/Store.swift` | loads of eight bytes |
      | `Garden` | `Bare.swift` | |

      ## Tests
      """
    #expect(
      UnsafeCode.listed(in: page) == [
        "Sources/House/Load.swift", "Sources/House/Deep/Store.swift",
      ]
    )
  }
}
