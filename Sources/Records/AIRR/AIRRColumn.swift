/// The columns of the Rearrangement TSV files, in the order they are written: AIRR's in the order
/// of its schema, then the program's own, which start with `ct_`.
///
/// Raw values are the column names. The fourteen columns the schema requires are among them.
package enum AIRRColumn: String, CaseIterable, Hashable, Sendable {
  /// The read's name.
  case sequenceID = "sequence_id"
  /// The read as given, even if everything else refers to its reverse complement.
  case sequence
  /// Whether all positions and derived sequences refer to the reverse complement of `sequence`.
  case revComp = "rev_comp"
  /// Whether the rearrangement can be translated; empty without a junction.
  case productive
  /// Whether V and J share one reading frame; empty without a junction.
  case vjInFrame = "vj_in_frame"
  /// Whether the reading frame holds a stop codon; empty without a junction.
  case stopCodon = "stop_codon"
  /// Whether insertions or deletions break the reading frame of V.
  case vFrameshift = "v_frameshift"
  /// Whether the alignment spans V from its first codon to J's last complete one.
  case completeVDJ = "complete_vdj"
  /// The locus; empty if the read is no rearrangement.
  case locus
  /// V alleles, comma-separated; empty without a V.
  case vCall = "v_call"
  /// D alleles, comma-separated; empty without a D.
  case dCall = "d_call"
  /// Alleles of the D next to J in a D–D fusion; empty where there is one D.
  case d2Call = "d2_call"
  /// J alleles, comma-separated; empty without a J, so in every Kde rearrangement.
  case jCall = "j_call"
  /// The read's side of the alignment.
  case sequenceAlignment = "sequence_alignment"
  /// The germline's side of the alignment, `N` for np bases.
  case germlineAlignment = "germline_alignment"
  /// Bases from Cys104 to Trp/Phe118.
  case junction
  /// The junction's amino acids.
  case junctionAA = "junction_aa"
  /// Bases between V and D, or V and J.
  case np1
  /// Bases between D and J, or between the two D.
  case np2
  /// Bases between the second D and J.
  case np3
  /// The V alignment's score, nats.
  case vScore = "v_score"
  /// The V alignment's identity outside primers, `0...1`.
  case vIdentity = "v_identity"
  /// The V alignment over the whole read.
  case vCigar = "v_cigar"
  /// The D alignment's score, nats.
  case dScore = "d_score"
  /// The D alignment's identity, `0...1`.
  case dIdentity = "d_identity"
  /// The D alignment over the whole read.
  case dCigar = "d_cigar"
  /// The second D alignment's score, nats.
  case d2Score = "d2_score"
  /// The second D alignment's identity, `0...1`.
  case d2Identity = "d2_identity"
  /// The second D alignment over the whole read.
  case d2Cigar = "d2_cigar"
  /// The J alignment's score, nats.
  case jScore = "j_score"
  /// The J alignment's identity outside primers, `0...1`.
  case jIdentity = "j_identity"
  /// The J alignment over the whole read.
  case jCigar = "j_cigar"
  /// First base of V in the read, 1-based.
  case vSequenceStart = "v_sequence_start"
  /// Last base of V in the read, 1-based.
  case vSequenceEnd = "v_sequence_end"
  /// First base aligned of the V allele, 1-based.
  case vGermlineStart = "v_germline_start"
  /// Last base aligned of the V allele, 1-based.
  case vGermlineEnd = "v_germline_end"
  /// First base of D in the read, 1-based.
  case dSequenceStart = "d_sequence_start"
  /// Last base of D in the read, 1-based.
  case dSequenceEnd = "d_sequence_end"
  /// First base aligned of the D allele, 1-based.
  case dGermlineStart = "d_germline_start"
  /// Last base aligned of the D allele, 1-based.
  case dGermlineEnd = "d_germline_end"
  /// First base of the second D in the read, 1-based.
  case d2SequenceStart = "d2_sequence_start"
  /// Last base of the second D in the read, 1-based.
  case d2SequenceEnd = "d2_sequence_end"
  /// First base aligned of the second D allele, 1-based.
  case d2GermlineStart = "d2_germline_start"
  /// Last base aligned of the second D allele, 1-based.
  case d2GermlineEnd = "d2_germline_end"
  /// First base of J in the read, 1-based.
  case jSequenceStart = "j_sequence_start"
  /// Last base of J in the read, 1-based.
  case jSequenceEnd = "j_sequence_end"
  /// First base aligned of the J allele, 1-based.
  case jGermlineStart = "j_germline_start"
  /// Last base aligned of the J allele, 1-based.
  case jGermlineEnd = "j_germline_end"
  /// Bases of the junction.
  case junctionLength = "junction_length"
  /// Bases of `np1`.
  case np1Length = "np1_length"
  /// Bases of `np2`.
  case np2Length = "np2_length"
  /// Bases of `np3`.
  case np3Length = "np3_length"
  /// Identical reads the row stands for.
  case duplicateCount = "duplicate_count"
  /// The clonotype the row belongs to.
  case cloneID = "clone_id"
  /// Name, version and sha256 of the germline set.
  case germlineDatabase = "germline_database"
  /// The kind of recombination, which AIRR has no column for: Kde and intron are no genes.
  case ctRearrangementClass = "ct_rearr_class"
  /// Why the read is no rearrangement.
  case ctRejected = "ct_rejected"
  /// Molecules the row stands for.
  case ctTemplates = "ct_templates"
  /// The row's share of the usable reads of its locus class, `0...1`.
  case ctLikeFraction = "ct_f_like"
  /// The probability that one of the V genes called is the V's, `0...1`; empty without a V.
  case ctVConfidence = "ct_v_confidence"
  /// The same for D.
  case ctDConfidence = "ct_d_confidence"
  /// The same for J.
  case ctJConfidence = "ct_j_confidence"
  /// Whether the D lies inverted: its germline positions then count on its reverse complement; empty
  /// without a D.
  case ctDInverted = "ct_d_inverted"
  /// The same for the second D.
  case ctD2Inverted = "ct_d2_inverted"
  /// Whether the V genes called are functional: `F`, or `ORF` (open reading frame) or `P` (pseudogene);
  /// empty without a V.
  case ctVFunctionality = "ct_v_functionality"
}
