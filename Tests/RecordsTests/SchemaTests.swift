import Clonotyping
import Diagnostics
import FoundationEssentials
import Germline
import Monitoring
import Quantification
import Rearrangements
import Records
import TestSupport
import Testing
import Tracking

/// The JSON Schemas at the repository's top name the same fields as the records.
struct SchemaTests {
  @Test func baselineFields() throws {
    try expectFields(of: "baseline", in: SampleBaseline.found.json())
  }

  @Test func followupFields() throws {
    try expectFields(of: "followup", in: SampleFollowup.detected.json())
  }

  @Test func runFields() throws { try expectFields(of: "run", in: SampleRun.finished.json()) }

  @Test func batchFields() throws { try expectFields(of: "batch", in: SampleBatch.run.json()) }

  @Test func verificationFields() throws {
    let fault = Diagnostic(code: "AUDIT-RESULT", message: "other", location: .init(path: "x"))
    let record = VerificationRecord(
      programVersion: "0.1.0",
      folder: "results",
      trail: VerificationRecord.Trail(entries: 1, head: SampleBaseline.digest),
      files: 1,
      faults: [fault]
    )
    #expect(!record.intact)
    try expectFields(of: "verification", in: record.json())
  }

  @Test func reportFields() throws {
    let record = ReportRecord(
      programVersion: "0.1.0",
      output: "out",
      subjects: [.init(subject: "S01", samples: ["a"], page: "S01.html", vidjil: "S01.vidjil")]
    )
    try expectFields(of: "report", in: record.json())
  }

  @Test func germlineFields() throws {
    let set = try GermlineSet.default
    let checked = GermlineVerification(of: set, builtIn: set, statedSHA256: "00")
    var record = GermlineSetRecord(listing: set, withAlleles: true, programVersion: "0.1.0")
    #expect(record.verification == nil)
    #expect(record.alleles?.count == set.alleles.count + set.setApart.count)
    #expect(record.alleles?.count { $0.setApart } == record.setApart)
    record.verification = GermlineSetRecord(checked, programVersion: "0.1.0").verification
    #expect(record.verification?.usable == false && record.verification?.builtIn == true)
    try expectFields(of: "germline", in: record.json())
    let schema = try schema("germline")["$defs"]
    #expect(words(schema?["allele"], "locus") == Locus.allCases.map(\.rawValue))
    #expect(words(schema?["allele"], "segment") == Segment.allCases.map(\.rawValue))
    let functionalities = words(schema?["allele"], "functionality")
    #expect(functionalities == Functionality.allCases.map(\.rawValue))
    let severities = words(schema?["diagnostic"], "severity")
    #expect(severities == Diagnostic.Severity.allCases.map(\.rawValue))
  }

  @Test func batchVocabularies() throws {
    let batch = try schema("batch")
    let sample = batch["$defs"]?["sample"]
    #expect(words(sample, "role") == SampleRole.allCases.map(\.rawValue))
    #expect(words(sample, "state") == BatchRecord.State.allCases.map(\.rawValue))
    #expect(words(sample, "verdict") == BaselineVerdict.allCases.map(\.rawValue) + [nil])
    #expect(words(sample, "call") == SampleCall.allCases.map(\.rawValue) + [nil])
    let sources = [HopEstimate.Source.foreignReads, .prior].map(\.rawValue)
    #expect(words(batch["$defs"]?["hopping"], "source").compactMap(\.self).sorted() == sources)
    #expect(
      batch["$defs"]?["status"]?["enum"]?.items.map(\.text)
        == CutoffStatus.allCases.map(\.rawValue)
    )
  }

  @Test func qualityFields() throws {
    try expectFields(of: "qa", in: SampleQuality.record.json())
  }

  @Test func qualityVocabularies() throws {
    let definitions = try schema("qa")["$defs"]
    let rate = definitions?["rate"]
    #expect(words(rate, "level") == QualityRecord.Level.allCases.map(\.rawValue))
    #expect(words(rate, "dimension") == QualityDimension.allCases.map(\.rawValue))
    #expect(Set(words(rate, "event")) == Set(FailureRates.Event.allCases.map(\.rawValue)))
    let chart = definitions?["control_chart"]
    #expect(words(chart, "quantity") == QualityRecord.ControlQuantity.allCases.map(\.rawValue))
    let rules = definitions?["control_point"]?["properties"]?["rules"]?["items"]?["enum"]
    #expect(rules?.items.map(\.text) == WestgardRule.allCases.map(\.rawValue))
    let group = definitions?["capa_group"]
    #expect(words(group, "dimension") == QualityDimension.clustering.map(\.rawValue))
  }

  @Test func vocabularies() throws {
    let baseline = try schema("baseline")
    let followup = try schema("followup")
    #expect(words(baseline, "verdict") == BaselineVerdict.allCases.map(\.rawValue))
    let clonotype = baseline["$defs"]?["clonotype"]
    #expect(words(clonotype, "tier") == SelectionTier.allCases.map(\.rawValue) + [nil])
    #expect(words(clonotype, "role") == TrackingRole.allCases.map(\.rawValue) + [nil])
    #expect(words(clonotype, "locus") == Locus.allCases.map(\.rawValue))
    #expect(words(clonotype, "rearrangement_type") == RearrangementType.allCases.map(\.rawValue))
    let repertoire = baseline["$defs"]?["repertoire"]
    let classes = LocusClass.allCases.map(\.rawValue)
    #expect(words(repertoire, "locus_class") == classes)
    let control = baseline["$defs"]?["control"]
    #expect(words(control, "kind") == ControlKind.allCases.map(\.rawValue))
    let result = followup["$defs"]?["result"]
    #expect(words(result, "call") == SampleCall.allCases.map(\.rawValue))
    let sources = CellSource.allCases.map(\.rawValue) + [nil]
    #expect(words(result, "cell_source") == sources)
    let quantification = followup["$defs"]?["quantification"]
    #expect(words(quantification, "unit") == CountUnit.allCases.map(\.rawValue))
    let calibration = followup["$defs"]?["calibration"]
    #expect(words(calibration, "fault") == SpikeFit.Fault.allCases.map(\.rawValue) + [nil])
    let annotations = result?["properties"]?["annotations"]?["additionalProperties"]
    let annotationWords = annotations?["items"]?["enum"]?.items.map(\.text)
    #expect(annotationWords == CutoffAnnotation.allCases.map(\.rawValue))
    let status = followup["$defs"]?["status"]?["enum"]?.items.map(\.text)
    #expect(status == CutoffStatus.allCases.map(\.rawValue))
  }

  private func words(_ object: JSONValue?, _ field: String) -> [String?] {
    object?["properties"]?[field]?["enum"]?.items.map(\.text) ?? []
  }

  private func schema(_ name: String) throws -> JSONValue {
    let bytes = try RepositoryFile.bytes("schemas/\(name).schema.json")
    return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  /// Expects every object of the record to have exactly the fields its schema requires.
  private func expectFields(of name: String, in record: [UInt8]) throws {
    let schema = try schema(name)
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(record))
    var checked: Set<String> = []
    compare(value, with: schema, at: name, in: schema["$defs"], checked: &checked)
    let definitions = schema["$defs"]?.fields.keys.filter { $0 != "status" } ?? []
    #expect(checked == Set(definitions), "definitions the sample record exercises")
  }

  private func compare(
    _ value: JSONValue,
    with rule: JSONValue,
    at path: String,
    in definitions: JSONValue?,
    checked: inout Set<String>
  ) {
    // What is not known has no fields to compare.
    let types = rule["type"]?.items ?? []
    if case .other = value, types.contains(.text("null")) { return }
    if let name = rule["$ref"]?.text?.split(separator: "/").last.map(String.init),
      let target = definitions?[name]
    {
      if !value.fields.isEmpty { checked.insert(name) }
      compare(value, with: target, at: path, in: definitions, checked: &checked)
      return
    }
    if let items = rule["items"] {
      for (index, item) in value.items.enumerated() {
        compare(item, with: items, at: "\(path)[\(index)]", in: definitions, checked: &checked)
      }
    }
    guard let properties = rule["properties"], rule["patternProperties"] == nil else {
      guard let members = rule["additionalProperties"] else { return }
      for (key, item) in value.fields {
        compare(item, with: members, at: "\(path).\(key)", in: definitions, checked: &checked)
      }
      return
    }
    let required = Set(rule["required"]?.items.compactMap(\.text) ?? [])
    #expect(Set(value.fields.keys) == required, "fields of \(path)")
    #expect(Set(properties.fields.keys) == required, "properties and required of \(path)")
    for (key, property) in properties.fields {
      guard let item = value[key] else { continue }
      compare(item, with: property, at: "\(path).\(key)", in: definitions, checked: &checked)
    }
  }
}
