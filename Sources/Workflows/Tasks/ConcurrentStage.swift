package import Diagnostics

/// Transforms batches, up to `width` at once, and consumes the outputs in the order of the input.
///
/// At most `width` batches are in memory, so a slow `transform` holds `next` back. With a width of
/// one everything happens on the calling task.
///
/// - Parameters:
///   - width: How many batches to transform at once, at least 1.
///   - next: Gives the next batch; `nil` ends the stage.
///   - transform: Turns a batch into an output; runs on other threads.
///   - consume: Takes the outputs, in input order.
/// - Throws: The first diagnostic, in input order, of `next`, `transform` or `consume`.
package func runStage<Batch: Sendable, Output: Sendable>(
  width: Int,
  next: () throws(Diagnostic) -> Batch?,
  transform: @escaping @Sendable (Batch) throws(Diagnostic) -> Output,
  consume: (Output) throws(Diagnostic) -> Void
) async throws(Diagnostic) {
  precondition(width > 0, "width must be positive, is \(width)")
  if width == 1 {
    while let batch = try next() { try consume(transform(batch)) }
    return
  }
  let outcome = await withTaskGroup { group -> Result<Void, Diagnostic> in
    var finished: [Int: Result<Output, Diagnostic>] = [:]
    var started = 0
    var consumed = 0
    defer { group.cancelAll() }
    do throws(Diagnostic) {
      while true {
        while started < consumed + width, let batch = try next() {
          let ordinal = started
          group.addTask {
            (ordinal, Result { () throws(Diagnostic) in try transform(batch) })
          }
          started += 1
        }
        guard let (ordinal, result) = await group.next() else { return .success(()) }
        finished[ordinal] = result
        while let ready = finished.removeValue(forKey: consumed) {
          try consume(ready.get())
          consumed += 1
        }
      }
    } catch {
      return .failure(error)
    }
  }
  try outcome.get()
}
