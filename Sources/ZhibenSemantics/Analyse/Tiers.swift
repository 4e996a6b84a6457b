import ZhibenDiagnostics
import ZhibenSyntax

/// Decides which cases the lines of a table cover (`按 … { label：value }`): what falls between them, which line is never reached, and which two
/// lines claim the same case.
struct Tiers {
  /// Beyond so many lines nothing is decided.
  static let maximumLines = 1_000
  /// Beyond so many boxes of cases that are still open nothing is decided.
  static let maximumOpen = 2_000

  let schema: Schema
  let keys: [Core]
  /// What each key is called.
  let names: [String]
  let lines: [[KeyTest]]

  struct Result {
    /// Lines that no case reaches, with the earlier line that takes a case of theirs.
    var unreachable: [(line: Int, by: Int, witness: Wording)] = []
    /// Two lines that name the same case without one holding all of the other; the first takes it.
    var overlaps: [(line: Int, with: Int, witness: Wording)] = []
    /// A case that no line takes.
    var uncovered: Wording?
  }

  /// Nil when there are too many cases to try.
  func analysed() -> Result? {
    guard lines.count <= Self.maximumLines else { return nil }
    var scale = Scale()
    let domains = keys.map {
      Scale.domain($0.type.element, isWhole: $0.isWhole(schema), schema)
    }
    let boxes = lines.map { box($0, domains, &scale) }
    var result = Result()
    var open = [Region.everything]
    for (number, box) in boxes.enumerated() {
      if !open.contains(where: { box.map($0.intersects) ?? false }) {
        result.unreachable.append(unreachable(number, boxes, scale))
      }
      if let box { open = open.flatMap { $0.subtracting(box) { domains[$0] } } }
      guard open.count <= Self.maximumOpen else { return nil }
    }
    if let gap = open.first {
      result.uncovered = witness(gap, domains, scale)
    }
    if result.unreachable.isEmpty { result.overlaps = overlaps(boxes, scale) }
    return result
  }

  // MARK: - Boxes

  /// The cases of a line; nil if it has none.
  private func box(_ tests: [KeyTest], _ domains: [ValueSet], _ scale: inout Scale) -> Region? {
    var box = Region.everything
    for (key, test) in tests.enumerated() {
      guard case .alternatives(let atoms) = test else { continue }
      var set = ValueSet.none(isWhole: domains[key].isWhole)
      for atom in atoms { set = set.union(values(atom, domains[key].isWhole, &scale)) }
      set = set.intersection(domains[key])
      if set.isEmpty { return nil }
      box = box.intersection(Region(key, set)) ?? box
    }
    return box
  }

  private func values(_ atom: KeyTest.Atom, _ isWhole: Bool, _ scale: inout Scale) -> ValueSet {
    switch atom {
    case .equal(let value): .comparing(.equal, scale.place(value), isWhole: isWhole)
    case .range(let low, let high):
      .closed(scale.place(low), scale.place(high), isWhole: isWhole)
    case .compare(let operation, let value):
      .comparing(operation, scale.place(value), isWhole: isWhole)
    }
  }

  private func unreachable(
    _ line: Int, _ boxes: [Region?], _ scale: Scale
  ) -> (line: Int, by: Int, witness: Wording) {
    for earlier in 0..<line {
      guard let box = boxes[line], let taken = boxes[earlier]?.intersection(box) else { continue }
      return (line, earlier, witness(taken, [], scale))
    }
    return (line, max(line - 1, 0), "")
  }

  /// Pairs of lines that both name a case, with values of their own on every key on which they differ. `任意` is no claim.
  private func overlaps(
    _ boxes: [Region?], _ scale: Scale
  ) -> [(line: Int, with: Int, witness: Wording)] {
    var found: [(line: Int, with: Int, witness: Wording)] = []
    // A table of many lines is a list of single values; its pairs are not worth the time.
    guard lines.count <= 100 else { return [] }
    for (number, box) in boxes.enumerated() {
      for earlier in 0..<number {
        guard let box, let other = boxes[earlier], let both = box.intersection(other),
          !box.isInside(other), !other.isInside(box),
          keys.indices.allSatisfy({ key in
            lines[number][key] == lines[earlier][key]
              || (lines[number][key] != .any && lines[earlier][key] != .any)
          })
        else { continue }
        found.append((number, earlier, witness(both, [], scale)))
      }
    }
    return found
  }

  // MARK: - Words

  /// `人数 = 300、等级 = D`; keys that do not matter are left out.
  private func witness(_ region: Region, _ domains: [ValueSet], _ scale: Scale) -> Wording {
    let parts = region.sides.compactMap { side -> Wording? in
      let (key, set) = (side.variable, side.set)
      if domains.indices.contains(key), domains[key] == set { return nil }
      let type = keys[key].type.element
      guard let sample = scale.sample(set, type) else { return nil }
      let text = scale.text(sample, type, schema)
      return Wording(zh: "\(names[key]) \(text.zh)", en: "\(names[key]) \(text.en)")
    }
    return Wording(
      zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }
}
