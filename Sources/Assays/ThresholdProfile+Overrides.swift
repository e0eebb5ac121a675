package import Diagnostics
import FoundationEssentials

extension ThresholdProfile {
  /// Sets one threshold by its dotted name, such as `quant.v_amp` or `cutoffs.neg_rule`.
  ///
  /// The names are those of the run record; `quantification.` may be left out.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - text: the value: a number, a word, or numbers separated by commas.
  /// - Throws: `RUN-USAGE` if there is no such threshold or it cannot have the value.
  package mutating func set(_ name: String, to text: String) throws(Diagnostic) {
    var tree = ThresholdTree(self)
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path != ["id"], tree.replace(path, text) || tree.replace(["quantification"] + path, text)
    else {
      throw Diagnostic(
        code: "RUN-USAGE",
        message: "there is no threshold '\(name)', expected a name such as quant.v_amp",
        suggestion: "The run record of any result lists all names."
      )
    }
    // What cannot be decoded is a value that the threshold cannot have.
    guard let changed = try? JSONEncoder().encode(tree),
      let profile = try? JSONDecoder().decode(ThresholdProfile.self, from: changed)
    else {
      throw Diagnostic(code: "RUN-USAGE", message: "the threshold \(name) cannot be '\(text)'")
    }
    self = profile
  }
}

/// The thresholds as the JSON they are hashed by.
private enum ThresholdTree: Codable {
  case missing
  case flag(Bool)
  case number(Double)
  case word(String)
  case list([ThresholdTree])
  case branch([String: ThresholdTree])

  /// The tree of a profile.
  init(_ profile: ThresholdProfile) {
    do {
      self = try JSONDecoder().decode(Self.self, from: profile.canonicalJSON)
    } catch {
      preconditionFailure("the threshold profile cannot be read back: \(error)")
    }
  }

  /// Tries the kinds of JSON values one after the other.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .missing
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let word = try? container.decode(String.self) {
      self = .word(word)
    } else if let list = try? container.decode([ThresholdTree].self) {
      self = .list(list)
    } else {
      self = .branch(try container.decode([String: ThresholdTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .missing: try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .word(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .branch(let value): try container.encode(value)
    }
  }

  /// Replaces the leaf at a path; false if there is none.
  mutating func replace(_ path: some Collection<String>, _ text: String) -> Bool {
    guard let first = path.first else {
      guard let leaf = parsed(text) else { return false }
      self = leaf
      return true
    }
    guard case .branch(var members) = self, var member = members[first],
      member.replace(path.dropFirst(), text)
    else { return false }
    members[first] = member
    self = .branch(members)
    return true
  }

  /// The text as a value of this leaf's kind; a branch has none.
  private func parsed(_ text: String) -> ThresholdTree? {
    switch self {
    case .branch: return nil
    case .flag: return Bool(text).map { .flag($0) } ?? .word(text)
    case .number: return Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .word(text)
    case .word, .missing: return .word(text)
    case .list:
      return .list(
        text.split(separator: ",").map { part in
          Double(part).map { .number($0) } ?? .word(String(part))
        }
      )
    }
  }
}
