import ZhibenSemantics

extension Core {
  /// The expressions directly within this one; those of scopes and partitions are not.
  var parts: [Core] {
    switch node {
    case .constant, .record, .today, .periodDay: []
    case .field(let part, _), .not(let part), .isEmpty(let part), .negate(let part),
      .shift(let part, _, _), .inScope(_, let part), .partition(_, let part):
      [part]
    case .and(let parts), .or(let parts), .builtin(_, let parts): parts
    case .compare(_, let left, let right), .contains(let left, let right),
      .arithmetic(_, let left, let right), .daysBetween(let left, let right):
      [left, right]
    case .isIn(let element, let items, _): [element] + items
    case .between(let part, let lower, let upper): [part, lower, upper]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .at(let part, let day): [part, day]
    case .aggregate(let aggregate): aggregate.parts
    }
  }

  /// Whether a record of a frame before `frame` is named in it.
  func mentionsFrame(below frame: Int) -> Bool {
    if case .record(let own) = node { return own < frame }
    return parts.contains { $0.mentionsFrame(below: frame) }
  }

  /// Whether judging it goes beyond cells of one record, so that keeping the result pays.
  var isCostly: Bool {
    switch node {
    case .aggregate, .inScope, .partition, .at: true
    default: parts.contains(where: \.isCostly)
    }
  }
}

extension Aggregate {
  /// The expressions directly within it.
  var parts: [Core] {
    var parts = [filter, value].compactMap { $0 }
    if case .related(_, let owner) = rows { parts.append(owner) }
    switch window {
    case .before(let anchor, _)?, .after(let anchor, _)?: parts.append(anchor)
    case .days(let first, let last)?: parts += [first, last]
    case .lookBack?, .period?, .targetPeriod?, nil: break
    }
    return parts
  }
}

extension Program {
  /// Whether the target's period bears on an expression, scopes and partitions that it names included.
  func dependsOnTarget(_ core: Core) -> Bool {
    var seen: Set<Reference> = []
    return dependsOnTarget(core, &seen)
  }

  /// A scope or partition already looked into.
  private enum Reference: Hashable {
    case scope(Int)
    case partition(Int)
  }

  private func dependsOnTarget(_ core: Core, _ seen: inout Set<Reference>) -> Bool {
    var parts = core.parts
    switch core.node {
    case .aggregate(let aggregate):
      if aggregate.window == .targetPeriod { return true }
      if case .scope(let scope) = aggregate.rows { parts += condition(scope, &seen) }
    case .inScope(let scope, _): parts += condition(scope, &seen)
    case .partition(let partition, _):
      if partitions.indices.contains(partition), seen.insert(.partition(partition)).inserted {
        parts += [partitions[partition].domain] + partitions[partition].arms
      }
    default: break
    }
    return parts.contains { dependsOnTarget($0, &seen) }
  }

  private func condition(_ scope: Int, _ seen: inout Set<Reference>) -> [Core] {
    scopes.indices.contains(scope) && seen.insert(.scope(scope)).inserted
      ? [scopes[scope].condition] : []
  }
}
