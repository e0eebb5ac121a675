package import Diagnostics
import Quantification

/// Flags spikes whose reads do not follow their copies.
///
/// r² of the lines that scale reads, through all spikes or those of a primer family, three and more
/// (article "Templates from controls", section 2).
package enum ControlLinearityRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-LIN"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.controls.minimumFit
    let calibration = evidence.quantification.calibration
    let lines = [calibration.universal].compactMap(\.self) + calibration.families
    guard let poor = lines.first(where: { $0.fault == .poorFit }), let fit = poor.rSquared else {
      return nil
    }
    let family = poor.family.map { " of \($0)" } ?? ""
    return diagnostic(
      .warning,
      .init("r² of the fit through the spikes", fit, limit: limit),
      "r² of \(fit.text) over \(counted(poor.residuals.count, "spike"))\(family), "
        + "more than \(limit.text) is expected"
    )
  }
}
