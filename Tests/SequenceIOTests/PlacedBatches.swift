import Diagnostics
import SequenceIO
import Synchronization

/// What the places of a replicate hold: texts of the reads, up to the first fault.
struct PlacedBatches: Equatable {
  var batches: [[String]] = []
  var fault: String?

  /// Adds a batch.
  mutating func append(_ batch: ReadPairBatch) { batches.append(Self.texts(batch)) }

  /// Everything that a batch says.
  static func texts(_ batch: ReadPairBatch) -> [String] {
    ([batch.first] + (batch.second.map { [$0] } ?? [])).flatMap { mate in
      ["\(mate.path) \(mate.lane) \(mate.firstRecord) \(mate.hasQualities)"]
        + (0..<mate.count).map { index in
          [mate.bases(index), mate.qualities(index)].reduce(mate.header(index)) {
            $0 + " " + String(decoding: $1, as: UTF8.self)
          }
        }
    }
  }

  /// What reading in order on one task finds.
  static func inOrder(_ first: [String], _ second: [String]?, limit: Int) -> Self {
    var found = Self()
    do throws(Diagnostic) {
      let reader = try ReadPairReader(firstMates: first, secondMates: second)
      while let batch = try reader.next(limit: limit) { found.append(batch) }
    } catch {
      found.fault = error.description
    }
    return found
  }

  private final class Shared: Sendable {
    let places = Mutex<[Int: Result<[String], Diagnostic>]>([:])
  }

  /// What several tasks find, each of which ends at its first fault or after `most` batches.
  static func concurrent(
    _ first: [String],
    _ second: [String]?,
    limit: Int,
    tasks: Int,
    most: Int = .max
  ) async throws -> [Int: Result<[String], Diagnostic>] {
    let reader = try ConcurrentPairReader(
      firstMates: first,
      secondMates: second,
      limit: limit,
      observers: (first: { _, _ in }, second: { _, _ in })
    )
    let shared = Shared()
    await withTaskGroup { group in
      for task in 0..<tasks {
        group.addTask {
          var memory = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
          var left = task == 0 ? Int.max : most
          while left > 0 {
            left -= 1
            let place = reader.claim()
            do throws(Diagnostic) {
              let delivery = try await reader.batch(at: place, reusing: consume memory)
              guard let batch = delivery.batch else { return }
              let texts = texts(batch)
              shared.places.withLock { $0[place] = .success(texts) }
              memory = batch
            } catch {
              shared.places.withLock { $0[place] = .failure(error) }
              return
            }
          }
        }
      }
      if most < .max { group.cancelAll() }
    }
    return shared.places.withLock { $0 }
  }

  /// What several tasks find, up to the fault at the lowest place.
  static func atOnce(
    _ first: [String],
    _ second: [String]?,
    limit: Int,
    tasks: Int
  ) async throws -> Self {
    let places = try await concurrent(first, second, limit: limit, tasks: tasks)
    var found = Self()
    for place in places.keys.sorted() {
      switch places[place] {
      case .success(let texts) where place == found.batches.count: found.batches.append(texts)
      case .failure(let diagnostic):
        found.fault = diagnostic.description
        return found
      default: found.batches.append(["place \(place) out of order"])
      }
    }
    return found
  }
}
