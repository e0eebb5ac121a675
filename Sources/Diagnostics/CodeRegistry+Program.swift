extension CodeRegistry {
  /// Errors of the command line, of files and of the program itself.
  static let programErrors: [RegisteredCode] = [
    RegisteredCode(
      "RUN-USAGE",
      .usage,
      meaning: "The command line asks for something that cannot be done.",
      remedy: "See the command's --help."
    ),
    RegisteredCode(
      "RUN-INTERNAL",
      .internalFault,
      meaning: "The program broke one of its own rules.",
      remedy: "Report it with the command line and the version."
    ),
    RegisteredCode(
      "RUN-INTERRUPTED",
      .interrupted,
      meaning: "The run was stopped before its end.",
      remedy: "Nothing was written; run the command again."
    ),
    RegisteredCode(
      "FILE-MISSING",
      .missingInput,
      meaning: "An input file does not exist or may not be read.",
      remedy: "Check the path and its permissions."
    ),
    RegisteredCode(
      "FILE-EXISTS",
      .cannotCreate,
      meaning: "The results are already there.",
      remedy: "Choose another folder or add --force to replace them."
    ),
    RegisteredCode(
      "FILE-CREATE",
      .cannotCreate,
      meaning: "A result file or folder cannot be created.",
      remedy: "Check that the folder exists and may be written to."
    ),
    RegisteredCode(
      "FILE-WRITE",
      .inputOutput,
      meaning: "Writing a result failed half-way.",
      remedy: "Check the free space of the disk; no partial result was left."
    ),
    RegisteredCode(
      "FILE-READ",
      .inputOutput,
      meaning: "Reading an input failed half-way.",
      remedy: "Check the disk or the network share and run again."
    ),
    RegisteredCode(
      "ASSAY-SYNTAX",
      .data,
      meaning: "The assay file is not what the assay schema asks for.",
      remedy: "Correct the named field."
    ),
    RegisteredCode(
      "RECORD-SYNTAX",
      .data,
      meaning: "A JSON record is damaged or of another schema version.",
      remedy: "Use the file as 'clonetrack baseline' wrote it."
    ),
  ]
}
