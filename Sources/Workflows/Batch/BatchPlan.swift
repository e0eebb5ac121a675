package import Assays
import Crypto
package import Diagnostics
import Files
import Records
import ResultStore

/// A run that can be started: the sheet is whole and everything it names for all samples is there.
package struct BatchPlan: Sendable {
  /// What was asked for.
  package let request: BatchRequest
  /// The samples.
  package let sheet: SampleSheet
  /// Germline, assay and thresholds.
  let context: AnalysisContext
  /// Baseline records of earlier runs, in the order given.
  let earlier: [EarlierBaseline]

  /// Earlier visits and control levels of finished runs.
  let history: EarlierResults

  /// A baseline record of an earlier run.
  struct EarlierBaseline: Sendable {
    var subject: String
    var file: FileContent
  }

  /// Reads sheet, assay, germline and earlier baselines.
  ///
  /// - Throws: Every fault of the sheet at once, or the first fault of anything else.
  package init(_ request: BatchRequest) throws(DiagnosticList) {
    do throws(Diagnostic) {
      var earlier: [EarlierBaseline] = []
      for path in request.baselinePaths {
        let file = try InputFile.content(of: path)
        let record = try BaselineRecord.read(from: file.bytes, path: path)
        earlier.append(EarlierBaseline(subject: record.subject, file: file))
      }
      self.earlier = earlier
      context = try AnalysisContext(
        assayPath: request.assayPath,
        presetName: request.presetName,
        germlinePath: request.germlinePath,
        thresholds: request.thresholds
      )
    } catch {
      throw DiagnosticList(error)
    }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try InputFile.bytes(of: request.sheetPath)
    } catch {
      throw DiagnosticList(error)
    }
    sheet = try SampleSheet(
      csv: bytes,
      path: request.sheetPath,
      rules: .init(
        refusesPersons: request.refusesPersons,
        knownSubjects: Set(earlier.map(\.subject))
      )
    )
    do throws(Diagnostic) {
      history = try EarlierResults(
        request.earlierPaths,
        of: Set(sheet.samples.map(\.subject)),
        output: request.output
      )
    } catch {
      throw DiagnosticList(error)
    }
    self.request = request
  }

  /// Samples worked on at once.
  var jobs: Int { max(1, min(request.jobs, sheet.samples.count)) }

  /// What the single command would be asked to do with a sample.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - folder: Where its results go.
  /// - Returns: The request.
  func request(for sample: SampleSheet.Sample, folder: String) -> SampleRequest {
    var own = SampleRequest(
      sample: sample.name,
      replicates: sample.replicates,
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath,
      dnaNanograms: request.dnaNanograms,
      thresholds: request.thresholds,
      metadata: sample.metadata,
      output: folder,
      force: true,
      threads: max(1, request.threads / jobs),
      commandLine: request.commandLine
    )
    own.scratchFolder = folderRequest.workFolder
    return own
  }

  /// What the run does with its result folder.
  var folderRequest: BatchFolder.Request {
    BatchFolder.Request(
      output: request.output,
      samples: sheet.samples.map(\.name),
      resumes: request.resumes,
      force: request.force,
      supersedeReason: request.supersedeReason,
      run: RunDescription(
        versions: context.versions,
        parameters: context.profile.parameters,
        commandLine: request.commandLine,
        threads: request.threads
      )
    )
  }
}
