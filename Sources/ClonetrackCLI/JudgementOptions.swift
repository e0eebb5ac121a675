package import ArgumentParser
import Diagnostics

/// How a level is judged, where it differs from the profile and the assay; shown by `--help-hidden`
/// and the manual, because an assay file is the better place for most of it.
package struct JudgementOptions: ParsableArguments {
  /// What must lie below a cutoff for a negative status.
  package enum NegativeRule: String, CaseIterable, ExpressibleByArgument {
    /// The level.
    case point
    /// The upper end of its interval.
    case upper95
  }

  @Option(
    help: ArgumentHelp(
      "What must lie below a cutoff for a negative status.",
      visibility: .hidden
    )
  )
  package var negRule: NegativeRule?

  @Option(
    help: ArgumentHelp(
      "The relative standard deviation of the number of cells (0 to 2).",
      valueName: "cv",
      visibility: .hidden
    )
  )
  package var cvCells: Double?

  package init() {}

  package func validate() throws {
    if let cvCells, !(0...2).contains(cvCells) {
      throw ValidationError("--cv-cells is \(FormattedNumber.exact(cvCells)), expected 0 to 2.")
    }
  }

  /// The names of the options that are given.
  var given: [String] {
    [("--neg-rule", negRule != nil), ("--cv-cells", cvCells != nil)].filter(\.1).map(\.0)
  }

  /// The thresholds these options set, by their names.
  var thresholds: [String: String] {
    var thresholds: [String: String] = [:]
    if let negRule { thresholds["cutoffs.neg_rule"] = negRule.rawValue }
    if let cvCells { thresholds["cells.cv_cells"] = FormattedNumber.exact(cvCells) }
    return thresholds
  }
}
