import Foundation

/// A folder of one test with read files of the simulated patient, removed when the value goes away.
final class ReadFixture {
  /// The folder.
  let folder: String
  private let url: URL

  /// Makes an empty folder.
  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "clonetrack-cli-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The folder `testdata/patient`.
  static let patient: String = {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: "testdata/patient").path
  }()

  /// A read file of the patient.
  static func reads(_ sample: String, _ replicate: Int, _ mate: Int) -> String {
    "\(patient)/reads/\(sample)_\(replicate)_R\(mate).fastq.gz"
  }

  /// A path in the folder.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and gives its path.
  func file(_ name: String, _ contents: some Sequence<UInt8>) throws -> String {
    try Data(contents).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Writes a FASTQ file of some reads and gives its path.
  func reads(_ file: String, names: [String], qualities: String = "I") throws -> String {
    let text = names.map { "@\($0)\nACGTACGTAC\n+\n\(String(repeating: qualities, count: 10))\n" }
    return try self.file(file, text.joined().utf8)
  }

  /// Every path below the folder, hidden ones too, sorted.
  func names() -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
  }

  /// The arguments of a baseline over two files, results in `out`.
  func baseline(_ first: String, _ second: String, _ more: String...) -> [String] {
    ["baseline", "-1", first, "-2", second, "--sample", "S", "--subject", "P"] + more
      + ["-o", path("out"), "--quiet"]
  }
}
