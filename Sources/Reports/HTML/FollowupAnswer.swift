import Quantification
import Records

/// The answer of a follow-up in words (article "Calls and statuses", section 4).
///
/// "Negative" never stands without the sensitivity reached.
struct FollowupAnswer {
  /// The record that is put into words.
  let record: FollowupRecord

  private var result: FollowupRecord.Result { record.result }

  /// The call in two to four words.
  var title: String {
    switch result.call {
    case .detected: "Residual clone detected"
    case .detectedBelowLOQ: "Residual clone detected, not quantifiable"
    case .notDetected: "Index sequences not detected"
    case .indeterminate: "No call possible"
    case .failed: "Assay failed"
    }
  }

  /// One to three sentences with level, interval, cells and sensitivity.
  var sentence: String {
    switch result.call {
    case .detected, .detectedBelowLOQ:
      let below = result.call == .detected ? "" : ", below the limit of quantification"
      return """
        Residual clone detected\(below): \(ReportNumber.rate(result.mrd)) nucleated \
        cells (95 % CI \(ReportNumber.interval(result.mrdCI))); \(cells) cells analysed; \
        LOD95 \(ReportNumber.rate(result.lod95)), \
        LOQ \(ReportNumber.rate(result.loq)).
        """
    case .notDetected:
      guard result.lod95 != nil else {
        return """
          No index sequence detected among \(cells) nucleated cells\(interval); the sensitivity reached is \
          not known, so the sample is negative at no cutoff.
          """
      }
      let answers = cutoffs.map { cutoff in
        let holds = status(at: cutoff) == .negative
        return "\(ReportNumber.cutoff(cutoff)): \(holds ? "yes" : "no")"
      }
      return """
        No index sequence detected among \(cells) nucleated cells\(interval); sensitivity reached \
        LOD95 = \(ReportNumber.rate(result.lod95)); negative at \
        \(answers.joined(separator: ", ")).
        """
    case .indeterminate:
      let why = "The data do not allow a call; the findings below say why and what to do."
      guard let level = result.mrd else { return why }
      return """
        \(why) Measured, and not to be reported as a result: \(ReportNumber.rate(level)) nucleated \
        cells\(interval); \(cells) cells analysed; LOD95 \(ReportNumber.rate(result.lod95)).
        """
    case .failed:
      return """
        The sample is not evaluable: nothing can be said about residual disease. This is not a \
        negative result.
        """
    }
  }

  /// Whether the specimen is one the method is not validated for.
  var isExploratory: Bool { record.findings.contains { $0.code == "PRE-TYPE" } }

  /// The cutoffs, highest first.
  var cutoffs: [String] {
    result.status.keys.sorted { (Double($0) ?? 0, $0) > (Double($1) ?? 0, $1) }
  }

  /// The status at a cutoff; no negative one where the sensitivity is not known, whatever the record
  /// says.
  func status(at cutoff: String) -> CutoffStatus {
    let status = result.status[cutoff] ?? .notEvaluable
    let isNegative = status == .negative || status == .negativeDetected
    return isNegative && result.lod95 == nil ? .indeterminate : status
  }

  /// The status at a cutoff in words.
  func word(at cutoff: String) -> String {
    switch status(at: cutoff) {
    case .positive: "Positive"
    case .negative: "Negative"
    case .negativeDetected: "Negative, clone detectable"
    case .indeterminate: "Indeterminate"
    case .notEvaluable: "Not evaluable"
    }
  }

  /// Why the status at a cutoff is what it is, with the sensitivity.
  func reason(at cutoff: String) -> String {
    let sensitivity = "LOD95 \(ReportNumber.rate(result.lod95))"
    let notes = result.annotations[cutoff] ?? []
    let crosses =
      (notes.contains(.intervalCrosses)
        ? "; the upper end of the interval reaches the cutoff" : "")
      + (notes.contains(.smallMargin) ? ", by less than the margin wanted" : "")
    return switch status(at: cutoff) {
    case .positive: "level at or above the cutoff; \(sensitivity)"
    case .negative: "not detected; \(sensitivity) reaches the cutoff\(crosses)"
    case .negativeDetected:
      "detected below the cutoff; \(sensitivity) reaches the cutoff\(crosses)"
    case .indeterminate where result.call == .indeterminate: "no call possible; \(sensitivity)"
    case .indeterminate where result.lod95 == nil: "the sensitivity reached is not known"
    case .indeterminate: "\(sensitivity) does not reach the cutoff"
    case .notEvaluable: "the assay failed"
    }
  }

  /// What the cells were counted by, in words.
  var cellSource: String {
    switch result.cellSource {
    case .genomicControl: "counted by genomic controls"
    case .massAndAmplifiability: "from the DNA mass and its amplifiable share"
    case .massOnly: "from the DNA mass alone; whether that DNA amplifies was not measured"
    case nil: "source not known"
    }
  }

  /// The interval in brackets; empty if it is not known.
  private var interval: String {
    let interval = result.mrdCI
    return interval.upper == nil ? "" : " (95 % CI \(ReportNumber.interval(interval)))"
  }

  private var cells: String { ReportNumber.significant(result.cellEquivalents) }
}
