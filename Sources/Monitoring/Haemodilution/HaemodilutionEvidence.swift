/// A sample's proxies beside those of an earlier comparable visit.
package struct HaemodilutionEvidence: Hashable, Sendable {
  /// The sample's proxies.
  package var proxies: HaemodilutionProxies
  /// The proxies of the subject's last comparable visit; `nil` without one.
  package var reference: HaemodilutionProxies?
  /// What the sample sheet says of the aspirate.
  package var specimen: SpecimenEvidence
  /// The limits.
  package var limits: HaemodilutionLimits

  /// Collects the evidence.
  package init(
    proxies: HaemodilutionProxies,
    reference: HaemodilutionProxies?,
    specimen: SpecimenEvidence,
    limits: HaemodilutionLimits = .clonetrackMMv1
  ) {
    self.proxies = proxies
    self.reference = reference
    self.specimen = specimen
    self.limits = limits
  }
}
