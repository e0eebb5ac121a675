import Diagnostics
import Foundation
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Workflows

// make mutation: asked
@Suite("clonetrack plan")
struct PlanTests {
  private static func plan(_ change: (inout PlanRequest) -> Void = { _ in }) throws -> PlanOutcome {
    var request = PlanRequest()
    change(&request)
    return try PlanWorkflow(request).run()
  }

  /// A row of the article "Sensitivity reached", section 3: cells with two digits, micrograms with the digits of the table.
  struct Row: Sendable {
    var templates: Int
    var cells: [String]
    var micrograms: [(String, Int)]
  }

  @Test(
    "prints the cells and DNA of 'Sensitivity reached', section 3",
    arguments: [
      Row(
        templates: 1,
        cells: ["3.0e+04", "3.0e+05", "3.0e+06"],
        micrograms: [("0.19", 2), ("1.95", 2), ("19.5", 1)]
      ),
      Row(
        templates: 2,
        cells: ["4.7e+04", "4.7e+05", "4.7e+06"],
        micrograms: [("0.31", 2), ("3.1", 1), ("30.8", 1)]
      ),
      Row(
        templates: 3,
        cells: ["6.3e+04", "6.3e+05", "6.3e+06"],
        micrograms: [("0.41", 2), ("4.1", 1), ("40.9", 1)]
      ),
    ]
  )
  func table(_ row: Row) throws {
    let needs = try Self.plan().record.cutoffs
    #expect(needs.map(\.cutoff) == [1e-4, 1e-5, 1e-6])
    let amounts = needs.map { $0.byTemplates[row.templates - 1] }
    #expect(amounts.map { String(format: "%.1e", $0.cells) } == row.cells)
    for (amount, expected) in zip(amounts, row.micrograms) {
      #expect(String(format: "%.\(expected.1)f", amount.dnaNanograms / 1_000) == expected.0)
    }
  }

  @Test("prints the rule of thumb of 'Sensitivity reached', section 3")
  func thumb() throws {
    let amounts = try Self.plan().record.cutoffs.map(\.ruleOfThumb)
    #expect(amounts.map(\.cells) == [5e4, 5e5, 5e6])
    #expect(amounts.map(\.dnaNanograms) == [325, 3_250, 32_500])
  }

  @Test(
    "holds as many templates as scipy's gamma.ppf(power, n) asks for",
    arguments: [
      (0.9, 2.302585092994076, 5.322320337834208), (0.99, 4.605170185988089, 8.40594691488547),
    ]
  )
  func power(_ power: Double, one: Double, three: Double) throws {
    let need = try #require(
      try Self.plan {
        ($0.power, $0.cutoffs) = (power, [1e-5])
      }.record.cutoffs.first
    )
    #expect(need.byTemplates[0].cells == (one / 1e-5).rounded(.up))
    #expect(need.byTemplates[2].cells == (three / 1e-5).rounded(.up))
  }

  @Test("the depth of the profile sees 95.6 % of templates: 2.996 / (0.956 · 1e-5) cells")
  func depth() throws {
    let record = try Self.plan().record
    // scipy: nbinom.sf(2, 2, 2 / 22); −ln 0.05 / q / 1e-5.
    #expect(abs(record.singleTemplateDetection - 0.9562188375110989) < 1e-9)
    let cells = try #require(record.cutoffs[1].needed?.cells)
    #expect(abs(cells / (2.995732273553991 / 0.9562188375110989 / 1e-5) - 1) < 0.005)
    #expect(record.minimumReads == 3)
  }

  @Test("what the plan needs, followup accepts, and no cell fewer", arguments: [12.0, 20, 100])
  func boundary(depth: Double) throws {
    let need = try #require(
      try Self.plan {
        ($0.readsPerTemplate, $0.dnaNanograms) = (depth, 700)
      }.record.cutoffs[1].needed
    )
    func statuses(_ nanograms: Double) throws -> [CutoffStatus]? {
      try Self.plan {
        ($0.readsPerTemplate, $0.dnaNanograms) = (depth, nanograms)
        $0.controlCopies = 1_000
      }.record.sample?.statuses["1e-5"]
    }
    #expect(
      try statuses(need.dnaNanograms) == [.positive, .negative, .negativeDetected]
    )
    #expect(try statuses(need.dnaNanograms * 0.9999) == [.positive, .indeterminate])
  }

  @Test("more templates of the clone need more cells")
  func templates() throws {
    let one = try #require(try Self.plan { $0.templates = 1 }.record.cutoffs[0].needed?.cells)
    let three = try #require(try Self.plan { $0.templates = 3 }.record.cutoffs[0].needed?.cells)
    // gamma.ppf(0.95, 3) / gamma.ppf(0.95, 1); one template may need a little less than λ/q.
    #expect(abs(three / one / (6.295793621871988 / 2.995732273553991) - 1) < 0.005)
  }

  @Test("DNA that amplifies by half is needed twice, and reaches half as far")
  func amplifiability() throws {
    let whole = try Self.plan { $0.dnaNanograms = 700 }.record
    let half = try Self.plan { ($0.dnaNanograms, $0.amplifiability) = (700, 0.5) }.record
    #expect(half.cutoffs[0].byTemplates[0].cells == whole.cutoffs[0].byTemplates[0].cells)
    #expect(
      half.cutoffs[0].byTemplates[0].dnaNanograms
        == 2 * whole.cutoffs[0].byTemplates[0].dnaNanograms
    )
    #expect(half.cutoffs[1].replicates == 6)
    #expect(whole.cutoffs[1].replicates == 3)
    #expect(half.sample?.cells == 53_846)
    #expect(whole.sample?.cells == 107_692)
  }

  @Test("acceptance scenarios 1 and 2 as a sample to come")
  func scenarios() throws {
    let sample = try #require(
      try Self.plan { ($0.dnaNanograms, $0.replicates) = (700, 3) }.record.sample
    )
    #expect(sample.cells == 323_077)
    #expect(sample.lod95.map { String(format: "%.1e", $0) } == "9.7e-06")
    #expect(sample.statuses["1e-4"]?.contains(.negative) == true)
    #expect(sample.statuses["1e-5"]?.contains(.negative) == true)
    #expect(sample.statuses["1e-6"] == [.positive, .indeterminate])
    let single = try #require(try Self.plan { $0.dnaNanograms = 700 }.record.sample)
    #expect(single.statuses["1e-4"]?.contains(.negative) == true)
    #expect(single.statuses["1e-5"] == [.positive, .indeterminate])
  }

  @Test("too few reads a template fail however much DNA there is")
  func shallow() throws {
    let outcome = try Self.plan { ($0.dnaNanograms, $0.readsPerTemplate) = (6_500, 9.9) }
    #expect(outcome.record.cutoffs.allSatisfy { $0.needed == nil && $0.replicates == nil })
    #expect(
      outcome.record.sample?.statuses == [
        "1e-4": [.notEvaluable], "1e-5": [.notEvaluable],
        "1e-6": [.notEvaluable],
      ]
    )
    #expect(outcome.findings.map(\.code).contains("QT-DEPTH"))
    #expect(outcome.summary.contains("So few reads a template are never enough (QT-DEPTH)."))
  }

  @Test("reads are those of controls and of rearranged cells")
  func reads() throws {
    let need = try #require(
      try Self.plan {
        ($0.cutoffs, $0.dnaNanograms, $0.rearrangedFraction) = ([1e-5], 1_000, 0.05)
        $0.controlCopies = 200
      }.record.cutoffs.first
    )
    let cells = try #require(need.needed?.cells)
    #expect(need.replicates == 3)
    #expect(need.controlReads == 12_000.0)
    #expect(need.readsPerPercent == 0.01 * cells * 20)
    #expect(need.reads == 12_000 + 0.05 * cells * 20)
  }

  @Test("takes cells and controls from an assay, the option before it")
  func assay() throws {
    let folder = try ScratchFolder()
    let path = folder.path("assay.yaml")
    let spike = String(repeating: "ACGTTGCAAC", count: 12)
    try Data(
      """
      name: Own
      profile: clonetrack-mm-v1
      pg_per_genome: 6.0
      umi: null
      loci: []
      controls:
        - {name: IC1, kind: spike, rearrangement_type: IGH_VDJ, copies_per_replicate: 40, sequence: \(spike)}
        - {name: IC2, kind: spike, rearrangement_type: IGH_VDJ, copies_per_replicate: 60.5, sequence: G\(spike)}
      """.utf8
    ).write(to: URL(filePath: path))
    let own = try Self.plan { $0.assayPath = path }.record
    #expect(own.picogramsPerGenome == 6)
    #expect(own.controlCopies == 100.5)
    #expect(own.assay.name == "Own")
    #expect(own.cutoffs[0].ruleOfThumb.dnaNanograms == 300)
    #expect(
      try Self.plan { ($0.assayPath, $0.controlCopies) = (path, 7) }.record.controlCopies == 7
    )
  }

  @Test("says the whole plan in words")
  func words() throws {
    let text = try Self.plan {
      ($0.cutoffs, $0.dnaNanograms, $0.replicates) = ([1e-4], 700, 3)
      ($0.amplifiability, $0.readsPerTemplate) = (0.8, 100)
    }.summary
    // q = nbinom.sf(2, 2, 2/102) = 0.99775; 2.99573 / q / 1e-4 cells of 6.5 pg. With E = 300 and
    // D = 1.51 the interval of no read ends at 5.62 templates.
    #expect(
      text == """
        Cells and DNA that show a clone as frequent as the cutoff with 95 % (clonetrack-mm-v1)
        6.5 pg a cell, 80 % of the DNA amplifiable, detected from 3 reads on

        cells / DNA                          1e-4
        1 template               29958 / 0.243 µg
        2 templates              47439 / 0.385 µg
        3 templates              62958 / 0.512 µg
        5 cells, rule of thumb   50000 / 0.406 µg
        100 reads a template     30025 / 0.244 µg

        At 100 reads a template 99.8 % of single templates are detected.

        1e-4 needs 30025 cells, 0.244 µg: 1 replicate of 700 ng
          100 control copies in each, 10000 reads of them in all
          30025 reads for each 1 % of the cells that carry a rearrangement

        3 replicates of 700 ng reach:
          258462 nucleated cells, LOD95 1.16e-5, LOQ 3.87e-5
          without a clonal read the 95 % interval ends at 2.18e-5
          CV of 7.09 % from the controls in every level
          1e-4: POS or NEG or NEG_DETECTED

        """
    )
  }

  @Test("the record has every field of its schema, unknown ones as null")
  func json() throws {
    let text = try Self.plan().json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["schema"] as? String == "clonetrack.plan/1")
    #expect(object["amplifiability"] is NSNull)
    #expect(object["sample"] is NSNull)
    #expect(
      object.keys.sorted() == [
        "amplifiability", "assay", "control_copies", "cutoffs", "minimum_reads", "pg_per_genome",
        "power", "profile", "program_version", "reads_per_template", "sample", "schema",
        "single_template_detection", "templates",
      ]
    )
    let schema = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: Patient.folder + "/../../schemas/plan.schema.json"))
      ) as? [String: Any]
    )
    #expect((schema["required"] as? [String])?.sorted() == object.keys.sorted())
  }
}
