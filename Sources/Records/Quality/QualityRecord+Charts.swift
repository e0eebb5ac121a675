package import Monitoring

extension QualityRecord {
  /// A p-chart of failed libraries.
  package struct ProportionChartRecord: Codable, Hashable, Sendable {
    /// By what: `run` or `month`.
    package var dimension: String
    /// All groups together; the share is the centre line.
    package var total: ProportionRecord
    /// The groups in order.
    package var points: [Point]

    /// One group.
    package struct Point: Codable, Hashable, Sendable {
      /// The group.
      package var group: String
      /// Failed libraries, of all of the group.
      package var proportion: ProportionRecord
      /// The lower limit, `0...1`.
      package var lower: Double
      /// The upper limit, `0...1`.
      package var upper: Double
      /// Whether the share lies beyond a limit.
      package var outside: Bool
    }

    /// Creates the record of a chart.
    package init(_ chart: ProportionChart, by dimension: QualityDimension) {
      self.dimension = dimension.rawValue
      total = ProportionRecord(chart.total)
      points = chart.points.map { point in
        Point(
          group: point.group,
          proportion: ProportionRecord(point.rate),
          lower: point.lower,
          upper: point.upper,
          outside: point.isOutside
        )
      }
    }
  }

  /// What a control chart shows.
  package enum ControlQuantity: String, CaseIterable, Codable, Hashable, Sendable {
    /// The median of the run's libraries.
    case readsPerCopy = "reads_per_copy"
    /// The level found in a positive control.
    case recoveredMRD = "recovered_mrd"
  }

  /// A Levey–Jennings chart of one control.
  package struct ControlChartRecord: Codable, Hashable, Sendable {
    /// What is charted.
    package var quantity: ControlQuantity
    /// The control.
    package var control: String
    /// Measurements that mean and SD are taken from.
    package var referencePoints: Int
    /// The mean decimal logarithm; `nil` without enough measurements.
    @ExplicitNull package var meanLog10: Double?
    /// The standard deviation of the decimal logarithms; `nil` without enough measurements.
    @ExplicitNull package var sdLog10: Double?
    /// The measurements in order of time.
    package var points: [Point]

    /// One measurement.
    package struct Point: Codable, Hashable, Sendable {
      /// The run, or the sample where the run is not known.
      package var run: String
      /// The value; 0 says that the control was not seen.
      package var value: Double
      /// The libraries behind the value.
      package var libraries: Int
      /// The distance from the mean in SD; `nil` if not known.
      @ExplicitNull package var z: Double?
      /// The raw values of the Westgard rules that are broken.
      package var rules: [String]
    }

    /// Creates the record of a chart.
    package init(_ chart: LeveyJenningsChart, _ quantity: ControlQuantity, control: String) {
      self.quantity = quantity
      self.control = control
      referencePoints = chart.referenceCount
      meanLog10 = chart.mean
      sdLog10 = chart.deviation
      points = chart.points.map { point in
        Point(
          run: point.measurement.run,
          value: point.measurement.value,
          libraries: point.measurement.libraries,
          z: point.deviation,
          rules: point.rules.map(\.rawValue)
        )
      }
    }

    private enum CodingKeys: String, CodingKey {
      case quantity
      case control
      case referencePoints = "reference_points"
      case meanLog10 = "mean_log10"
      case sdLog10 = "sd_log10"
      case points
    }
  }
}
