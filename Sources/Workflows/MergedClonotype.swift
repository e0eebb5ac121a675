import Clonotyping
import Reports

/// One clonotype of a subject, with every diagnostic sample that shows it.
struct MergedClonotype: Sendable {
  /// What is tracked: the sample's record whose signature most samples have.
  var record: BaselineRecord.Clonotype
  /// The samples that show it, in the order of the records.
  var samples: [String]
}

extension MergedClonotype {
  /// The index clonotypes of several diagnostic samples of one subject as one list.
  ///
  /// Clonotypes of one family are one: the same type and signature, or genes in common and
  /// junctions that are equal or of one length with at most one base in ten (or two) different
  /// (article "Index selection", section 6). It is primary if it is in any sample; the signature is the one that most
  /// samples have, of equally many the first. The list is ordered as at baseline and holds at most
  /// `maxTracked` primary clonotypes.
  static func merged(
    _ records: [BaselineRecord],
    _ criteria: SelectionCriteria
  ) -> [MergedClonotype] {
    guard records.count > 1 else {
      return records.flatMap { record in
        record.clonotypes.map { MergedClonotype(record: $0, samples: [record.sample]) }
      }
    }
    var families: [[Member]] = []
    for record in records {
      for clonotype in record.clonotypes {
        let member = Member(clonotype: clonotype, sample: record.sample)
        // Two clonotypes of one sample were told apart there.
        let family = families.firstIndex { family in
          !family.contains { $0.sample == member.sample }
            && family.contains(where: member.isRelated)
        }
        if let family {
          families[family].append(member)
        } else {
          families.append([member])
        }
      }
    }
    let ranked = families.map { MergedClonotype($0) }.enumerated().sorted {
      let (left, right) = (key($0.element.record), key($1.element.record))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
    var primaries = 0
    let kept = ranked.filter { clone in
      guard clone.record.role == .primary else { return true }
      primaries += 1
      return primaries <= criteria.maxTracked
    }
    return named(kept)
  }

  private struct Member {
    var clonotype: BaselineRecord.Clonotype
    var sample: String

    func isRelated(to other: Member) -> Bool { clonotype.isRelated(to: other.clonotype) }
  }

  private init(_ family: [Member]) {
    let votes = family.map { member in
      Set(family.filter { $0.clonotype.signature == member.clonotype.signature }.map(\.sample))
        .count
    }
    let most = votes.max() ?? 0
    var record = family[votes.firstIndex(of: most) ?? 0].clonotype
    let all = family.map(\.clonotype)
    if all.contains(where: { $0.role == .primary }) { record.role = .primary }
    record.tier = all.contains { $0.tier == .a } ? .a : record.tier
    record.likeFraction = all.map(\.likeFraction).max() ?? record.likeFraction
    record.cloneID = all[0].cloneID
    var samples: [String] = []
    for member in family where !samples.contains(member.sample) { samples.append(member.sample) }
    self.init(record: record, samples: samples)
  }

  private static func key(_ clonotype: BaselineRecord.Clonotype) -> (Int, Int, Double, Double) {
    (
      LocusClass(clonotype.rearrangementType).rank, clonotype.tier == .a ? 0 : 1,
      clonotype.expectedBackground ?? .infinity, -clonotype.likeFraction
    )
  }

  /// Clones of two samples may bear one identifier; the later in the list gets the next free number.
  private static func named(_ clones: [MergedClonotype]) -> [MergedClonotype] {
    var taken: Set<String> = []
    return clones.map { clone in
      var clone = clone
      let stem = clone.record.cloneID.split(separator: ".").dropLast().joined(separator: ".")
      var number = 1
      while !taken.insert(clone.record.cloneID).inserted {
        number += 1
        clone.record.cloneID = "\(stem).\(number)"
      }
      return clone
    }
  }
}

extension BaselineRecord.Clonotype {
  /// Whether two clonotypes are one rearrangement, perhaps mutated since.
  fileprivate func isRelated(to other: Self) -> Bool {
    guard rearrangementType == other.rearrangementType else { return false }
    if signature.contains(other.signature) || other.signature.contains(signature) { return true }
    guard shareGene(vCall, other.vCall), shareGene(jCall, other.jCall) else { return false }
    if let junction, let theirs = other.junction {
      return Self.isNear(Array(junction.utf8), Array(theirs.utf8))
    }
    guard junction == nil, other.junction == nil else { return false }
    return Self.isNear(recombined, other.recombined)
  }

  /// The recombined bases with as much on both sides as any signature has.
  private var recombined: [UInt8] {
    let bases = Array(signature.utf8)
    let start = max(0, signatureNDN.start - Signature.fewestFlank)
    let end = min(bases.count, signatureNDN.end + Signature.fewestFlank)
    return start < end ? Array(bases[start..<end]) : []
  }

  private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && !left.isEmpty
      && zip(left, right).count { $0 != $1 } <= max(2, left.count / 10)
  }

  private func shareGene(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == right }
    func genes(_ calls: String) -> Set<Substring> {
      Set(calls.split(separator: ",").map { $0.prefix { $0 != "*" } })
    }
    return !genes(left).isDisjoint(with: genes(right))
  }
}
