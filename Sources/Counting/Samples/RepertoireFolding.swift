import Assays
import Clonotyping
import Diagnostics
import Files
import Nucleotides
import Rearrangements

/// Folds the errors of a sample, whose rearrangements may lie in files, and sorts out what remains.
struct RepertoireFolding {
  /// Reads that remain as clonotypes, and those of controls with errors.
  private(set) var stage = StageCounts(.collapse)

  private let collapse: ErrorCollapse
  private let controls: [(type: RearrangementType, window: [UInt8])]
  private let identifierLength: Int?
  private let isCancelled: @Sendable () -> Bool
  private var shelf: ClonotypeShelf

  /// Starts with nothing folded.
  ///
  /// - Parameters:
  ///   - context: What is an error, and the controls.
  ///   - input: What is held in memory, and the folder for temporary files.
  ///   - hooks: Cancellation.
  init(_ context: AnalysisContext, _ input: SampleInput, _ hooks: RunHooks) {
    collapse = context.profile.merge
    controls = context.spikeWindows()
    identifierLength = context.assay.identifiers?.length
    isCancelled = hooks.isCancelled
    shelf = ClonotypeShelf(
      anyOrderFrom: collapse.minimumParentReads,
      input.memory,
      folder: input.scratchFolder
    )
  }

  /// Folds all rearrangements of a sample and removes them from its counts.
  ///
  /// - Throws: `RUN-INTERRUPTED`, or `FILE-WRITE` or `FILE-READ` if temporary files fail.
  mutating func fold(_ counts: inout SampleCounts) throws(Diagnostic) {
    try counts.settle()
    let pairs = counts.pairs.reduce(0, +)
    var large: [Clonotype] = []
    try counts.forEachTable { table throws(Diagnostic) in
      try goOn(after: pairs)
      large += table.clonotypes(atLeast: collapse.minimumParentReads)
    }
    var folding = ErrorFolding(collapse, large: large)
    large = []
    try counts.forEachTable { table throws(Diagnostic) in
      try goOn(after: pairs)
      try table.forEachAlike(below: collapse.minimumParentReads) { alike throws(Diagnostic) in
        for clonotype in folding.fold(alike) { try keep(clonotype) }
      }
    }
    for clonotype in folding.parents { try keep(clonotype) }
    counts.removeRearrangements()
  }

  /// What remains, in order.
  ///
  /// - Returns: The clonotypes, and the file that holds a part of them; `nil` for none.
  /// - Throws: `FILE-WRITE` naming the folder.
  consuming func list() throws(Diagnostic) -> (ClonotypeList, ScratchFile?) { try shelf.list() }

  private func goOn(after pairs: Int) throws(Diagnostic) {
    guard isCancelled() else { return }
    throw Diagnostic(code: "RUN-INTERRUPTED", message: "stopped after \(pairs) read pairs")
  }

  private mutating func keep(_ clonotype: Clonotype) throws(Diagnostic) {
    guard !controls.contains(where: { Self.isCopy(clonotype, of: $0) }) else {
      stage.reject("internal_control_with_errors", clonotype.duplicateCount)
      return
    }
    stage.pass(clonotype.duplicateCount)
    guard let identifierLength else { return try shelf.add(clonotype) }
    var counted = clonotype
    counted.countMolecules(identifierLength: identifierLength)
    try shelf.add(counted)
  }

  /// Whether a clonotype is a control's with errors: one type and window length, at most one base
  /// in ten different.
  private static func isCopy(
    _ clonotype: Clonotype,
    of control: (type: RearrangementType, window: [UInt8])
  ) -> Bool {
    guard clonotype.type == control.type, clonotype.window.count == control.window.count else {
      return false
    }
    let differences = zip(clonotype.window.codes, control.window).count { $0 != $1 }
    return differences <= max(2, control.window.count / 10)
  }
}
