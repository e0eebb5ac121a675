import CompressionShims

/// Compresses into gzip members with zlib.
package enum GzipDeflater {
  /// Compresses bytes into one member.
  ///
  /// The member has neither name nor time, so that equal contents give equal bytes.
  ///
  /// - Parameters:
  ///   - contents: The bytes to compress, less than 4 GiB.
  ///   - level: From 0, stored, to 9, smallest.
  /// - Returns: The gzip member.
  package static func member(_ contents: Span<UInt8>, level: Int) -> [UInt8] {
    precondition(contents.count < Int(UInt32.max), "\(contents.count) bytes at once")
    // SAFETY: memory for exactly one stream whose address never changes, as zlib demands; it is
    // closed and freed when this function ends. zlib gets and frees its own memory with malloc.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe clonetrack_gzip_start(stream, CInt(min(max(level, 0), 9)))
    precondition(status == Z_OK, "zlib could not start: \(status)")
    // SAFETY: the stream was started above, and nothing keeps it when the function ends.
    defer {
      unsafe deflateEnd(stream)
      unsafe stream.deallocate()
    }
    // SAFETY: zlib only computes with the settings of the started stream.
    let capacity = unsafe Int(deflateBound(stream, UInt(contents.count)))
    return [UInt8](capacity: capacity) { output in
      // SAFETY: zlib reads `avail_in` bytes from `next_in` and writes `avail_out` bytes to
      // `next_out`; both are set to the bounds of the buffers, which live during the call.
      unsafe contents.withUnsafeBufferPointer { bytes in
        unsafe output.withUnsafeMutableBufferPointer { buffer, filled in
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
          unsafe stream.pointee.avail_in = UInt32(bytes.count)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(buffer.count)
          let status = unsafe deflate(stream, Z_FINISH)
          precondition(status == Z_STREAM_END, "zlib broke its bound: \(status)")
          // SAFETY: zlib counted `avail_out` down by the bytes it wrote.
          filled = unsafe buffer.count - Int(stream.pointee.avail_out)
        }
      }
    }
  }
}
