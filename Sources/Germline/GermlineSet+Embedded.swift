package import Diagnostics
import GermlineData

extension GermlineSet {
  /// The default set, which is part of the program: AIRR Community human IGH, IGK and IGL with the
  /// kappa elements and the flanks of D and J.
  ///
  /// Read at its first use and kept.
  ///
  /// - Throws: As `embedded()`.
  package static var `default`: GermlineSet {
    get throws(Diagnostic) { try loaded.get() }
  }

  /// The default set, read anew from the bytes in the program.
  ///
  /// - Throws: As `init(parsing:path:)`; only if the program was built with a damaged file.
  package static func embedded() throws(Diagnostic) -> GermlineSet {
    try GermlineSet(parsing: embeddedBytes, path: "germline.tsv (built in)")
  }

  /// The bytes of the default set's file.
  package static var embeddedBytes: [UInt8] {
    // SAFETY: the C function returns a constant array of exactly that many bytes, and the copy
    // ends before the buffer goes out of scope.
    unsafe Array(
      UnsafeBufferPointer(start: germline_data_bytes(), count: germline_data_count())
    )
  }

  private static let loaded = Result { () throws(Diagnostic) in try embedded() }
}
