import CompressionShims

/// Decompresses gzip members with ISA-L, checksum included.
@safe
final class GzipInflater: Codec {
  private let state: UnsafeMutablePointer<inflate_state>
  private var header = GzipHeader()

  init() {
    // SAFETY: the memory is allocated for exactly one state and freed in deinit only; a state is a
    // C structure that may be all zeros.
    let (size, alignment) = unsafe (
      MemoryLayout<inflate_state>.size, MemoryLayout<inflate_state>.alignment
    )
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    unsafe state = memory.bindMemory(to: inflate_state.self, capacity: 1)
    restart()
  }

  deinit {
    // SAFETY: allocated in init, and nothing else keeps the pointer.
    unsafe state.deallocate()
  }

  func restart() {
    // SAFETY: `state` points to memory for one state; init and reset write its fields. The state
    // has no pointer into its own or other memory that outlives a call of `decode`.
    unsafe isal_inflate_init(state)
    // ISA-L leaves its tables as they are, and damaged data make it look at entries it never set:
    // with zeros, a member meets the same fate whatever was inflated before it.
    unsafe state.pointee.lit_huff_code = inflate_huff_code_large()
    unsafe state.pointee.dist_huff_code = inflate_huff_code_small()
    unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
    header = GzipHeader()
  }

  func decode(
    _ input: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) throws(CodecFault) -> CodecProgress {
    var headerLength = 0
    while !header.isComplete {
      guard headerLength < input.count else {
        return CodecProgress(consumed: headerLength, isMemberEnd: false)
      }
      try header.take(input[headerLength])
      headerLength += 1
    }
    let progress = try inflate(input.extracting(headerLength..<input.count), into: &output)
    return CodecProgress(
      consumed: headerLength + progress.consumed,
      isMemberEnd: progress.isMemberEnd
    )
  }

  /// Decompresses bytes that should be exactly one member.
  ///
  /// - Parameters:
  ///   - member: The bytes.
  ///   - output: Receives the contents, or a part of them.
  /// - Returns: Whether they are one member, its checksum right, and all of it had room.
  func inflate(whole member: Span<UInt8>, into output: inout OutputSpan<UInt8>) -> Bool {
    restart()
    do throws(CodecFault) {
      let progress = try decode(member, into: &output)
      return progress.isMemberEnd && progress.consumed == member.count
    } catch {
      return false
    }
  }

  private func inflate(
    _ input: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) throws(CodecFault) -> CodecProgress {
    var status: CInt = ISAL_DECOMP_OK
    var consumed = 0
    // SAFETY: ISA-L reads `avail_in` bytes from `next_in` and writes `avail_out` bytes to
    // `next_out`; both are set to the bounds of the buffers, which live during the call.
    unsafe input.withUnsafeBufferPointer { bytes in
      unsafe output.withUnsafeMutableBufferPointer { buffer, filled in
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        unsafe state.pointee.avail_in = UInt32(bytes.count)
        unsafe state.pointee.next_out = buffer.baseAddress.map { unsafe $0 + filled }
        unsafe state.pointee.avail_out = UInt32(buffer.count - filled)
        status = unsafe isal_inflate(state)
        clonetrack_clear_upper_halves()
        // SAFETY: ISA-L counted both sizes down by the bytes it read and wrote.
        consumed = unsafe bytes.count - Int(state.pointee.avail_in)
        filled = unsafe buffer.count - Int(state.pointee.avail_out)
      }
    }
    switch status {
    case ISAL_DECOMP_OK, ISAL_END_INPUT, ISAL_OUT_OVERFLOW: break
    case ISAL_INCORRECT_CHECKSUM: throw .checksum
    default: throw .damaged
    }
    // SAFETY: `state` points to memory for one state, which `restart` set.
    let isEnd = unsafe state.pointee.block_state == ISAL_BLOCK_FINISH
    return CodecProgress(consumed: consumed, isMemberEnd: isEnd)
  }
}
