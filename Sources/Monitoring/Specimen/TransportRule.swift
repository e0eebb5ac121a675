package import Diagnostics

/// Flags a specimen that was kept longer than it keeps.
///
/// Where the temperature is not stated, only times that no temperature allows are flagged.
package enum TransportRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-STAB"

  /// The temperature above which a specimen counts as kept at room temperature, °C: a refrigerator
  /// keeps 2 to 8 °C (European Pharmacopoeia, General Notices).
  private static let coldest = 8.0

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let limits = evidence.limits
    guard evidence.isPatient, let hours = evidence.transportHours else { return nil }
    let coldHours = limits.coldDays * 24
    let isWarm = evidence.transportCelsius.map { $0 > coldest } ?? false
    let limit = isWarm ? limits.roomTemperatureHours : coldHours
    guard hours > limit else { return nil }
    let place = evidence.transportCelsius.map { " at \($0.text) °C" } ?? ""
    return diagnostic(
      .warning,
      .init("hours from collection to processing", hours, limit: limit),
      "\(hours.text) h from collection to processing\(place), at most \(limit.text) h should pass"
    )
  }
}
