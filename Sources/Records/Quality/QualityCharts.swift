import Monitoring
import Statistics

/// The control charts of finished libraries.
package enum QualityCharts {
  /// The charts, reads per copy of every internal control first, then the positive controls.
  ///
  /// Libraries of one run share its conditions and are no independent measurements, so that a run is
  /// one point of reads per copy: their median.
  ///
  /// - Parameters:
  ///   - libraries: In order of time.
  ///   - length: The length of the reference period, in measurements.
  /// - Returns: The charts that have a measurement.
  package static func charts(
    _ libraries: [FinishedLibrary],
    referenceLength length: Int
  ) -> [QualityRecord.ControlChartRecord] {
    let names = Set(libraries.flatMap { $0.controls.map(\.name) }).sorted()
    let copies = names.map { name in
      chart(.readsPerCopy, control: name, medians(of: name, in: libraries), length)
    }
    let positives = libraries.filter { $0.sheetRole == "POS" && $0.mrd != nil }
    let materials = Set(positives.map(\.material)).sorted()
    let recovered = materials.map { material in
      chart(
        .recoveredMRD,
        control: material,
        positives.filter { $0.material == material }.map { library in
          LeveyJenningsChart.Measurement(
            run: library.run ?? library.sample,
            value: library.mrd ?? 0
          )
        },
        length
      )
    }
    return (copies + recovered).filter { !$0.points.isEmpty }
  }

  private static func chart(
    _ quantity: QualityRecord.ControlQuantity,
    control: String,
    _ measurements: [LeveyJenningsChart.Measurement],
    _ length: Int
  ) -> QualityRecord.ControlChartRecord {
    QualityRecord.ControlChartRecord(
      LeveyJenningsChart(measurements, referenceLength: length),
      quantity,
      control: control
    )
  }

  /// The median reads per copy of a control, run by run in order of time.
  private static func medians(
    of name: String,
    in libraries: [FinishedLibrary]
  ) -> [LeveyJenningsChart.Measurement] {
    var order: [String] = []
    var values: [String: [Double]] = [:]
    for library in libraries {
      let run = library.run ?? library.sample
      for control in library.controls where control.name == name {
        guard let value = control.readsPerCopy else { continue }
        if values[run] == nil { order.append(run) }
        values[run, default: []].append(value)
      }
    }
    return order.compactMap { run in
      guard let found = values[run] else { return nil }
      return LeveyJenningsChart.Measurement(
        run: run,
        value: median(found),
        libraries: found.count
      )
    }
  }
}
