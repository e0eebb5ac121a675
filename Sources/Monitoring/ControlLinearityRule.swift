package import Diagnostics
import Quantification

/// Flags spikes whose reads do not follow their copies.
///
/// r² of the line through the origin, (Σxy)² / (Σx² Σy²), over three spikes and more (DOMAIN
/// section 3.3).
package enum ControlLinearityRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-LIN"

  /// The spikes below which a line means nothing.
  private static let fewestSpikes = 3

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.controls.minimumFit
    let spikes = evidence.quantification.controls.compactMap { control -> (Double, Double)? in
      guard control.definition.kind.name == .spike, let copies = control.copies else { return nil }
      return (copies, Double(control.reads))
    }
    guard spikes.count >= fewestSpikes else { return nil }
    let products = spikes.reduce(0) { $0 + $1.0 * $1.1 }
    let squares = spikes.reduce(0) { $0 + $1.0 * $1.0 } * spikes.reduce(0) { $0 + $1.1 * $1.1 }
    guard squares > 0 else { return nil }
    let fit = products * products / squares
    guard fit <= limit else { return nil }
    return diagnostic(
      .warning,
      .init("r² of the fit through the spikes", fit, limit: limit),
      "r² of \(fit.text) over \(counted(spikes.count, "spike")), more than \(limit.text) is expected"
    )
  }
}
