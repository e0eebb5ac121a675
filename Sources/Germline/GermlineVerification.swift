package import Diagnostics

/// Whether a germline set is what it says and has what the program needs.
package struct GermlineVerification: Hashable, Sendable {
  /// The set in numbers.
  package var summary: GermlineSummary
  /// Whether the set has the bytes of the built-in one.
  package var isBuiltIn: Bool
  /// What was found: errors first, then in the order of the checks and of the file.
  package var findings: [Diagnostic]

  /// Whether the set must not be used.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Checks a set.
  ///
  /// - Parameters:
  ///   - set: The set.
  ///   - builtIn: The set that is part of the program.
  ///   - statedSHA256: The sha256 the set should have, in either case; `nil` if none is stated.
  package init(of set: GermlineSet, builtIn: GermlineSet, statedSHA256: String? = nil) {
    summary = GermlineSummary(of: set)
    isBuiltIn = set.sha256 == builtIn.sha256
    findings =
      Self.checksum(set, builtIn: builtIn, stated: statedSHA256)
      + Self.names(set) + Self.anchors(set) + Self.stops(set) + Self.twins(set)
      + Self.missing(set)
  }

  private static func checksum(
    _ set: GermlineSet,
    builtIn: GermlineSet,
    stated: String?
  ) -> [Diagnostic] {
    if let stated, stated.lowercased() != set.sha256 {
      return [
        Diagnostic(
          code: "GERM-CHECKSUM",
          message: "the set has sha256 \(set.sha256), expected \(stated.lowercased())"
        )
      ]
    }
    guard set.sha256 != builtIn.sha256, set.name == builtIn.name, set.version == builtIn.version
    else { return [] }
    return [
      Diagnostic(
        code: "GERM-ALTERED",
        severity: .warning,
        message: "the set is called '\(set.name)', '\(set.version)' and has sha256 \(set.sha256), "
          + "the built-in one \(builtIn.sha256)"
      )
    ]
  }

  private static func names(_ set: GermlineSet) -> [Diagnostic] {
    let counts = Dictionary(grouping: set.alleles, by: \.name).mapValues(\.count)
    return counts.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map { name, count in
      Diagnostic(code: "GERM-DUPLICATE", message: "\(name) stands \(count) times, expected once")
    }
  }

  private static func anchors(_ set: GermlineSet) -> [Diagnostic] {
    set.alleles.compactMap { allele in
      guard allele.anchor == nil, allele.segment != .d else { return nil }
      let isJ = allele.segment == .j
      return Diagnostic(
        code: isJ ? "GERM-MOTIF" : "GERM-ANCHOR",
        severity: .warning,
        message: isJ
          ? "\(allele.name) has no [WF]GxG motif"
          : "\(allele.name) has no TGT or TGC at Cys104"
      )
    }
  }

  private static func stops(_ set: GermlineSet) -> [Diagnostic] {
    set.alleles.compactMap { allele in
      guard allele.segment == .v, let codon = allele.firstStop else { return nil }
      return Diagnostic(
        code: "GERM-STOP",
        severity: .note,
        message: "\(allele.name) has a stop codon at base \(codon + 1)"
      )
    }
  }

  private static func twins(_ set: GermlineSet) -> [Diagnostic] {
    var first: [GermlineTwinKey: String] = [:]
    return set.alleles.compactMap { allele in
      let key = GermlineTwinKey(segment: allele.segment, sequence: allele.sequence)
      guard let twin = first[key] else {
        first[key] = allele.name
        return nil
      }
      guard twin != allele.name else { return nil }
      return Diagnostic(
        code: "GERM-TWINS",
        severity: .note,
        message: "\(twin) and \(allele.name) have the same sequence"
      )
    }
  }
}
