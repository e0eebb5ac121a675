import Assays
import Diagnostics
import Monitoring
import Quantification
import Testing

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
    #expect(parameters["quantification.cutoffs.list"] == "1e-4,1e-5,1e-6")
    #expect(parameters["quantification.cutoffs.primary"] == "1e-5")
    #expect(parameters["generation.dj.fiveTrim"]?.contains("e") == false)
  }

  @Test("has another hash if a limit of a finding changes")
  func hash() {
    var changed = ThresholdProfile.clonetrackMMv1
    #expect(changed.sha256 == ThresholdProfile.clonetrackMMv1.sha256)
    changed.monitoring.onTargetFailure = 0.25
    #expect(changed.sha256 != ThresholdProfile.clonetrackMMv1.sha256)
  }

  @Test("a number that JSON cannot hold stops the program rather than hash nothing")
  func notFinite() async {
    await #expect(processExitsWith: .failure) {
      var profile = ThresholdProfile.clonetrackMMv1
      profile.quantification.levels.amplificationVariance = .nan
      _ = profile.sha256
    }
  }

  @Test("every threshold can be set by its name and read back")
  func everyThreshold() throws {
    let known = ThresholdProfile.clonetrackMMv1.parameters
    for (name, text) in known where name != "id" {
      var profile = ThresholdProfile.clonetrackMMv1
      try profile.set(name, to: text)
      #expect(profile.sha256 == ThresholdProfile.clonetrackMMv1.sha256, "\(name)")
    }
  }

  @Test("a threshold set changes what is decided by it, and the hash")
  func set() throws {
    var profile = ThresholdProfile.clonetrackMMv1
    try profile.set("quant.v_amp", to: "0.8")
    try profile.set("quantification.cutoffs.neg_rule", to: "upper95")
    try profile.set("ic.spike_fit", to: "vidjil")
    try profile.set("cutoffs.list", to: "1e-4,2e-6")
    try profile.set("detect.k_floor", to: "2")
    #expect(profile.quantification.levels.amplificationVariance == 0.8)
    #expect(profile.quantification.cutoffs.negativeRule == .upper95)
    #expect(profile.quantification.controls.fit == .vidjil)
    #expect(profile.quantification.cutoffs.list == [1e-4, 2e-6])
    #expect(profile.quantification.detection.minimumReads == 2)
    #expect(profile.sha256 != ThresholdProfile.clonetrackMMv1.sha256)
  }

  @Test(
    "what is no threshold or cannot be its value is refused",
    arguments: [
      ("id", "mine", "there is no threshold 'id', expected a name such as quant.v_amp"),
      ("quant", "1", "there is no threshold 'quant', expected a name such as quant.v_amp"),
      ("detect.k_floor", "2.5", "the threshold detect.k_floor cannot be '2.5'"),
      ("cutoffs.list", "1e-4,inf", "the threshold cutoffs.list cannot be '1e-4,inf'"),
      ("cells.cv_cells", "nan", "the threshold cells.cv_cells cannot be 'nan'"),
    ]
  )
  func refused(name: String, text: String, message: String) {
    var profile = ThresholdProfile.clonetrackMMv1
    do {
      try profile.set(name, to: text)
      Issue.record("\(name) was set")
    } catch {
      #expect(error.message == message)
      #expect(error.code == "RUN-USAGE")
    }
    #expect(profile == .clonetrackMMv1)
  }
}
