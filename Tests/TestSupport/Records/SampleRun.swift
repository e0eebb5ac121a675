package import Records

/// A run record made up for the tests.
package enum SampleRun {
  package static let finished = RunRecord(
    programVersion: "0.1.0",
    versions: ["germline": "IGH 9, IGK 4, IGL 3", "swift": "6.3.1"],
    commandLine: ["clonetrack", "baseline", "-1", "-", "-o", "results"],
    parameters: ["baseline.tierA": "0.05", "match.igh_mismatch": "1"],
    inputs: [RunRecord.FileRecord(path: "-", size: nil, sha256: nil)],
    results: [
      RunRecord.FileRecord(path: "baseline.json", size: 6_200, sha256: SampleBaseline.digest)
    ],
    counts: SampleBaseline.found.counts,
    started: "2026-01-31T23:59:58Z",
    ended: "2026-02-01T00:00:01.5Z",
    wallSeconds: 3.5,
    peakMemoryBytes: nil,
    threads: 2
  )
}
