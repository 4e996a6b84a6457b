import ZhibenDiagnostics
import ZhibenSyntax

// Aggregates over collections, and functions over plain values.

/// The functions of the library by name.
enum Library {
  static let aggregates: [String: Aggregate.Kind] = [
    "有": .exists, "exists": .exists, "无": .none, "none": .none, "皆": .every, "every": .every,
    "数量": .count, "count": .count, "求和": .sum, "sum": .sum, "平均": .average,
    "average": .average, "最大": .maximum, "max": .maximum, "最小": .minimum, "min": .minimum,
    "占比": .share, "share": .share, "最近": .latest, "latest": .latest, "首次": .earliest,
    "earliest": .earliest, "去重数": .distinct, "distinct": .distinct,
  ]

  static let functions: [String: Builtin] = [
    "上取整": .roundUp, "ceiling": .roundUp, "下取整": .roundDown, "floor": .roundDown,
    "取高": .maximum, "higher": .maximum, "取低": .minimum, "lower": .minimum,
    "工作日数": .workdaysBetween, "workdays": .workdaysBetween, "是工作日": .isWorkday,
    "isworkday": .isWorkday, "年龄": .yearsBetween, "age": .yearsBetween, "绝对值": .absolute,
    "abs": .absolute,
  ]

  static let names = (Array(aggregates.keys) + Array(functions.keys)).sorted()
}

extension Checker {
  func call(
    _ callee: Expression, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard case .name(let name) = callee.kind else {
      if case .missing = callee.kind { return nil }
      reporter.report(
        "E0312", at: context.origin(callee.span),
        ["name": Wording(reporter.text(context.origin(callee.span)))])
      return nil
    }
    if let kind = Library.aggregates[name.text] {
      return aggregate(kind, name, arguments, origin, context)
    }
    if let function = Library.functions[name.text] {
      return builtin(function, name, arguments, origin, context)
    }
    let near = Suggestions.closest(to: name.text, among: Library.names)
    reporter.report(
      "E0312", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": .list(near)], suggest: near)
    return nil
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
    guard var rows = rows(first, context) else { return nil }
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
      let type: ValueType =
        switch kind {
        case .exists, .none: .bool
        case .latest, .earliest: .record(rows.register)
        default: .number(unit: "")
        }
      return aggregate(kind, rows, type, origin)
    }
    guard let value = rows.value else {
      let text = reporter.text(context.origin(first.span))
      reporter.report(
        "E0428", at: context.origin(first.span),
        ["name": Wording(name.text), "text": Wording(text)])
      return nil
    }
    return valued(kind, name, rows, value, origin)
  }

  /// 求和 平均 最大 最小 去重数 of a value of each row.
  private func valued(
    _ kind: Aggregate.Kind, _ name: Name, _ rows: Rows, _ value: Core, _ origin: Origin
  ) -> Core? {
    var isFit =
      switch (kind, value.type) {
      case (.distinct, .list), (_, .list): false
      case (.distinct, _): true
      case (.sum, .number), (.average, .number): true
      case (.maximum, .number), (.maximum, .date), (.maximum, .moment): true
      case (.minimum, .number), (.minimum, .date), (.minimum, .moment): true
      default: false
      }
    if case .enumeration(let list) = value.type, kind == .maximum || kind == .minimum {
      isFit = schema[list].isOrdered
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
    return aggregate(
      kind, rows, kind == .distinct ? .number(unit: "") : value.type, origin)
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
    guard var rows = rows(base, context) else { return nil }
    guard rows.value == nil else {
      reportNotRows(base, rows, context)
      return nil
    }
    guard let condition = condition(test, inner(rows, context)) else { return nil }
    rows.value = condition
    return aggregate(kind, rows, kind == .every ? .bool : .number(unit: ""), origin)
  }

  /// The node of an aggregate.
  func aggregate(
    _ kind: Aggregate.Kind, _ rows: Rows, _ type: ValueType, _ origin: Origin
  ) -> Core {
    let filter = rows.filters.isEmpty ? nil : Core.all(rows.filters, rows.origin)
    let aggregate = Aggregate(
      kind: kind, rows: rows.source, window: rows.window, filter: filter, value: rows.value,
      frame: rows.frame)
    return Core(.aggregate(aggregate), type, origin)
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

  // MARK: - Functions

  private func builtin(
    _ function: Builtin, _ name: Name, _ arguments: [Expression], _ origin: Origin,
    _ context: Context
  ) -> Core? {
    switch function {
    case .roundUp, .roundDown, .absolute:
      guard let only = arguments.first, arguments.count == 1 else { break }
      guard let core = value(only, context, of: .number(unit: "")) else { return nil }
      return Core(.builtin(function, [core]), core.type, origin)
    case .maximum, .minimum:
      guard arguments.count >= 2 else {
        reportCount(name, Wording(zh: "2 个以上", en: "2 or more"), arguments.count, context)
        return nil
      }
      return extreme(function, arguments, origin, context)
    case .workdaysBetween: return workdays(name, arguments, origin, context)
    case .isWorkday:
      guard let only = arguments.first, arguments.count == 1 else { break }
      return value(only, context, of: .date).map {
        Core(.builtin(.isWorkday, [$0]), .bool, origin)
      }
    case .yearsBetween:
      guard let only = arguments.first, arguments.count == 1 else { break }
      return value(only, context, of: .date).map {
        Core(
          .builtin(.yearsBetween, [$0, Core(.today, .date, origin)]), .number(unit: ""), origin)
      }
    default: break
    }
    reportCount(name, "1", arguments.count, context)
    return nil
  }

  private func extreme(
    _ function: Builtin, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    var cores: [Core] = []
    for argument in arguments {
      guard let core = value(argument, context, .type(cores.first?.type)) else { return nil }
      cores.append(core)
    }
    guard let first = cores.first else { return nil }
    for core in cores {
      var isFit = fits(core.type, first.type)
      switch core.type {
      case .number, .date, .moment: break
      case .enumeration(let list): isFit = isFit && schema[list].isOrdered
      default: isFit = false
      }
      guard isFit else {
        reportOperator(
          function == .maximum ? "取高" : "取低", first.type, core.type, core.origin)
        return nil
      }
    }
    return Core(.builtin(function, cores), first.type, origin)
  }

  /// `工作日数(a, b)`, `工作日数(当月)`
  private func workdays(
    _ name: Name, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    var ends: [Core] = []
    switch arguments.count {
    case 1:
      guard case .days(let first, let last)? = days(arguments[0], context) else { return nil }
      ends = [first, last]
    case 2: ends = arguments.compactMap { value($0, context, of: .date) }
    default:
      reportCount(name, Wording("2"), arguments.count, context)
      return nil
    }
    guard ends.count == 2 else { return nil }
    return Core(.builtin(.workdaysBetween, ends), .number(unit: "日"), origin)
  }

  private func days(_ expression: Expression, _ context: Context) -> Window? {
    guard let window = window(expression, context) else { return nil }
    let origin = context.origin(expression.span)
    switch window {
    case .days: return window
    case .period(.fixed(let range)):
      return .days(
        Core(.constant(.date(range.first)), .date, origin),
        Core(.constant(.date(range.last)), .date, origin))
    case .period(let spec):
      return .days(
        Core(.periodDay(spec, last: false), .date, origin),
        Core(.periodDay(spec, last: true), .date, origin))
    default:
      reporter.report(
        "E0407", at: origin,
        [
          "text": Wording(reporter.text(origin)),
          "found": Wording(zh: "期限", en: "a term"),
        ])
      return nil
    }
  }
}

extension Aggregate.Kind {
  /// Whether it needs a value of each row.
  fileprivate var takesValue: Bool {
    switch self {
    case .sum, .average, .maximum, .minimum, .distinct: true
    default: false
    }
  }

  /// Whether it judges each row by a condition.
  fileprivate var takesCondition: Bool { self == .every || self == .share }
}
