// swift-tools-version: 6.2
import PackageDescription

let sequenceIO: Target.Dependency = .product(name: "SequenceIO", package: "clonetrack")

/// A fuzzer of one way to read.
///
/// `swift build -c release --sanitize fuzzer` builds all of them; without that option they do not
/// link. Then `.build/release/<name> -max_total_time=60 <folder of seeds>` runs one.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["FuzzedReading"],
    swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]
  )
}

let package = Package(
  name: "clonetrack-fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "clonetrack", path: "../..")],
  targets: [
    .target(name: "FuzzedReading", dependencies: [sequenceIO]),
    fuzzer("FuzzFASTQ"),
    fuzzer("FuzzFASTA"),
    fuzzer("FuzzGzip"),
  ]
)
