/// The alignment of two germline sequences from their first to their last bases (Needleman and
/// Wunsch 1970, doi:10.1016/0022-2836(70)90057-4), for the few that need it when a set is built.
enum GlobalAlignment {
  /// The score of two equal bases.
  private static let match = 2
  /// The score of two different bases.
  private static let mismatch = -3
  /// The score of a base without partner.
  ///
  /// Dear enough that alleles that differ by substitutions align without gaps. Bases missing or left
  /// over at the 3′ end cost nothing.
  private static let gap = -8

  /// Which base of `query` stands on each base of `reference`.
  ///
  /// - Returns: For each base of `reference` the 0-based offset of its partner, `nil` where it has
  ///   none; `nil` altogether if a base of `query` that is not behind the end of `reference` has no
  ///   partner.
  /// - Complexity: O(*nm*) time and memory.
  static func columns(of query: [UInt8], on reference: [UInt8]) -> [Int?]? {
    let width = reference.count + 1
    var scores = [Int](repeating: 0, count: (query.count + 1) * width)
    for column in 1..<width { scores[column] = column * gap }
    for row in query.indices.map({ $0 + 1 }) {
      scores[row * width] = row * gap
      for column in 1..<width {
        let pair = query[row - 1] == reference[column - 1] ? match : mismatch
        scores[row * width + column] = max(
          scores[(row - 1) * width + column - 1] + pair,
          scores[(row - 1) * width + column] + (column == width - 1 ? 0 : gap),
          scores[row * width + column - 1] + (row == query.count ? 0 : gap)
        )
      }
    }
    return trace(query: query, reference: reference, scores: scores)
  }

  private static func trace(query: [UInt8], reference: [UInt8], scores: [Int]) -> [Int?]? {
    let width = reference.count + 1
    var columns = [Int?](repeating: nil, count: reference.count)
    var (row, column) = (query.count, reference.count)
    while row > 0 || column > 0 {
      let score = scores[row * width + column]
      if row > 0, column > 0 {
        let pair = query[row - 1] == reference[column - 1] ? match : mismatch
        if score == scores[(row - 1) * width + column - 1] + pair {
          (row, column) = (row - 1, column - 1)
          columns[column] = row
          continue
        }
      }
      if column > 0, score == scores[row * width + column - 1] + (row == query.count ? 0 : gap) {
        column -= 1
      } else {
        guard column == reference.count else { return nil }
        row -= 1
      }
    }
    return columns
  }
}
