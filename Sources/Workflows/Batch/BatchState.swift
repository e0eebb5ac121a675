import Diagnostics
import Assays
import Monitoring
import ResultStore

/// What is known of a run while it goes on.
struct BatchState: Sendable {
  /// The name under which findings about no single sample are kept.
  static let wholeRun = ""

  /// The samples that were counted, by name.
  var counted: [String: CountedSample] = [:]
  /// Why a sample could not be read, by name.
  var faults: [String: Diagnostic] = [:]
  /// The clones of all subjects.
  var targets = RunTargets()
  /// What the samples say about each other.
  var influences: [String: RunInfluence] = [:]
  /// The index hopping; `nil` until all samples are counted.
  var hopping: RunHopping?
  /// The final records of the baselines, by sample.
  var baselines: [String: [UInt8]] = [:]
  /// The judged follow-ups that have a day, by sample.
  var visits: [String: EarlierResult] = [:]

  /// Takes in what became of some samples.
  ///
  /// - Throws: The first fault, in the order of the samples, that ends the whole run.
  mutating func take(
    _ results: [(sample: SampleSheet.Sample, result: Result<CountedSample, Diagnostic>)]
  ) throws(Diagnostic) {
    for (sample, result) in results {
      switch result {
      case .success(let value): counted[sample.name] = value
      case .failure(let fault): try take(fault, of: sample.name)
      }
    }
  }

  /// Notes why a sample could not be read.
  ///
  /// - Throws: The fault if it ends the whole run: a full disk, a request to stop.
  mutating func take(_ fault: Diagnostic, of sample: String) throws(Diagnostic) {
    switch CodeRegistry.entry(for: fault.code)?.kind {
    case .interrupted:
      throw Diagnostic(
        code: fault.code,
        message: fault.message,
        suggestion: "Nothing but counts was kept; run the command again with --resume."
      )
    case .cannotCreate, .usage: throw fault
    case .inputOutput where fault.code == "FILE-WRITE": throw fault
    default: faults[sample] = fault
    }
  }
}
