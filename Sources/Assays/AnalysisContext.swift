import Clonotyping
package import Diagnostics
import Files
import FoundationEssentials
import Germline
import Nucleotides
import Quantification
package import Rearrangements
package import Tracking

/// The germline, assay and thresholds that a sample is analysed with.
package struct AnalysisContext: Sendable {
  package var assay: Assay
  package var profile: ThresholdProfile
  package var annotator: Annotator

  /// Loads what a command names.
  ///
  /// - Throws: `FILE-MISSING`, `ASSAY-SYNTAX`, a germline code, or `RUN-USAGE` for an unknown preset.
  package init(
    assayPath: String?,
    presetName: String?,
    germlinePath: String?,
    thresholds: [String: String] = [:]
  ) throws(Diagnostic) {
    if let assayPath {
      assay = try Assay(yaml: InputFile.bytes(of: assayPath), path: assayPath)
    } else if let presetName {
      assay = try AssayPreset.assay(named: presetName)
    } else {
      assay = .unknown
    }
    profile = .clonetrackMMv1
    if let mass = assay.picogramsPerGenome {
      profile.quantification.cells.picogramsPerGenome = mass
    }
    if let variance = assay.amplificationVariance {
      profile.quantification.levels.amplificationVariance = variance
    }
    for changes in [assay.thresholds, thresholds] {
      for (name, text) in changes.sorted(by: { $0.key < $1.key }) {
        try profile.set(name, to: text)
      }
    }
    if let germlinePath {
      annotator = Annotator(try GermlineSet(contentsOf: germlinePath))
    } else {
      annotator = Annotator(try GermlineSet.embedded())
    }
  }

  /// The controls as targets to count, competitors after their control.
  ///
  /// - Throws: `ASSAY-SYNTAX` if a control's sequence is too short or its competitor does not differ.
  package func controlTargets() throws(Diagnostic) -> [ControlTarget] {
    let primers = assay.primers
    var scratch = AnnotationScratch()
    var targets: [ControlTarget] = []
    for (index, control) in assay.controls.enumerated() {
      let signatures: [Signature?]
      if control.type != nil {
        signatures = [spikeSignature(control, primers, &scratch)]
      } else {
        signatures = genomicSignatures(control)
      }
      for (place, signature) in signatures.enumerated() {
        guard let signature else {
          throw Diagnostic(
            code: "ASSAY-SYNTAX",
            message: "control \(control.definition.name) has no stretch of "
              + "\(Signature.minimumBases) nt between its primers that tells it apart"
          )
        }
        targets.append(
          ControlTarget(
            control: index,
            isCompetitor: place == 1,
            target: SignatureTarget(signature: signature, type: control.type)
          )
        )
      }
    }
    return targets
  }

  /// A spike's signature around its own recombined bases.
  private func spikeSignature(
    _ control: Assay.Control,
    _ primers: PrimerSet,
    _ scratch: inout AnnotationScratch
  ) -> Signature? {
    let codes = control.sequence.codes
    let free = primers.primerFree(codes.span)
    // A synthetic spike need not be a rearrangement: its middle is as good as a junction then.
    let found = try? annotator.locate(codes.span, primerFree: free, &scratch)
    guard let found, !found.revComp else {
      let middle = (free.lowerBound + free.upperBound) / 2
      return Signature(
        of: control.sequence,
        recombined: (middle - 2)..<(middle + 2),
        primerFree: free
      )
    }
    return Signature(of: control.sequence, recombined: found.ndnRange, primerFree: free)
  }

  /// The signatures of a genomic control and of its competitor, around the bases that differ.
  private func genomicSignatures(_ control: Assay.Control) -> [Signature?] {
    let own = control.sequence
    let whole = 0..<own.count
    guard let other = control.competitorSequence else {
      return [
        Signature(of: own, recombined: (own.count / 2 - 5)..<(own.count / 2 + 5), primerFree: whole)
      ]
    }
    let differing = zip(own.codes, other.codes).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard own.count == other.count, let first = differing.first, let last = differing.last else {
      return [nil]
    }
    return [own, other].map {
      Signature(of: $0, recombined: first..<(last + 1), primerFree: whole)
    }
  }

  /// The junction windows of the spikes, by which copies with too many errors are known.
  package func spikeWindows() -> [(type: RearrangementType, window: [UInt8])] {
    let primers = assay.primers
    var scratch = AnnotationScratch()
    return assay.controls.compactMap { control in
      let codes = control.sequence.codes
      // Copies of a spike that is no rearrangement are none either, however many errors they have.
      guard control.type != nil,
        let found = try? annotator.locate(
          codes.span,
          primerFree: primers.primerFree(codes.span),
          &scratch
        )
      else { return nil }
      return (found.type, Array(scratch.coding(found.revComp)[found.windowRange]))
    }
  }
}

/// A control, or the competitor of one, as something to count.
package struct ControlTarget: Sendable {
  /// The control's place in the assay.
  package var control: Int
  /// Whether it is the control's competitor.
  package var isCompetitor: Bool
  /// What to look for.
  package var target: SignatureTarget
}

extension AnalysisContext {
  /// How a sample is analysed now.
  package var method: AnalysisMethod {
    AnalysisMethod(
      germline: annotator.germline.sha256,
      profile: profile.sha256,
      assay: assay.sha256,
      program: ProgramVersion.program,
      thresholds: profile.changes
    )
  }
}
