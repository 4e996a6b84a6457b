import ZhibenDiagnostics
import ZhibenSyntax

// 记入 修改 注销: what is written down.

extension Checker {
  /// `记入 企业 { 名称：甲厂 }`
  func insertion(
    _ name: Name, _ record: Expression, _ origin: Origin, _ context: Context
  ) -> Step.Node? {
    guard let register = recordRegister(name, context) else { return nil }
    context.procedure?.writes.append(origin)
    guard isWritable(register, .insert, context.origin(name.span)) else { return nil }
    guard let values = fieldValues(record, register, context) else { return nil }
    let given = Set(values.map(\.field))
    let lacking = schema[register].fields.indices.filter {
      schema[register].fields[$0].isRequired && !given.contains($0)
        && schema[register].fields[$0].defaultValue == nil
    }
    if !lacking.isEmpty {
      let names = lacking.map { schema[register].fields[$0].name }
      // A test enters the facts that it speaks of; what would be written down for good must be whole.
      let isTest = context.procedure?.isTest ?? false
      reporter.report(
        isTest ? "W0457" : "E0458", at: context.origin(name.span),
        ["register": Wording(schema[register].name), "fields": .list(names)])
      guard isTest else { return nil }
    }
    return .insert(register, values)
  }

  /// `修改 企业「甲厂」 { 人数：60 }`
  func update(
    _ target: Expression, _ record: Expression, _ origin: Origin, _ context: Context
  ) -> Step.Node? {
    guard let core = records(target, .update, context), let register = core.type.record,
      let values = fieldValues(record, register, context)
    else { return nil }
    if let key = schema[register].keyField, values.contains(where: { $0.field == key }) {
      reporter.report(
        "E0459", at: context.origin(record.span),
        [
          "name": Wording(schema[register].fields[key].name),
          "register": Wording(schema[register].name),
        ])
      return nil
    }
    return .update(core, values)
  }

  /// A record or several that may be changed.
  func records(_ expression: Expression, _ word: Keyword, _ context: Context) -> Core? {
    context.procedure?.writes.append(context.origin(expression.span))
    guard let core = value(expression, context) else { return nil }
    guard let register = core.type.record else {
      reporter.report(
        "E0404", at: core.origin,
        ["text": Wording(reporter.text(core.origin)), "found": typeName(core.type)])
      return nil
    }
    return isWritable(register, word, core.origin) ? core : nil
  }

  private func isWritable(
    _ register: RegisterID, _ word: Keyword, _ origin: Origin
  ) -> Bool {
    guard schema[register].isReadOnly else { return true }
    reporter.report(
      "E0460", at: origin,
      ["register": Wording(schema[register].name), "word": Self.word(word)])
    return false
  }

  /// The fields of a record as written, each as the type of its field asks.
  private func fieldValues(
    _ record: Expression, _ register: RegisterID, _ context: Context
  ) -> [Step.FieldValue]? {
    var entries: [Entry] = []
    switch record.kind {
    case .missing: return nil
    case .entries(let written): entries = written
    case .set(let elements, _) where elements.isEmpty: break
    default:
      let origin = context.origin(record.span)
      reporter.report(
        "E0401", at: origin,
        [
          "expected": Wording(zh: "栏目和值，如「{人数：60}」", en: "fields and values, such as “{人数: 60}”"),
          "found": Wording(reporter.text(origin)),
        ])
      return nil
    }
    var values: [Step.FieldValue] = []
    var seen: [Int: Span] = [:]
    for entry in entries {
      guard case .field(let name) = entry.key else {
        reporter.report("E0447", at: context.origin(record.span))
        return nil
      }
      guard let index = fieldIndex(name.text, in: register) else {
        reportUnknownField(name, of: register, context)
        continue
      }
      if let first = seen[index] {
        reportTwice(name, first, context)
        continue
      }
      seen[index] = name.span
      let type = ValueType(schema[register].fields[index])
      if let core = fieldValue(entry.value, type, context) {
        values.append(Step.FieldValue(index, core))
      }
    }
    return values.count == entries.count ? values : nil
  }

  private func fieldValue(
    _ expression: Expression, _ type: ValueType, _ context: Context
  ) -> Core? {
    let origin = context.origin(expression.span)
    // `名称：甲厂`: a word that means nothing else is the text itself.
    if case .name(let name) = expression.kind, type == .text, isFreeWord(name, context) {
      return Core(.constant(.text(name.text)), .text, origin)
    }
    // `村：东村`: a bare key is most likely what is meant, but a slip of a variable would look the same.
    if case .name(let name) = expression.kind, case .record(let target) = type.element,
      isFreeWord(name, context)
    {
      let record = "\(schema[target].name)「\(name.text)」"
      reporter.report(
        "E0301", at: origin, ["name": Wording(name.text), "candidates": Wording(record)],
        suggest: [record])
      return nil
    }
    // One value of a field of several needs no braces.
    if case .list(let element) = type {
      switch expression.kind {
      case .set: break
      default:
        if let core = reporter.attempt({ value(expression, context, of: element) }) {
          return Core(.list([core]), type, origin)
        }
      }
    }
    return value(expression, context, of: type)
  }

  /// Whether a word has no meaning, nor a likely one of which it would be a slip.
  func isFreeWord(_ name: Name, _ context: Context) -> Bool {
    guard !unreadable.contains(name.text) else { return false }
    if name.isQuoted { return context.variables[name.text] == nil }
    let isKnown =
      context.variables[name.text] != nil || symbols.names[name.text] != nil
      || fieldFrame(name.text, context) != nil || name.text == "今日" || name.text == "today"
    guard !isKnown else { return false }
    return reporter.closest(to: name.text, among: context.variables.keys.sorted()).isEmpty
  }
}
