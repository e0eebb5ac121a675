import FuzzedReading

/// Any bytes after the first ones of a FASTA file are read or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readFuzzed(prefix: Array(">".utf8), start, count)
  return 0
}
