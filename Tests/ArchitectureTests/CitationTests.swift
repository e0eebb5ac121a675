import Foundation
import Testing

/// A document that a text cites and that readers do not have.
enum MissingSource {
  /// Notes by which the program was planned.
  private static let notes: Set = ["DOMAIN", "EVIDENCE", "DESIGN"]
  /// Notes whose name is an ordinary word, too; they count where a section follows.
  private static let words: Set = [
    "STUDY", "STYLE", "LABORATORY", "VALIDATION", "ECOSYSTEM", "PERFORMANCE", "PEERS", "TOOLS",
  ]

  /// Finds what a line cites and the repository does not have.
  ///
  /// - Parameters:
  ///   - line: One line of a text.
  ///   - pages: The pages of the repository that are named in capitals, without extension.
  /// - Returns: The name of the first such document; `nil` if there is none.
  static func cited(by line: Substring, pages: Set<String>) -> String? {
    // The names are found as bytes: a regular expression takes minutes over all texts.
    for run in line.utf8.split(whereSeparator: {
      !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    })
    where run.count >= 4 {
      let (before, after) = (line[..<run.startIndex], line[run.endIndex...])
      guard before.last.map(isPartOfWord) != true, after.first.map(isPartOfWord) != true,
        let name = String(run)
      else { continue }
      let isPage = after.hasPrefix(".md") && !pages.contains(name)
      let isSection = after.prefixMatch(of: #/,? (?:§|section|part|\d)/#) != nil
      if isPage || notes.contains(name) || (words.contains(name) && isSection) { return name }
    }
    return nil
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

@Suite("Citations")
struct CitationTests {
  /// The folders and files whose texts cite sources; CHANGELOG.md is history.
  private static let places = [
    "Sources", "Tests", "tools", "schemas", "Benchmarks", ".ci", "README.md", "CONTRIBUTING.md",
    "Makefile", "Package.swift",
  ]

  /// This file, whose cases of bad citations must not be found.
  private static let own = "CitationTests.swift"

  /// The texts of the repository by path.
  private static let texts: [(path: String, text: String)] = places.flatMap { place in
    let url = PackageSources.root.appending(path: place).resolvingSymlinksInPath()
    let inside = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    let files = (inside?.allObjects ?? []).compactMap { $0 as? URL } + [url]
    return files.compactMap { file -> (path: String, text: String)? in
      guard file.lastPathComponent != own, !file.path().contains("/.build/"),
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { return nil }
      return (file.path(), text)
    }
  }

  /// The repository's pages that are named in capitals.
  private static let pages: Set<String> = {
    let beside = try? FileManager.default.contentsOfDirectory(
      at: PackageSources.root,
      includingPropertiesForKeys: nil
    )
    let all = (beside ?? []).map { $0.path() } + texts.map(\.path)
    return Set(
      all.filter { $0.hasSuffix(".md") }
        .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } }
    )
  }()

  @Test("name papers, standards or pages of this repository")
  func sources() {
    #expect(Self.texts.count > 500)
    for (path, text) in Self.texts {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard let source = MissingSource.cited(by: line, pages: Self.pages) else { continue }
        Issue.record("\(path):\(number + 1) cites \(source), which readers do not have")
      }
    }
  }

  /// The numbers of the sections of each article of the documentation, by the article's title.
  private static let sections: [String: Set<Int>] = {
    let articles = texts.filter { $0.path.contains(".docc/") && $0.path.hasSuffix(".md") }
    return articles.reduce(into: [:]) { sections, article in
      let lines = article.text.split(separator: "\n")
      guard let title = lines.first?.dropFirst(2) else { return }
      sections[String(title)] = Set(
        lines.compactMap { $0.prefixMatch(of: #/### (\d+)\. /#).flatMap { Int($0.output.1) } }
      )
    }
  }()

  /// What a text cites of the documentation and is not there, as article and section.
  private static func missing(of text: String) -> [String] {
    // A citation may go on in the next line of a comment, and a record escapes its quotes.
    let flat = text.replacing("\\", with: "")
      .replacing(#/\s*\n\s*(?:\/\/\/?|#)?\s*/#, with: " ")
    let named = flat.matches(of: #/\barticles? "([^"]+)"/#).map { String($0.output.1) }
      .filter { sections[$0] == nil }
    let cited = flat.matches(
      of: #/["']([A-Z][^"']+)["'](?: of [A-Z]\w+)?, sections? ([\d, and to]*\d)/#
    )
    .flatMap { citation in
      citation.output.2.split(whereSeparator: { !$0.isNumber }).compactMap { number -> String? in
        let (title, number) = (String(citation.output.1), Int(number) ?? 0)
        return sections[title]?.contains(number) == true ? nil : "\(title), section \(number)"
      }
    }
    return named + cited
  }

  @Test("name articles and sections that there are")
  func articles() {
    #expect(Self.sections["Calls and statuses"]?.isSuperset(of: 1...5) == true)
    var count = 0
    for (path, text) in Self.texts where text.utf8.count < 1_000_000 && text.contains("section") {
      let missing = Self.missing(of: text)
      count += 1
      #expect(missing.isEmpty, "\(path) cites \(missing)")
    }
    #expect(count > 50)
  }

  @Test("of sections that there are not are seen")
  func missingSections() {
    let cited = """
      /// (article "Calls and statuses",
      /// section 99), and \\"Clonal drift\\", sections 1 and 98; 'Runs', section 97
      /// (article "No such article")
      """
    #expect(
      Self.missing(of: cited) == [
        "No such article", "Calls and statuses, section 99", "Clonal drift, section 98",
        "Runs, section 97",
      ]
    )
  }

  @Test(
    "of documents that readers do not have are seen",
    arguments: [
      ("/// The answer for a sample (DOMAIN §4.1).", "DOMAIN"),
      ("limits of profile `clonetrack-mm-v1` (DOMAIN 2.2), in", "DOMAIN"),
      ("(EVIDENCE.md, section 2)", "EVIDENCE"), ("// the rows of DESIGN.md", "DESIGN"),
      ("as VALIDATION.md asks", "VALIDATION"), ("the gate of STUDY §1.3", "STUDY"),
      ("see STYLE section 5", "STYLE"),
    ]
  )
  func seen(line: String, source: String) {
    #expect(MissingSource.cited(by: line[...], pages: ["README"]) == source)
  }

  @Test(
    "of pages, and ordinary words, pass",
    arguments: [
      "see README.md", "study = \"STUDY-1\"", "TOOLS = Path(__file__)", "the domain of a function",
      "enum SUBDOMAIN_KIND", "(article \"Calls and statuses\", section 2)", "CLSI EP17-A2",
    ]
  )
  func passes(line: String) {
    #expect(MissingSource.cited(by: line[...], pages: ["README"]) == nil)
  }
}
