import TestSupport
import Workflows

extension Patient {
  /// A request for one of the samples.
  static func request(_ sample: String, output: String, threads: Int = 2) throws -> SampleRequest {
    SampleRequest(
      sample: sample,
      replicates: replicates(sample),
      assayPath: assayPath,
      dnaNanograms: try dnaNanograms(sample),
      output: output,
      threads: threads
    )
  }
}
