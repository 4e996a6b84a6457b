import ZhibenDiagnostics
import ZhibenSyntax

// Messages about names that mean nothing where they stand.

extension Checker {
  /// Says what a name that was not found might have been.
  func unknown(_ name: Name, _ context: Context, _ wanted: Wanted) {
    // What could not be read was said where it was introduced.
    if context.procedure != nil, unreadable.contains(name.text) { return }
    if reporter.isTrying {
      // Nobody will read it, and looking for what was meant costs more than all the rest of a check.
      reporter.report("E0301", at: context.origin(name.span), ["name": Wording(name.text)])
    } else if !reporter.wantsAdvice {
      reportPlainly(name, context, wanted)
    } else if let spaced = segmented(name, context) {
      reportGlued(name, spaced, context)
    } else if case .enumeration(let list)? = wanted.type?.element {
      reportUnknownValue(name, of: list, context)
    } else if wanted.rows {
      reportUnknownCollection(name, context)
    } else if !reportValueOfSeveral(name, context) {
      reportUnknownName(name, context)
    }
  }

  /// The message without what might have been meant.
  private func reportPlainly(_ name: Name, _ context: Context, _ wanted: Wanted) {
    if case .enumeration(let list)? = wanted.type?.element {
      reportUnknownValue(name, of: list, context)
    } else if !wanted.rows, let register = context.frames.last?.register {
      reportUnknownField(name, of: register, context)
    } else {
      reporter.report(
        wanted.rows ? "E0303" : "E0301", at: context.origin(name.span),
        ["name": Wording(name.text)])
    }
  }

  func reportGlued(_ name: Name, _ spaced: String, _ context: Context) {
    reporter.report(
      "E0311", at: context.origin(name.span),
      ["name": Wording(name.text), "segmented": Wording(spaced)], fixes: [Fix(name.span, spaced)])
  }

  func reportUnknownField(_ name: Name, of register: RegisterID, _ context: Context) {
    var fields: [String] { schema[register].fields.map(\.name) }
    reporter.report(
      "E0302", at: context.origin(name.span),
      [
        "name": Wording(name.text), "owner": Wording(schema[register].name),
        "candidates": reporter.choices(fields, near: name.text),
      ], suggest: reporter.closest(to: name.text, among: fields))
  }

  func reportUnknownColumn(_ name: Name, in row: Frame, _ context: Context) {
    let columns = row.columns.map(\.name).filter { !$0.hasPrefix("#") }
    let known = columns + context.variables.keys.sorted()
    reporter.report(
      "E0443", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": reporter.choices(columns, near: name.text)],
      suggest: reporter.closest(to: name.text, among: known))
  }

  func reportUnknownValue(_ name: Name, of list: EnumID, _ context: Context) {
    let values = schema[list].values
    let near = reporter.closest(
      to: name.text, among: values + schema[list].synonyms.flatMap { $0 })
    reporter.report(
      "E0304", at: context.origin(name.span),
      [
        "name": Wording(name.text), "owner": Wording(schema[list].name),
        "candidates": reporter.choices(values, near: name.text),
      ], suggest: near)
  }

  private func reportUnknownCollection(_ name: Name, _ context: Context) {
    let known = symbols.all { symbol in
      switch symbol {
      case .register, .scope, .template: true
      case .partition, .parameter, .reading: false
      }
    }
    reporter.report(
      "E0303", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": .choices(known, near: name.text)],
      suggest: Suggestions.closest(to: name.text, among: known))
  }

  /// A value of enums where no enum is expected (`令 x = 重大`).
  private func reportValueOfSeveral(_ name: Name, _ context: Context) -> Bool {
    let lists = schema.enumerations.indices.map { EnumID($0) }
      .filter { position(of: name.text, in: $0) != nil }
    guard !lists.isEmpty else { return false }
    let qualified = lists.map { "\(schema[$0].name).\(name.text)" }
    reporter.report(
      "E0413", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": .choices(qualified)],
      fixes: lists.filter { !schema[$0].name.contains(".") }
        .map { Fix(name.span, "\(schema[$0].name).\(name.text)") })
    return true
  }

  private func reportUnknownName(_ name: Name, _ context: Context) {
    let origin = context.origin(name.span)
    let values =
      context.variables.keys.sorted()
      + symbols.all { symbol in
        if case .reading = symbol { false } else { true }
      }
    // The record whose fields come close is the one the writer thought of; else the innermost.
    for register in context.frames.reversed().compactMap(\.register) {
      let near = Suggestions.closest(
        to: name.text, among: schema[register].fields.map(\.name))
      if !near.isEmpty { return reportUnknownField(name, of: register, context) }
    }
    if let row = context.frames.last, !row.columns.isEmpty {
      return reportUnknownColumn(name, in: row, context)
    }
    let near = Suggestions.closest(to: name.text, among: values)
    if near.isEmpty, let register = context.frames.last?.register {
      return reportUnknownField(name, of: register, context)
    }
    reporter.report(
      "E0301", at: origin,
      ["name": Wording(name.text), "candidates": .choices(values, near: name.text)],
      suggest: near)
  }

  // MARK: - Runs

  /// The spaced text of a run that is really several words (L6): `D且人数` → `D 且 人数`. A run that would only fall into names is a name that
  /// nobody declared.
  func segmented(_ name: Name, _ context: Context) -> String? {
    guard !name.isQuoted, reporter.wantsAdvice else { return nil }
    let names = namesInReach(context)
    guard let pieces = Segmenter.segment(name.text, names: names), pieces.count > 1,
      pieces.contains(where: { isReservedOrLiteral($0, names) })
    else { return nil }
    return pieces.joined(separator: " ")
  }

  private func isReservedOrLiteral(_ piece: String, _ names: Set<String>) -> Bool {
    let rows = KeywordTable.rows.filter {
      $0.english == piece || $0.chinese.contains(piece)
    }
    if rows.isEmpty { return !names.contains(piece) }
    return rows.contains { $0.binding == .reserved }
  }

  /// Every name that may stand in an expression at that place.
  private func namesInReach(_ context: Context) -> Set<String> {
    var names = Set(symbols.all { _ in true }).union(symbols.enumerations.names)
    for frame in context.frames {
      names.formUnion(frame.columns.map(\.name))
      if let register = frame.register { names.formUnion(schema[register].fields.map(\.name)) }
    }
    names.formUnion(context.variables.keys)
    for list in schema.enumerations { names.formUnion(list.values) }
    return names
  }
}
