import ZhibenDiagnostics
import ZhibenSyntax

// 令, 对 每个 and parameters introduce variables; := changes them.

extension Checker {
  /// Introduces a variable into a block. A name has one meaning: a message says what else it means already, and the variable takes it all the same, so
  /// that what follows is checked.
  func introduce(
    _ name: Name, _ type: ValueType, _ procedure: ProcedureScope, _ context: inout Context,
    block: Set<String>
  ) -> Int {
    let origin = context.origin(name.span)
    if let other = context.variables[name.text], other >= procedure.given {
      let isSameBlock = block.contains(name.text)
      reporter.report(
        isSameBlock ? "E0431" : "E0432", at: origin, ["name": Wording(name.text)],
        secondary: [(procedure.places[other], .declaredHere)],
        fixes: [Fix(name.span, freeName(name.text, context))])
    } else if let owner = owner(ofName: name.text) {
      reporter.report(
        "E0430", at: origin, ["name": Wording(name.text), "owner": owner.0],
        secondary: owner.1.map { [($0, .declaredHere)] } ?? [],
        fixes: [Fix(name.span, freeName(name.text, context))])
    }
    let slot = procedure.add(name.text, type, at: origin)
    context.variables[name.text] = slot
    return slot
  }

  /// What a name means already, and where that was said.
  private func owner(ofName name: String) -> (Wording, Origin?)? {
    if let symbol = symbols.names[name] {
      return (symbolName(name, symbol), symbols.place(of: name))
    }
    switch functionNames[name] {
    case .script(let index)?:
      return (
        Wording(zh: "函数 \(name)", en: "function \(name)"), functions[index].item.nameOrigin
      )
    case .host?: return (Wording(zh: "外部函数 \(name)", en: "the host's function \(name)"), nil)
    case nil: break
    }
    if name == "今日" || name == "today" || Self.rowNames.contains(name) {
      return (Wording(zh: "语言自己的词", en: "a word of the language"), nil)
    }
    return nil
  }

  private func freeName(_ name: String, _ context: Context) -> String {
    ["这\(name)", "某\(name)", "\(name)甲"].first {
      context.variables[$0] == nil && owner(ofName: $0) == nil
    } ?? "\(name)乙"
  }

  // MARK: - :=

  /// `名 := 值`, `表（键） := 值`, `记录.栏 := 值`
  func assignment(
    _ target: Expression, _ expression: Expression, _ origin: Origin, _ context: Context
  ) -> Step? {
    guard let (slot, path, type) = place(target, context) else {
      _ = reporter.attempt { value(expression, context) }
      return nil
    }
    guard let core = value(expression, context, of: type) else { return nil }
    return Step(path.isEmpty ? .set(slot, core) : .setPart(slot, path, core), origin)
  }

  /// The variable and the part of it that is set, with the part's type.
  private func place(
    _ target: Expression, _ context: Context
  ) -> (Int, [Step.PathPart], ValueType)? {
    switch target.kind {
    case .missing: return nil
    case .name(let name):
      guard let variable = variable(name, context), case .variable(let slot) = variable.node else {
        reportNoVariable(name, context)
        return nil
      }
      return (slot, [], variable.type)
    case .member(let base, let name):
      guard let (slot, path, type) = place(base, context) else { return nil }
      guard case .structure(let fields) = type else {
        if case .record(let register) = type, fieldIndex(name.text, in: register) != nil {
          reportRecordField(target, base, name, context)
        } else {
          reporter.report(
            "E0329", at: context.origin(name.span),
            [
              "text": Wording(reporter.text(context.origin(base.span))),
              "found": typeName(type), "name": Wording(name.text),
            ])
        }
        return nil
      }
      guard let index = columnIndex(name.text, in: fields) else {
        reportUnknownColumn(name, in: Frame(type, .today), context)
        return nil
      }
      return (slot, path + [.member(index)], fields[index].type)
    case .call(let base, let arguments):
      guard let (slot, path, type) = place(base, context) else { return nil }
      guard let (key, element) = key(of: type, base, arguments, context) else { return nil }
      return (slot, path + [.element(key)], element)
    default:
      let origin = context.origin(target.span)
      reporter.report("E0433", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
  }

  private func reportNoVariable(_ name: Name, _ context: Context) {
    guard !unreadable.contains(name.text) else { return }
    let known = context.variables.keys.sorted()
    let origin = context.origin(name.span)
    let owner = owner(ofName: name.text)
    reporter.report(
      "E0433", at: origin, ["text": Wording(name.text)], suggest: closestNames(name, known),
      secondary: owner?.1.map { [($0, .declaredHere)] } ?? [],
      fixes: owner == nil && closestNames(name, known).isEmpty
        ? [Fix(Span(name.span.start, name.span.start), "令 ")] : [])
  }

  private func closestNames(_ name: Name, _ known: [String]) -> [String] {
    reporter.closest(to: name.text, among: known)
  }

  /// A record's fields are changed by 修改, which is written down and dated.
  private func reportRecordField(
    _ target: Expression, _ base: Expression, _ name: Name, _ context: Context
  ) {
    let record = reporter.text(context.origin(base.span))
    reporter.report(
      "E0434", at: context.origin(target.span),
      ["text": Wording(reporter.text(context.origin(target.span)))],
      notes: [
        Wording(
          zh: "修改 \(record) { \(name.text)：… }", en: "update \(record) { \(name.text): … }")
      ])
  }

  // MARK: - 表（键）

  /// Whether a name in front of parentheses is a list or map.
  func isCollection(_ name: Name, _ context: Context) -> Bool {
    guard let procedure = context.procedure else { return false }
    let type =
      fieldFrame(name.text, context).flatMap {
        fieldType(name.text, in: context.frames[$0])
      } ?? context.variables[name.text].map { procedure.slots[$0].type }
    switch type {
    case .list?, .map?: return true
    default: return false
    }
  }

  /// `列表（1）`, `表（"甲"）`
  func element(
    of base: Expression, _ arguments: [Expression], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let core = value(base, context, Wanted(checksRivals: false)),
      let (key, type) = key(of: core.type, base, arguments, context)
    else { return nil }
    return Core(.element(core, key), type, origin)
  }

  /// The key in parentheses and the type of what stands under it.
  private func key(
    of type: ValueType, _ base: Expression, _ arguments: [Expression], _ context: Context
  ) -> (Core, ValueType)? {
    let origin = context.origin(base.span)
    let keyType: ValueType
    let element: ValueType
    switch type {
    case .list(let inner): (keyType, element) = (.number(unit: ""), inner)
    case .map(let key, let value): (keyType, element) = (key, value)
    default:
      reporter.report(
        "E0435", at: origin,
        ["text": Wording(reporter.text(origin)), "found": typeName(type)])
      return nil
    }
    guard let only = arguments.first, arguments.count == 1 else {
      reportCount(
        Name(reporter.text(origin), base.span), "1", arguments.count, context)
      return nil
    }
    return value(only, context, of: keyType).map { ($0, element) }
  }
}
