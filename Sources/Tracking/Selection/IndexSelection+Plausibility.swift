import Clonotyping

extension IndexSelection {
  /// Adds the gates that look at all index clonotypes together: `plausibility` and `light_chain`
  /// (article "Index selection", section 2).
  ///
  /// Neither rejects: they are for a person to judge.
  func judge(
    _ candidate: inout IndexCandidate,
    with index: [IndexCandidate],
    _ context: SelectionContext
  ) {
    let isHeavy = { (locusClass: LocusClass) in locusClass == .ighVDJ || locusClass == .ighDJ }
    let isKappa = { (locusClass: LocusClass) in locusClass == .igkVJ || locusClass == .igkKde }
    let own = candidate.locusClass
    let isSame = isHeavy(own) ? isHeavy : isKappa
    let most = isHeavy(own) ? criteria.maxIGH : isKappa(own) ? criteria.maxIGK : nil
    let isIndex = index.contains { $0.clonotype == candidate.clonotype }
    let others = index.count { isSame($0.locusClass) }
    let count = isIndex ? others : others + 1
    candidate.gates.append(
      SelectionGate(
        kind: .plausibility,
        value: most.map { _ in Double(count) },
        limit: most.map(Double.init),
        passed: most.map { count <= $0 } ?? true,
        isRequired: false
      )
    )
    // Kappa plasma cells have a kappa V–J; one that Kde deleted makes no light chain.
    let applies = context.lightChain == .kappa && !isHeavy(own)
    let kappas = index.count { $0.locusClass == .igkVJ }
    candidate.gates.append(
      SelectionGate(
        kind: .lightChain,
        value: applies ? Double(kappas) : nil,
        limit: applies ? 1 : nil,
        passed: !applies || kappas >= 1,
        isRequired: false
      )
    )
  }
}
