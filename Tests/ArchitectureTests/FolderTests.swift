import Testing

@Suite("Folders")
struct FolderTests {
  /// The targets that have Swift sources, with their files.
  private static let targets = Dictionary(grouping: PackageSources.files) { $0.target }

  @Test("inside a target name each other in one direction", arguments: targets.keys.sorted())
  func circles(_ target: String) {
    let circles = FolderGraph(target: target, files: Self.targets[target] ?? []).circles
    #expect(circles.isEmpty, "\(circles.joined(separator: "\n"))")
  }

  @Test("name each other at all")
  func arrows() {
    let counts = Self.targets.map { FolderGraph(target: $0.key, files: $0.value).arrowCount }
    #expect(counts.reduce(0, +) > 50)
  }

  @Test("are rooms: a target of more than 60 files has at most 3 beside them")
  func looseFiles() {
    for (target, files) in Self.targets {
      #expect(LooseFiles.fault(of: target, files: files) == nil)
    }
  }

  @Test("that name each other through a third are seen, with the files and the types")
  func plantedCircle() {
    let files = [
      file("Reads/Reader.swift", "struct Reader { var count: Count }"),
      file("Counts/Count.swift", "package struct Count {}\nfunc sum() -> House.Total { total() }"),
      file("Totals/Total.swift", "/// No `Note`.\nstruct Total { let note = \"\\(Reader())\" }"),
      file("Totals/total.swift", "func total() -> Total { Total() }"),
      file("Notes/Note.swift", "struct Note { var totals: [Total]; let name = \"Count\" }"),
    ]
    #expect(
      FolderGraph(target: "House", files: files).circles == [
        "House: Counts, Reads, Totals: Sources/House/Counts/Count.swift names Total of Totals; "
          + "Sources/House/Counts/Count.swift names total of Totals; "
          + "Sources/House/Reads/Reader.swift names Count of Counts; "
          + "Sources/House/Totals/Total.swift names Reader of Reads"
      ]
    )
  }

  @Test("and the files beside them are held to the same")
  func plantedRootCircle() {
    let files = [
      file("Reader.swift", "struct Reader { var count: Count }"),
      file("Counts/Count.swift", "extension Reader {}\nstruct Count {}"),
    ]
    #expect(
      FolderGraph(target: "House", files: files).circles == [
        "House: Counts, House: Sources/House/Counts/Count.swift names Reader of House; "
          + "Sources/House/Reader.swift names Count of Counts"
      ]
    )
  }

  @Test("with private, nested and member names alike make no circle")
  func plantedTree() {
    let files = [
      file("Reads/Reader.swift", "struct Reader { enum Count {}; let all: Own }"),
      file("Reads/Own.swift", "struct Own { func take() { self.sum() } }"),
      file(
        "Counts/Count.swift",
        "private struct Own { func sum() { Reader.Own() } }\nenum Count {}"
      ),
    ]
    #expect(FolderGraph(target: "House", files: files).circles.isEmpty)
  }

  @Test("that are missing are seen")
  func plantedLooseFiles() {
    let inside = (0..<57).map { file("Reads/R\($0).swift", "") }
    let loose = (0..<4).map { file("L\($0).swift", "") }
    #expect(
      LooseFiles.fault(of: "House", files: inside + loose)
        == "House has 61 files, 4 of them in no folder: L0.swift, L1.swift, L2.swift, L3.swift"
    )
    #expect(LooseFiles.fault(of: "House", files: inside + loose.dropLast()) == nil)
  }

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: "Sources/House/\(path)", text: text)
  }
}

/// The files of a target that lie beside its folders.
private enum LooseFiles {
  /// What is wrong with the files of a target; `nil` if nothing is.
  static func fault(of target: String, files: [SourceFile]) -> String? {
    let loose = files.filter { $0.folder == nil }
      .compactMap { $0.path.split(separator: "/").last }.sorted()
    guard files.count > 60, loose.count > 3 else { return nil }
    return "\(target) has \(files.count) files, \(loose.count) of them in no folder: "
      + loose.joined(separator: ", ")
  }
}
