import Counting
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Workflows

// make mutation: asked
/// What `assay.yaml` must not hold, with the whole text of each refusal.
@Suite("Faults of an assay file")
struct AssayFaultTests {
  /// A change of the patient's assay file and what must be said about it.
  struct Fault: CustomTestStringConvertible, Sendable {
    var name: String
    var old: String
    var new: String
    var line: Int?
    var message: String
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "unknown field",
      old: "pg_per_genome: 6.5",
      new: "pg_per_genom: 6.5",
      line: 4,
      message: "pg_per_genom is no field of the file, expected one of name, profile, "
        + "thresholds, pg_per_genome, v_amp, primer_factors, blank_reads_per_million, umi, "
        + "read_layout, loci, controls"
    ),
    Fault(
      name: "unknown threshold",
      old: "pg_per_genome: 6.5",
      new: "pg_per_genome: 6.5\nthresholds: {quant.v_ampl: 0.8}",
      line: 5,
      message: "there is no threshold 'quant.v_ampl', expected a name such as quant.v_amp"
    ),
    Fault(
      name: "threshold of another kind",
      old: "pg_per_genome: 6.5",
      new: "pg_per_genome: 6.5\nthresholds: {quant.combine: best}",
      line: 5,
      message: "the threshold quant.combine cannot be 'best'"
    ),
    Fault(
      name: "primer factor of zero",
      old: "pg_per_genome: 6.5",
      new: "pg_per_genome: 6.5\nprimer_factors: {IGHV3: 0}",
      line: 5,
      message: "primer_factors.IGHV3 is '0', expected a number from 0.001 to 1000"
    ),
    Fault(
      name: "wrong kind",
      old: "  - name: IC2\n    kind: spike",
      new: "  - name: IC2\n    kind: spikes",
      line: 37,
      message: "kind is 'spikes', expected spike or genomic"
    ),
    Fault(
      name: "bad base",
      old: "sequence: CTTACCTGAGGAGACGGTGACC",
      new: "sequence: CTTACCTGAGGAGACGGTGACX",
      line: 19,
      message: "sequence holds a letter that is no base, expected A, C, G, T or N"
    ),
    Fault(
      name: "missing field",
      old: "    copies_per_replicate: 45\n",
      new: "",
      line: 31,
      message: "controls[1] lacks the field copies_per_replicate"
    ),
    Fault(
      name: "duplicate control",
      old: "- name: IC2",
      new: "- name: IC1",
      line: 36,
      message: "control IC1 is named twice"
    ),
    Fault(
      name: "number out of range",
      old: "copies_per_replicate: 30",
      new: "copies_per_replicate: none",
      line: 39,
      message: "copies_per_replicate is 'none', expected a number from 1 to 1000000000"
    ),
    Fault(
      name: "unknown type",
      old: "  - rearrangement_type: IGK_VKDE",
      new: "  - rearrangement_type: IGK_KDE",
      line: 20,
      message: "rearrangement_type is 'IGK_KDE', expected one of IGH_VDJ, IGH_DJ, IGK_VJ, "
        + "IGK_VKDE, IGK_INTRKDE, IGL_VJ"
    ),
    Fault(
      name: "unknown profile",
      old: "profile: clonetrack-mm-v1",
      new: "profile: clonetrack-mm-v2",
      line: 3,
      message: "profile is 'clonetrack-mm-v2', expected clonetrack-mm-v1"
    ),
    Fault(
      name: "UMIs",
      old: "umi: null",
      new: "umi: NNNNNNNN",
      line: 5,
      message: "umi is no mapping, expected the fields read, length"
    ),
    Fault(
      name: "UMIs of a third mate",
      old: "umi: null",
      new: "umi: {read: 3, length: 12}",
      line: 5,
      message: "read is '3', expected a whole number from 1 to 2"
    ),
    Fault(
      name: "UMIs without a length",
      old: "umi: null",
      new: "umi: {read: 1}",
      line: 5,
      message: "umi lacks the field length"
    ),
    Fault(
      name: "UMIs that are too short",
      old: "umi: null",
      new: "umi: {read: 1, length: 3}",
      line: 5,
      message: "length is '3', expected a whole number from 4 to 32"
    ),
    Fault(
      name: "no YAML",
      old: "controls:\n",
      new: "controls: [\n",
      line: 31,
      message: "no YAML: did not find expected node content"
    ),
  ]

  @Test("names line, field, what was found and what was expected", arguments: faults)
  func fault(_ fault: Fault) async throws {
    let scratch = try ScratchFolder()
    let text = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
    #expect(text.contains(fault.old))
    try scratch.write(text.replacing(fault.old, with: fault.new, maxReplacements: 1), to: "a.yaml")
    var request = try Patient.request("P1-FU3", output: scratch.path("out"))
    request.assayPath = scratch.path("a.yaml")
    let workflow = BaselineWorkflow(request, subject: Patient.subject)
    let error = try await #require(throws: Diagnostic.self) { try await workflow.run(RunHooks()) }
    let line = fault.line.map { ":\($0)" } ?? ""
    #expect(
      error.description == """
        error[ASSAY-SYNTAX]: \(fault.message)
          --> \(scratch.path("a.yaml"))\(line)
          help: Correct the named field.
        """
    )
    #expect(scratch.names() == ["a.yaml"])
  }

  @Test("an empty file and a file that is not there")
  func noAssay() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "a.yaml")
    var request = try Patient.request("P1-FU3", output: scratch.path("out"))
    request.assayPath = scratch.path("a.yaml")
    let empty = BaselineWorkflow(request, subject: Patient.subject)
    var error = try await #require(throws: Diagnostic.self) { try await empty.run(RunHooks()) }
    #expect(
      error.description == """
        error[ASSAY-SYNTAX]: the file is empty, expected an assay
          --> \(scratch.path("a.yaml"))
          help: Correct the named field.
        """
    )
    request.assayPath = scratch.path("b.yaml")
    let absent = BaselineWorkflow(request, subject: Patient.subject)
    error = try await #require(throws: Diagnostic.self) { try await absent.run(RunHooks()) }
    #expect(
      error.description == """
        error[FILE-MISSING]: the file does not exist
          --> \(scratch.path("b.yaml"))
          help: Check the path and its permissions.
        """
    )
    #expect(scratch.names() == ["a.yaml"])
  }
}
