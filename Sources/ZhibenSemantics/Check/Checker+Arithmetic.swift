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
    // A date beside a number with the unit 日 keeps its literal as a term.
    let second = value(right, context)
    guard let first, let second else { return nil }
    switch (first.type, second.type) {
    case (.number(let a), .number(let b)):
      return numbers(operation, first, a, second, b, origin)
    case (.date, .date) where operation == .subtract:
      return Core(.daysBetween(first, second), .number(unit: "日"), origin)
    case (.date, .term) where operation == .add || operation == .subtract:
      guard case .constant(.term(let term)) = second.node else { break }
      let direction: OffsetDirection = operation == .add ? .after : .before
      return Core(.shift(first, direction, term.inNaturalDays), .date, origin)
    default: break
    }
    reportOperator(Self.sign(operation), first.type, second.type, origin)
    return nil
  }

  /// Sums need one unit; a number without unit takes the other's. Products keep the only unit, quotients of one unit have none.
  private func numbers(
    _ operation: BinaryOperator, _ first: Core, _ a: String, _ second: Core, _ b: String,
    _ origin: Origin
  ) -> Core? {
    let unit: String?
    switch operation {
    case .add, .subtract: unit = a == b || b.isEmpty ? a : a.isEmpty ? b : nil
    case .multiply: unit = b.isEmpty ? a : a.isEmpty ? b : nil
    default: unit = a == b ? "" : b.isEmpty ? a : a.isEmpty ? "" : "\(a)/\(b)"
    }
    guard let unit else {
      reportUnits(a, b, origin)
      return nil
    }
    return Core(.arithmetic(operation, first, second), .number(unit: unit), origin)
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

  static func sign(_ operation: ComparisonOperator) -> String {
    switch operation {
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
