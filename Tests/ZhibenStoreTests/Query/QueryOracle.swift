import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore
import ZhibenSyntax

/// What `Query` says, written down plainly over the reference evaluator: every row looked at, nothing left to a database.
struct QueryOracle: QueryEvaluator {
  let program: Program
  let calendar = WorkCalendar.builtIn(.china)

  func value(of core: Core, on day: CivilDate, variables: [Value?]) -> Value? {
    let empty = SnapshotBuilder(schema: program.schema).snapshot()
    return evaluator(empty).value(
      core.with(Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($0, $1) })),
      subject: -1, row: -1, day: day.days)
  }

  func answer(
    _ query: Query, among rows: [Int]?, in snapshot: Snapshot, on day: CivilDate,
    variables: [Value?]
  ) -> FoundRows? {
    Run(oracle: self, snapshot: snapshot, day: day, variables: variables).answer(query, rows)
  }

  private func evaluator(_ snapshot: Snapshot) -> ReferenceEvaluator {
    ReferenceEvaluator(program: program, snapshot: snapshot, calendar: calendar)
  }

  private struct Run {
    let oracle: QueryOracle
    let snapshot: Snapshot
    let day: CivilDate
    let variables: [Value?]

    func answer(_ query: Query, _ among: [Int]?) -> FoundRows? {
      let evaluator = oracle.evaluator(snapshot)
      func value(_ core: Core, _ element: Value?) -> Value? {
        var slots = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($0, $1) })
        var frame: Int32 = -1
        switch query.binding {
        case .variable(let slot): slots.updateValue(element, forKey: slot)
        case .frame: if case .record(_, let row)? = element { frame = Int32(row) }
        }
        return evaluator.value(core.with(slots), subject: frame, row: -1, day: day.days)
      }
      var members: [(element: Value?, truth: Truth)] = []
      var undecided = 0
      switch query.source {
      case .list(let list):
        if case .query(let inner) = list.node {
          guard let found = answer(inner, among) else { return nil }
          members = found.rows.map { ($0 == .unknown ? nil : $0, .yes) }
          undecided = found.undecided
        } else {
          guard case .list(let elements)? = value(list, nil) else { return nil }
          members = elements.map { ($0 == .unknown ? nil : $0, .yes) }
        }
      case .rows(let rows, let window):
        var source = rows
        if case .related(let field, let owner) = rows {
          guard let owner = value(owner, nil) else { return nil }
          let known = Core(.constant(owner), .bool, Origin(source: -1, span: Span(0, 0)))
          source = .related(field, owner: known)
        }
        let register = rows.register(scopes: oracle.program.scopes)
        members =
          evaluator.rows(
            of: Aggregate(kind: .exists, rows: source, window: window, frame: 1),
            subject: -1, row: -1, day: day.days
          )
          .filter { among?.contains(Int($0.row)) ?? true }
          .map { (.record(register, Int($0.row)), $0.truth) }
      }
      members = members.compactMap { member in
        let filter = query.filter.map { Self.truth(value($0, member.element)) } ?? .yes
        if member.truth == .no || filter == .no { return nil }
        if member.truth == .yes, filter == .yes { return member }
        undecided += 1
        return nil
      }
      members = sorted(members.map(\.element), query.sort, value).map { ($0, .yes) }
      if let limit = query.limit { members = Array(members.prefix(limit)) }
      return FoundRows(
        rows: shaped(members.map(\.element), query.shape, value), undecided: undecided)
    }

    private static func truth(_ value: Value?) -> Truth {
      if case .bool(let flag)? = value { flag ? .yes : .no } else { .unknown }
    }

    private func sorted(
      _ rows: [Value?], _ terms: [Query.SortTerm], _ value: (Core, Value?) -> Value?
    ) -> [Value?] {
      rows.enumerated().sorted { a, b in
        for term in terms {
          let (left, right) = (value(term.value, a.element), value(term.value, b.element))
          guard let left else {
            if right == nil { continue }
            return false
          }
          guard let right else { return true }
          if Self.isLess(left, right) { return !term.isDescending }
          if Self.isLess(right, left) { return term.isDescending }
        }
        return a.offset < b.offset
      }.map(\.element)
    }

    private func shaped(
      _ rows: [Value?], _ shape: Query.Shape, _ value: (Core, Value?) -> Value?
    ) -> [Value] {
      switch shape {
      case .rows: return rows.map { $0 ?? .unknown }
      case .values(let core): return rows.map { value(core, $0) ?? .unknown }
      case .columns(let columns):
        return rows.map { row in .structure(columns.map { value($0.value, row) }) }
      case .groups(let keys, let aggregates):
        var groups: [(key: [Value?], rows: [Value?])] = keys.isEmpty ? [([], rows)] : []
        for row in keys.isEmpty ? [] : rows {
          let key = keys.map { value($0.value, row) }
          if let place = groups.firstIndex(where: { $0.key == key }) {
            groups[place].rows.append(row)
          } else {
            groups.append((key, [row]))
          }
        }
        return groups.map { group in
          .structure(
            group.key
              + aggregates.map { column in
                let counted = group.rows.filter { row in
                  column.filter.map { Self.truth(value($0, row)) == .yes } ?? true
                }
                return fold(
                  column.kind, counted,
                  counted.map { row in column.value.flatMap { value($0, row) }
                  }, column.value != nil)
              })
        }
      }
    }

    private func fold(
      _ kind: Aggregate.Kind, _ rows: [Value?], _ values: [Value?], _ hasValue: Bool
    ) -> Value? {
      let known = values.compactMap { $0 }
      let isKnown = known.count == values.count
      func sum() -> Rational? {
        known.reduce(Rational(0)) { total, value in
          if case .number(let number) = value { total?.adding(number) } else { nil }
        }
      }
      switch kind {
      case .exists: return .bool(!rows.isEmpty)
      case .none: return .bool(rows.isEmpty)
      case .every:
        if !hasValue || known.allSatisfy({ $0 == .bool(true) }) && isKnown { return .bool(true) }
        return known.contains(.bool(false)) ? .bool(false) : nil
      case .count: return .number(Rational(rows.count))
      case .sum: return isKnown ? sum().map { .number($0) } : nil
      case .average:
        return isKnown ? sum()?.divided(by: Rational(known.count)).map { .number($0) } : nil
      case .maximum, .minimum:
        guard isKnown, var best = known.first else { return nil }
        if case .bool = best { return nil }
        if case .record = best { return nil }
        for value in known {
          if kind == .maximum ? Self.isLess(best, value) : Self.isLess(value, best) { best = value }
        }
        return best
      case .share:
        let hits = known.count { $0 == .bool(true) }
        return isKnown ? Rational(hits, over: known.count).map { .number($0) } : nil
      case .distinct: return isKnown ? .number(Rational(Set(known).count)) : nil
      case .latest, .earliest:
        let dated = rows.map { row -> (Value, CivilDate)? in
          guard case .record(let register, let position)? = row, let row,
            let field = snapshot.schema[register].dateField
          else { return nil }
          let cell = Core(
            .field(
              Core(.constant(.record(register, position)), .record(register), Self.nowhere),
              FieldRef(register, field)), .date, Self.nowhere)
          guard
            case .date(let date)? = oracle.evaluator(snapshot)
              .value(cell, subject: -1, row: -1, day: day.days)
          else { return nil }
          return (row, date)
        }
        if dated.contains(where: { $0 == nil }) { return nil }
        let all = dated.compactMap { $0 }
        let best =
          kind == .latest
          ? all.enumerated().max { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
          : all.enumerated().min { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        return best?.element.0
      }
    }

    private static let nowhere = Origin(source: -1, span: Span(0, 0))

    private static func isLess(_ left: Value, _ right: Value) -> Bool {
      switch (left, right) {
      case (.bool(let a), .bool(let b)): !a && b
      case (.number(let a), .number(let b)): a < b
      case (.text(let a), .text(let b)): a < b
      case (.date(let a), .date(let b)): a < b
      case (.moment(let a), .moment(let b)): a < b
      case (.enumeration(_, let a), .enumeration(_, let b)): a < b
      case (.record(_, let a), .record(_, let b)): a < b
      default: false
      }
    }
  }
}

extension Core {
  /// The same with constants in place of variables, and with the fields of structures in place of these.
  func with(_ slots: [Int: Value?]) -> Core {
    func constant(_ value: Value?) -> Core { Core(.constant(value), type, origin) }
    func all(_ parts: [Core]) -> [Core] { parts.map { $0.with(slots) } }
    var copy = self
    switch node {
    case .variable(let slot): return constant(slots[slot] ?? nil)
    case .member(let base, let index):
      guard case .constant(.structure(let fields)?) = base.with(slots).node else {
        return constant(nil)
      }
      return constant(fields[index])
    case .field(let base, let ref): copy.node = .field(base.with(slots), ref)
    case .and(let parts): copy.node = .and(all(parts))
    case .or(let parts): copy.node = .or(all(parts))
    case .not(let part): copy.node = .not(part.with(slots))
    case .isEmpty(let part): copy.node = .isEmpty(part.with(slots))
    case .negate(let part): copy.node = .negate(part.with(slots))
    case .compare(let operation, let a, let b):
      copy.node = .compare(operation, a.with(slots), b.with(slots))
    case .between(let a, let b, let c):
      copy.node = .between(a.with(slots), b.with(slots), c.with(slots))
    case .isIn(let a, let items, let isOpen):
      copy.node = .isIn(a.with(slots), all(items), isOpen: isOpen)
    case .contains(let a, let b): copy.node = .contains(a.with(slots), b.with(slots))
    case .arithmetic(let operation, let a, let b):
      copy.node = .arithmetic(operation, a.with(slots), b.with(slots))
    case .daysBetween(let a, let b): copy.node = .daysBetween(a.with(slots), b.with(slots))
    case .shift(let a, let direction, let term): copy.node = .shift(a.with(slots), direction, term)
    case .conditional(let a, let b, let c):
      copy.node = .conditional(a.with(slots), b.with(slots), c.with(slots))
    case .builtin(let function, let parts): copy.node = .builtin(function, all(parts))
    case .at(let part, let day): copy.node = .at(part.with(slots), day: day.with(slots))
    case .inScope(let scope, let part): copy.node = .inScope(scope, part.with(slots))
    case .partition(let partition, let part): copy.node = .partition(partition, part.with(slots))
    case .aggregate(var aggregate):
      if case .related(let field, let owner) = aggregate.rows {
        aggregate.rows = .related(field, owner: owner.with(slots))
      }
      aggregate.filter = aggregate.filter?.with(slots)
      aggregate.value = aggregate.value?.with(slots)
      copy.node = .aggregate(aggregate)
    default: break
    }
    return copy
  }
}
