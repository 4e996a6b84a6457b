import ZhibenDiagnostics
import ZhibenSyntax

// The suffixes of a question behind 其中: 排序 前 选取 按…分组 统计.

extension Checker {
  /// A question with one of these suffixes. What is put in order or cut is still a collection; what gets a shape is a list.
  func question(_ expression: Expression, _ context: Context) -> Meaning? {
    let origin = context.origin(expression.span)
    switch expression.kind {
    case .sort(let base, let keys):
      return sorted(base, keys, context).map { .rows($0) }
    case .first(let base, let count):
      guard var rows = rows(base, context) else { return nil }
      rows.limit = min(rows.limit ?? count, count)
      rows.origin = origin
      return .rows(rows)
    case .select(let base, let columns):
      return selected(base, columns, origin, context).map { .value($0) }
    case .group(let base, let keys):
      return grouped(base, keys, [], origin, context).map { .value($0) }
    case .aggregate(let base, let columns):
      if case .group(let rows, let keys) = base.kind {
        return grouped(rows, keys, columns, origin, context).map { .value($0) }
      }
      return grouped(base, [], columns, origin, context).map { .value($0) }
    default: return nil
    }
  }

  /// Rows that take a suffix. Records that were reached over others (`隐患.企业`) are the rows then; plain values (`企业.名称`) leave the records at
  /// hand, and 它 is the value. What was cut is taken as it is.
  func open(_ base: Expression, _ context: Context, cut: Bool) -> Rows? {
    guard let rows = rows(base, context) else { return nil }
    var isOwn = cut && rows.limit != nil
    switch rows.value?.type {
    case .record?, .structure?, .list?, .map?: isOwn = true
    default: break
    }
    return isOwn ? elements(of: closed(rows), context) ?? rows : rows
  }

  // MARK: - 排序

  private func sorted(_ base: Expression, _ keys: [SortKey], _ context: Context) -> Rows? {
    guard var rows = open(base, context, cut: true) else { return nil }
    let place = inner(rows, context)
    var terms: [Query.SortTerm] = []
    for key in keys {
      guard let core = value(key.value, place) else { continue }
      guard isSortable(core.type) else {
        reporter.report(
          "E0452", at: core.origin,
          ["text": Wording(reporter.text(core.origin)), "found": typeName(core.type)])
        continue
      }
      terms.append(Query.SortTerm(core, isDescending: key.isDescending))
    }
    // The later order counts first, the earlier one among equals.
    rows.sort = terms + rows.sort
    return rows
  }

  /// Also texts, and closed lists of values in the order of their declaration.
  private func isSortable(_ type: ValueType) -> Bool {
    switch type {
    case .text, .bool, .enumeration, .term: true
    default: TypeBindings.isOrdered(type, schema)
    }
  }

  // MARK: - 选取

  private func selected(
    _ base: Expression, _ columns: [QueryColumn], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard var rows = open(base, context, cut: false) else { return nil }
    rows.origin = origin
    return selected(columns, of: rows, in: inner(rows, context), context)
  }

  /// 选取: these columns of each row, behind those of `list`.
  private func selected(
    _ columns: [QueryColumn], behind list: ColumnList = ColumnList(), of rows: Rows,
    in place: Context, _ context: Context
  ) -> Core? {
    var list = list
    for column in columns {
      guard let core = value(column.value, place) else {
        list.isSound = false
        continue
      }
      add(core, column.name, column.value, to: &list, context)
    }
    guard list.isSound else { return nil }
    return closed(rows, .columns(list.columns), .list(.structure(list.fields)))
  }

  /// The columns of a table as they are put together.
  struct ColumnList {
    var columns: [Query.Column] = []
    var places: [String: Span] = [:]
    var isSound = true
    var fields: [StructureField] { columns.map { StructureField($0.name, $0.value.type) } }
  }

  /// Adds a column under its name, or as it is written.
  private func add(
    _ core: Core, _ name: Name?, _ expression: Expression, to list: inout ColumnList,
    _ context: Context
  ) {
    let span = name?.span ?? expression.span
    let text = name?.text ?? columnName(expression, context)
    if let first = list.places[text] {
      reportTwoColumns(text, span, first, context)
      list.isSound = false
      return
    }
    list.places[text] = span
    list.columns.append(Query.Column(name: text, value: core))
  }

  private func columnName(_ expression: Expression, _ context: Context) -> String {
    if case .name(let name) = expression.kind { return name.text }
    return reporter.text(context.origin(expression.span))
  }

  private func reportTwoColumns(
    _ name: String, _ span: Span, _ first: Span, _ context: Context
  ) {
    reporter.report(
      "E0453", at: context.origin(span), ["name": Wording(name)],
      secondary: [(context.origin(first), Wording(zh: "先写在这里", en: "written here first"))])
  }

  // MARK: - 分组 统计

  private func grouped(
    _ base: Expression, _ keys: [Expression], _ columns: [QueryColumn], _ origin: Origin,
    _ context: Context
  ) -> Core? {
    guard var rows = open(base, context, cut: false) else { return nil }
    rows.origin = origin
    let place = inner(rows, context)
    var list = ColumnList()
    for key in keys {
      guard let core = value(key, place) else {
        list.isSound = false
        continue
      }
      switch core.type {
      case .list, .map, .structure:
        reporter.report(
          "E0454", at: core.origin,
          ["text": Wording(reporter.text(core.origin)), "found": typeName(core.type)])
        list.isSound = false
      default: add(core, nil, key, to: &list, context)
      }
    }
    guard let parts = aggregates(columns, rows, place, context, &list) else { return nil }
    return shaped(rows, list, parts, columns, origin, context)
  }

  /// The aggregates of all columns, each once; nil after a message.
  private func aggregates(
    _ columns: [QueryColumn], _ rows: Rows, _ place: Context, _ context: Context,
    _ list: inout ColumnList
  ) -> [(call: Expression, column: Query.GroupColumn)]? {
    var parts: [(call: Expression, column: Query.GroupColumn)] = []
    for column in columns {
      var calls: [Expression] = []
      column.value.collectAggregates(into: &calls)
      if calls.isEmpty {
        let text = reporter.text(context.origin(column.value.span))
        if case .missing = column.value.kind {
        } else {
          reporter.report(
            "E0455", at: context.origin(column.value.span), ["text": Wording(text)])
        }
        list.isSound = false
      }
      for call in calls {
        guard let made = groupColumn(call, rows, place) else {
          list.isSound = false
          continue
        }
        parts.append((call, made))
      }
    }
    return list.isSound ? parts : nil
  }

  /// Groups alone if every column is one aggregate; else groups of all parts, and over them the columns as written.
  private func shaped(
    _ rows: Rows, _ keys: ColumnList, _ parts: [(call: Expression, column: Query.GroupColumn)],
    _ columns: [QueryColumn], _ origin: Origin, _ context: Context
  ) -> Core? {
    var list = keys
    let isPlain = columns.allSatisfy { column in parts.contains { $0.call == column.value } }
    if isPlain {
      var aggregates = parts.map(\.column)
      for (index, column) in columns.enumerated() {
        let core = Core(.constant(nil), aggregates[index].type, origin)
        add(core, column.name, column.value, to: &list, context)
        aggregates[index].name = column.name?.text ?? columnName(column.value, context)
      }
      guard list.isSound else { return nil }
      return closed(
        rows, .groups(keys: keys.columns, aggregates: aggregates), .list(.structure(list.fields)))
    }
    var inside = parts.map(\.column)
    for index in inside.indices { inside[index].name = "#\(index + 1)" }
    let fields = keys.fields + inside.map { StructureField($0.name, $0.type) }
    let groups = closed(
      rows, .groups(keys: keys.columns, aggregates: inside), .list(.structure(fields)))
    guard let outer = elements(of: groups, context) else { return nil }
    return computed(outer, keys, parts.map(\.call), columns, origin, context)
  }

  private func computed(
    _ rows: Rows, _ keys: ColumnList, _ calls: [Expression], _ columns: [QueryColumn],
    _ origin: Origin, _ context: Context
  ) -> Core? {
    var list = ColumnList()
    list.places = keys.places
    let row = row(rows)
    let fields = rows.row.columns
    for index in keys.columns.indices {
      list.columns.append(
        .init(
          name: fields[index].name, value: Core(.member(row, index), fields[index].type, origin)))
    }
    var place = inner(rows, context)
    for (index, call) in calls.enumerated() {
      let column = keys.columns.count + index
      place.columns[call.span] = Core(
        .member(row, column), fields[column].type, context.origin(call.span))
    }
    return selected(columns, behind: list, of: rows, in: place, context)
  }

  // MARK: - One aggregate of 统计

  /// `数量()`, `求和(人数)`, `数量(等级 = D)`, `求和(人数 其中 等级 = D)`: over the rows of a group.
  private func groupColumn(
    _ call: Expression, _ rows: Rows, _ place: Context
  ) -> Query.GroupColumn? {
    guard case .call(let callee, let arguments) = call.kind, case .name(let name) = callee.kind,
      let kind = Library.aggregate(name.text)
    else { return nil }
    var column = Query.GroupColumn(name: "", kind: kind, type: .number(unit: ""))
    guard arguments.count <= 1 else {
      reportCount(name, Wording(zh: "0 或 1", en: "0 or 1"), arguments.count, place)
      return nil
    }
    guard var argument = arguments.first else {
      return bare(column, name, rows, place)
    }
    if case .filter(let base, let test) = argument.kind {
      guard let condition = condition(test, place) else { return nil }
      column.filter = condition
      if isRow(base, rows, place) { return bare(column, name, rows, place) }
      argument = base
    }
    if kind.takesValue {
      guard let value = value(argument, place) else { return nil }
      guard let type = valueType(kind, value) else { return nil }
      column.value = value
      column.type = type
      return column
    }
    guard let test = truth(argument, name, place) else { return nil }
    if kind.takesCondition {
      column.value = test
      column.type = kind == .every ? .bool : .number(unit: "")
      return column
    }
    column.filter = column.filter.map { Core.all([$0, test], test.origin) } ?? test
    return bare(column, name, rows, place)
  }

  /// An aggregate of the rows themselves.
  private func bare(
    _ column: Query.GroupColumn, _ name: Name, _ rows: Rows, _ place: Context
  ) -> Query.GroupColumn? {
    var column = column
    switch column.kind {
    case .count: column.type = .number(unit: "")
    case .exists, .none: column.type = .bool
    case .latest, .earliest:
      guard let register = rows.register, schema[register].dateField != nil else {
        reporter.report(
          "E0415", at: place.origin(name.span),
          [
            "register": rows.register.map { Wording(schema[$0].name) } ?? typeName(rows.row.type)
          ])
        return nil
      }
      column.type = rows.row.type
    default:
      reportCount(name, "1", 0, place)
      return nil
    }
    return column
  }

  /// Whether an expression only names the row: `数量(企业 其中 …)`.
  private func isRow(_ expression: Expression, _ rows: Rows, _ place: Context) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    if Self.rowNames.contains(name.text) { return true }
    guard case .register(let register)? = symbols.names[name.text] else { return false }
    return rows.register == register && fieldFrame(name.text, place) == nil
  }

  /// The condition that an aggregate of 统计 counts by. A collection of each row is counted by row.
  private func truth(_ expression: Expression, _ name: Name, _ place: Context) -> Core? {
    let origin = place.origin(expression.span)
    let text = reporter.text(origin)
    switch meaning(expression, place, .condition) {
    case nil: return nil
    case .rows?:
      reporter.report("E0456", at: origin, ["text": Wording(text), "name": Wording(name.text)])
    case .value(let core)?:
      if core.type == .bool { return core }
      reporter.report(
        "E0403", at: origin, ["text": Wording(text), "found": typeName(core.type)])
    }
    return nil
  }
}

extension Expression {
  /// The calls of aggregates that stand in a column of 统计, outermost only: what is inside speaks of one row.
  fileprivate func collectAggregates(into calls: inout [Expression]) {
    func walk(_ parts: Expression...) { for part in parts { part.collectAggregates(into: &calls) } }
    switch kind {
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind, Library.aggregate(name.text) != nil {
        calls.append(self)
      } else {
        for argument in arguments { argument.collectAggregates(into: &calls) }
      }
    case .negate(let base), .not(let base), .isEmpty(let base, _), .member(let base, _),
      .offset(let base, _, _, _):
      walk(base)
    case .binary(_, let a, let b): walk(a, b)
    case .comparison(let a, let tails):
      walk(a)
      for tail in tails { walk(tail.operand) }
    case .between(let a, let b, let c), .conditional(let a, let b, let c): walk(a, b, c)
    case .string(let parts):
      for case .interpolation(let part) in parts { walk(part) }
    case .set(let elements, _): for element in elements { element.collectAggregates(into: &calls) }
    case .entries(let entries): for entry in entries { walk(entry.value) }
    default: break
    }
  }
}
