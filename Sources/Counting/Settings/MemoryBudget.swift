/// How much of a sample is held in memory before it goes to a file; results do not depend on it.
package struct MemoryBudget: Hashable, Sendable {
  /// Distinct rearrangements that a counting task keeps to itself, about 250 bytes each.
  package var taskRearrangements: Int
  /// Bytes that the table of all tasks may take.
  package var tableBytes: Int
  /// Clonotypes with few reads that are held as objects, of about 1 kB each.
  package var clonotypes: Int

  /// What fits 2 GiB together with the germline set and the clonotypes with many reads, for up to
  /// eight tasks (chosen here, measured in the article on large samples).
  package static let standard = MemoryBudget(
    taskRearrangements: 1 << 18,
    tableBytes: 640 << 20,
    clonotypes: 1 << 18
  )

  /// Creates a budget.
  package init(taskRearrangements: Int, tableBytes: Int, clonotypes: Int) {
    self.taskRearrangements = taskRearrangements
    (self.tableBytes, self.clonotypes) = (tableBytes, clonotypes)
  }
}
