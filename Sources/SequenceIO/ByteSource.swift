public import Diagnostics

/// Where the raw, perhaps compressed, bytes of a file come from.
public protocol ByteSource {
  /// The file as the user named it; errors cite it.
  var path: String { get }

  /// How many bytes there are; `nil` if that is not known beforehand, as with pipes.
  var size: Int? { get }

  /// Appends the next bytes, as many as come at once and have room; none means the end.
  ///
  /// - Throws: A diagnostic if the bytes cannot be read.
  mutating func read(into output: inout OutputSpan<UInt8>) throws(Diagnostic)
}

/// Bytes in memory, handed out in pieces.
public struct MemorySource: ByteSource, Sendable {
  /// The name that errors cite.
  public let path: String
  private let bytes: [UInt8]
  private let pieceLength: Int
  private var position = 0

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - path: The name that errors cite.
  ///   - pieceLength: The most bytes handed out at once, at least 1; `nil` is all of them.
  public init(_ bytes: [UInt8], path: String = "memory", pieceLength: Int? = nil) {
    (self.bytes, self.path) = (bytes, path)
    self.pieceLength = max(1, pieceLength ?? bytes.count)
  }

  /// How many bytes there are.
  public var size: Int? { bytes.count }

  /// Appends the next piece; nothing at the end.
  public mutating func read(into output: inout OutputSpan<UInt8>) {
    let count = min(pieceLength, output.freeCapacity, bytes.count - position)
    append(bytes.span.extracting(position..<position + count), to: &output)
    position += count
  }
}
