package import Monitoring

extension QualityRecord {
  /// What is counted: libraries, or visits by their final result.
  package enum Level: String, CaseIterable, Codable, Hashable, Sendable {
    /// Every library is an attempt, repeats and superseded ones included.
    case library
    /// One final result for each visit of a subject that can be evaluated.
    case subjectVisit = "subject_visit"
  }

  /// One line of the table of failures.
  package struct RateRecord: Codable, Hashable, Sendable {
    /// What is counted.
    package var level: Level
    /// By what: the raw value of a `QualityDimension`.
    package var dimension: String
    /// The group; `nil` for those whose group is not known.
    @ExplicitNull package var group: String?
    /// The raw value of a `FailureRates.Event`.
    package var event: String
    /// How many of how many.
    package var proportion: ProportionRecord

    /// Creates the record of a line.
    package init(_ line: FailureRates.Line, level: Level) {
      self.level = level
      dimension = line.dimension.rawValue
      group = line.group.isEmpty ? nil : line.group
      event = line.event.rawValue
      proportion = ProportionRecord(line.rate)
    }
  }

  /// One cause of lost answers.
  package struct ParetoRecord: Codable, Hashable, Sendable {
    /// The code.
    package var code: String
    /// Libraries that it kept from an answer, of all libraries.
    package var proportion: ProportionRecord
    /// The share of this and the more frequent codes in all such findings, `0...1`.
    package var cumulativeShare: Double

    /// Creates the record of an item.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - libraries: All libraries.
    package init(_ item: ParetoItem, libraries: Int) {
      code = item.cause
      proportion = ProportionRecord(EventRate(events: item.count, trials: libraries))
      cumulativeShare = item.cumulativeShare
    }

    private enum CodingKeys: String, CodingKey {
      case code
      case proportion
      case cumulativeShare = "cumulative_share"
    }
  }

  /// How often a repeat gave an answer.
  package struct RepeatRecord: Codable, Hashable, Sendable {
    /// The code that kept the attempt before from an answer; `nil` for all repeats.
    @ExplicitNull package var code: String?
    /// Repeats with an answer, of all repeats.
    package var proportion: ProportionRecord

    /// Creates the record of a success rate.
    package init(_ success: RepeatSuccess) {
      code = success.code
      proportion = ProportionRecord(success.rate)
    }
  }

  /// Days from the specimen to the final result.
  package struct TurnaroundRecord: Codable, Hashable, Sendable {
    /// Visits with an answer whose dates are known.
    package var visits: Int
    /// Visits with an answer.
    package var denominator: Int
    /// The median, days; `nil` without dates.
    @ExplicitNull package var medianDays: Double?

    /// Creates a record.
    package init(_ days: [Int], of answered: Int) {
      visits = days.count
      denominator = answered
      medianDays = LibraryAttempt.medianDays(days)
    }

    private enum CodingKeys: String, CodingKey {
      case visits
      case denominator
      case medianDays = "median_days"
    }
  }

  /// The subjects that never had an index clonotype.
  package struct NeverEvaluableRecord: Codable, Hashable, Sendable {
    /// The subjects, sorted.
    package var subjects: [String]
    /// These, of the subjects with a baseline.
    package var proportion: ProportionRecord

    /// Creates a record.
    package init(_ subjects: [String], of judged: Int) {
      self.subjects = subjects
      proportion = ProportionRecord(EventRate(events: subjects.count, trials: judged))
    }
  }
}
