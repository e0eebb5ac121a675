package import Diagnostics
import Clonotyping
import Nucleotides
package import Tracking

extension BaselineRecord.ReferenceClonotype {
  /// The record of a clonotype.
  package init(_ clonotype: DriftClonotype) {
    let layout = clonotype.layout
    self.init(
      cloneID: clonotype.id.description,
      rearrangementType: clonotype.type,
      vCall: clonotype.vCall,
      jCall: clonotype.jCall,
      sequence: String(decoding: layout.bases, as: UTF8.self),
      window: OffsetRange(layout.window),
      ndn: OffsetRange(layout.ndn),
      d: layout.d.map { OffsetRange($0) },
      vMutations: layout.mutations,
      duplicateCount: clonotype.reads,
      likeFraction: clonotype.likeFraction
    )
  }

  /// The clonotype.
  ///
  /// - Parameters:
  ///   - reference: The record it stands in, which scales its reads.
  ///   - path: The file, for messages.
  /// - Returns: The clonotype.
  /// - Throws: `RECORD-SYNTAX` if its offsets do not fit its bases.
  func clonotype(
    of reference: BaselineRecord.Reference,
    path: String
  ) throws(Diagnostic) -> DriftClonotype {
    guard let window = window.range, let ndn = ndn.range,
      d.map({ $0.range != nil }) ?? true,
      let layout = RearrangementLayout(
        bases: Array(sequence.utf8),
        window: window,
        ndn: ndn,
        d: d.flatMap(\.range),
        mutations: vMutations
      )
    else {
      throw Diagnostic(
        code: "RECORD-SYNTAX",
        message: "the reference clonotype \(cloneID) has offsets outside its sequence of "
          + "\(sequence.utf8.count) bases",
        location: .init(path: path)
      )
    }
    let templates = reference.readsPerTemplate.map { Double(duplicateCount) / $0 }
    return DriftClonotype(
      id: ClonotypeID(cloneID),
      type: rearrangementType,
      vCall: vCall,
      jCall: jCall,
      layout: layout,
      reads: duplicateCount,
      templates: templates,
      likeFraction: likeFraction,
      cellFraction: templates.flatMap { templates in
        reference.cellEquivalents.map { templates / $0 }
      }
    )
  }
}

extension BaselineRecord.Reference {
  /// The record of a reference.
  package init(_ reference: BaselineReference) {
    self.init(
      cellEquivalents: reference.cellEquivalents,
      readsPerTemplate: reference.readsPerTemplate,
      clonotypes: reference.clonotypes.map { BaselineRecord.ReferenceClonotype($0) },
      unlistedReads: reference.unlistedReads.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
      vAlleles: reference.census.counts
    )
  }

  /// The reference.
  ///
  /// - Parameter path: The file, for messages.
  /// - Returns: The reference.
  /// - Throws: `RECORD-SYNTAX` if a clonotype's offsets do not fit its bases.
  func reference(path: String) throws(Diagnostic) -> BaselineReference {
    var listed: [DriftClonotype] = []
    for clonotype in clonotypes {
      listed.append(try clonotype.clonotype(of: self, path: path))
    }
    return BaselineReference(
      cellEquivalents: cellEquivalents,
      readsPerTemplate: readsPerTemplate,
      clonotypes: listed,
      unlistedReads: unlistedReads.reduce(into: [:]) { reads, item in
        LocusClass(rawValue: item.key).map { reads[$0] = item.value }
      },
      census: AlleleCensus(vAlleles)
    )
  }
}

extension BaselineRecord.Clonotype {
  /// The clone.
  ///
  /// - Parameter path: The file, for messages.
  /// - Returns: The clone.
  /// - Throws: `RECORD-SYNTAX` if it has no signature by which it can be followed.
  func clone(path: String) throws(Diagnostic) -> IndexClone {
    guard let bases = NucleotideSequence(signature), bases.count >= Signature.minimumBases,
      let ndn = signatureNDN.range, ndn.upperBound <= bases.count
    else {
      throw Diagnostic(
        code: "RECORD-SYNTAX",
        message: "clone \(cloneID) has no usable signature, expected at least "
          + "\(Signature.minimumBases) bases with the recombined ones inside",
        location: .init(path: path)
      )
    }
    return IndexClone(
      id: CloneID(cloneID),
      type: rearrangementType,
      vCall: vCall,
      dCall: dCall,
      jCall: jCall,
      junction: junction,
      alignment: recombination?.alignment,
      signature: Signature(bases: bases, ndn: ndn),
      likeFraction: likeFraction,
      cellFraction: cellFraction,
      tier: tier,
      role: role ?? .supporting,
      expectedBackground: expectedBackground
    )
  }
}

extension BaselineRecord {
  /// What the record leaves for later samples.
  ///
  /// - Parameter path: The file, for messages.
  /// - Returns: The baseline.
  /// - Throws: `RECORD-SYNTAX` if a clone has no signature by which it can be followed, or the
  ///   offsets of a reference clonotype do not fit its bases.
  package func baseline(path: String) throws(Diagnostic) -> Baseline {
    var clones: [IndexClone] = []
    for clonotype in clonotypes { clones.append(try clonotype.clone(path: path)) }
    return Baseline(
      sample: sample,
      subject: subject,
      method: AnalysisMethod(self),
      clones: clones,
      reference: try reference.reference(path: path)
    )
  }
}
