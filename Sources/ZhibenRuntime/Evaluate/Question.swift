import OrderedCollections
import ZhibenCalendar
import ZhibenSemantics

/// A question made ready: its parts are checked expressions or compiled nodes. What `Query` says, in one place for both evaluators.
struct Question<Part> {
  var filter: Part?
  var sort: [(value: Part, isDescending: Bool)]
  var limit: Int?
  var shape: Shape

  enum Shape {
    case rows
    case values(Part)
    case columns([Part])
    case groups(keys: [Part], columns: [GroupColumn])
  }

  struct GroupColumn {
    var kind: Aggregate.Kind
    var value: Part?
    var filter: Part?
  }

  /// A row of the source; those that are certainly out are not among them.
  struct Row {
    /// A record or element; `.unknown` for an element that is not known.
    var element: Value
    var truth: Truth
    var date: CivilDate?
  }

  init(_ query: Query, _ prepare: (Core) -> Part) {
    filter = query.filter.map(prepare)
    sort = query.sort.map { (prepare($0.value), $0.isDescending) }
    limit = query.limit
    switch query.shape {
    case .rows: shape = .rows
    case .values(let value): shape = .values(prepare(value))
    case .columns(let columns): shape = .columns(columns.map { prepare($0.value) })
    case .groups(let keys, let columns):
      shape = .groups(
        keys: keys.map { prepare($0.value) },
        columns: columns.map {
          GroupColumn(kind: $0.kind, value: $0.value.map(prepare), filter: $0.filter.map(prepare))
        })
    }
  }

  /// The list, and how many rows are left out because it is unknown whether they are in. Nil if the run has to stop.
  func answer(
    _ rows: [Row], _ meter: Meter?, _ ask: (Part, Row) -> Value?
  ) -> (elements: [Value], undecided: Int)? {
    var undecided = 0
    var members: [Row] = []
    for row in rows {
      guard meter?.row() ?? true else { return nil }
      switch Kleene.and(row.truth, filter.map { Truth(ask($0, row)) } ?? .yes) {
      case .yes: members.append(row)
      case .unknown: undecided += 1
      case .no: continue
      }
    }
    guard let inOrder = try? sorted(members, meter, ask) else { return nil }
    members = inOrder
    if let limit { members = Array(members.prefix(max(0, limit))) }
    guard let elements = shaped(members, meter, ask) else { return nil }
    return (elements, undecided)
  }

  private func sorted(
    _ rows: [Row], _ meter: Meter?, _ ask: (Part, Row) -> Value?
  ) throws(Interrupted) -> [Row] {
    if sort.isEmpty { return rows }
    var keyed: [(offset: Int, row: Row, keys: [Value?])] = []
    for (offset, row) in rows.enumerated() {
      try meter.goesOn()
      keyed.append((offset, row, sort.map { ask($0.value, row) }))
    }
    let inOrder = try? keyed.sorted { one, other in
      try meter.goesOn()
      for (position, term) in sort.enumerated() {
        let (left, right) = (one.keys[position], other.keys[position])
        guard let left, let right else {
          if left == nil, right == nil { continue }
          return right == nil
        }
        if Values.sortsBefore(left, right) { return !term.isDescending }
        if Values.sortsBefore(right, left) { return term.isDescending }
      }
      return one.offset < other.offset
    }
    guard let inOrder else { throw Interrupted() }
    return inOrder.map(\.row)
  }

  private func shaped(
    _ rows: [Row], _ meter: Meter?, _ ask: (Part, Row) -> Value?
  ) -> [Value]? {
    func makes(_ count: Int, of width: Int) -> Bool {
      let size = Meter.size(list: count) + (width > 0 ? count * Meter.size(structure: width) : 0)
      return Meter.make(bytes: size, meter)
    }
    switch shape {
    case .rows: return makes(rows.count, of: 0) ? rows.map(\.element) : nil
    case .values(let value):
      return makes(rows.count, of: 0) ? each(rows, meter) { ask(value, $0) ?? .unknown } : nil
    case .columns(let columns):
      guard makes(rows.count, of: columns.count) else { return nil }
      return each(rows, meter) { row in .structure(columns.map { ask($0, row) }) }
    case .groups(let keys, let columns):
      var groups: OrderedDictionary<[Value?], [Row]> = keys.isEmpty ? [[]: rows] : [:]
      if !keys.isEmpty {
        for row in rows {
          guard meter.works() else { return nil }
          groups[keys.map { ask($0, row) }, default: []].append(row)
        }
      }
      guard makes(groups.count, of: keys.count + columns.count) else { return nil }
      return each(groups, meter) { key, rows in
        .structure(key + columns.map { result(of: $0, over: rows, meter, ask) })
      }
    }
  }

  private func each<Element>(
    _ elements: some Sequence<Element>, _ meter: Meter?, _ body: (Element) -> Value
  ) -> [Value]? {
    var values: [Value] = []
    for element in elements {
      guard meter.works() else { return nil }
      values.append(body(element))
    }
    return values
  }

  private func result(
    of column: GroupColumn, over rows: [Row], _ meter: Meter?, _ ask: (Part, Row) -> Value?
  ) -> Value? {
    let counted = rows.filter { row in column.filter.map { Truth(ask($0, row)) == .yes } ?? true }
    let folded = counted.map { row in
      Folding.Row(
        element: row.element, truth: .yes, value: column.value.flatMap { ask($0, row) },
        date: row.date)
    }
    return Folding.result(column.kind, folded, hasValue: column.value != nil, meter)
  }
}

extension Values {
  /// The order of 排序; values without an order stay as they are.
  static func sortsBefore(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): !left && right
    case (.record(_, let left), .record(_, let right)): left < right
    case (.period(let left), .period(let right)):
      (left.first, left.last) < (right.first, right.last)
    default: isLess(left, right) ?? false
    }
  }
}
