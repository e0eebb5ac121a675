extension LocusClass {
  /// The reads of each class that has any; folded reads count.
  package static func reads(of clonotypes: some Sequence<Clonotype>) -> [LocusClass: Int] {
    clonotypes.reduce(into: [:]) { reads, clonotype in
      reads[LocusClass(clonotype.type), default: 0] += clonotype.duplicateCount
    }
  }
}
