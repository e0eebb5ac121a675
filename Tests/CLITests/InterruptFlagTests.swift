import ClonetrackCLI
import Foundation
import Testing

@Suite("Ctrl-C")
struct InterruptFlagTests {
  @Test("raises the flag once", arguments: [SIGINT, SIGTERM])
  func first(_ number: Int32) async {
    await #expect(processExitsWith: .exitCode(7)) { [number] in
      InterruptFlag.install()
      guard !InterruptFlag.isRaised else { exit(8) }
      // To the process, as a terminal sends it: worker threads block signals to themselves.
      kill(getpid(), number)
      for _ in 0..<500 where !InterruptFlag.isRaised { usleep(10_000) }
      exit(InterruptFlag.isRaised ? 7 : 9)
    }
  }

  @Test("ends the program when it comes twice")
  func second() async {
    await #expect(processExitsWith: .exitCode(130)) {
      InterruptFlag.install()
      kill(getpid(), SIGINT)
      for _ in 0..<500 where !InterruptFlag.isRaised { usleep(10_000) }
      kill(getpid(), SIGINT)
      for _ in 0..<500 { usleep(10_000) }
      exit(9)
    }
  }
}
