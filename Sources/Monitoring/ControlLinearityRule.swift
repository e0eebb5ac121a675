package import Diagnostics
import Quantification

/// Flags spikes whose reads do not follow their copies.
///
/// Judges the lines that levels are scaled by, through three spikes and more: that of all spikes and
/// those of primer families, which fall back to it.
package enum ControlLinearityRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-LIN"

  /// The spikes below which a line means nothing (DOMAIN section 3.3).
  private static let fewestSpikes = 3

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.controls.minimumFit
    let calibration = evidence.quantification.calibration
    let lines = ([calibration.universal].compactMap(\.self) + calibration.families)
      .filter { $0.residuals.count >= fewestSpikes }
    let fits = lines.compactMap { line in line.rSquared.map { (line: line, fit: $0) } }
    guard let worst = fits.min(by: { $0.fit < $1.fit }), worst.fit <= limit else { return nil }
    let family = worst.line.family.map { " of primer family \($0)" } ?? ""
    return diagnostic(
      .warning,
      .init("r² of the fit through the spikes", worst.fit, limit: limit),
      "r² of \(worst.fit.text) over \(counted(worst.line.residuals.count, "spike"))\(family), "
        + "more than \(limit.text) is expected"
    )
  }
}
