/// The light chain of a patient's M-protein.
package enum LightChain: String, CaseIterable, Codable, Hashable, Sendable {
  /// Kappa.
  case kappa
  /// Lambda.
  case lambda
}
