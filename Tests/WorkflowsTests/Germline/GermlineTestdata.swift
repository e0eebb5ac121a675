import Foundation

/// The path of a file of `testdata/germline`.
func germlineTestdata(_ name: String, file: String = #filePath) -> String {
  var root = URL(filePath: file)
  for _ in 0..<4 { root.deleteLastPathComponent() }
  return root.appending(path: "testdata/germline/\(name)").path(percentEncoded: false)
}
