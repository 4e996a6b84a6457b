import ZhibenDiagnostics
import ZhibenSyntax

// 函数, the statements at the top, and 测试.

extension Checker {
  /// Takes note of all functions, those of the host first, so that they may be called before they stand in the script.
  func declareFunctions(_ items: [Loaded], _ host: [HostFunction]) {
    hostFunctions = host
    for (index, function) in host.enumerated() where Library.byName[function.name] == nil {
      functionNames[function.name] = functionNames[function.name] ?? .host(index)
    }
    for item in items {
      guard case .function(let body) = item.declaration.body, let name = item.declaration.name
      else { continue }
      declare(name, body, item)
    }
  }

  private func declare(_ name: Name, _ body: FunctionBody, _ item: Loaded) {
    let context = Context(source: item.source)
    var isSound = true
    let parameters = body.parameters.map { parameter -> Slot in
      let type = type(parameter.type, context)
      if type == nil { isSound = false }
      return Slot(name: parameter.name.text, type: type ?? .text)
    }
    var result: ValueType?
    if let written = body.result {
      result = type(written, context)
      if result == nil { isSound = false }
    }
    let signature = FunctionSignature(
      name: name.text, parameters: parameters, result: result, item: item, isSound: isSound)
    functions.append(signature)
    if Library.byName[name.text] != nil {
      reporter.report(
        "E0448", at: item.nameOrigin, ["name": Wording(name.text)],
        fixes: [Fix(name.span, "我的\(name.text)")])
    } else if case .script(let earlier)? = functionNames[name.text] {
      reporter.report(
        "E0307", at: item.nameOrigin, ["name": Wording(name.text)],
        secondary: [(functions[earlier].item.nameOrigin, .declaredHere)])
      return
    } else if let symbol = symbols.names[name.text] {
      reporter.report(
        "E0430", at: item.nameOrigin,
        ["name": Wording(name.text), "owner": symbolName(name.text, symbol)],
        secondary: symbols.place(of: name.text).map { [($0, .declaredHere)] } ?? [],
        fixes: [Fix(name.span, "算\(name.text)")])
    }
    functionNames[name.text] = .script(functions.count - 1)
  }

  /// Takes note of the rules, whose cadences 假设 may change.
  func note(_ rules: [Rule], _ items: [Loaded]) {
    var items = NameTable(
      items.compactMap { item in item.declaration.name.map { ($0.text, item) } })
    for (index, rule) in rules.enumerated() {
      rulePositions[rule.name] = index
      if let duty = rule.duty, let item = items[rule.name] {
        items[rule.name] = nil
        cadenceSubjects[index] = (item, duty.subject.register)
      }
    }
  }

  /// The bodies of the functions, in the order in which `functions` counts them.
  func checkFunctions() {
    let declared = functions.count
    var scopes: [ProcedureScope] = []
    for index in 0..<declared {
      let scope = ProcedureScope(.function(functions[index]))
      scopes.append(scope)
      procedures.append(body(of: index, in: scope))
    }
    checkPurity(scopes)
  }

  /// The bodies of the functions that were made for suppositions, and of those that they call.
  func checkAssumedFunctions() {
    while procedures.count < functions.count {
      let index = procedures.count
      let scope = ProcedureScope(.function(functions[index]))
      procedures.append(reporter.again { body(of: index, in: scope) })
    }
  }

  private func body(of function: Int, in scope: ProcedureScope) -> Procedure? {
    let signature = functions[function]
    guard case .function(let body) = signature.item.declaration.body else { return nil }
    unreadable = []
    var context = Context(source: signature.item.source)
    context.procedure = scope
    context.assumptions = functionAssumptions[function] ?? [:]
    var names: Set<String> = []
    for (parameter, slot) in zip(body.parameters, signature.parameters) {
      _ = introduce(parameter.name, slot.type, scope, &context, block: names)
      names.insert(parameter.name.text)
    }
    let errors = reporter.errorCount
    let start = uses.count
    let (steps, flow) = block(body.statements, context, names: names)
    uses.close(function: function, from: start)
    if signature.result != nil, flow == .onward, !signature.item.declaration.isDamaged {
      reporter.report(
        "E0436", at: signature.item.nameOrigin,
        ["name": Wording(signature.name), "expected": typeName(signature.result)])
    }
    guard signature.isSound, reporter.errorCount == errors else { return nil }
    return Procedure(
      name: signature.name, slots: scope.slots, parameterCount: signature.parameters.count,
      result: signature.result, body: steps, origin: signature.item.nameOrigin)
  }

  /// A function with a result may stand in a question, which goes through records: it changes none, nor calls one that does.
  private func checkPurity(_ scopes: [ProcedureScope]) {
    var writing = scopes.map { !$0.writes.isEmpty }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, scope) in scopes.enumerated() where !writing[index] {
        if scope.calls.contains(where: { writing[$0.function] }) {
          writing[index] = true
          isGrowing = true
        }
      }
    }
    for (function, scope) in zip(functions, scopes) where function.result != nil {
      let calls = scope.calls.filter { writing[$0.function] }.map(\.origin)
      guard let place = scope.writes.first ?? calls.first else { continue }
      reporter.report("E0464", at: place, ["name": Wording(function.name)])
    }
  }

  /// The statements at the top of the plan's source; nil if there are none.
  func mainProcedure(_ statements: [Statement], source: Int) -> Procedure? {
    guard let first = statements.first, let last = statements.last else { return nil }
    unreadable = []
    let scope = ProcedureScope(.main)
    var context = Context(source: source)
    context.procedure = scope
    let origin = context.origin(first.span.union(last.span))
    for variable in variables {
      context.variables[variable.name] = scope.give(variable, at: origin)
    }
    let (steps, _) = block(statements, context, names: [])
    return Procedure(
      name: "", slots: scope.slots, parameterCount: variables.count, body: steps, origin: origin)
  }

  /// 测试, in source order.
  func tests(_ items: [Loaded]) -> [TestCase] {
    var places: [String: Origin] = [:]
    return items.compactMap { item in
      guard case .test(let body) = item.declaration.body else { return nil }
      let origin = item.origin(body.titleSpan)
      if let first = places[body.title] {
        reporter.report(
          "E0307", at: origin, ["name": Wording(body.title)], secondary: [(first, .declaredHere)])
      }
      places[body.title] = places[body.title] ?? origin
      unreadable = []
      let scope = ProcedureScope(.test)
      var context = Context(source: item.source)
      context.procedure = scope
      let (steps, _) = block(body.statements, context, names: [])
      return TestCase(
        title: body.title,
        procedure: Procedure(
          name: body.title, slots: scope.slots, body: steps, origin: origin), origin: origin)
    }
  }
}
