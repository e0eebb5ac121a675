import Diagnostics
import Monitoring

extension LibraryAttempt {
  /// An attempt at a follow-up, or what else is asked for.
  static func fixture(
    _ number: Int,
    subject: String = "P1",
    visit: String = "M3",
    role: Role = .followup,
    isLocal: Bool = false,
    _ outcome: Outcome = .evaluable,
    hasIndex: Bool? = nil,
    isSuperseded: Bool = false,
    codes: [(String, Diagnostic.Severity)] = [],
    groups: [QualityDimension: String] = [:],
    collected: String = "",
    reported: String = ""
  ) -> LibraryAttempt {
    LibraryAttempt(
      number: number,
      sample: "S\(number)",
      subject: subject,
      visit: visit,
      role: role,
      isLocal: isLocal,
      outcome: outcome,
      hasIndex: hasIndex,
      isSuperseded: isSuperseded,
      findings: codes.map { Finding(code: $0.0, severity: $0.1) },
      groups: groups,
      collected: CalendarDate(startOf: collected),
      reported: CalendarDate(startOf: reported)
    )
  }
}
