import Alignments
import Assays
package import Counting
package import Diagnostics
import Germline
import Nucleotides
import Rearrangements
import Records
import SequenceIO

/// `clonetrack annotate`: one AIRR row for each read, in the order of the input.
package struct AnnotateWorkflow: Sendable {
  /// The read files, one after the other; `-` is standard input.
  package var readPaths: [String]
  /// The path of `assay.yaml`; `nil` for a preset or none.
  package var assayPath: String?
  /// The name of a preset; `nil` for a file or none.
  package var presetName: String?
  /// The path of a germline set; `nil` for the embedded one.
  package var germlinePath: String?
  /// How many threads to use, at least 1.
  package var threads: Int

  /// Creates a workflow.
  package init(
    readPaths: [String],
    assayPath: String? = nil,
    presetName: String? = nil,
    germlinePath: String? = nil,
    threads: Int = 1
  ) {
    self.readPaths = readPaths
    self.assayPath = assayPath
    self.presetName = presetName
    self.germlinePath = germlinePath
    self.threads = threads
  }

  /// Reads annotated at once by one thread.
  static let batchSize = 512

  /// Annotates every read.
  ///
  /// - Parameters:
  ///   - hooks: Progress and cancellation.
  ///   - write: Receives the bytes of the table, piece by piece.
  /// - Throws: The first fault of a file or of `write`.
  package func run(
    _ hooks: RunHooks,
    write: (Span<UInt8>) throws(Diagnostic) -> Void
  ) async throws(Diagnostic) {
    let context = try AnalysisContext(
      assayPath: assayPath,
      presetName: presetName,
      germlinePath: germlinePath
    )
    let plan = Plan(
      annotator: context.annotator,
      primers: context.assay.primers,
      writer: AIRRTableWriter(germline: context.annotator.germline)
    )
    var header: [UInt8] = []
    plan.writer.appendHeader(to: &header)
    try write(header.span)
    let reader = try ReadPairReader(firstMates: readPaths)
    let total = reader.rawSize
    var reads = 0
    try await runStage(
      width: threads,
      next: { () throws(Diagnostic) -> ReadPairBatch? in
        if hooks.isCancelled() {
          throw Diagnostic(code: "RUN-INTERRUPTED", message: "stopped after \(reads) reads")
        }
        guard let batch = try reader.next(limit: Self.batchSize) else { return nil }
        reads += batch.count
        hooks.progress(
          RunProgress(
            stage: "annotating",
            readPairs: reads,
            rawBytesRead: reader.rawBytesRead,
            rawBytesTotal: total
          )
        )
        return batch
      },
      transform: { batch throws(Diagnostic) in plan.rows(of: batch.first) },
      consume: { (rows: [UInt8]) throws(Diagnostic) in try write(rows.span) }
    )
  }

  /// What every read is held against.
  private struct Plan: Sendable {
    var annotator: Annotator
    var primers: PrimerSet
    var writer: AIRRTableWriter

    func rows(of batch: RecordBatch) -> [UInt8] {
      var scratch = AnnotationScratch()
      var read = ReadBuffer()
      var rows: [UInt8] = []
      for index in 0..<batch.count {
        read.load(batch, index)
        let row: AIRRRow
        do throws(RejectionReason) {
          row = AIRRRow(
            rearrangement: try annotator.annotate(
              read.codes.span,
              primerFree: primers.primerFree(read.codes.span),
              &scratch
            )
          )
        } catch {
          row = AIRRRow(
            rearrangement: nil,
            rejection: error.rawValue,
            lone: annotator.loneVariable(&scratch)
          )
        }
        let name = Array(batch.name(index).utf8)
        let letters = Array(batch.bases(index))
        writer.append(row, sequenceID: name.span, sequence: letters.span, to: &rows)
      }
      return rows
    }
  }
}
