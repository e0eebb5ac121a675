import Diagnostics
import Testing
import Workflows

@Suite("Concurrent stage")
struct ConcurrentStageTests {
  @Test("hands outputs on in the order of the input", arguments: [1, 2, 5])
  func order(width: Int) async throws {
    var next = 0
    var seen: [Int] = []
    try await runStage(
      width: width,
      next: { () throws(Diagnostic) -> Int? in
        defer { next += 1 }
        return next < 60 ? next : nil
      },
      transform: { value throws(Diagnostic) -> Int in
        // Early batches take longest, so that later ones overtake them.
        (0..<(60 - value) * 200).reduce(value) { sum, _ in sum }
      },
      consume: { (value: Int) throws(Diagnostic) in seen.append(value) }
    )
    #expect(seen == Array(0..<60))
  }

  @Test("throws the first fault in input order and consumes nothing behind it", arguments: [1, 3])
  func fault(width: Int) async {
    var next = 0
    var seen: [Int] = []
    await #expect(throws: Diagnostic(code: "FILE-READ", message: "batch 7")) {
      try await runStage(
        width: width,
        next: { () throws(Diagnostic) -> Int? in
          defer { next += 1 }
          return next < 60 ? next : nil
        },
        transform: { value throws(Diagnostic) -> Int in
          if value >= 7 { throw Diagnostic(code: "FILE-READ", message: "batch \(value)") }
          return value
        },
        consume: { (value: Int) throws(Diagnostic) in seen.append(value) }
      )
    }
    #expect(seen == Array(0..<7))
    // A slow or stopped consumer holds the input back.
    #expect(next <= 7 + 2 * width)
  }
}
