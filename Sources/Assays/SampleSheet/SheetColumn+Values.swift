import Monitoring

extension SheetColumn {
  /// Tells whether a value has the form that `acceptedForm` describes.
  ///
  /// - Parameter value: Not empty.
  /// - Returns: Whether it has.
  func accepts(_ value: String) -> Bool {
    switch self {
    case .sample, .subject: Self.isName(value)
    case .firstMates, .secondMates: value != "-"
    case .role: SampleRole(rawValue: value) != nil
    case .replicate: Self.whole(value).map { (1...9_999).contains($0) } ?? false
    case .dnaNanograms: Self.number(value).map { (0...1_000_000).contains($0) } ?? false
    case .run, .lab: true
    case .lane: value.utf8.allSatisfy(Self.isAlphanumeric)
    case .index: Self.isBarcode(value)
    case .isUniqueDual, .enriched: ["T", "F"].contains(value)
    case .labRole: ["CENTRAL", "LOCAL"].contains(value)
    case .plasmaCellPercent: Self.number(value).map { (0...100).contains($0) } ?? false
    }
  }

  /// A decimal number without a plus sign or hexadecimal digits; `nil` for anything else.
  static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2E, 0x2D, 0x65, 0x45].contains(byte)
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// A whole number in digits; `nil` for anything else.
  static func whole(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// Names become folders and columns of tables.
  private static func isName(_ text: String) -> Bool {
    !text.hasPrefix(".")
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
          && scalar != "/" && scalar != "\\"
      }
  }

  private static func isBarcode(_ text: String) -> Bool {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { Array("ACGTN".utf8).contains($0) }
      }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
