import ZhibenDiagnostics
import ZhibenSyntax

// Calls of functions of the script and of the host.

extension Checker {
  func call(
    _ reference: FunctionReference, _ name: Name, _ arguments: [Expression], _ origin: Origin,
    _ context: Context, _ wanted: Wanted
  ) -> Core? {
    guard context.procedure != nil else {
      reporter.report("E0449", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
    let types: [ValueType]
    let result: ValueType?
    var reference = reference
    if case .script(let index) = reference {
      context.procedure?.calls.append((index, origin))
      reference = .script(self.function(index, under: context.assumptions))
    }
    switch reference {
    case .script(let index):
      let function = functions[index]
      guard function.isSound else { return nil }
      note(use: .function(index), at: context.origin(name.span))
      (types, result) = (function.parameters.map(\.type), function.result)
    case .host(let index):
      let function = hostFunctions[index]
      (types, result) = (function.parameters, function.result)
    }
    let usage = usage(reference)
    guard types.count == arguments.count else {
      reporter.report(
        "E0412", at: context.origin(name.span),
        [
          "name": Wording(name.text), "expected": "\(types.count)", "found": "\(arguments.count)",
        ], notes: [usage])
      return nil
    }
    var cores: [Core] = []
    for (argument, type) in zip(arguments, types) {
      guard let read = value(argument, context, .type(type)) else { continue }
      guard let core = converted(read, to: type) else {
        reporter.report(
          "E0401", at: read.origin, ["expected": typeName(type), "found": typeName(read.type)],
          notes: [usage])
        continue
      }
      cores.append(core)
    }
    guard cores.count == types.count else { return nil }
    if result == nil, !wanted.mayBeNothing {
      reporter.report(
        "E0442", at: origin, ["name": Wording(name.text)], notes: [usage])
      return nil
    }
    let node: Core.Node =
      switch reference {
      case .script(let index): .call(index, cores)
      case .host(let index): .hostCall(index, cores)
      }
    return Core(node, result ?? Self.nothing, origin)
  }

  /// The type of a call that gives nothing back; no value has it.
  static let nothing = ValueType.structure([])

  /// `函数 风险分(e：企业)：数`
  private func usage(_ reference: FunctionReference) -> Wording {
    let (name, parameters, result): (String, [(String, ValueType)], ValueType?) =
      switch reference {
      case .script(let index):
        (
          functions[index].name, functions[index].parameters.map { ($0.name, $0.type) },
          functions[index].result
        )
      case .host(let index):
        (
          hostFunctions[index].name, hostFunctions[index].parameters.map { ("", $0) },
          hostFunctions[index].result
        )
      }
    func text(_ language: Language) -> String {
      let list = parameters.map { parameter in
        let type = typeName(parameter.1)[language]
        return parameter.0.isEmpty ? type : "\(parameter.0)：\(type)"
      }
      let end = result.map { "：\(typeName($0)[language])" } ?? ""
      let word = language == .zh ? "函数" : "function"
      return "\(word) \(name)(\(list.joined(separator: language == .zh ? "，" : ", ")))\(end)"
    }
    return Wording(zh: text(.zh), en: text(.en))
  }
}
