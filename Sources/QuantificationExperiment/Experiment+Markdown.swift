import Diagnostics
import Quantification
import Statistics

extension Experiment {
  /// The tables as an article of the documentation.
  package var markdown: String {
    """
    # Experiment

    Coverage, bias, detection and false positives, measured on follow-ups whose truth is known.

    ## Overview

    `make experiment` writes this page: \(MarkdownNumber.grouped(levels.count * plan.runs))
    follow-ups at \(levels.count) settings, \(MarkdownNumber.grouped(limits.count * plan.runs * 2))
    at the limit of detection and \(MarkdownNumber.grouped(blanks.count * plan.blanks)) blanks,
    seed \(plan.seed). The same seed gives the same bytes. Every follow-up goes through the same
    entries as `clonetrack followup`: `SampleQuantification`, the rules, `SampleVerdict`. Nothing is
    left out; what misses its target is marked.

    ### Model

    | Quantity | Drawn as |
    |---|---|
    | Replicates | 3 PCRs of 700 ng, together 323,077 cells |
    | Clonal templates | Poisson with mean *T* over all replicates |
    | Control copies | Poisson with mean *E* over all replicates: a spike is pipetted |
    | Reads of a molecule | negative binomial, mean *g*, squared CV *v* + 1/*g* |
    | Measured DNA | the true mass times a log-normal factor, standard deviation 0.10, one a sample |

    The program does not know *v*. The column "default" is the profile as it is (*v* = 0.5), the
    column "stated" a profile that states the *v* of the model, as an assay can that has measured
    it. Intervals in brackets are Wilson's 95 % intervals of the simulation itself.

    \(levelSummary)

    ### Coverage and bias

    Target: the 95 % interval holds the true level in 93 % to 99 % of the follow-ups where *g* is
    10 or more; the mean level is within 5 % of the truth from *T* = 10. `low` and `high` mark what
    misses. The interval of a sample without a clonal read begins at 0, so at *T* = 0 it holds the
    truth `always`. At *g* = 5 the call is `FAILED` (QT-DEPTH); the interval is shown all the same.

    | *T* | *E* | *g* | *v* | coverage %, default | | coverage %, stated | | mean level | mean / true | | detected % | called % |
    |---|---|---|---|---|---|---|---|---|---|---|---|---|
    \(levels.map(\.row).joined(separator: "\n"))

    "Detected" has the reads that detection needs, "called" is `DETECTED` or `DETECTED_BELOW_LOQ`.

    ### Detection at the stated limit

    Target: 93 % to 98 % of the follow-ups at the LOD95 are detected. *T* is the LOD95 that the
    profile states times the cells.

    | *E* | *g* | *v* | detected %, default | | detected %, stated | |
    |---|---|---|---|---|---|---|
    \(limits.map(\.limitRow).joined(separator: "\n"))

    ### Blanks with cross-talk

    Target: at most 1 in 1,000 blanks is detected. Reads of other samples are Poisson with a mean
    that the program knows; *E* = 300, *g* = 20.

    | clones | background reads a clone | blanks | detected per 1,000 | | called per 1,000 | positive at 1e-6 per 1,000 |
    |---|---|---|---|---|---|---|
    \(blanks.map(\.row).joined(separator: "\n"))

    """
  }

  private var levelSummary: String {
    let deep = levels.filter { $0.model.depth >= 10 }
    func line(_ name: String, _ tally: KeyPath<LevelCell, LevelTally>) -> String {
      let marks = deep.map { $0[keyPath: tally].coverageMark(at: $0.model) }
      let counts = ["", "low", "high", "always"].map { mark in marks.count { $0 == mark } }
      return "| \(name) | \(deep.count) | " + counts.map(String.init).joined(separator: " | ")
        + " |"
    }
    return """
      | Coverage, settings with *g* ≥ 10 | all | on target | low | high | always |
      |---|---|---|---|---|---|
      \(line("default", \.byDefault))
      \(line("stated", \.stated))
      """
  }
}

extension LevelTally {
  /// The coverage wanted.
  package static let coverageTarget = 0.93...0.99
  /// The detection wanted at the limit.
  package static let detectionTarget = 0.93...0.98

  /// The share of the intervals that hold the truth.
  package var coverage: Double { Double(covered) / Double(runs) }

  fileprivate func coverageMark(at model: AssayModel) -> String {
    model.templates > 0 ? MarkdownNumber.mark(coverage, Self.coverageTarget) : "always"
  }

  fileprivate func coverageText(at model: AssayModel) -> String {
    MarkdownNumber.share(covered, of: runs) + " | " + coverageMark(at: model)
  }

  fileprivate var detectionText: String {
    guard runs > 0 else { return "no limit | " }
    return MarkdownNumber.share(detected, of: runs) + " | "
      + MarkdownNumber.mark(Double(detected) / Double(runs), Self.detectionTarget)
  }
}

extension LevelCell {
  /// The setting without T.
  private var setting: String {
    "\(Int(model.copies)) | \(Int(model.depth)) | \(FormattedNumber.fixed(model.variance, decimals: 1))"
  }

  fileprivate var row: String {
    let truth = model.level(ExperimentPlan.byDefault)
    let called = stated.calls[.detected, default: 0] + stated.calls[.detectedBelowLOQ, default: 0]
    var ratio = "– | "
    if truth > 0 {
      ratio =
        FormattedNumber.fixed(stated.mean / truth, decimals: 3) + " ± "
        + FormattedNumber.fixed(1.96 * stated.standardError / truth, decimals: 3) + " | "
      if model.templates >= 10 { ratio += MarkdownNumber.mark(stated.mean / truth, 0.95...1.05) }
    }
    return "| \(Int(model.templates)) | \(setting) | \(byDefault.coverageText(at: model))"
      + " | \(stated.coverageText(at: model)) | \(FormattedNumber.plainScientific(stated.mean, keepsZeros: true)) | \(ratio)"
      + " | \(MarkdownNumber.percent(stated.detected, of: stated.runs))"
      + " | \(MarkdownNumber.percent(called, of: stated.runs)) |"
  }

  fileprivate var limitRow: String {
    "| \(setting) | \(byDefault.detectionText) | \(stated.detectionText) |"
  }
}

extension BlankCell {
  fileprivate var row: String {
    let share = Double(detected) / Double(runs)
    return
      "| \(cloneCount) | \(FormattedNumber.shortest(background)) | \(MarkdownNumber.grouped(runs))"
      + " | \(MarkdownNumber.perThousand(detected, of: runs))"
      + " | \(share > 1e-3 ? "high" : "")"
      + " | \(MarkdownNumber.perThousand(called, of: runs))"
      + " | \(MarkdownNumber.perThousand(positive, of: runs)) |"
  }
}
