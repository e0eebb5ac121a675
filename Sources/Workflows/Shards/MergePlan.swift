import Diagnostics

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
