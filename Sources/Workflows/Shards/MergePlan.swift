import Assays
import Clonotyping
import Counting
package import Diagnostics
import Files
import Records
import Tracking

/// The parts of one sample, which belong together and are all, and how the sample is judged.
package struct MergePlan: Sendable {
  /// How a sample is judged; its name and read files are those that the parts state.
  package enum Judgement: Sendable {
    /// As a diagnostic sample.
    case baseline(BaselineWorkflow)
    /// As a follow-up.
    case followup(FollowupWorkflow)
  }

  /// How the sample is judged.
  let judgement: Judgement
  /// The parts; never none.
  let parts: [PartFile]

  /// Opens the parts and holds them against each other.
  ///
  /// - Parameters:
  ///   - partPaths: The files that `clonetrack count` wrote, in any order.
  ///   - judgement: How the sample is judged.
  /// - Throws: Every fault of the parts at once, or the first of assay, germline set or baselines.
  package init(_ partPaths: [String], _ judgement: Judgement) throws(DiagnosticList) {
    self.judgement = judgement
    let setting: CountSetting
    do throws(Diagnostic) {
      switch judgement {
      case .baseline(let workflow): setting = try CountSetting(workflow.request, [])
      case .followup(let workflow):
        setting = try CountSetting(workflow.request, workflow.baselinePaths)
      }
    } catch {
      throw DiagnosticList(error)
    }
    var (parts, faults): ([PartFile], [Diagnostic]) = ([], [])
    for path in partPaths {
      do throws(Diagnostic) {
        parts.append(try PartFile(path: path))
      } catch {
        faults.append(error)
      }
    }
    // A part that cannot be read is one that is missing; that is not told twice.
    faults += PartsCheck(parts, setting, isComplete: faults.isEmpty).faults
    if parts.isEmpty, faults.isEmpty {
      faults.append(Diagnostic(code: "PART-SHARD", message: "no part is given"))
    }
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    self.parts = parts
  }
}

extension CountSetting {
  /// Loads what a request names.
  ///
  /// - Parameters:
  ///   - request: Assay and germline set; thresholds of the command line are left out.
  ///   - baselinePaths: The paths of the baseline records of a follow-up; none for a baseline sample.
  /// - Throws: The first fault of assay, germline set or baseline.
  init(_ request: SampleRequest, _ baselinePaths: [String]) throws(Diagnostic) {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath
    )
    let baseline =
      baselinePaths.isEmpty
      ? nil : try BaselineSet(paths: baselinePaths, criteria: context.profile.baseline)
    try self.init(
      context,
      tracked: baseline?.tracked,
      baselines: (baseline?.inputs ?? []).map { $0.sha256 ?? "" }
    )
  }
}
