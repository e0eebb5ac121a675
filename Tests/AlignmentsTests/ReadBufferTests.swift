import Alignments
import Testing

@Suite("Read buffer")
struct ReadBufferTests {
  @Test("turns bases and qualities together")
  func reverseComplement() {
    var buffer = ReadBuffer()
    buffer.codes = [0, 1, 4, 3]
    buffer.qualities = [10, 20, 2, 40]
    buffer.reverseComplement()
    #expect(buffer.codes == [0, 4, 2, 3])
    #expect(buffer.qualities == [40, 2, 20, 10])
    buffer.clear()
    #expect(buffer.count == 0 && buffer.qualities.isEmpty)
  }
}
