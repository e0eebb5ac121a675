extension CodeRegistry {
  /// Errors of read files.
  static let readErrors: [RegisteredCode] = fileErrors + recordErrors + mateErrors

  private static let fileErrors: [RegisteredCode] = [
    RegisteredCode(
      "READ-DIRECTORY",
      .missingInput,
      meaning: "A folder was given where a file of reads must be.",
      remedy: "Name the files in the folder, lanes joined with commas."
    ),
    RegisteredCode(
      "READ-FORMAT",
      .data,
      meaning: "A file is neither FASTQ nor FASTA, plain or compressed with gzip or bzip2.",
      remedy: "Convert it to FASTQ, plain or compressed with gzip or bzip2."
    ),
    RegisteredCode(
      "READ-TRUNCATED",
      .data,
      meaning: "A compressed file ends too early: a part of the reads is missing.",
      remedy: "Copy the file again and compare checksums with the original."
    ),
    RegisteredCode(
      "READ-DAMAGED",
      .data,
      meaning: "A compressed file holds bytes that no compressor writes.",
      remedy: "Copy the file again and compare checksums with the original."
    ),
    RegisteredCode(
      "READ-CHECKSUM",
      .data,
      meaning: "The contents of a compressed file differ from what was compressed.",
      remedy: "Copy the file again and compare checksums with the original."
    ),
    RegisteredCode(
      "READ-TRAILING",
      .data,
      meaning: "Bytes that belong to no compressed member follow the last one.",
      remedy:
        "Copy the file again; if the original is the same, remove what follows the last member."
    ),
  ]

  private static let recordErrors: [RegisteredCode] = [
    RegisteredCode(
      "READ-MARKER",
      .data,
      meaning: "A line does not start with the marker its place in a record asks for.",
      remedy: "Check that the file is FASTQ with four lines a record, or FASTA, and is complete."
    ),
    RegisteredCode(
      "READ-WRAPPED",
      .data,
      meaning: "The sequence of a FASTQ record goes over more than one line.",
      remedy: "Write four lines a record, for example with 'seqtk seq -l0'."
    ),
    RegisteredCode(
      "READ-NAME",
      .data,
      meaning: "A record has no name.",
      remedy: "Name every read; mates are recognised by their names."
    ),
    RegisteredCode(
      "READ-LENGTHS",
      .data,
      meaning: "A read has more or fewer quality characters than bases.",
      remedy: "Copy the file again and compare checksums with the original."
    ),
    RegisteredCode(
      "READ-BASE",
      .data,
      meaning: "A sequence holds a byte that is no IUPAC letter of a nucleotide.",
      remedy: "Check that the file holds nucleotide reads without gaps and is intact."
    ),
    RegisteredCode(
      "READ-QUALITY",
      .data,
      meaning: "A quality line holds a byte that is no quality character.",
      remedy: "Check that the file is FASTQ with Phred+33 qualities and is intact."
    ),
    RegisteredCode(
      "READ-INCOMPLETE",
      .data,
      meaning: "A file ends inside a record.",
      remedy: "Copy the file again and compare checksums with the original."
    ),
    RegisteredCode(
      "READ-PHRED64",
      .data,
      meaning: "The qualities are Phred+64, as Illumina wrote them before version 1.8.",
      limit: "over the first 10,000 reads: lowest character ';' to 'J', highest 'O' to 'i'",
      remedy: "Convert the file to Phred+33, for example with 'seqtk seq -VQ64'."
    ),
  ]

  private static let mateErrors: [RegisteredCode] = [
    RegisteredCode(
      "READ-MATES",
      .data,
      meaning: "The two files of a pair do not hold the same reads in the same order.",
      remedy: "Give the two files of one run as the demultiplexer wrote them."
    ),
    RegisteredCode(
      "READ-MATE-MISSING",
      .data,
      meaning: "One of the two files of a pair has fewer reads than the other.",
      remedy: "Copy both files again; filter both mates together."
    ),
    RegisteredCode(
      "READ-SAME-MATE",
      .data,
      meaning: "The same mate was given as the first and as the second one, or a file twice.",
      remedy: "Give the file of first mates with -1 and that of second mates with -2."
    ),
    RegisteredCode(
      "READ-MIXED",
      .data,
      meaning: "One file of a pair is FASTQ and the other FASTA.",
      remedy: "Give both mates in one format."
    ),
    RegisteredCode(
      "READ-LANES",
      .usage,
      meaning: "There are more files of one mate than of the other.",
      remedy: "Give as many files with -2 as with -1, lanes in the same order."
    ),
  ]
}
