package import Diagnostics

extension GermlineSet {
  /// Creates a set from the bytes of a germline set file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; their sha256 becomes the set's identity.
  ///   - path: The name of the file in diagnostics.
  /// - Throws: `GERM-SYNTAX`, `GERM-BASES`, `GERM-LOCUS`, `GERM-DUPLICATE` or `GERM-EMPTY` with the
  ///   line it is about.
  package init(parsing bytes: [UInt8], path: String) throws(Diagnostic) {
    var parser = GermlineSetParser(path: path)
    self = try parser.parse(bytes)
  }

  /// Creates a set from a germline set file.
  ///
  /// - Throws: `FILE-MISSING` or `FILE-READ` if the file cannot be read, else as
  ///   `init(parsing:path:)`.
  package init(contentsOf path: String) throws(Diagnostic) {
    try self.init(parsing: try plainFileBytes(at: path), path: path)
  }
}
