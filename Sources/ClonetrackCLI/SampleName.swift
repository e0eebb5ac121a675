import ArgumentParser

/// The rules for names of samples and patients, which become parts of file names and tables.
enum SampleName {
  /// Refuses a name that is empty, starts with a dot, or holds a slash or a control character.
  ///
  /// - Throws: `ValidationError` that names the option and the rule.
  static func validate(_ name: String, option: String) throws {
    guard !name.isEmpty else { throw ValidationError("\(option) is empty; give a name.") }
    let isAllowed =
      !name.hasPrefix(".")
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" }
    guard isAllowed else {
      throw ValidationError(
        "\(option) is '\(name)'; a name must not start with a dot nor hold a slash, a tab or a "
          + "line end."
      )
    }
  }
}
