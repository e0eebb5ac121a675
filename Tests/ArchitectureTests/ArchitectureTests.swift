import Diagnostics
import Foundation
import Testing

@Suite("Architecture")
struct ArchitectureTests {
  @Test("has sources to judge")
  func finds() {
    #expect(PackageSources.files.count > 20)
  }

  @Test("imports only what the room may", arguments: PackageSources.files)
  func imports(_ file: SourceFile) throws {
    let room = try #require(House.room(file.target), "\(file.target) has no row in House.swift")
    let allowed = room.rooms.union(room.external)
    let forbidden = file.imports.filter { !allowed.contains($0) }
    #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden.joined(separator: ", "))")
  }

  @Test("points every arrow down", arguments: House.rooms.indices)
  func order(_ index: Int) {
    let below = Set(House.rooms[..<index].map(\.name))
    let upward = House.rooms[index].rooms.subtracting(below)
    #expect(upward.isEmpty, "\(House.rooms[index].name) looks up to \(upward.sorted())")
  }

  @Test("keeps files short", arguments: PackageSources.files)
  func length(_ file: SourceFile) {
    #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines, at most 400")
  }

  @Test("prints and exits only in the command line", arguments: PackageSources.files)
  func printsAndExits(_ file: SourceFile) {
    guard !["ClonetrackCLI", "clonetrack"].contains(file.target) else { return }
    for (number, line) in file.code.enumerated() {
      let match = line.firstMatch(of: #/(?:^|[^.\w])(?:print|debugPrint|exit|abort)\(/#)
      #expect(match == nil, "\(file.path):\(number + 1): \(line)")
    }
  }

  @Test(
    "starts tasks only where reads are counted and in workflows",
    arguments: PackageSources.files
  )
  func startsTasks(_ file: SourceFile) {
    guard !House.workbench.union(["Counting", "Workflows"]).contains(file.target) else { return }
    let start = #/\bTask(?:\.detached)?\s*[({]|\bwith(?:Throwing)?(?:Discarding)?TaskGroup\b/#
    for (number, line) in file.code.enumerated() {
      #expect(line.firstMatch(of: start) == nil, "\(file.path):\(number + 1): \(line)")
    }
  }

  @Test("leaves no way around the checks", arguments: PackageSources.files)
  func waysAround(_ file: SourceFile) {
    let ways = #/@unchecked Sendable|nonisolated\(unsafe\)|\btry!|\bas!|@testable|\bfatalError\(/#
    for (number, line) in file.code.enumerated() {
      #expect(line.firstMatch(of: ways) == nil, "\(file.path):\(number + 1): \(line)")
    }
  }

  @Test("gives every code one meaning")
  func codes() {
    let codes = CodeRegistry.entries.map(\.code)
    let repeated = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated.isEmpty)
    for entry in CodeRegistry.entries {
      #expect(entry.code.wholeMatch(of: #/[A-Z]+(?:-[A-Z0-9]+)+\??/#) != nil, "\(entry.code)")
      #expect(entry.meaning.hasSuffix("."), "\(entry.code): \(entry.meaning)")
      #expect(entry.remedy.hasSuffix("."), "\(entry.code): \(entry.remedy)")
    }
  }
}
