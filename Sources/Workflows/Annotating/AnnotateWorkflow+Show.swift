import Alignments
import Assays
import Counting
package import Diagnostics
import Rearrangements
import Reports
import SequenceIO

extension AnnotateWorkflow {
  /// Lays out the alignment of one read.
  ///
  /// - Parameter name: The read's name, up to its first blank.
  /// - Returns: The view of the first read of that name, as plain text and as a web page.
  /// - Throws: `RUN-USAGE` if no read has that name, else the first fault of a file.
  package func alignment(
    ofRead name: String
  ) throws(Diagnostic) -> (text: String, html: String) {
    let context = try AnalysisContext(
      assayPath: assayPath,
      presetName: presetName,
      germlinePath: germlinePath
    )
    let reader = try ReadPairReader(firstMates: readPaths)
    var reads = 0
    while let pairs = try reader.next(limit: Self.batchSize) {
      let batch = pairs.first
      for index in 0..<batch.count where isNamed(batch.name(index), name) {
        let found = alignment(of: batch, index, context)
        return (found.text, found.html)
      }
      reads += batch.count
    }
    throw Diagnostic(
      code: "RUN-USAGE",
      message: "none of the \(reads) reads is named \(name)"
    )
  }

  private func isNamed(_ header: String, _ name: String) -> Bool {
    header == name || header.prefix { $0 != " " && $0 != "\t" } == name[...]
  }

  private func alignment(
    of batch: RecordBatch,
    _ index: Int,
    _ context: AnalysisContext
  ) -> ReadAlignment {
    var scratch = AnnotationScratch()
    var read = ReadBuffer()
    read.load(batch, index)
    let name = batch.name(index)
    do throws(RejectionReason) {
      return ReadAlignment(
        name: name,
        try context.annotator.annotate(
          read.codes.span,
          primerFree: context.assay.primers.primerFree(read.codes.span),
          &scratch
        )
      )
    } catch {
      return ReadAlignment(
        name: name,
        rejection: error.rawValue,
        context.annotator.loneVariable(&scratch)
      )
    }
  }
}
