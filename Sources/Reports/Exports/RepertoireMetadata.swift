import Clonotyping
package import Records

/// Samples as an AIRR Data File of schema 2.0, one repertoire a sample.
///
/// The schema is that of the AIRR Community (Vander Heiden and others 2018,
/// doi:10.3389/fimmu.2018.02206).
///
/// What the program does not know is `null`, as the schema wants it.
package enum RepertoireMetadata {
  /// The file.
  ///
  /// - Parameter samples: The samples, each with the place of its table relative to the file.
  /// - Returns: The file as JSON.
  package static func document(_ samples: [(visit: FinishedVisit, table: String)]) -> JSONNode {
    .object([
      "Info": .object([
        "title": .text("Repertoires of clonetrack"), "version": .text("2.0"),
        "description": .text("Samples with their rearrangement tables"),
      ]),
      "Repertoire": .list(samples.map { repertoire($0.visit, table: $0.table) }),
    ])
  }

  private static func repertoire(_ visit: FinishedVisit, table: String) -> JSONNode {
    .object([
      "repertoire_id": .text(visit.sample),
      "repertoire_name": .text(visit.title),
      "repertoire_description": .null,
      "study": .object([
        "study_id": .optional(visit.metadata["study"]), "study_title": .null,
        "study_type": nothing, "study_description": .null, "inclusion_exclusion_criteria": .null,
        "grants": .null, "contributors": .list([]), "pub_ids": .list([]),
        "keywords_study": .list([.text("contains_ig")]),
      ]),
      "subject": subject(visit),
      "sample": .list([sample(visit)]),
      "data_processing": .list([processing(visit, table: table)]),
    ])
  }

  private static let nothing = term(nil, nil)

  /// A term of an ontology.
  private static func term(_ id: String?, _ label: String?) -> JSONNode {
    .object(["id": .optional(id), "label": .optional(label)])
  }

  private static func subject(_ visit: FinishedVisit) -> JSONNode {
    .object([
      "subject_id": .text(visit.subject), "synthetic": .flag(false),
      "species": term("NCBITAXON:9606", "Homo sapiens"), "sex": .null, "age": .null,
      "age_event": .null, "ancestry_population": nothing, "location_birth": nothing,
      "ethnicity": .null, "race": .null, "strain_name": .null, "linked_subjects": .null,
      "link_type": .null,
      "diagnosis": .list([
        .object([
          "study_group_description": .null, "diagnosis_timepoint": .null,
          "disease_diagnosis": term("DOID:9538", "multiple myeloma"), "disease_length": .null,
          "disease_stage": .null, "prior_therapies": .null, "immunogen": .null,
          "intervention": .null, "medical_history": .null,
        ])
      ]),
    ])
  }

  private static func sample(_ visit: FinishedVisit) -> JSONNode {
    let tissue: JSONNode =
      switch visit.metadata["specimen"] {
      case "BM": term("UBERON:0002371", "bone marrow")
      case "PB": term("UBERON:0000178", "blood")
      default: nothing
      }
    let isEnriched = visit.metadata["enriched"] == "T"
    return .object([
      "sample_processing_id": .null, "sample_id": .text(visit.sample), "sample_type": .null,
      "tissue": tissue, "anatomic_site": .null,
      "disease_state_sample": .optional(visit.metadata["role"]),
      "collection_time_point_relative": .null, "collection_location": nothing,
      "biomaterial_provider": .optional(visit.metadata["lab"]), "tissue_processing": .null,
      "cell_subset": isEnriched ? term("CL:0000786", "plasma cell") : nothing,
      "cell_phenotype": .null, "cell_label": .null, "cell_species": nothing,
      "single_cell": .flag(false), "cell_number": cells(visit), "cells_per_reaction": .null,
      "cell_storage": .null, "cell_quality": .null, "cell_isolation": .null,
      "cell_processing_protocol": .null, "template_class": .text("DNA"), "template_quality": .null,
      "template_amount": amount(visit), "library_generation_method": .text("PCR"),
      "library_generation_protocol": .text(visit.assay.name),
      "library_generation_kit_version": .null, "pcr_target": .list(targets(visit)),
      "complete_sequences": .text("partial"), "physical_linkage": .text("none"),
      "sequencing_run_id": .optional(visit.metadata["run"]),
      "total_reads_passing_qc_filter": visit.counts.first.map { .whole($0.output) } ?? .null,
      "sequencing_platform": .null, "sequencing_facility": .optional(visit.metadata["lab"]),
      "sequencing_run_date": .optional(visit.metadata["run_date"]), "sequencing_kit": .null,
      "sequencing_files": files(visit),
    ])
  }

  private static func cells(_ visit: FinishedVisit) -> JSONNode {
    visit.followup?.result.cellEquivalents.map { .whole(Int($0.rounded())) } ?? .null
  }

  private static func amount(_ visit: FinishedVisit) -> JSONNode {
    let masses = visit.followup?.replicates.compactMap(\.dnaNg) ?? []
    guard !masses.isEmpty else { return .null }
    return .object([
      "physical_quantity": .number(masses.reduce(0, +)),
      "physical_unit": term("UO:0000024", "nanogram"),
    ])
  }

  private static func targets(_ visit: FinishedVisit) -> [JSONNode] {
    let loci = Set(visit.repertoire.map { String($0.locusClass.rawValue.prefix(3)) }).sorted()
    return loci.map { locus in
      .object([
        "pcr_target_locus": .text(locus), "forward_pcr_primer_target_location": .null,
        "reverse_pcr_primer_target_location": .null,
      ])
    }
  }

  /// The names of the read files without their folders.
  private static func files(_ visit: FinishedVisit) -> JSONNode {
    let names = (visit.run?.inputs ?? []).compactMap { file in
      file.path.split(separator: "/").last.map(String.init)
    }.filter { !$0.hasSuffix(".json") && $0 != "-" }
    let format: String? = names.first.map {
      $0.contains(".fa") && !$0.contains(".fastq") ? "fasta" : "fastq"
    }
    let isPaired = names.count > 1 && names.count.isMultiple(of: 2)
    return .object([
      "sequencing_data_id": .null, "file_type": .optional(format),
      "filename": .optional(names.first), "read_direction": isPaired ? .text("forward") : .null,
      "read_length": .null, "paired_filename": isPaired ? .text(names[1]) : .null,
      "paired_read_direction": isPaired ? .text("reverse") : .null, "paired_read_length": .null,
      "index_filename": .null, "index_length": .null,
    ])
  }

  private static func processing(_ visit: FinishedVisit, table: String) -> JSONNode {
    .object([
      "data_processing_id": .text("\(visit.sample)-clonetrack"), "primary_annotation": .flag(true),
      "software_versions": .text("clonetrack \(visit.programVersion)"),
      "paired_reads_assembly": .text("by the probability of the overlap"),
      "quality_thresholds": .null, "primer_match_cutoffs": .null,
      "collapsing_method": .text("errors joined to their parent by distance, abundance, quality"),
      "data_processing_protocols": .text("threshold profile \(visit.profile.id)"),
      "data_processing_files": .list([.text(table)]),
      "germline_database": .text("\(visit.germline.name) (\(visit.germline.version))"),
      "germline_set_ref": .null, "analysis_provenance_id": .null,
    ])
  }
}
