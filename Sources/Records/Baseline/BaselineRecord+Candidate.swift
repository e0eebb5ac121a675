import Clonotyping
import Nucleotides
import Rearrangements
package import Tracking

extension BaselineRecord.Clonotype {
  /// The record of a candidate, accepted or not.
  package init(_ candidate: IndexCandidate) {
    let rearrangement = candidate.rearrangement
    self.init(
      cloneID: candidate.cloneID.text,
      locus: rearrangement.type.locus,
      rearrangementType: rearrangement.type,
      vCall: rearrangement.v?.alleles.joined(separator: ","),
      dCall: rearrangement.d?.alleles.joined(separator: ","),
      jCall: rearrangement.j?.alleles.joined(separator: ","),
      junction: rearrangement.junction?.description,
      junctionAA: rearrangement.junctionAA,
      productive: rearrangement.productive,
      vIdentity: rearrangement.v?.identity,
      np1: rearrangement.np1.description,
      np2: rearrangement.np2?.description,
      recombination: RecombinationRecord(JunctionAlignment(rearrangement)),
      signature: candidate.signature?.bases.description ?? "",
      signatureNDN: OffsetRange(
        start: candidate.signature?.ndn.lowerBound ?? 0,
        end: candidate.signature?.ndn.upperBound ?? 0
      ),
      duplicateCount: candidate.clonotype.duplicateCount,
      templates: candidate.templates,
      likeFraction: candidate.likeFraction,
      cellFraction: candidate.cellFraction,
      tier: candidate.tier,
      role: candidate.role,
      expectedBackground: candidate.expectedBackground?.templates,
      expectedBackgroundSource: candidate.expectedBackground?.source,
      gates: candidate.gates.reduce(into: [:]) { gates, gate in
        gates[gate.kind.rawValue] = GateRecord(
          value: gate.value.flatMap { $0.isFinite ? $0 : nil },
          limit: gate.limit,
          passed: gate.passed,
          required: gate.isRequired
        )
      }
    )
  }
}
