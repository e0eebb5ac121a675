package import Clonotyping
import Nucleotides
package import Rearrangements

/// What index selection knows of a sample beside its clonotypes.
package struct SelectionContext: Hashable, Sendable {
  /// Templates that one read stands for; `nil` without internal controls.
  package var templatesPerRead: Double?
  /// Nucleated cells analysed; `nil` if unknown, and for enriched samples.
  package var cells: Double?
  /// What clone identifiers begin with, usually the subject.
  package var prefix: String
  /// The light chain of the patient's M-protein; `nil` if not stated.
  package var lightChain: LightChain?

  /// Creates a context.
  package init(
    templatesPerRead: Double?,
    cells: Double?,
    prefix: String,
    lightChain: LightChain? = nil
  ) {
    (self.templatesPerRead, self.cells, self.prefix) = (templatesPerRead, cells, prefix)
    self.lightChain = lightChain
  }
}

/// Chooses the clonotypes by which a patient is followed (article "Index selection").
package struct IndexSelection: Sendable {
  /// The gates' limits.
  package var criteria: SelectionCriteria
  private let annotator: Annotator
  private let background: ExpectedBackground

  /// Creates a selection.
  ///
  /// - Parameters:
  ///   - criteria: The gates' limits.
  ///   - annotator: Annotates each clonotype's best read.
  ///   - background: Says how common a signature is; `nil` takes the default generation model.
  package init(
    _ criteria: SelectionCriteria,
    _ annotator: Annotator,
    background: ExpectedBackground? = nil
  ) {
    self.criteria = criteria
    self.annotator = annotator
    self.background = background ?? ExpectedBackground(annotator.germline)
  }

  /// The signatures of all clonotypes that `select` will judge, to be looked up in a background
  /// file.
  package func targets(of clonotypes: ClonotypeList) -> [SignatureTarget] {
    let context = SelectionContext(templatesPerRead: nil, cells: nil, prefix: "")
    return select(clonotypes, context).candidates.compactMap(\.target)
  }

  /// Evaluates every gate for the leading clonotypes of each class.
  ///
  /// - Parameters:
  ///   - clonotypes: Errors folded, controls removed.
  ///   - context: What is known of the sample.
  /// - Returns: Accepted candidates in tracking order, at most `maxTracked`; the others by class and
  ///   share; those whose best read cannot be annotated apart.
  package func select(
    _ clonotypes: ClonotypeList,
    _ context: SelectionContext
  ) -> SelectedCandidates {
    var scratch = AnnotationScratch()
    var accepted: [IndexCandidate] = []
    var rejected: [IndexCandidate] = []
    var unannotated: [UnannotatedClonotype] = []
    for locusClass in LocusClass.allCases {
      guard let like = LikeClonotypes(locusClass, of: clonotypes, criteria.listedPerClass)
      else { continue }
      let total = like.sizes.reads
      for (index, clonotype) in like.leading.enumerated() {
        let share = Double(clonotype.duplicateCount) / Double(total)
        // The three leading ones are always shown: dominance compares with the third.
        guard share >= criteria.listedFrom || index < 3 else { continue }
        do throws(RejectionReason) {
          let candidate = try evaluate(index, like, context, &scratch)
          if candidate.role != nil {
            accepted.append(candidate)
          } else {
            rejected.append(candidate)
          }
        } catch {
          unannotated.append(
            UnannotatedClonotype(
              id: .row(like.rows[index]),
              clonotype: clonotype,
              likeFraction: share,
              reason: error
            )
          )
        }
      }
    }
    accepted.sort(by: Self.isTrackedBefore)
    for index in accepted.indices.dropFirst(criteria.maxTracked) {
      accepted[index].role = nil
      rejected.append(accepted[index])
    }
    let index = Array(accepted.prefix(criteria.maxTracked))
    for place in accepted.indices { judge(&accepted[place], with: index, context) }
    for place in rejected.indices { judge(&rejected[place], with: index, context) }
    rejected.sort {
      let (left, right) = ($0.locusClass.rank, $1.locusClass.rank)
      return left == right ? Clonotype.precedes($0.clonotype, $1.clonotype) : left < right
    }
    return SelectedCandidates(
      accepted: named(Array(accepted.prefix(criteria.maxTracked)), "\(context.prefix)."),
      rejected: named(rejected, "\(context.prefix).rejected."),
      unannotated: unannotated
    )
  }

  private static func isTrackedBefore(_ left: IndexCandidate, _ right: IndexCandidate) -> Bool {
    func key(_ candidate: IndexCandidate) -> (Int, Int, Double, Double) {
      (
        candidate.locusClass.rank, candidate.tier == .a ? 0 : 1,
        candidate.expectedBackground?.templates ?? .infinity, -candidate.likeFraction
      )
    }
    let (leftKey, rightKey) = (key(left), key(right))
    return leftKey == rightKey
      ? Clonotype.precedes(left.clonotype, right.clonotype) : leftKey < rightKey
  }

  /// Candidates with an identifier each: the prefix, the type and a number within it.
  private func named(_ candidates: [IndexCandidate], _ prefix: String) -> [IndexCandidate] {
    var numbers: [RearrangementType: Int] = [:]
    return candidates.map { candidate in
      var candidate = candidate
      let type = candidate.clonotype.type
      numbers[type, default: 0] += 1
      candidate.cloneID = CloneID(
        stem: prefix + type.rawValue,
        number: numbers[type] ?? 1
      )
      return candidate
    }
  }

  private func evaluate(
    _ index: Int,
    _ like: LikeClonotypes,
    _ context: SelectionContext,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> IndexCandidate {
    let clonotype = like.leading[index]
    let total = like.sizes.reads
    let rearrangement = try annotator.annotate(
      clonotype.representative.codes.span,
      primerFree: clonotype.primerFree,
      &scratch
    )
    let share = Double(clonotype.duplicateCount) / Double(total)
    let isShallow = total < criteria.minReadsClass
    let tierA = isShallow ? criteria.tierAShallow : criteria.tierA
    let tier: SelectionTier? =
      share >= tierA ? .a : !isShallow && share >= criteria.tierB ? .b : nil
    let templates =
      clonotype.moleculeCount.map(Double.init)
      ?? context.templatesPerRead.map { Double(clonotype.duplicateCount) * $0 }
    let cellFraction = templates.flatMap { templates in context.cells.map { templates / $0 } }
    let signature = Signature(
      of: rearrangement.sequence,
      recombined: rearrangement.ndnRange,
      primerFree: rearrangement.primerFree
    )
    let expected = signature.map {
      background.estimate(
        of: SignatureTarget(signature: $0, type: clonotype.type),
        among: criteria.plannedPolyclonalTemplates
      )
    }
    let isUnique = expected.map { $0.templates <= criteria.maxExpectedBackground } ?? false
    let third = Double(like.third) / Double(total)
    let dominance = third > 0 ? share / third : nil
    let next = nextDecade(index, like)
    let fold = replicateFold(clonotype, like.sizes)
    let gates: [SelectionGate] = [
      gate(
        .depth,
        Double(total),
        Double(criteria.minReadsShallow),
        total >= criteria.minReadsShallow
      ),
      gate(.frequency, share, tier == .a ? tierA : isShallow ? tierA : criteria.tierB, tier != nil),
      // Without controls a read-only selection needs tier A.
      gate(
        .templates,
        templates,
        criteria.minTemplates,
        templates.map { $0 >= criteria.minTemplates } ?? (tier == .a)
      ),
      gate(
        .cellFraction,
        cellFraction,
        criteria.minCellFraction,
        cellFraction.map { $0 >= criteria.minCellFraction } ?? true
      ),
      gate(
        .discontinuity,
        Double(next),
        Double(criteria.maxNextDecade),
        next <= criteria.maxNextDecade
      ),
      gate(
        .dominance,
        dominance,
        criteria.dominanceVersusThird,
        dominance.map { $0 >= criteria.dominanceVersusThird } ?? true,
        isRequired: tier != .a
      ),
      gate(
        .reproducibility,
        fold,
        criteria.replicateFold,
        fold.map { $0 <= criteria.replicateFold } ?? true
      ),
      gate(
        .uniqueness,
        expected?.templates,
        criteria.maxExpectedBackground,
        isUnique,
        isRequired: false
      ),
      gate(
        .signature,
        Double(
          Signature.informativeBases(
            of: rearrangement.sequence,
            recombined: rearrangement.ndnRange,
            primerFree: rearrangement.primerFree
          )
        ),
        Double(Signature.minimumBases),
        signature != nil
      ),
    ]
    let isAccepted = gates.allSatisfy { $0.passed || !$0.isRequired }
    return IndexCandidate(
      cloneID: "",
      clonotype: clonotype,
      rearrangement: rearrangement,
      likeFraction: share,
      templates: templates,
      cellFraction: cellFraction,
      tier: tier,
      gates: gates,
      signature: signature,
      expectedBackground: expected,
      role: isAccepted ? (isUnique ? .primary : .supporting) : nil
    )
  }

  private func gate(
    _ kind: SelectionGate.Kind,
    _ value: Double?,
    _ limit: Double,
    _ passed: Bool,
    isRequired: Bool = true
  ) -> SelectionGate {
    SelectionGate(kind: kind, value: value, limit: limit, passed: passed, isRequired: isRequired)
  }
}
