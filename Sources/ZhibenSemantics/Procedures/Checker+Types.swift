import ZhibenDiagnostics
import ZhibenSyntax

// Types as written: of variables, parameters and results.

extension Checker {
  private static let plainTypes: [String: ValueType] = [
    "是否": .bool, "bool": .bool, "整数": .number(unit: ""), "integer": .number(unit: ""),
    "数": .number(unit: ""), "number": .number(unit: ""), "文本": .text, "text": .text,
    "日期": .date, "date": .date, "时刻": .moment, "moment": .moment, "时长": .term,
    "duration": .term, "期间": .period, "period": .period, "频次": .cadence, "cadence": .cadence,
  ]
  /// How many types those are made of that are made of others.
  private static let composedTypes = ["列表": 1, "list": 1, "映射": 2, "map": 2]

  /// The type that an expression of types means; nil after a message.
  func type(_ written: TypeExpression, _ context: Context) -> ValueType? {
    switch written {
    case .values(_, let span):
      // A set of values has no name by which two variables could share it.
      reporter.report(
        "E0316", at: context.origin(span),
        [
          "name": Wording(reporter.text(context.origin(span))),
          "candidates": reporter.choices(knownTypes, near: ""),
        ])
      return nil
    case .named(let name, let arguments): return type(named: name, arguments, context)
    }
  }

  private func type(
    named name: Name, _ arguments: [TypeExpression], _ context: Context
  ) -> ValueType? {
    if let count = Self.composedTypes[name.text] {
      guard arguments.count == count else {
        reporter.report(
          "E0461", at: context.origin(name.span),
          [
            "name": Wording(name.text),
            "example": count == 1
              ? Wording(zh: "文本", en: "text") : Wording(zh: "文本，数", en: "text, number"),
          ])
        return nil
      }
      let parts = arguments.map { type($0, context) }
      guard let first = parts.first ?? nil, let last = parts.last ?? nil else { return nil }
      return count == 1 ? .list(first) : .map(first, last)
    }
    if let plain = Self.plainTypes[name.text] {
      guard let argument = arguments.first else { return plain }
      guard case .number = plain, arguments.count == 1, let unit = argument.word else {
        reporter.report(
          "E0326", at: context.origin(argument.span), ["name": Wording(name.text)])
        return plain
      }
      return .number(unit: unit.text == "%" ? "" : unit.text)
    }
    if let argument = arguments.first {
      reporter.report(
        "E0326", at: context.origin(argument.span), ["name": Wording(name.text)])
      return nil
    }
    switch (symbols.enumerations[name.text], symbols.names[name.text]) {
    case (let list?, let symbol):
      guard case .register? = symbol else { return .enumeration(list) }
      reporter.report(
        "E0306", at: context.origin(name.span),
        [
          "name": Wording(name.text),
          "first": Wording(zh: "取值 \(name.text)", en: "enum \(name.text)"),
          "second": Wording(zh: "登记 \(name.text)", en: "register \(name.text)"),
        ])
      return nil
    case (nil, .register(let register)?): return .record(register)
    case (nil, .scope(let index)?):
      return scope(index, at: context.origin(name.span)).map { .record($0.register) }
    default: break
    }
    reporter.report(
      "E0316", at: context.origin(name.span),
      [
        "name": Wording(name.text),
        "candidates": reporter.choices(knownTypes, near: name.text),
      ], suggest: reporter.closest(to: name.text, among: knownTypes))
    return nil
  }

  private var knownTypes: [String] {
    Self.plainTypes.keys.filter { Pinyin.isHan($0.first ?? " ") }.sorted() + ["列表", "映射"]
      + schema.enumerations.map(\.name).filter { !$0.contains(".") }
      + schema.registers.map(\.name)
  }

  // MARK: - Units

  /// The value as one of the wanted type, if it is one: numbers are converted between 元 and 万元 exactly; nil if it does not fit.
  func converted(_ core: Core, to wanted: ValueType) -> Core? {
    if fits(core.type, wanted) { return core }
    guard case .number(let from) = core.type, case .number(let to) = wanted,
      let factor = Units.factor(from: from, to: to)
    else { return nil }
    return scaled(core, by: factor, unit: to)
  }

  /// A number in another unit.
  func scaled(_ core: Core, by factor: Rational, unit: String) -> Core? {
    if case .constant(.number(let number)?) = core.node {
      return number.multiplied(by: factor).map {
        Core(.constant(.number($0)), .number(unit: unit), core.origin)
      }
    }
    let constant = Core(.constant(.number(factor)), .number(unit: ""), core.origin)
    return Core(.arithmetic(.multiply, core, constant), .number(unit: unit), core.origin)
  }
}

/// Units that differ by a scale only: 元 and 万元.
enum Units {
  /// What one of the first unit is in the second; nil if they measure different things.
  static func factor(from first: String, to second: String) -> Rational? {
    let (a, b) = (parts(first), parts(second))
    guard a.base == b.base, !a.base.isEmpty else { return nil }
    return Rational(a.scale, over: b.scale)
  }

  private static func parts(_ unit: String) -> (scale: Int, base: String) {
    for (spelling, factor) in UnitTable.scales where unit.hasPrefix(spelling) {
      let base = String(unit.dropFirst(spelling.count))
      if !base.isEmpty { return (factor, base) }
    }
    return (1, unit)
  }
}
