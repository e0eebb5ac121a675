package import Diagnostics
import Files

/// Whether the parts of a sample belong together: counted alike, from the same reads, each shard once.
package struct PartsCheck {
  /// What is wrong, in the order of the parts.
  package private(set) var faults: [Diagnostic] = []

  private let parts: [PartFile]

  /// Looks at parts.
  ///
  /// - Parameters:
  ///   - parts: The parts that could be opened.
  ///   - setting: What they must have been counted with.
  ///   - isComplete: Whether these are all parts that were given.
  package init(_ parts: [PartFile], _ setting: CountSetting, isComplete: Bool) {
    self.parts = parts
    guard let first = parts.first else { return }
    // Of the sample itself, merging knows what the first part says.
    let nothing = SampleInput(sample: "", replicates: [], scratchFolder: "")
    let expected = setting.origin(nothing, inputs: [], shard: .whole)
    for part in parts {
      compareSettings(part, expected)
      compareSample(part, first)
    }
    checkShards(first, isComplete: isComplete)
  }

  /// Program, germline set, profile, assay, baselines.
  private mutating func compareSettings(
    _ part: PartFile,
    _ expected: CountsPart.Origin
  ) {
    let origin = part.origin
    if origin.program != expected.program {
      report(
        "PART-SETTINGS",
        "counted by clonetrack \(origin.program), expected \(expected.program), which merges",
        part
      )
    }
    let digests = [
      ("germline set", origin.germline, expected.germline),
      ("threshold profile", origin.profile, expected.profile),
      ("assay", origin.assayFile, expected.assayFile),
    ]
    for (name, found, wanted) in digests where found != wanted {
      report(
        "PART-SETTINGS",
        "counted with another \(name): sha256 \(Self.short(found)), expected \(Self.short(wanted))",
        part
      )
    }
    if origin.assay != expected.assay {
      report(
        "PART-SETTINGS",
        "counted with the assay '\(origin.assay)', expected '\(expected.assay)'",
        part
      )
    }
    guard origin.baselines != expected.baselines else { return }
    report(
      "PART-SETTINGS",
      "counted for \(Self.baselines(origin.baselines)), "
        + "expected \(Self.baselines(expected.baselines))",
      part
    )
  }

  /// Sample and reads.
  private mutating func compareSample(_ part: PartFile, _ first: PartFile) {
    let (origin, expected) = (part.origin, first.origin)
    let reference = "as in \(first.file.path)"
    if origin.sample != expected.sample {
      report(
        "PART-READS",
        "counts of the sample \(origin.sample), expected \(expected.sample) \(reference)",
        part
      )
    }
    guard origin.layout == expected.layout else {
      report(
        "PART-READS",
        "counted from \(Self.words(origin.layout)), expected \(Self.words(expected.layout)) "
          + reference,
        part
      )
      return
    }
    for (found, wanted) in zip(origin.readFiles, expected.readFiles)
    where found.file.sha256 != wanted.file.sha256 {
      report(
        "PART-READS",
        "counted from other reads: \(found.place) has sha256 \(Self.short(found.file.sha256)), "
          + "expected \(Self.short(wanted.file.sha256)) \(reference)",
        part
      )
    }
  }

  /// Each shard of as many as the first part says once.
  private mutating func checkShards(_ first: PartFile, isComplete: Bool) {
    let count = first.origin.shard.count
    var holders: [Int: String] = [:]
    for part in parts {
      let shard = part.origin.shard
      guard shard.count == count else {
        report("PART-SHARD", "\(shard), expected one of \(count) as in \(first.file.path)", part)
        continue
      }
      if let holder = holders[shard.number] {
        report("PART-SHARD", "\(shard) is given twice, the first time as \(holder)", part)
      } else {
        holders[shard.number] = part.file.path
      }
    }
    guard isComplete else { return }
    let missing = (1...count).filter { holders[$0] == nil }
    guard !missing.isEmpty else { return }
    faults.append(
      Diagnostic(
        code: "PART-SHARD",
        message: "\(missing.count) of \(count) shards not given: "
          + missing.map { "\($0)" }.joined(separator: ", ")
      )
    )
  }

  private mutating func report(_ code: String, _ message: String, _ part: PartFile) {
    faults.append(
      Diagnostic(code: code, message: message, location: .init(path: part.file.path))
    )
  }

  /// The first digits of a digest: enough to tell two apart.
  private static func short(_ digest: String?) -> String {
    guard let digest, !digest.isEmpty else { return "none" }
    return "\(digest.prefix(12))"
  }

  private static func baselines(_ digests: [String]) -> String {
    guard !digests.isEmpty else { return "a baseline sample" }
    return "a follow-up of the baseline with sha256 "
      + digests.map { short($0) }.joined(separator: ", ")
  }

  private static func words(_ layout: [[Int]]) -> String {
    layout.map { lanes in lanes.map { $0 == 1 ? "single" : "paired" }.joined(separator: "+") }
      .joined(separator: ", ") + " reads"
  }
}
