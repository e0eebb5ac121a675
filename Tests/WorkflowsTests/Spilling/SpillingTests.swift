import Counting
import Diagnostics
import FoundationEssentials
import SimulatedReads
import Synchronization
import TestSupport
import Testing
import Workflows

@Suite("A sample that is counted in files")
struct SpillingTests {
  /// A budget that every sample passes many times.
  static let none = MemoryBudget(taskRearrangements: 1, tableBytes: 0, clonotypes: 0)

  private static func budget(_ random: inout SeededGenerator) -> MemoryBudget {
    MemoryBudget(
      taskRearrangements: 1 + random.below(3_000),
      tableBytes: random.below(3) == 0 ? 0 : random.below(2_000_000),
      clonotypes: random.below(2_000)
    )
  }

  @Test(
    "has the bytes of one counted in memory: a baseline",
    arguments: 1...6 as ClosedRange<UInt64>
  )
  func baseline(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let budget = seed == 1 ? Self.none : Self.budget(&random)
    let threads = 1 + random.below(5)
    let scratch = try ScratchFolder()
    let run = try await FinishedRun.baseline { request in
      (request.memory, request.threads, request.scratchFolder) = (budget, threads, scratch.path)
    }
    let whole = try await SharedBaseline.run()
    #expect(run.results == whole.results)
    #expect(run.outcome == whole.outcome)
    #expect(scratch.names() == [])
  }

  @Test(
    "has the bytes of one counted in memory: a follow-up",
    arguments: 1...4 as ClosedRange<UInt64>
  )
  func followup(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let budget = seed == 1 ? Self.none : Self.budget(&random)
    let threads = 1 + random.below(5)
    let sample = Patient.followups[Int(seed) - 1]
    let run = try await FinishedRun.followup(sample) { request in
      (request.memory, request.threads) = (budget, threads)
    }
    let whole = try await FinishedRun.followup(sample)
    #expect(run.results == whole.results)
    #expect(run.outcome == whole.outcome)
  }

  @Test("has the bytes of one counted in memory: counts of shards", arguments: [1, 3])
  func shards(_ count: Int) async throws {
    var sample = try await ShardedSample("P1-DX")
    let whole = try await sample.whole()
    sample.request.memory = Self.none
    var parts: [String] = []
    for number in 1...count { parts.append(try await sample.count(number, of: count)) }
    #expect(try await sample.merge(parts).results == whole.results)
  }

  @Test(
    "stops at a full disk, names the folder and leaves nothing",
    .enabled(if: MemoryDisk.isAvailable, "needs the right to mount a memory disk"),
    arguments: [
      (MemoryBudget(taskRearrangements: 1, tableBytes: 0, clonotypes: 1 << 18), 1),
      (MemoryBudget(taskRearrangements: 1 << 18, tableBytes: 1 << 30, clonotypes: 0), 3),
    ]
  )
  func fullDisk(_ budget: MemoryBudget, _ threads: Int) async throws {
    let (disk, scratch) = (try MemoryDisk(kibibytes: 64), try ScratchFolder())
    var request = try Patient.request("P1-DX", output: scratch.path("new/P1-DX"), threads: threads)
    (request.memory, request.scratchFolder) = (budget, disk.path)
    let workflow = BaselineWorkflow(request, subject: Patient.subject)
    let failed = await failure(of: workflow)
    let error = try #require(failed)
    #expect(
      error.description == """
        error[FILE-WRITE]: temporary counts do not fit into the folder: No space left on device
          --> \(disk.path)
          help: Check the free space of the disk; no partial result was left.
        """
    )
    #expect(scratch.names() == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
  }

  @Test("names a folder that cannot be written to")
  func noFolder() async throws {
    let scratch = try ScratchFolder()
    var request = try Patient.request("P1-DX", output: scratch.path("P1-DX"))
    (request.memory, request.scratchFolder) = (Self.none, scratch.path("absent"))
    let workflow = BaselineWorkflow(request, subject: Patient.subject)
    let failed = await failure(of: workflow)
    let error = try #require(failed)
    #expect(
      error.description == """
        error[FILE-CREATE]: a temporary file cannot be created: No such file or directory
          --> \(scratch.path("absent"))
          help: Check that the folder exists and may be written to.
        """
    )
    #expect(scratch.names() == [])
  }

  @Test("leaves nothing when it is interrupted, while it counts or folds")
  func interrupted() async throws {
    let scratch = try ScratchFolder()
    let asked = Mutex(0)
    func run(_ most: Int, into folder: String) async throws -> Diagnostic? {
      var request = try Patient.request("P1-DX", output: scratch.path(folder), threads: 1)
      request.memory = Self.none
      asked.withLock { $0 = 0 }
      let hooks = RunHooks(isCancelled: {
        asked.withLock { asked in
          asked += 1
          return asked > most
        }
      })
      return await failure(of: BaselineWorkflow(request, subject: Patient.subject), hooks)
    }
    #expect(try await run(.max, into: "whole") == nil)
    let questions = asked.withLock { $0 }
    // The last questions are asked while rearrangements are folded.
    #expect(questions > 4)
    for most in [0, questions / 2, questions - 2, questions - 1] {
      #expect(try await run(most, into: "stopped")?.code == "RUN-INTERRUPTED")
      #expect(scratch.names() == ["whole"])
    }
  }

  private func failure(
    of workflow: BaselineWorkflow,
    _ hooks: RunHooks = RunHooks()
  ) async -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try await workflow.run(hooks)
      return nil
    } catch {
      return error
    }
  }
}
