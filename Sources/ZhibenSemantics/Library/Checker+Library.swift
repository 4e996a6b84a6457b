import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Calls of the library's functions over plain values.

extension Checker {
  func libraryCall(
    _ function: LibraryFunction, _ builtin: Builtin, _ name: Name, _ arguments: [Expression],
    _ origin: Origin, _ context: Context
  ) -> Core? {
    guard context.procedure != nil || !function.isProcedural else {
      reporter.report("E0449", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
    switch builtin {
    case .workdaysBetween where arguments.count == 1:
      return workdays(of: arguments[0], origin, context)
    case .longestRun: return longestRun(name, arguments, origin, context)
    default: break
    }
    let fitting = signatures(of: function, name, arguments, context)
    guard let first = fitting.first else { return nil }
    guard fitting.count > 1 else {
      return call(first, builtin, arguments, nil, function, origin, context)
    }
    // Of several signatures with one number of arguments the first argument's type chooses. It is read once.
    guard let argument = arguments.first, let core = value(argument, context) else { return nil }
    let signature = fitting.first { signature in
      var bindings = TypeBindings()
      guard let parameter = signature.parameters.first else { return false }
      return bindings.accept(core.type, as: parameter.type, schema)
    }
    return call(signature ?? first, builtin, arguments, core, function, origin, context)
  }

  /// The signatures with that number of arguments; none after a message.
  private func signatures(
    of function: LibraryFunction, _ name: Name, _ arguments: [Expression], _ context: Context
  ) -> [LibraryFunction.Signature] {
    let fitting = function.signatures.filter {
      $0.repeatsLast
        ? arguments.count >= $0.parameters.count : arguments.count == $0.parameters.count
    }
    guard fitting.isEmpty else { return fitting }
    let counts = function.signatures.map { signature in
      let count = signature.parameters.count
      return signature.repeatsLast
        ? Wording(zh: "\(count) 个以上", en: "\(count) or more") : Wording("\(count)")
    }
    var seen: Set<Wording> = []
    let expected = counts.filter { seen.insert($0).inserted }
    reportCount(
      name,
      Wording(
        zh: expected.map(\.zh).joined(separator: " 或 "),
        en: expected.map(\.en).joined(separator: " or ")), arguments.count, context)
    return []
  }

  /// - Parameter head: the first argument if it has been read.
  private func call(
    _ signature: LibraryFunction.Signature, _ builtin: Builtin, _ arguments: [Expression],
    _ head: Core?, _ function: LibraryFunction, _ origin: Origin, _ context: Context
  ) -> Core? {
    var bindings = TypeBindings()
    var cores: [Core] = []
    for (index, argument) in arguments.enumerated() {
      guard let last = signature.parameters.last else { return nil }
      let parameter = index < signature.parameters.count ? signature.parameters[index] : last
      let wanted = bindings.wanted(parameter.type)
      let known = index == 0 ? head : nil
      guard let read = known ?? value(argument, context, .type(wanted)) else { return nil }
      let core = wanted.flatMap { converted(read, to: $0) } ?? read
      guard bindings.accept(core.type, as: parameter.type, schema) else {
        reporter.report(
          "E0401", at: core.origin,
          [
            "expected": wanted.map { typeName($0) } ?? parameter.type.name,
            "found": typeName(core.type),
          ], notes: function.usage)
        return nil
      }
      cores.append(core)
    }
    cores += signature.added.map { added in
      switch added {
      case .number(let number):
        Core(.constant(.number(Rational(number))), .number(unit: ""), origin)
      case .today: Core(.today, .date, origin)
      }
    }
    return Core(.builtin(builtin, cores), bindings.result(signature.result), origin)
  }

  /// `工作日数(当月)`
  private func workdays(
    of expression: Expression, _ origin: Origin, _ context: Context
  ) -> Core? {
    guard case .days(let first, let last)? = days(expression, context) else { return nil }
    return Core(.builtin(.workdaysBetween, [first, last]), .number(unit: "日"), origin)
  }

  private func days(_ expression: Expression, _ context: Context) -> Window? {
    guard let window = window(expression, context) else { return nil }
    let origin = context.origin(expression.span)
    switch window {
    case .days: return window
    case .period(let spec):
      return .days(edge(spec, isLast: false, origin), edge(spec, isLast: true, origin))
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

  /// `持续(状态 = 停产, 90日)`: on none of these days otherwise. A condition that is unknown on one of them leaves it unknown (time 7).
  func lasting(
    _ name: Name, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard arguments.count == 2 else {
      reportCount(name, "2", arguments.count, context)
      return nil
    }
    guard let condition = condition(arguments[0], context),
      let length = length(arguments[1], context)
    else { return nil }
    let otherwise = Core(
      .ever(Core(.not(condition), .bool, condition.origin), .lookBack(length)), .bool, origin)
    return Core(.not(otherwise), .bool, origin)
  }

  /// `90日`, `近90日`, or a parameter's term.
  private func length(_ expression: Expression, _ context: Context) -> Term? {
    if case .literal(.lookBack(let duration)) = expression.kind { return term(duration) }
    guard let core = value(expression, context, of: .term) else { return nil }
    if case .constant(.term(let length)?) = core.node { return length.inNaturalDays }
    reporter.report("E0429", at: core.origin)
    return nil
  }

  /// `连续(检查 于 近3年, 结论 = 合格)`: the truths of the rows in order, records by their day.
  private func longestRun(
    _ name: Name, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard arguments.count == 2 else {
      reportCount(name, "2", arguments.count, context)
      return nil
    }
    guard var rows = rows(arguments[0], context) else { return nil }
    if rows.value != nil || rows.limit != nil {
      rows = elements(of: closed(rows), context) ?? rows
    }
    guard let condition = condition(arguments[1], inner(rows, context)) else { return nil }
    if rows.sort.isEmpty, let date = dateField(of: row(rows)) { rows.sort = [.init(date)] }
    rows.value = condition
    return Core(.builtin(.longestRun, [closed(rows)]), .number(unit: ""), origin)
  }
}
