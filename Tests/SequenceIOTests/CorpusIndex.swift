import Foundation
import Testing

/// What `testdata/fastq/index.json` says about the files of the corpus.
struct CorpusIndex: Decodable {
  struct Valid: Decodable, CustomTestStringConvertible {
    var file: String
    var hasQualities: Bool
    var records: [[String]]
    var testDescription: String { file }
    var path: String { CorpusIndex.folder + "/valid/" + file }
  }

  struct Invalid: Decodable, CustomTestStringConvertible {
    var file: String
    var error: String
    var testDescription: String { file }
    var path: String { CorpusIndex.folder + "/invalid/" + file }
    var expected: String { error.replacing("FILE", with: path) }
  }

  var valid: [Valid]
  var invalid: [Invalid]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "testdata/fastq").path(percentEncoded: false)

  /// The index; a file that cannot be read is one invalid entry that no reader satisfies.
  static let shared: CorpusIndex = {
    do {
      let data = try Data(contentsOf: URL(filePath: folder + "/index.json"))
      return try JSONDecoder().decode(CorpusIndex.self, from: data)
    } catch {
      return CorpusIndex(valid: [], invalid: [Invalid(file: "index.json", error: "\(error)")])
    }
  }()
}
