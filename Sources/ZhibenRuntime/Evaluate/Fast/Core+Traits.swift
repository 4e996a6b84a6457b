import ZhibenSemantics

extension Core {
  /// Whether a record of a frame before `frame` is named in it.
  func mentionsFrame(below frame: Int) -> Bool {
    if case .record(let own) = node { return own < frame }
    return parts.contains { $0.mentionsFrame(below: frame) }
  }

  /// Whether the variables of a procedure bear on it, or a function that it calls.
  var variesByCall: Bool {
    switch node {
    case .variable, .call, .hostCall: true
    default: parts.contains(where: \.variesByCall)
    }
  }

  /// Whether judging it goes beyond cells of one record, so that keeping the result pays.
  var isCostly: Bool {
    switch node {
    case .aggregate, .inScope, .partition, .at, .ever, .history, .builtin: true
    default: parts.contains(where: \.isCostly)
    }
  }
}

extension Aggregate {
  /// Whether judging a row may call a function or make something, so that every row has to be judged, in order, by every interpreter.
  var isMetered: Bool { [filter, value].contains { $0?.isMetered ?? false } }
}

extension Core {
  /// Whether judging it may call a function, or make or look through something whose size is counted.
  var isMetered: Bool {
    switch node {
    case .call, .hostCall, .text, .list, .map, .structure, .fold, .query, .setOperation, .history:
      true
    case .builtin(let function, _): function.isSized || parts.contains(where: \.isMetered)
    default: parts.contains(where: \.isMetered)
    }
  }
}

extension Builtin {
  /// Whether it makes or looks through something as large as its arguments.
  var isSized: Bool {
    switch self {
    case .length, .append, .remove, .keys, .values, .reversed, .unique, .split, .join, .slice,
      .replace, .uppercase, .lowercase, .trim, .hasPrefix, .hasSuffix, .toNumber, .toText, .range,
      .median, .longestRun, .runningSum:
      true
    case .maximum, .minimum, .roundUp, .roundDown, .workdaysBetween, .isWorkday, .yearsBetween,
      .absolute, .coalesce,
      .yearOf, .monthOf, .dayOf, .weekdayOf, .quarterOf, .makeDate, .firstDay, .lastDay, .round,
      .quotient, .remainder, .overlap, .later, .earlier, .addDays, .addMonths, .addWorkdays,
      .nthWeekday, .weekdayAfter, .monthEnd, .dayOfYear, .dateInYear, .makePeriod, .daysOf:
      false
    }
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
    case .ever(_, let window), .history(_, let window):
      if window == .targetPeriod { return true }
    case .query(let query):
      guard case .rows(let rows, let window) = query.source else { break }
      if window == .targetPeriod { return true }
      if case .scope(let scope) = rows { parts += condition(scope, &seen) }
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
