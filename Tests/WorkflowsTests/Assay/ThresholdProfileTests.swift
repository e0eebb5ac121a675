import Monitoring
import Testing
import Workflows

@Suite("Threshold profile")
struct ThresholdProfileTests {
  @Test("names the limits of every part")
  func parameters() {
    let parameters = ThresholdProfile.clonetrackMMv1.parameters
    #expect(parameters["id"] == "clonetrack-mm-v1")
    #expect(parameters["baseline.tierB"] == "0.03")
    #expect(parameters.keys.contains { $0.hasPrefix("merge.") })
    #expect(parameters.keys.contains { $0.hasPrefix("match.") })
    #expect(parameters["quantification.cells.pg_per_genome"] == "6.5")
    #expect(parameters["monitoring.on_target_fail"] == "0.3")
  }

  @Test("has another hash if a limit of a finding changes")
  func hash() {
    var changed = ThresholdProfile.clonetrackMMv1
    #expect(changed.sha256 == ThresholdProfile.clonetrackMMv1.sha256)
    changed.monitoring.onTargetFailure = 0.25
    #expect(changed.sha256 != ThresholdProfile.clonetrackMMv1.sha256)
  }
}
