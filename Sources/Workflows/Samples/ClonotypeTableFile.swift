import Assays
import Clonotyping
import Diagnostics
import Nucleotides
import Rearrangements
import Records
import ResultStore
import SequenceIO
import Tracking

/// Writes a sample's clonotypes as AIRR rows, one a clonotype, most reads first.
struct ClonotypeTableFile {
  /// Clonotypes with fewer reads are counted, not listed: nearly all are single errors.
  static let minimumReads = 2
  /// Clonotypes annotated at once by one thread.
  private static let batchSize = 512

  var context: AnalysisContext
  var threads: Int

  /// Appends header and rows to a result file.
  ///
  /// - Parameters:
  ///   - clonotypes: The sample's.
  ///   - names: Clone identifiers of tracked clonotypes, by type and window.
  ///   - files: The sample's result files.
  /// - Returns: The counts of this stage: reads listed, reads of single-read clonotypes.
  /// - Throws: `FILE-WRITE` if a row does not fit on the disk.
  func append(
    _ clonotypes: ClonotypeList,
    names: [ClonotypeIdentity: CloneID],
    to files: inout ResultFiles
  ) async throws(Diagnostic) -> StageCounts {
    let writer = AIRRTableWriter(germline: context.annotator.germline)
    let annotator = context.annotator
    var header: [UInt8] = []
    writer.appendHeader(to: &header)
    try files.append(header, to: ResultFiles.tableName)
    var stage = StageCounts(.list)
    let totals = clonotypes.classReads
    let reads = clonotypes.sizes.values.reduce(0) {
      $0 + $1.reads(inClonotypesOf: Self.minimumReads)
    }
    stage.pass(reads)
    stage.reject("single_read_clonotype", clonotypes.reads - reads)
    var rest = clonotypes.lazy.prefix { $0.duplicateCount >= Self.minimumReads }.makeIterator()
    var start = 0
    try await runStage(
      width: threads,
      next: { () throws(Diagnostic) -> Numbered? in
        var batch = Numbered(first: start, clonotypes: [])
        while batch.clonotypes.count < Self.batchSize, let next = rest.next() {
          batch.clonotypes.append(next)
        }
        start += batch.clonotypes.count
        return batch.clonotypes.isEmpty ? nil : batch
      },
      transform: { batch throws(Diagnostic) -> [UInt8] in
        var scratch = AnnotationScratch()
        var rows: [UInt8] = []
        for (offset, clonotype) in batch.clonotypes.enumerated() {
          let reads = clonotype.duplicateCount
          // A clonotype that cannot be annotated keeps its row, with empty calls.
          let row = AIRRRow(
            rearrangement: try? annotator.annotate(
              clonotype.representative.codes.span,
              primerFree: clonotype.primerFree,
              &scratch
            ),
            duplicateCount: reads,
            cloneID: names[clonotype.identity]?.text,
            likeFraction: Double(reads) / Double(max(1, totals[LocusClass(clonotype.type)] ?? 0))
          )
          let id = Array(ClonotypeID.row(batch.first + offset + 1).description.utf8)
          let letters = Array(clonotype.representative.description.utf8)
          writer.append(row, sequenceID: id.span, sequence: letters.span, to: &rows)
        }
        return rows
      },
      consume: { (rows: [UInt8]) throws(Diagnostic) in
        try files.append(rows, to: ResultFiles.tableName)
      }
    )
    return stage
  }

  private struct Numbered: Sendable {
    var first: Int
    var clonotypes: [Clonotype]
  }
}
