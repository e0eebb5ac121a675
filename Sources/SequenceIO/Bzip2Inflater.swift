import CompressionShims

/// Decompresses bzip2 streams with libbz2, checksums included.
@safe
final class Bzip2Inflater: Codec {
  private let stream: UnsafeMutablePointer<bz_stream>
  private var isOpen = false

  init() {
    // SAFETY: memory for exactly one stream, initialised here and freed in deinit only; its
    // address never changes, as libbz2 demands.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
    restart()
  }

  deinit {
    close()
    // SAFETY: allocated in init, closed above, and nothing else keeps the pointer.
    unsafe stream.deallocate()
  }

  func restart() {
    close()
    // SAFETY: the stream is not open, so that its fields may be reset; libbz2 allocates its own
    // state with malloc and frees it in `close`.
    unsafe stream.pointee = bz_stream()
    isOpen = unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
  }

  func decode(
    _ input: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) throws(CodecFault) -> CodecProgress {
    precondition(isOpen, "libbz2 could not allocate its state")
    var status: CInt = BZ_OK
    var consumed = 0
    // SAFETY: libbz2 reads `avail_in` bytes from `next_in` and writes `avail_out` bytes to
    // `next_out`; both are set to the bounds of the buffers, which live during the call.
    unsafe input.withUnsafeBufferPointer { bytes in
      unsafe output.withUnsafeMutableBufferPointer { buffer, filled in
        let source = unsafe UnsafeMutablePointer(mutating: bytes.baseAddress)
        let target = unsafe buffer.baseAddress.map { unsafe $0 + filled }
        unsafe stream.pointee.next_in = unsafe UnsafeMutableRawPointer(source)?
          .assumingMemoryBound(to: CChar.self)
        // SAFETY: the sizes are those of the input and of the free part of the output; libbz2
        // lowers them by what it used.
        unsafe stream.pointee.avail_in = UInt32(bytes.count)
        unsafe stream.pointee.next_out = unsafe UnsafeMutableRawPointer(target)?
          .assumingMemoryBound(to: CChar.self)
        unsafe stream.pointee.avail_out = UInt32(buffer.count - filled)
        status = unsafe BZ2_bzDecompress(stream)
        consumed = unsafe bytes.count - Int(stream.pointee.avail_in)
        filled = unsafe buffer.count - Int(stream.pointee.avail_out)
      }
    }
    switch status {
    case BZ_OK: return CodecProgress(consumed: consumed, isMemberEnd: false)
    case BZ_STREAM_END: return CodecProgress(consumed: consumed, isMemberEnd: true)
    case BZ_DATA_ERROR_MAGIC: throw .noMember
    default: throw .damaged
    }
  }

  private func close() {
    guard isOpen else { return }
    // SAFETY: the stream was opened by BZ2_bzDecompressInit and not closed since.
    unsafe BZ2_bzDecompressEnd(stream)
    isOpen = false
  }
}
