import ZhibenDiagnostics
import ZhibenSyntax

// Aggregates over collections, and functions over plain values.

extension Checker {
  func call(
    _ callee: Expression, _ arguments: [Expression], _ origin: Origin, _ context: Context,
    _ wanted: Wanted
  ) -> Core? {
    if let column = context.columns[origin.span] { return column }
    guard case .name(let name) = callee.kind else {
      if case .missing = callee.kind { return nil }
      if context.procedure != nil { return element(of: callee, arguments, origin, context) }
      reporter.report(
        "E0312", at: context.origin(callee.span),
        ["name": Wording(reporter.text(context.origin(callee.span)))])
      return nil
    }
    if isCollection(name, context) {
      if isFunction(name) {
        reporter.report(
          "E0306", at: context.origin(name.span),
          [
            "name": Wording(name.text), "first": Wording(zh: "函数", en: "the function"),
            "second": Self.variableName(name.text),
          ])
        return nil
      }
      return element(of: callee, arguments, origin, context)
    }
    if let function = functionNames[name.text] {
      return call(function, name, arguments, origin, context, wanted)
    }
    if let function = Library.byName[name.text] {
      switch function.meaning {
      case .aggregate(let kind): return aggregate(kind, name, arguments, origin, context)
      case .builtin(let builtin):
        return libraryCall(function, builtin, name, arguments, origin, context)
      case .lasting: return lasting(name, arguments, origin, context)
      }
    }
    // A variable that has no parts.
    if context.variables[name.text] != nil {
      return element(of: callee, arguments, origin, context)
    }
    let known = Library.names + functionNames.keys.sorted()
    let near = reporter.closest(to: name.text, among: known)
    reporter.report(
      "E0312", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": .list(near)], suggest: near)
    return nil
  }

  private func isFunction(_ name: Name) -> Bool {
    functionNames[name.text] != nil || Library.byName[name.text] != nil
  }

  // MARK: - Aggregates

  private func aggregate(
    _ kind: Aggregate.Kind, _ name: Name, _ arguments: [Expression], _ origin: Origin,
    _ context: Context
  ) -> Core? {
    let most = kind.takesValue || kind.takesCondition ? 2 : 1
    guard let first = arguments.first, arguments.count <= most else {
      reportCount(name, Wording("1"), arguments.count, context)
      return nil
    }
    if kind.takesCondition {
      return judged(kind, name, first, arguments.dropFirst().first, origin, context)
    }
    guard var rows = counted(first, context) else { return nil }
    if arguments.count == 2 {
      guard rows.value == nil else {
        reportCount(name, Wording("1"), 2, context)
        return nil
      }
      guard let value = value(arguments[1], inner(rows, context)) else { return nil }
      rows.value = value
    }
    guard kind.takesValue else {
      guard rows.value == nil else {
        reportNotRows(first, rows, context)
        return nil
      }
      guard kind != .latest && kind != .earliest || isDated(rows, first, context) else {
        return nil
      }
      let type: ValueType =
        switch kind {
        case .exists, .none: .bool
        case .latest, .earliest: rows.row.type
        default: .number(unit: "")
        }
      return aggregate(kind, rows, type, origin, context)
    }
    guard let value = rows.value ?? plainValue(rows) else {
      let text = reporter.text(context.origin(first.span))
      reporter.report(
        "E0428", at: context.origin(first.span),
        ["name": Wording(name.text), "text": Wording(text)])
      return nil
    }
    rows.value = value
    guard let type = valueType(kind, value) else { return nil }
    return aggregate(kind, rows, type, origin, context)
  }

  /// The rows that are counted. A list that was cut is counted as it is.
  private func counted(_ expression: Expression, _ context: Context) -> Rows? {
    guard let rows = rows(expression, context) else { return nil }
    return rows.limit == nil ? rows : elements(of: closed(rows), context)
  }

  /// `求和(成绩)`: the elements themselves are the values.
  private func plainValue(_ rows: Rows) -> Core? {
    switch rows.row.type {
    case .record, .structure: nil
    default: row(rows)
    }
  }

  /// 最近 and 首次 go by the day of happening.
  private func isDated(_ rows: Rows, _ expression: Expression, _ context: Context) -> Bool {
    guard context.procedure != nil else { return true }
    if let register = rows.register, schema[register].dateField != nil { return true }
    let owner = rows.register.map { Wording(schema[$0].name) } ?? typeName(rows.row.type)
    reporter.report("E0415", at: context.origin(expression.span), ["register": owner])
    return false
  }

  /// The type of 求和 平均 最大 最小 去重数 of a value of each row; nil after a message.
  func valueType(_ kind: Aggregate.Kind, _ value: Core) -> ValueType? {
    let isFit =
      switch (kind, value.type) {
      case (_, .list), (_, .map): false
      case (.distinct, _): true
      case (.maximum, let type), (.minimum, let type): TypeBindings.isOrdered(type, schema)
      case (_, .number): true
      default: false
      }
    guard isFit else {
      let expected =
        kind == .maximum || kind == .minimum
        ? Wording(zh: "数、日期或有先后的取值", en: "a number, a date or a value of an ordered enum")
        : kind == .distinct ? typeName(nil) : typeName(.number(unit: ""))
      reporter.report(
        "E0401", at: value.origin, ["expected": expected, "found": typeName(value.type)])
      return nil
    }
    return kind == .distinct ? .number(unit: "") : value.type
  }

  /// 皆 and 占比: the condition that each row must meet is the second argument, or the last 其中.
  private func judged(
    _ kind: Aggregate.Kind, _ name: Name, _ first: Expression, _ second: Expression?,
    _ origin: Origin, _ context: Context
  ) -> Core? {
    var (base, test) = (first, second)
    if test == nil, case .filter(let inner, let condition) = first.kind {
      (base, test) = (inner, condition)
    }
    guard let test else {
      reportCount(name, Wording("2"), 1, context)
      return nil
    }
    guard var rows = counted(base, context) else { return nil }
    guard rows.value == nil else {
      reportNotRows(base, rows, context)
      return nil
    }
    guard let condition = condition(test, inner(rows, context)) else { return nil }
    rows.value = condition
    return aggregate(kind, rows, kind == .every ? .bool : .number(unit: ""), origin, context)
  }

  /// The node of an aggregate over records, or of a fold over a list.
  func aggregate(
    _ kind: Aggregate.Kind, _ rows: Rows, _ type: ValueType, _ origin: Origin, _ context: Context
  ) -> Core {
    let filter = rows.filters.isEmpty ? nil : Core.all(rows.filters, rows.origin)
    switch (rows.source, rows.row.node) {
    case (.records(let source), .record(let frame)):
      let aggregate = Aggregate(
        kind: kind, rows: source, window: rows.window, filter: filter, value: rows.value,
        frame: frame)
      return Core(.aggregate(aggregate), type, origin)
    case (.list(let list), .variable(let slot)):
      return Core(
        .fold(Fold(kind: kind, list: list, slot: slot, filter: filter, value: rows.value)), type,
        origin)
    default: return Core(.constant(nil), type, origin)
    }
  }

  private func reportNotRows(_ expression: Expression, _ rows: Rows, _ context: Context) {
    let origin = context.origin(expression.span)
    reporter.report(
      "E0404", at: origin,
      [
        "text": Wording(reporter.text(origin)),
        "found": typeName(.list(rows.value?.type ?? .bool)),
      ])
  }

  func reportCount(_ name: Name, _ expected: Wording, _ found: Int, _ context: Context) {
    reporter.report(
      "E0412", at: context.origin(name.span),
      ["name": Wording(name.text), "expected": expected, "found": "\(found)"])
  }
}

extension Aggregate.Kind {
  /// Whether it needs a value of each row.
  var takesValue: Bool {
    switch self {
    case .sum, .average, .maximum, .minimum, .distinct: true
    default: false
    }
  }

  /// Whether it judges each row by a condition.
  var takesCondition: Bool { self == .every || self == .share }
}
