// Expressions taken apart for the analyses.

extension Core {
  /// The expression asked of another record than the one in frame 0; nil if that cannot be written: rows of collections would get between.
  func asked(of record: Core) -> Core? {
    if case .record(frame: 0) = record.node { return self }
    guard record.innermostFrame == 0 || !hasAggregate else { return nil }
    return replacingSubject(by: record)
  }

  private var hasAggregate: Bool {
    switch node {
    case .aggregate, .query: return true
    default: break
    }
    return parts.contains(where: \.hasAggregate)
  }

  /// The innermost frame that it speaks of.
  private var innermostFrame: Int {
    if case .record(let frame) = node { return frame }
    return parts.map(\.innermostFrame).max() ?? 0
  }

  private func replacingSubject(by record: Core) -> Core {
    if case .record(frame: 0) = node { return record }
    return mappingParts { $0.replacingSubject(by: record) }
  }

  /// The parts that 且 joins, however they are grouped; the expression itself if none does.
  var conjuncts: [Core] {
    joined { if case .and(let parts) = $0 { parts } else { nil } }
  }

  /// The parts that 或 joins, however they are grouped; the expression itself if none does.
  var alternatives: [Core] {
    joined { if case .or(let parts) = $0 { parts } else { nil } }
  }

  /// Long chains are deep trees: they are walked without recursion.
  private func joined(_ split: (Node) -> [Core]?) -> [Core] {
    var found: [Core] = []
    var open = [self]
    while let next = open.popLast() {
      if let parts = split(next.node) { open += parts.reversed() } else { found.append(next) }
    }
    return found
  }
}
