import Nucleotides
package import Rearrangements

/// Something that is counted by its signature: a tracked clonotype or a control.
package struct SignatureTarget: Hashable, Sendable {
  /// The signature.
  package var signature: Signature
  /// The type, which decides the tolerance; `nil` for a genomic control.
  package var type: RearrangementType?

  /// Creates a target.
  package init(signature: Signature, type: RearrangementType?) {
    (self.signature, self.type) = (signature, type)
  }
}

extension SignatureTarget {
  /// What tells two targets apart for a matcher.
  package struct Key: Hashable, Sendable {
    /// The bases of the signature.
    package var bases: String
    /// The type; `nil` for a genomic control.
    package var type: RearrangementType?
  }

  /// The target's signature and type.
  package var key: Key { Key(bases: signature.bases.description, type: type) }
}
