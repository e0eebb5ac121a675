/// What one diagnostic code means, for `clonetrack explain` and the reports.
public struct RegisteredCode: Hashable, Sendable {
  /// What kind of event carries the code; errors differ in their exit code.
  public enum Kind: Hashable, Sendable {
    /// The command line is wrong (exit code 64).
    case usage
    /// The data are not what they should be (exit code 65).
    case data
    /// An input does not exist or cannot be opened (exit code 66).
    case missingInput
    /// A fault of the program (exit code 70).
    case internalFault
    /// A result cannot be created (exit code 73).
    case cannotCreate
    /// Reading or writing failed half-way (exit code 74).
    case inputOutput
    /// The user stopped the program (exit code 130).
    case interrupted
    /// A finding about a sample; never an exit code of its own.
    case finding(Diagnostic.Severity)
  }

  /// The code; never reused for anything else.
  public var code: String
  /// What carries it.
  public var kind: Kind
  /// What it means, one sentence.
  public var meaning: String
  /// What is measured; `nil` if nothing is.
  public var metric: String?
  /// The default limit of the metric with its unit; `nil` if nothing is measured.
  public var limit: String?
  /// What the laboratory does about a finding, in the codes of failure tables; empty for errors.
  public var actions: [Action]
  /// What to do, one imperative sentence.
  public var remedy: String

  /// Creates an entry.
  public init(
    _ code: String,
    _ kind: Kind,
    meaning: String,
    metric: String? = nil,
    limit: String? = nil,
    actions: [Action] = [],
    remedy: String
  ) {
    self.code = code
    self.kind = kind
    self.meaning = meaning
    self.metric = metric
    self.limit = limit
    self.actions = actions
    self.remedy = remedy
  }
}

/// The one list of codes, in the order `clonetrack explain` prints them.
public enum CodeRegistry {
  /// Every code: errors first, then findings.
  public static let entries: [RegisteredCode] =
    programErrors + batchErrors + partErrors + readErrors + germlineErrors + findings

  /// The entry of a code; `nil` if the code is not registered.
  public static func entry(for code: String) -> RegisteredCode? { byCode[code] }

  private static let byCode = Dictionary(
    entries.map { ($0.code, $0) },
    uniquingKeysWith: { first, _ in first }
  )
}
