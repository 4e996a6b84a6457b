import ZhibenDiagnostics
import ZhibenSyntax

/// `范围 某级（级：等级）= 企业 其中 …`: checked once with values that are not known, so that what is wrong is said once and said even if nobody
/// names it. Each set of values that it is given makes a scope of its own, so that whoever judges scopes knows nothing of parameters.
struct ScopeTemplate {
  var parameters: [(name: String, type: ValueType)]
}

/// A scope with the values of its parameters.
struct ScopeInstance: Hashable {
  var template: Int
  var values: [Value]
}

/// What the parameters of a scope stand for.
struct ScopeBinding {
  var constants: [String: Core]
  /// The values behind the name: `（A，3人）`.
  var suffix: String
}

extension Checker {
  /// The scope with parameters that a call names, if it names one.
  func template(_ callee: Expression, _ context: Context) -> (Name, Int)? {
    guard case .name(let name) = callee.kind, context.variables[name.text] == nil,
      functionNames[name.text] == nil, case .template(let index)? = symbols.names[name.text]
    else { return nil }
    return (name, index)
  }

  /// `某级（A）` as a scope: a collection, or of a record at hand whether it is in it.
  func meaning(
    of template: Int, _ name: Name, _ arguments: [Expression], _ origin: Origin,
    _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    guard let index = instance(of: template, name, arguments, context) else { return nil }
    let whole = Name(name.text, origin.span)
    if wanted.rows { return collection(.scope(index), whole, context).map { .rows($0) } }
    return meaning(of: .scope(index), whole, context, wanted)
  }

  /// The scope that the values make in that place.
  func instance(
    of index: Int, _ name: Name, _ arguments: [Expression], _ context: Context
  ) -> Int? {
    guard let made = made(of: index, name, arguments, context) else { return nil }
    guard case .scope(let scope) = symbol(.scope(made), under: context.assumptions) else {
      return made
    }
    return scope
  }

  private func made(
    of index: Int, _ name: Name, _ arguments: [Expression], _ context: Context
  ) -> Int? {
    guard let template = template(index, at: context.origin(name.span)) else { return nil }
    guard arguments.count == template.parameters.count else {
      reportCount(name, Wording("\(template.parameters.count)"), arguments.count, context)
      return nil
    }
    var cores: [Core] = []
    var values: [Value] = []
    for (argument, parameter) in zip(arguments, template.parameters) {
      guard let core = value(argument, context, of: parameter.type) else { continue }
      guard case .constant(let value?) = core.node else {
        reporter.report("E0429", at: context.origin(argument.span))
        continue
      }
      cores.append(core)
      values.append(value)
    }
    guard values.count == arguments.count else { return nil }
    let key = ScopeInstance(template: index, values: values)
    if let known = instances[key] { return known }
    let texts = cores.map { ProgramPrinter(schema: schema).text($0) }
    let names = template.parameters.map(\.name)
    scopes.append(Lazily(item: templates[index].item))
    instances[key] = scopes.count - 1
    bindings[scopes.count - 1] = ScopeBinding(
      constants: Dictionary(zip(names, cores)) { first, _ in first },
      suffix: "（\(texts.joined(separator: "，"))）")
    return scopes.count - 1
  }

  /// The parameters of a scope that is sound whatever they are.
  func template(_ index: Int, at origin: Origin? = nil) -> ScopeTemplate? {
    checked(.template(index), \.templates, index, at: origin) { item in
      guard case .query(let query, let written) = item.declaration.body else { return nil }
      let context = Context(source: item.source)
      var parameters: [(name: String, type: ValueType)] = []
      var unknown: [String: Core] = [:]
      for parameter in written {
        let place = item.origin(parameter.name.span)
        guard let type = type(parameter.type, context) else { continue }
        guard unknown[parameter.name.text] == nil else {
          reporter.report("E0307", at: place, ["name": Wording(parameter.name.text)])
          continue
        }
        unknown[parameter.name.text] = Core(.constant(nil), type, place)
        parameters.append((parameter.name.text, type))
      }
      guard parameters.count == written.count,
        subject(query, source: item.source, unknown) != nil
      else { return nil }
      return ScopeTemplate(parameters: parameters)
    }
  }

  /// A scope with parameters is named without values for them.
  func reportBare(_ name: Name, _ index: Int, _ context: Context) {
    guard let template = template(index, at: context.origin(name.span)) else { return }
    reportCount(name, Wording("\(template.parameters.count)"), 0, context)
  }
}
