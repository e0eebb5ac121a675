import Assays
import Crypto
import Diagnostics
import Files
import Monitoring
import Records
import ResultStore

/// What a sample of a run is judged with, beside its counts.
struct JudgingFacts: Sendable {
  /// The sample.
  var sample: SampleSheet.Sample
  /// The clones of its subject; `nil` for a baseline.
  var baseline: BaselineSet?
  /// What the other samples of the run say about it.
  var influence: RunInfluence
  /// The earlier visits of its subject, oldest first.
  var earlier: [EarlierResult]

  /// The sha256 of everything that the sample's folder depends on.
  func digest(_ counted: CountedSample) -> String {
    var writer = PackedWriter()
    writer.add(counted.sha256)
    writer.add(sample.subject)
    writer.add(sample.role.rawValue)
    writer.add(sample.visit ?? "")
    writer.add(sample.metadata.sorted { $0.key < $1.key }) { writer, item in
      writer.add(item.key)
      writer.add(item.value)
    }
    writer.add(influence.background) { $0.add($1) }
    writer.add(influence.findings) { $0.add($1.description) }
    writer.add(baseline?.identity.sha256 ?? "")
    writer.add(earlier) { $0.add($1.file.sha256 ?? "") }
    return SHA256.hash(data: writer.bytes).hexadecimal
  }
}
