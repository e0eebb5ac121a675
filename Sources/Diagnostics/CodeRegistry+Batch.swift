extension CodeRegistry {
  /// Errors of sample sheets and of the audit trail.
  static let batchErrors: [RegisteredCode] = [
    RegisteredCode(
      "SHEET-SYNTAX",
      .data,
      meaning: "The sample sheet is not what the program can work with.",
      remedy: "Correct the named row and column."
    ),
    RegisteredCode(
      "SHEET-PERSON",
      .data,
      meaning: "The sample sheet holds what looks like a person's name, birth date or number.",
      remedy: "Name samples and subjects by study codes and keep the key outside of the sheet."
    ),
    RegisteredCode(
      "FILE-LOCKED",
      .cannotCreate,
      meaning: "Another process is working in the result folder.",
      remedy: "Wait until it has ended, or choose another folder."
    ),
    RegisteredCode(
      "FILE-UNLOCKED",
      .finding(.warning),
      meaning: "The file system cannot keep a second run out of the result folder.",
      limit: "a file system that locks files",
      remedy: "See that no other run writes to this folder at the same time."
    ),
    RegisteredCode(
      "AUDIT-SUPERSEDE",
      .cannotCreate,
      meaning: "Results that were recorded in the audit trail would change.",
      remedy: "Add --supersede with the reason; the old results are kept."
    ),
    RegisteredCode(
      "AUDIT-CHAIN",
      .data,
      meaning: "The audit trail was changed after it was written.",
      remedy: "Restore the trail from a copy and find out who changed it."
    ),
    RegisteredCode(
      "AUDIT-RESULT",
      .data,
      meaning: "A file is not the one that the audit trail or the run record names.",
      remedy: "Restore the file from a copy or repeat the run."
    ),
  ]
}
