import Diagnostics

/// Works on some items, up to `limit` at once.
///
/// - Parameters:
///   - items: What to work on.
///   - limit: How many at once, at least 1.
///   - body: The work on one item.
/// - Returns: The outputs in the order of the items, whatever finished first.
func runJobs<Item: Sendable, Output: Sendable>(
  _ items: [Item],
  limit: Int,
  _ body: @escaping @Sendable (Item) async -> Output
) async -> [Output] {
  await withTaskGroup { group in
    var outputs = [Output?](repeating: nil, count: items.count)
    var started = 0
    while started < min(max(1, limit), items.count) {
      let place = started
      group.addTask { (place, await body(items[place])) }
      started += 1
    }
    while let (place, output) = await group.next() {
      outputs[place] = output
      guard started < items.count else { continue }
      let next = started
      group.addTask { (next, await body(items[next])) }
      started += 1
    }
    return outputs.compactMap(\.self)
  }
}

extension Result where Failure == Diagnostic {
  /// What became of asynchronous work.
  init(_ work: () async throws(Diagnostic) -> Success) async {
    do throws(Diagnostic) {
      self = .success(try await work())
    } catch {
      self = .failure(error)
    }
  }
}
