import Clonotyping
import Nucleotides
import Rearrangements

/// What a clonotype of a later sample is known by as a tracked clone.
///
/// Every clonotype of a sample is held against every clone: only what that takes is here.
struct CloneMark: Sendable {
  private let type: RearrangementType
  private let junctionLength: Int?
  private let signature: [UInt8]

  /// Takes what is known of a clone.
  init(_ clone: IndexClone) {
    type = clone.type
    junctionLength = clone.junction?.utf8.count
    signature = clone.signature.bases.codes
  }

  /// Whether a clonotype is the clone: its representative holds the signature.
  func isShown(by clonotype: Clonotype) -> Bool {
    guard clonotype.type == type else { return false }
    if let junctionLength, junctionLength != clonotype.window.count { return false }
    let codes = clonotype.representative.codes
    guard codes.count >= signature.count else { return false }
    let (read, wanted) = (codes.span, signature.span)
    return (0...(read.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { read[start + $0] == wanted[$0] }
    }
  }
}
