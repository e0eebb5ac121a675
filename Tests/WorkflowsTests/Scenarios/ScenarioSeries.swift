import Counting
import Diagnostics
import FoundationEssentials
import Quantification
import Records
import Reports
import TestSupport
import Workflows

/// One run of simulated samples, each built for an acceptance scenario (article "Acceptance
/// scenarios"), judged by `batch` once for all tests.
///
/// Three PCRs of 700 ng with 100 copies of one spike at 20 reads each, unless a scenario says
/// otherwise; each follow-up in a run of its own, so that nothing hops.
struct ScenarioSeries: Sendable {
  /// The record of the run.
  var record: BatchRecord
  /// The records of the follow-ups, by sample.
  var followups: [String: FollowupRecord]
  /// The codes of the faults that ended samples.
  var faults: [String]
  /// What the folder of results holds.
  var names: [String]
  /// The figures of quality control over the run.
  var quality: QualityRecord
  /// The rows of its `failures.tsv`, by column.
  var failures: [[String: String]]

  private static let task = Task {
    var builder = try await Builder()
    return try await builder.run()
  }

  /// The judged run.
  static func run() async throws -> ScenarioSeries { try await task.value }

  /// A sample in the record of the run.
  func sample(_ name: String) -> BatchRecord.Sample? {
    record.samples.first { $0.sample == name }
  }

  /// The call of a follow-up, then its statuses at 1e-4, 1e-5 and 1e-6.
  func words(_ name: String) -> [String] {
    guard let result = followups[name]?.result else { return [] }
    return [result.call.rawValue]
      + ["1e-4", "1e-5", "1e-6"].map { result.status[$0]?.rawValue ?? "" }
  }

  /// The codes of a sample with their severities, as `failure IC-DROP`.
  func codes(_ name: String) -> [String] {
    sample(name)?.findings.map { "\($0.severity) \($0.code)" } ?? []
  }
}

extension ScenarioSeries {
  /// Writes reads and sheet, runs `batch`, then `qa`.
  private struct Builder {
    /// A V gene of another family than the clone's, up to its last bases.
    private static let otherV =
      "TTGGGTGCGACAGGCCCCTGGACAACGCCTTGAGTGGATAGGATGGATCGTCGTTGGCAGTGGTAACACAAACTACGCACAGAAGTTC"
      + "CAGGAAAGAGTCACCATTACCAGGCACATGTCCACAAGCACAGCCTGCATGGACCTGAGCAGCCTGAGATCCGAAGACACGGCCGTG"
      + "TATTATTGTGCGGCA"
    /// The D, N2 and J of the clone.
    private static let stem =
      "GGAATAGTGGGAGCTACTACACGCCACGGTATGGACGTCTGGGGCCAAGGGACCACGGTCACCGTCTCCTCAGGTAAG"
    /// The D, N2 and J of another subject's clone.
    private static let otherStem =
      "TTCCGTAGAGATGGCTACAATTGACTTCCAGCACTGGGGCCAGGGCACCCTGGTCACCGTCTCCTCAGGTAAG"

    private let scratch: ScratchFolder
    private let background: [(bases: String, pairs: Int)]
    private let clone: String
    private let spike: String
    private var rows = [
      "sample,fastq_1,fastq_2,subject,role,specimen,visit,collection_date,replicate,dna_ng,run,lane,"
        + "lab,lab_role,plasma_cell_percent,received"
    ]

    init() async throws {
      scratch = try ScratchFolder()
      background = try await SimulatedLibrary.background()
      let truth = try PatientTruth().subjects["P1"]?.clone
      clone = truth?.first { $0.rearrangement_type == "IGH_VDJ" }?.sequence ?? ""
      // The spike of the heavy chain alone, so that a number of reads is a number of templates.
      let assay = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
      let kept = assay.components(separatedBy: "  - name: IC2\n")[0]
        .replacing("copies_per_replicate: 45", with: "copies_per_replicate: 100")
      try scratch.write(kept, to: "assay.yaml")
      spike =
        kept.components(separatedBy: "    sequence: ").last?.split(separator: "\n").first
        .map(String.init) ?? ""
    }

    mutating func run() async throws -> ScenarioSeries {
      try addBaselines()
      try addFollowups()
      try addControls()
      try scratch.write(rows.joined(separator: "\n") + "\n", to: "sheet.csv")
      let request = BatchRequest(
        sheetPath: scratch.path("sheet.csv"),
        assayPath: scratch.path("assay.yaml"),
        output: scratch.path("out"),
        jobs: 2,
        threads: 2,
        commandLine: ["clonetrack", "batch"]
      )
      let outcome = try await BatchWorkflow(BatchPlan(request)).run(RunHooks())
      let quality = QualityRequest(folders: [scratch.path("out")], output: scratch.path("qa"))
      _ = try QualityWorkflow(quality).run()
      let bytes = Array((scratch.text("out/batch.json") ?? "").utf8)
      let record = try BatchRecord.read(from: bytes, path: "batch.json")
      var followups: [String: FollowupRecord] = [:]
      for sample in record.samples where sample.role == "FU" {
        guard let text = scratch.text("out/\(sample.sample)/followup.json") else { continue }
        followups[sample.sample] = try .read(from: Array(text.utf8), path: sample.sample)
      }
      return ScenarioSeries(
        record: record,
        followups: followups,
        faults: outcome.faults.map(\.code),
        names: scratch.names(in: "out"),
        quality: try .read(
          from: Array((scratch.text("qa/failure_summary.json") ?? "").utf8),
          path: "qa"
        ),
        failures: TableRows.rows(of: scratch.text("qa/failures.tsv") ?? "")
      )
    }

    /// A subject with a clone, one without and one with a clone of its own.
    private mutating func addBaselines() throws {
      for replicate in [1, 2] {
        let files = Patient.files("P1-DX", replicate)
        addRow("P1-DX", files, subject: "P1", role: "DX", run: "R0", replicate, 8)
        try add(
          "P2-DX",
          background + background,
          subject: "P2",
          role: "DX",
          run: "R20",
          replicate,
          8
        )
        let other = [(Self.otherV + Self.otherStem, 20_000)]
        try add("P3-DX", other, subject: "P3", role: "DX", run: "R30", replicate, 8)
      }
    }

    private mutating func addFollowups() throws {
      try followup("S3-ONE", [0, 0, 0], spikes: [2_000, 0, 2_000])
      try followup("S3-ALL", [0, 0, 0], spikes: [0, 0, 0])
      try followup("S5", [1, 1, 0])
      try followup("S5-THREE", [1, 1, 1])
      try followup("S6", [0, 3, 0], spikes: [20_000, 20_000, 20_000])
      try followup("S8", [0, 0, 0])
      try followup("S8-TWO", [0, 0, 0])
      let million = 6_500.0 / 3
      try followup("S9", [340, 330, 330], nanograms: million)
      try followup("S10", [67, 67, 66], nanograms: million)
      try followup("S10-LESS", [67, 66, 66], nanograms: million)
      try followup("S11", [0, 0, 0], subject: "P2")
      let replaced = Self.otherV + "GGT" + Self.stem
      try followup("S13", [0, 0, 0], adding: [(replaced, 6_000)], plasmaCells: "6")
      try followup("S16-LOCAL", [0, 0, 0], lab: "SITE,LOCAL")
      rows.append("S16-CENTRAL,,,P1,FU,BM,S16-LOCAL,,1,,,,HUB,CENTRAL,,F")
      try followup("S22", [0, 0, 0], adding: [(Self.otherV + Self.otherStem, 6_000)])
      try followup("S23", [67, 67, 66])
      let whole = try Data(contentsOf: URL(filePath: Patient.files("P1-FU4", 1)[0]))
      try whole.prefix(whole.count / 2).write(to: URL(filePath: scratch.path("S23-1_R1.fastq")))
    }

    private mutating func addControls() throws {
      for (name, run, reads) in [("NTC-8", "S8", 3), ("NTC-8-TWO", "S8-TWO", 2)] {
        let files = try SimulatedLibrary([], adding: [(clone, reads)]).write(name, in: scratch)
        addRow(name, files, subject: "", role: "NTC", run: run, 1, 0)
      }
    }

    /// Three PCRs with reads of the clone and of the spike.
    private mutating func followup(
      _ name: String,
      _ cloneReads: [Int],
      spikes: [Int] = [2_000, 2_000, 2_000],
      adding more: [(bases: String, pairs: Int)] = [],
      nanograms: Double = 700,
      subject: String = "P1",
      plasmaCells: String = "",
      lab: String = ","
    ) throws {
      for (place, reads) in cloneReads.enumerated() {
        try add(
          name,
          [(clone, reads), (spike, spikes[place])] + more,
          subject: subject,
          role: "FU",
          run: name,
          place + 1,
          nanograms,
          plasmaCells: plasmaCells,
          lab: lab
        )
      }
    }

    private mutating func add(
      _ name: String,
      _ more: [(bases: String, pairs: Int)],
      subject: String,
      role: String,
      run: String,
      _ replicate: Int,
      _ nanograms: Double,
      plasmaCells: String = "",
      lab: String = ","
    ) throws {
      let spikes = role == "DX" ? [(bases: spike, pairs: 2_000)] : []
      let files = try SimulatedLibrary(background, adding: more + spikes)
        .write("\(name)-\(replicate)", in: scratch)
      addRow(
        name,
        files,
        subject: subject,
        role: role,
        run: run,
        replicate,
        nanograms,
        plasmaCells: plasmaCells,
        lab: lab
      )
    }

    private mutating func addRow(
      _ name: String,
      _ files: [String],
      subject: String,
      role: String,
      run: String,
      _ replicate: Int,
      _ nanograms: Double,
      plasmaCells: String = "",
      lab: String = ","
    ) {
      rows.append(
        "\(name),\(files[0]),\(files[1]),\(subject),\(role),BM,\(name),,\(replicate),"
          + "\(nanograms),\(run),1,\(lab),\(plasmaCells),T"
      )
    }
  }
}
