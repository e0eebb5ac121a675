import Clonotyping
package import Records

/// The largest clonotypes of some samples of one subject in the `.vidjil` format (version 2016b), which
/// the Vidjil web client and `fuse.py` read.
///
/// Only `report` writes it, because it holds the time of the run as the format asks.
package enum VidjilFile {
  /// A sample with its largest clonotypes.
  package struct Sample: Sendable {
    /// The sample.
    package var visit: FinishedVisit
    /// Rows of its table, most reads first.
    package var clonotypes: [ListedClonotype]

    /// Creates a sample.
    package init(visit: FinishedVisit, clonotypes: [ListedClonotype]) {
      (self.visit, self.clonotypes) = (visit, clonotypes)
    }
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - samples: In the order in which they are shown; at least one.
  ///   - programVersion: The version that writes the file.
  /// - Returns: The file as JSON.
  package static func document(_ samples: [Sample], programVersion: String) -> JSONNode {
    let times = samples.map { time($0.visit.run?.ended) }
    return .object([
      "producer": .text("clonetrack \(programVersion)"),
      "timestamp": .text(times.max() ?? unknownTime),
      "vidjil_json_version": .text("2016b"),
      "samples": .object([
        "number": .whole(samples.count),
        "original_names": .list(samples.map { .text($0.visit.sample) }),
        "names": .list(samples.map { .text($0.visit.title) }),
        "producer": .list(samples.map { .text("clonetrack \($0.visit.programVersion)") }),
        "timestamp": .list(samples.map { .text(date($0.visit)) }),
        "run_timestamp": .list(times.map { .text($0) }),
        "log": .list(samples.map { .text(log($0.visit)) }),
      ]),
      "reads": reads(samples),
      "clones": .list(clones(samples)),
      "clusters": .list([]),
      "germlines": .object([:]),
    ])
  }

  private static let unknownTime = "1970-01-01 00:00:00"

  /// A time of a run record as the format writes times.
  private static func time(_ iso: String?) -> String {
    guard let iso, iso.utf8.count >= 19 else { return unknownTime }
    return iso.prefix(10) + " " + iso.dropFirst(11).prefix(8)
  }

  private static func date(_ visit: FinishedVisit) -> String {
    visit.date.map { "\($0) 00:00:00" } ?? time(visit.run?.ended)
  }

  private static func log(_ visit: FinishedVisit) -> String {
    visit.counts.map { "\($0.stage): \($0.input) in, \($0.output) out" }.joined(separator: "\n")
  }

  /// The name of a class of rearrangements in the format.
  private static func system(_ rearrangement: String) -> String {
    switch rearrangement {
    case "IGH_DJ": "IGH+"
    case "IGK_VKDE", "IGK_INTRKDE", "IGK_KDE": "IGK+"
    default: String(rearrangement.prefix(3))
    }
  }

  private static func reads(_ samples: [Sample]) -> JSONNode {
    var systems: Set<String> = []
    let classes = samples.map { sample in
      sample.visit.repertoire.reduce(into: [String: (reads: Int, clonotypes: Int)]()) {
        counts,
        part in
        let name = system(part.locusClass.rawValue)
        systems.insert(name)
        counts[name, default: (0, 0)].reads += part.usableReads
        counts[name, default: (0, 0)].clonotypes += part.clonotypes
      }
    }
    func lists(_ value: ((reads: Int, clonotypes: Int)?) -> Int) -> JSONNode {
      .object(
        systems.reduce(into: [:]) { lists, name in
          lists[name] = .list(classes.map { .whole(value($0[name])) })
        }
      )
    }
    return .object([
      "total": .list(samples.map { .whole($0.visit.counts.first?.output ?? 0) }),
      "segmented": .list(
        classes.map { counts in .whole(counts.values.reduce(0) { $0 + $1.reads }) }
      ),
      "germline": lists { $0?.reads ?? 0 },
      "clones": lists { $0?.clonotypes ?? 0 },
    ])
  }

  private static func clones(_ samples: [Sample]) -> [JSONNode] {
    var largest: [String: ListedClonotype] = [:]
    var counts: [String: [Int]] = [:]
    for (place, sample) in samples.enumerated() {
      for clonotype in sample.clonotypes {
        let identity = clonotype.identity
        counts[identity, default: Array(repeating: 0, count: samples.count)][place] +=
          clonotype.reads
        guard let known = largest[identity] else {
          largest[identity] = clonotype
          continue
        }
        if clonotype.reads > known.reads { largest[identity] = clonotype }
      }
    }
    let ordered = largest.sorted { left, right in
      left.value.reads != right.value.reads
        ? left.value.reads > right.value.reads : left.key < right.key
    }
    return ordered.enumerated().map { rank, item in
      clone(item.value, id: item.key, top: rank + 1, reads: counts[item.key] ?? [])
    }
  }

  private static func clone(
    _ clonotype: ListedClonotype,
    id: String,
    top: Int,
    reads: [Int]
  ) -> JSONNode {
    let fields = clonotype.fields
    var clone: [String: JSONNode] = [
      "id": .text(id), "top": .whole(top), "reads": .list(reads.map { .whole($0) }),
      "germline": .text(system(fields[.ctRearrangementClass] ?? fields[.locus] ?? "")),
      "sequence": .text(fields[.sequence] ?? ""), "name": .text(name(clonotype)),
      "seg": .object(segments(clonotype)),
    ]
    let length = Double(fields[.sequence]?.utf8.count ?? 0)
    clone["_average_read_length"] = .list(reads.map { _ in .number(length) })
    if fields[.cloneID] != nil { clone["tag"] = .text("0") }
    return .object(clone)
  }

  private static func name(_ clonotype: ListedClonotype) -> String {
    let fields = clonotype.fields
    func first(_ column: AIRRColumn) -> String? {
      fields[column]?.split(separator: ",").first.map(String.init)
    }
    let genes = [first(.vCall), first(.dCall), first(.jCall)].compactMap(\.self)
    let kind = fields[.ctRearrangementClass] ?? ""
    let ends = kind.hasSuffix("KDE") ? genes + ["KDE"] : genes
    let title = (kind == "IGK_INTRKDE" ? ["INTRON"] : []) + ends
    return ([fields[.cloneID]].compactMap(\.self) + title).joined(separator: " ")
  }

  /// Positions of the elements, 1-based and closed as in the table.
  private static func segments(_ clonotype: ListedClonotype) -> [String: JSONNode] {
    let fields = clonotype.fields
    func segment(_ call: AIRRColumn, _ start: AIRRColumn, _ stop: AIRRColumn) -> JSONNode? {
      guard let name = fields[call]?.split(separator: ",").first else { return nil }
      var parts: [String: JSONNode] = ["name": .text(String(name))]
      if let first = clonotype.number(start), let last = clonotype.number(stop) {
        parts["start"] = .whole(first)
        parts["stop"] = .whole(last)
      }
      return .object(parts)
    }
    var segments: [String: JSONNode] = [:]
    let isPartial = fields[.ctRearrangementClass] == "IGH_DJ"
    segments["5"] =
      isPartial
      ? segment(.dCall, .dSequenceStart, .dSequenceEnd)
      : segment(.vCall, .vSequenceStart, .vSequenceEnd)
    if !isPartial { segments["4"] = segment(.dCall, .dSequenceStart, .dSequenceEnd) }
    segments["3"] = segment(.jCall, .jSequenceStart, .jSequenceEnd)
    if let junction = junction(fields) { segments["junction"] = junction }
    return segments
  }

  private static func junction(_ fields: [AIRRColumn: String]) -> JSONNode? {
    guard let bases = fields[.junction], let sequence = fields[.sequence],
      let place = sequence.ranges(of: bases).first
    else { return nil }
    let start = sequence.utf8.distance(from: sequence.startIndex, to: place.lowerBound)
    var junction: [String: JSONNode] = [
      "start": .whole(start + 1), "stop": .whole(start + bases.utf8.count),
    ]
    if let protein = fields[.junctionAA] { junction["aa"] = .text(protein) }
    if let productive = fields[.productive] { junction["productive"] = .flag(productive == "T") }
    return .object(junction)
  }
}
