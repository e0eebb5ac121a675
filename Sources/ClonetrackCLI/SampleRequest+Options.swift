import Workflows

extension SampleRequest {
  /// The request that the options shared by `baseline` and `followup` make.
  init(
    sample: String,
    dna: DNAMass?,
    _ input: InputOptions,
    _ assay: AssayOptions,
    _ output: OutputOptions,
    _ run: RunOptions
  ) {
    self.init(
      sample: sample,
      replicates: input.replicates,
      assayPath: assay.assay,
      presetName: assay.preset,
      germlinePath: assay.germline,
      dnaNanograms: dna?.nanograms,
      output: output.output,
      force: output.force,
      threads: run.threads,
      commandLine: CommandLine.arguments
    )
  }
}
