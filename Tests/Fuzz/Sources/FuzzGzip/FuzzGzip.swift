import FuzzedReading

/// Any bytes after the first ones of a gzip file are read or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readFuzzed(prefix: [0x1F, 0x8B, 0x08], start, count)
  return 0
}
