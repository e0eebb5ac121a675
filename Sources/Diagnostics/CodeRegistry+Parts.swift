extension CodeRegistry {
  /// Errors of counts that were made shard by shard.
  static let partErrors: [RegisteredCode] = [
    RegisteredCode(
      "PART-FILE",
      .data,
      meaning: "A file is no whole part of a sample's counts.",
      remedy: "Count the shard again with 'clonetrack count'."
    ),
    RegisteredCode(
      "PART-SETTINGS",
      .data,
      meaning: "A part was counted with another program, assay or baseline than it is merged with.",
      remedy: "Merge with what all parts were counted with, or count the shard again."
    ),
    RegisteredCode(
      "PART-READS",
      .data,
      meaning: "A part was counted from other reads than the first part.",
      remedy: "Give the parts of one sample, all counted from the same files."
    ),
    RegisteredCode(
      "PART-SHARD",
      .data,
      meaning: "A shard of the sample is missing, is there twice or is of another division.",
      remedy: "Give each shard of one division once."
    ),
  ]
}
