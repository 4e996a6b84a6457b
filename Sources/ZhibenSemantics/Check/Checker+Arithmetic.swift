import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Numbers with units, and days.

extension Checker {
  func negated(_ operand: Expression, _ origin: Origin, _ context: Context) -> Core? {
    guard let core = value(operand, context, .type(.number(unit: ""))) else { return nil }
    guard case .number = core.type else {
      reportOperator("−", core.type, core.type, origin)
      return nil
    }
    if case .constant(.number(let number)) = core.node, let negated = number.negated {
      return Core(.constant(.number(negated)), core.type, origin)
    }
    return Core(.negate(core), core.type, origin)
  }

  func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ origin: Origin,
    _ context: Context
  ) -> Core? {
    let first = value(left, context)
    // Beside a number of days a literal is one, beside a date it is a term.
    let days = ValueType.number(unit: "日")
    let second = value(right, context, .type(first?.type == days ? days : nil))
    guard let first, let second else { return nil }
    switch (first.type, second.type) {
    case (.text, .text) where operation == .add && context.procedure != nil:
      return joined(first, second, origin)
    case (.date, .number(unit: "日")) where isSum(operation) && context.procedure != nil:
      let count = operation == .add ? second : Core(.negate(second), second.type, second.origin)
      return Core(.builtin(.addDays, [first, count]), .date, origin)
    case (.number(let a), .number(let b)):
      return numbers(operation, first, a, second, b, origin)
    case (.date, .date) where operation == .subtract:
      return Core(.daysBetween(first, second), .number(unit: "日"), origin)
    case (.date, .term) where operation == .add || operation == .subtract:
      guard case .constant(.term(let term)) = second.node else {
        guard context.procedure != nil else { break }
        return Core(
          .builtin(operation == .add ? .later : .earlier, [first, second]), .date, origin)
      }
      let direction: OffsetDirection = operation == .add ? .after : .before
      return Core(.shift(first, direction, term.inNaturalDays), .date, origin)
    default: break
    }
    reportOperator(Self.sign(operation), first.type, second.type, origin)
    return nil
  }

  private func isSum(_ operation: BinaryOperator) -> Bool {
    operation == .add || operation == .subtract
  }

  /// Texts one after another, as one.
  private func joined(_ first: Core, _ second: Core, _ origin: Origin) -> Core {
    let parts = [first, second].flatMap { part -> [Core] in
      if case .text(let parts) = part.node { parts } else { [part] }
    }
    return Core(.text(parts), .text, origin)
  }

  /// Sums need one unit; a number without unit takes the other's. Products keep the only unit, quotients of one unit have none.
  private func numbers(
    _ operation: BinaryOperator, _ first: Core, _ a: String, _ second: Core, _ b: String,
    _ origin: Origin
  ) -> Core? {
    var (second, b) = (second, b)
    // 万元 beside 元 is taken for so many 元.
    if operation != .multiply, a != b, let factor = Units.factor(from: b, to: a),
      let same = scaled(second, by: factor, unit: a)
    {
      (second, b) = (same, a)
    }
    let unit: String?
    switch operation {
    case .add, .subtract: unit = a == b || b.isEmpty ? a : a.isEmpty ? b : nil
    case .multiply: unit = b.isEmpty ? a : a.isEmpty ? b : Self.product(a, b)
    default: unit = a == b ? "" : b.isEmpty ? a : a.isEmpty ? "" : "\(a)/\(b)"
    }
    guard let unit else {
      reportUnits(a, b, origin)
      return nil
    }
    return Core(.arithmetic(operation, first, second), .number(unit: unit), origin)
  }

  /// 元/人 times 人 is 元; other products of two units have none that could be named.
  private static func product(_ a: String, _ b: String) -> String? {
    for (ratio, unit) in [(a, b), (b, a)] where ratio.hasSuffix("/\(unit)") {
      return String(ratio.dropLast(unit.count + 1))
    }
    return nil
  }

  /// `发现日期 后 30日`: another day.
  func shifted(
    _ anchor: Expression, _ direction: OffsetDirection, _ literal: Literal, _ origin: Origin,
    _ context: Context
  ) -> Core? {
    guard let day = value(anchor, context, of: .date) else { return nil }
    guard case .duration(let duration) = literal else {
      reporter.report(
        "E0401", at: origin, ["expected": typeName(.date), "found": Self.literalName(literal)])
      return nil
    }
    return Core(.shift(day, direction, term(duration)), .date, origin)
  }

  func reportUnits(_ a: String, _ b: String, _ origin: Origin) {
    reporter.report("E0402", at: origin, ["left": Wording(a), "right": Wording(b)])
  }

  func reportOperator(_ sign: String, _ left: ValueType, _ right: ValueType, _ origin: Origin) {
    reporter.report(
      "E0411", at: origin,
      ["operator": Wording(sign), "left": typeName(left), "right": typeName(right)])
  }

  static func sign(_ operation: BinaryOperator) -> String {
    switch operation {
    case .and: "且"
    case .or: "或"
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .divide: "÷"
    }
  }
}

extension ComparisonOperator {
  /// How it is written in messages: `≤`, `属于`.
  public var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    case .isIn: "属于"
    case .notIn: "不属于"
    case .contains: "包含"
    case .notContains: "不包含"
    }
  }
}
