/// A style sheet and a script that a page has beside the common style sheet.
struct PageSheet {
  /// A file of `Assets` as it stands in a page, with the digest by which the content security policy
  /// knows it.
  struct Part {
    /// The text between the tags, behind a line end.
    let text: HTML
    /// The base64 sha256 of what stands between the tags.
    let digest: String

    /// Creates a part out of the bytes of an embedded file.
    private init(_ file: [UInt8], digest: String) {
      (text, self.digest) = (HTML(file: file), digest)
    }

    /// The style sheet of every page.
    static let pages = Part(
      PackageResources.page_css,
      digest: "osd7Aei7w6LxrxzoP+DyuMXpDNhz5B/IJZPqZiZf+54="
    )

    /// What the reports about samples and subjects add: drawings of levels, junctions, abundances.
    fileprivate static let reports = Part(
      PackageResources.report_css,
      digest: "KTVyA78K3s3thr68Fs8TaomhMLpPiSSwlFCcP/4mfpU="
    )

    /// What the page over failures adds: forms and control charts.
    fileprivate static let quality = Part(
      PackageResources.quality_css,
      digest: "m3p47B0lsPzIJ7nSCFs9eATPHUdMONdPbCJ2lmUTDak="
    )

    /// Sorts and filters the tables; without it they are whole and in their own order.
    fileprivate static let tables = Part(
      PackageResources.tables_js,
      digest: "LKHU4W3nDtuoTOfC5ICFCHe9qm4xCsKRsWrGTC9vnrY="
    )
  }

  /// The style sheet.
  let style: Part
  /// The script.
  let script: Part

  /// What the reports about samples and subjects have.
  static let report = PageSheet(style: .reports, script: .tables)
  /// What the page over failures has.
  static let quality = PageSheet(style: .quality, script: .tables)
}

extension HTML {
  /// Creates a piece out of the bytes of an embedded file, which are markup of the program's own.
  init(file: [UInt8]) { self.init(stringLiteral: String(decoding: file, as: UTF8.self)) }
}
