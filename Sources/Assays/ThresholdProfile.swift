package import Clonotyping
import Crypto
import Diagnostics
import Files
import FoundationEssentials
package import Monitoring
package import Quantification
package import Tracking

/// Every threshold of the program under one name (article "The threshold profile"); printed and
/// hashed into every result.
package struct ThresholdProfile: Hashable, Sendable, Codable {
  /// The profile's name.
  package var id = "clonetrack-mm-v1"
  /// Index selection.
  package var baseline = SelectionCriteria.clonetrackMMv1
  /// Folding of errors.
  package var merge = ErrorCollapse()
  /// The generation model behind expected backgrounds.
  package var generation = GenerationParameters.clonetrackMMv1
  /// Matching of reads to signatures.
  package var match = MatchTolerance()
  /// Controls, levels, detection and cutoffs.
  package var quantification = QuantificationParameters.clonetrackMMv1
  /// The findings that none of these decides.
  package var monitoring = MonitoringLimits.clonetrackMMv1

  /// Changes of the clone.
  package var drift = DriftLimits.clonetrackMMv1

  /// V alleles that tell subjects apart.
  package var identity = GenotypeLimits.clonetrackMMv1
  /// Advice about diluted marrow.
  package var haemodilution = HaemodilutionLimits.clonetrackMMv1

  /// The limits by which a counted sample is judged.
  package var judging: JudgingLimits {
    JudgingLimits(
      baseline: baseline,
      quantification: quantification,
      monitoring: monitoring,
      drift: drift,
      identity: identity,
      haemodilution: haemodilution
    )
  }

  /// The default profile.
  package static let clonetrackMMv1 = ThresholdProfile()

  /// The sha256 of the profile's canonical JSON: sorted keys, no spaces.
  package var sha256: String {
    SHA256.hash(data: canonicalJSON).hexadecimal
  }

  /// The profile as JSON with sorted keys and no spaces.
  ///
  /// Only a number that is not finite cannot be written: no assay and no option sets one
  /// (`Assay`, `set(_:to:)`), so that the program itself is wrong then.
  var canonicalJSON: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return try encoder.encode(self)
    } catch {
      preconditionFailure("the threshold profile cannot be written as JSON: \(error)")
    }
  }

  /// Every threshold by its dotted name, for run records.
  package var parameters: [String: String] {
    do {
      return try JSONDecoder().decode(ParameterTree.self, from: canonicalJSON).flattened
    } catch {
      preconditionFailure("the threshold profile cannot be listed: \(error)")
    }
  }

  /// The thresholds that differ from the default profile's, by dotted name.
  package var changes: [String: String] {
    let defaults = Self.clonetrackMMv1.parameters
    return parameters.filter { $0.key != "id" && defaults[$0.key] != $0.value }
  }
}

/// Any JSON value as dotted names and texts.
private enum ParameterTree: Decodable {
  case leaf(String)
  case number(Double)
  case branch([String: ParameterTree])
  case list([ParameterTree])

  /// Tries the kinds of JSON values one after the other.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .leaf("null")
    } else if let branch = try? container.decode([String: ParameterTree].self) {
      self = .branch(branch)
    } else if let list = try? container.decode([ParameterTree].self) {
      self = .list(list)
    } else if let flag = try? container.decode(Bool.self) {
      self = .leaf("\(flag)")
    } else if let whole = try? container.decode(Int.self) {
      self = .leaf("\(whole)")
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .leaf(try container.decode(String.self))
    }
  }

  /// The values of a list; numbers in one notation.
  private static func texts(of items: [ParameterTree]) -> [String] {
    let numbers = items.compactMap { item -> Double? in
      switch item {
      case .number(let number): number
      case .leaf(let text): Int(text).map(Double.init)
      case .branch, .list: nil
      }
    }
    guard numbers.count == items.count else { return items.compactMap { $0.flattened[""] } }
    return FormattedNumber.list(numbers)
  }

  var flattened: [String: String] {
    switch self {
    case .leaf(let text): ["": text]
    case .number(let number): ["": FormattedNumber.exact(number)]
    case .list(let items): ["": Self.texts(of: items).joined(separator: ",")]
    case .branch(let members):
      members.reduce(into: [:]) { names, member in
        for (name, text) in member.value.flattened {
          names[name.isEmpty ? member.key : "\(member.key).\(name)"] = text
        }
      }
    }
  }
}
