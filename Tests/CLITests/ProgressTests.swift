import ClonetrackCLI
import Counting
import Synchronization
import Testing
import Workflows

@Suite("Progress")
struct ProgressTests {
  private let start = ContinuousClock.now

  private func progress(_ pairs: Int, _ read: Int, of total: Int?) -> RunProgress {
    RunProgress(stage: "matching", readPairs: pairs, rawBytesRead: read, rawBytesTotal: total)
  }

  @Test("states reads, speed, share of the input and time left")
  func line() {
    var meter = ProgressMeter(interval: .seconds(1), start: start)
    #expect(meter.line(for: progress(1, 1, of: 100), at: start + .milliseconds(999)) == nil)
    #expect(
      meter.line(for: progress(1_234_567, 25, of: 100), at: start + .seconds(10))
        == "matching: 1,234,567 reads, 123,456 reads/s, 25 % of input, 0:30 left"
    )
    #expect(meter.line(for: progress(1_234_567, 25, of: 100), at: start + .seconds(10.5)) == nil)
  }

  @Test("leaves out what a pipe does not tell")
  func pipe() {
    var meter = ProgressMeter(interval: .seconds(1), start: start)
    #expect(
      meter.line(for: progress(500, 25, of: nil), at: start + .seconds(2))
        == "matching: 500 reads, 250 reads/s"
    )
    #expect(
      meter.line(for: progress(500, 0, of: 10), at: start + .seconds(4))
        == "matching: 500 reads, 125 reads/s, 0 % of input"
    )
  }

  @Test(
    "writes numbers alike in every locale",
    arguments: [(0, "0", "0:00"), (999, "999", "16:39"), (3_605, "3,605", "1:00:05")]
  )
  func numbers(_ number: Int, _ grouped: String, _ clock: String) {
    #expect(ProgressMeter.grouped(number) == grouped)
    #expect(ProgressMeter.clock(number) == clock)
  }

  @Test(
    "overwrites on a terminal, adds lines to a log, and can be silenced",
    arguments: [
      (false, true, "\rmatching: 8 reads, 0 reads/s\u{1B}[K\r\u{1B}[K"),
      (false, false, "matching: 8 reads, 0 reads/s\n"),
      (true, true, ""),
    ]
  )
  func writes(_ isQuiet: Bool, _ isTerminal: Bool, _ expected: String) {
    let written = Written()
    let line = ProgressLine(isQuiet: isQuiet, isTerminal: isTerminal, start: start) {
      written.append($0)
    }
    line.show(progress(8, 0, of: nil), at: start)
    line.show(progress(8, 0, of: nil), at: start + .seconds(60))
    line.clear()
    line.clear()
    #expect(written.text == expected)
  }
}

/// Text collected from several threads.
private final class Written: Sendable {
  private let pieces = Mutex("")
  var text: String { pieces.withLock { $0 } }
  func append(_ piece: String) { pieces.withLock { $0 += piece } }
}
