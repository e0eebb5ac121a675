extension SequenceReader {
  /// Lets several tasks inflate the blocks of a BGZF file: `advance` asks for it by `starved`.
  ///
  /// Other files are read as before.
  func shareBlocks() { stream.shareBlocks() }

  /// Goes back to being read by one task.
  func keepBlocks() { stream.keepBlocks() }

  /// Claims the next run of blocks; `nil` if none follows or enough are claimed.
  ///
  /// - Returns: The run, which the caller must inflate and deposit.
  func claimRun() -> BlockRun? { stream.claimRun() }

  /// Takes back the contents of a run that was claimed.
  func deposit(_ run: InflatedRun) { stream.deposit(run) }
}
