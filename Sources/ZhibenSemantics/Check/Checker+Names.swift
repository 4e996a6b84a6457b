import ZhibenDiagnostics
import ZhibenSyntax

// What a bare name means: a value of the expected enum, a field of the innermost record, of an outer one, a record at hand, a scope, partition,
// parameter or register.

extension Checker {
  func meaning(of name: Name, _ context: Context, _ wanted: Wanted) -> Meaning? {
    let origin = context.origin(name.span)
    if wanted.rows { return rows(named: name, context) }
    if case .enumeration(let list)? = wanted.type?.element,
      let position = position(of: name.text, in: list)
    {
      guard !isFieldToo(name, list, context) else { return nil }
      return .value(Core(.constant(.enumeration(list, position)), .enumeration(list), origin))
    }
    if name.isQuoted, case .record(let register)? = wanted.type?.element,
      fieldFrame(name.text, context) == nil
    {
      return record(register, name, context, origin).map { .value($0) }
    }
    if let frame = fieldFrame(name.text, context) {
      return field(name, in: frame, context, wanted).map { .value($0) }
    }
    if let variable = variable(name, context) { return .value(variable) }
    if let constant = context.constants[name.text] {
      return .value(Core(constant.node, constant.type, origin))
    }
    if wanted.type == .bool, let truth = Self.truths[name.text] {
      return .value(Core(.constant(.bool(truth)), .bool, origin))
    }
    if let symbol = symbol(name.text, context) { return meaning(of: symbol, name, context, wanted) }
    if name.text == "今日" || name.text == "today" { return .value(Core(.today, .date, origin)) }
    if Self.rowNames.contains(name.text), let row = context.frames.last {
      return .value(
        row.value.map { Core($0.node, $0.type, origin) } ?? row.core(origin))
    }
    if let core = glued(name, context) { return core.map { .value($0) } }
    // A numeral is a number where nothing is called so (experience 82).
    if !name.isQuoted, !wanted.rows, !wantsEnumeration(wanted),
      let number = HanNumber.value(of: name.text)
    {
      return .value(
        Core(.constant(.number(Rational(number))), .number(unit: ""), origin))
    }
    unknown(name, context, wanted)
    return nil
  }

  /// The innermost row, whatever it is: `成绩 其中 它 ≥ 60`.
  static let rowNames: Set<String> = ["它", "it"]

  /// The variable of that name.
  func variable(_ name: Name, _ context: Context) -> Core? {
    guard let slot = context.variables[name.text], let procedure = context.procedure else {
      return nil
    }
    return Core(.variable(slot), procedure.slots[slot].type, context.origin(name.span))
  }

  private static let truths = ["是": true, "否": false, "yes": true, "no": false]

  // MARK: - Fields

  func fieldIndex(_ name: String, in register: RegisterID) -> Int? {
    fieldIndices[register.index][name]
  }

  /// The column of that name; of `企业.名称` also 名称 while no other column ends so.
  func columnIndex(_ name: String, in columns: [StructureField]) -> Int? {
    if let index = columns.firstIndex(where: { $0.name == name }) { return index }
    let ending = columns.indices.filter { columns[$0].name.hasSuffix(".\(name)") }
    return ending.count == 1 ? ending[0] : nil
  }

  /// The frames that have such a field or column, outermost first.
  func fieldFrames(_ name: String, _ context: Context) -> [Int] {
    context.frames.indices.filter { hasField(name, context.frames[$0]) }
  }

  /// The innermost frame that has such a field or column.
  func fieldFrame(_ name: String, _ context: Context) -> Int? {
    context.frames.lastIndex { hasField(name, $0) }
  }

  private func hasField(_ name: String, _ frame: Frame) -> Bool {
    if let register = frame.register { return fieldIndex(name, in: register) != nil }
    return columnIndex(name, in: frame.columns) != nil
  }

  /// The type of a frame's field or column.
  func fieldType(_ name: String, in frame: Frame) -> ValueType? {
    if let register = frame.register {
      return fieldIndex(name, in: register).map { ValueType(schema[register].fields[$0]) }
    }
    return columnIndex(name, in: frame.columns).map { frame.columns[$0].type }
  }

  /// How the record of a frame is called when it must be named: 本企业, 该隐患; nil for other rows.
  func ownerName(_ frame: Int, _ context: Context) -> String? {
    guard let register = context.frames[frame].register else { return nil }
    let isSubject = frame == 0 && context.procedure == nil
    return "\(isSubject ? "本" : "该")\(schema[register].name)"
  }

  private func field(
    _ name: Name, in frame: Int, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    guard let core = fieldCore(name, frame, context) else { return nil }
    if wanted.checksRivals {
      let expression = Expression(.name(name), name.span)
      let type = core.type
      guard !hasRival(expression, context, fits: { self.fits($0, type) }) else { return nil }
    }
    // A scope or parameter of the same name and type is not passed over in silence.
    if let symbol = symbols.names[name.text], type(of: symbol, context) == core.type {
      reportTwoReadings(name, frame, symbolName(name.text, symbol), context)
      return nil
    }
    if context.variables[name.text] != nil {
      reportTwoReadings(name, frame, Self.variableName(name.text), context)
      return nil
    }
    if context.constants[name.text] != nil {
      reportTwoReadings(
        name, frame, Wording(zh: "范围的参数 \(name.text)", en: "the scope's parameter \(name.text)"),
        context)
      return nil
    }
    return core
  }

  static func variableName(_ name: String) -> Wording {
    Wording(zh: "变量 \(name)", en: "the variable \(name)")
  }

  private func reportTwoReadings(
    _ name: Name, _ frame: Int, _ other: Wording, _ context: Context
  ) {
    let own = ownerName(frame, context).map { "\($0).\(name.text)" }
    reporter.report(
      "E0306", at: context.origin(name.span),
      [
        "name": Wording(name.text),
        "first": own.map { Wording($0) } ?? Self.columnName(name.text), "second": other,
      ], fixes: own.map { [Fix(name.span, $0)] } ?? [])
  }

  static func columnName(_ name: String) -> Wording {
    Wording(zh: "栏目 \(name)", en: "the column \(name)")
  }

  func fieldCore(_ name: Name, _ frame: Int, _ context: Context) -> Core? {
    let origin = context.origin(name.span)
    let row = context.frames[frame].core(origin)
    if let register = context.frames[frame].register {
      guard let index = fieldIndex(name.text, in: register) else { return nil }
      let field = FieldRef(register, index)
      return Core(.field(row, field), ValueType(schema[field]), origin)
    }
    let columns = context.frames[frame].columns
    guard let index = columnIndex(name.text, in: columns) else { return nil }
    return Core(.member(row, index), columns[index].type, origin)
  }

  /// The type under which a symbol could stand where a bare field stands.
  private func type(of symbol: Symbol, _ context: Context) -> ValueType? {
    switch symbol {
    case .register, .reading, .template: nil
    case .scope(let index):
      scopeRegister(index).flatMap { context.frame(of: $0) == nil ? nil : .bool }
    case .partition(let index):
      symbols.enumerations[partitions[index].item.declaration.name?.text ?? ""].map {
        .enumeration($0)
      }
    case .parameter(let index): parameter(index).flatMap { parameterType($0) }
    }
  }

  /// Reports a bare field that an outer record has too and that would fit there as well (language 4).
  func hasRival(
    _ expression: Expression, _ context: Context, fits: (ValueType) -> Bool
  ) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    let frames = fieldFrames(name.text, context)
    guard let inner = frames.last else { return false }
    for outer in frames.dropLast().reversed()
    where context.frames[outer].type != context.frames[inner].type || outer == 0 {
      guard let type = fieldType(name.text, in: context.frames[outer]), fits(type) else {
        continue
      }
      let row = Wording(zh: "这一行", en: "this row")
      let innerName = schemaName(inner, context).map { "该\($0)" }
      let outerName = ownerName(outer, context)
      let isSame = innerName != nil && innerName == outerName
      let register = schemaName(inner, context) ?? ""
      // Of two rows of one register only the inner one has a name.
      let choices = (isSame ? [innerName] : [innerName, outerName]).compactMap(\.self)
        .map { "\($0).\(name.text)" }
      reporter.report(
        "E0309", at: context.origin(name.span),
        [
          "name": Wording(name.text),
          "inner": isSame
            ? Wording(zh: "里层的\(register)", en: "the inner \(register)")
            : innerName.map { Wording($0) } ?? row,
          "outer": isSame
            ? Wording(zh: "外层的\(register)", en: "the outer \(register)")
            : outerName.map { Wording($0) } ?? row,
          "choices": Wording(
            zh: choices.map { "「\($0)」" }.joined(separator: "或"),
            en: choices.joined(separator: " or ")),
        ], fixes: choices.map { Fix(name.span, $0) })
      return true
    }
    return false
  }

  private func schemaName(_ frame: Int, _ context: Context) -> String? {
    context.frames[frame].register.map { schema[$0].name }
  }

  private func wantsEnumeration(_ wanted: Wanted) -> Bool {
    if case .enumeration? = wanted.type?.element { true } else { false }
  }

  /// A bare value that is a field or variable of the same type too.
  private func isFieldToo(_ name: Name, _ list: EnumID, _ context: Context) -> Bool {
    var second: String?
    if let frame = fieldFrame(name.text, context),
      fieldType(name.text, in: context.frames[frame])?.element == .enumeration(list)
    {
      second = ownerName(frame, context).map { "\($0).\(name.text)" } ?? name.text
    } else if context.constants[name.text]?.type == .enumeration(list) {
      second = name.text
    } else if let slot = context.variables[name.text],
      context.procedure?.slots[slot].type.element == .enumeration(list)
    {
      let first = "\(schema[list].name).\(name.text)"
      reporter.report(
        "E0306", at: context.origin(name.span),
        [
          "name": Wording(name.text), "first": Wording(first),
          "second": Self.variableName(name.text),
        ], fixes: [Fix(name.span, first)])
      return true
    }
    guard let second else { return false }
    let first = "\(schema[list].name).\(name.text)"
    reporter.report(
      "E0306", at: context.origin(name.span),
      ["name": Wording(name.text), "first": Wording(first), "second": Wording(second)],
      fixes: [Fix(name.span, first), Fix(name.span, second)])
    return true
  }

  // MARK: - Values

  /// The position of a value by its name or a synonym.
  func position(of name: String, in list: EnumID) -> Int? {
    if let known = valuePositions[list] { return known[name] }
    let values = schema[list].values.enumerated().map { ($1, $0) }
    let synonyms = schema[list].synonyms.enumerated().flatMap { index, words in
      words.map { ($0, index) }
    }
    let positions = NameTable(values + synonyms)
    valuePositions[list] = positions
    return positions[name]
  }

  // MARK: - Symbols

  func meaning(
    of symbol: Symbol, _ name: Name, _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    let origin = context.origin(name.span)
    switch symbol {
    case .register(let register):
      if let frame = context.frame(of: register), !context.isWhole {
        return .value(context.frames[frame].core(origin))
      }
      return collection(symbol, name, context).map { .rows($0) }
    case .scope(let index):
      guard let scope = scope(index, at: origin) else { return nil }
      guard let frame = context.frame(of: scope.register), !context.isWhole else {
        return collection(symbol, name, context).map { .rows($0) }
      }
      let record = context.frames[frame].core(origin)
      return .value(Core(.inScope(index, record), .bool, origin))
    case .template(let index):
      reportBare(name, index, context)
      return nil
    case .partition(let index):
      guard let partition = partition(index, at: origin) else { return nil }
      guard let frame = context.frame(of: partition.register) else {
        reportNoRecord(name.text, partition.register, origin)
        return nil
      }
      let record = context.frames[frame].core(origin)
      return .value(
        Core(.partition(index, record), .enumeration(partition.classes), origin))
    case .parameter(let index):
      if let slot = context.supposed[index], let procedure = context.procedure {
        return .value(Core(.variable(slot), procedure.slots[slot].type, origin))
      }
      if let value = context.assumptions[index], let type = parameter(index)?.type {
        return .value(Core(.constant(value), type, origin))
      }
      return parameter(index, at: origin).flatMap { constant($0, origin) }.map { .value($0) }
    case .reading(let index):
      guard let reading = reading(index, at: origin), let value = reading.value else {
        if reading(index) != nil { reportCadence(name, origin) }
        return nil
      }
      return .value(Core(.constant(value), type(of: value), origin))
    }
  }

  private func rows(named name: Name, _ context: Context) -> Meaning? {
    if let variable = variable(name, context), fieldFrame(name.text, context) == nil {
      return .value(variable)
    }
    if let symbol = symbol(name.text, context) {
      switch symbol {
      case .register, .scope: return collection(symbol, name, context).map { .rows($0) }
      case .template(let index):
        reportBare(name, index, context)
        return nil
      case .partition, .parameter, .reading: break
      }
    }
    if let frame = fieldFrame(name.text, context), let core = fieldCore(name, frame, context) {
      return .value(core)
    }
    unknown(name, context, .collection)
    return nil
  }

  func reportCadence(_ name: Name, _ origin: Origin) {
    reporter.report(
      "E0401", at: origin,
      [
        "expected": Wording(zh: "一个值", en: "a value"),
        "found": Wording(zh: "频次", en: "a cadence"),
      ])
  }

  // MARK: - 本X 该X

  /// `本企业`: the subject's record.
  func subject(_ name: Name, _ context: Context) -> Core? {
    let origin = context.origin(name.span)
    guard let register = recordRegister(name, context) else { return nil }
    guard let subject = context.frames.first, subject.register == register else {
      reportNoRecord("本\(name.text)", register, origin)
      return nil
    }
    return subject.core(origin)
  }

  /// `该隐患`: the record of the nearest enclosing condition over that register.
  func enclosing(_ name: Name, _ context: Context) -> Core? {
    let origin = context.origin(name.span)
    guard let register = recordRegister(name, context) else { return nil }
    guard let frame = context.frame(of: register) else {
      reportNoRecord("该\(name.text)", register, origin)
      return nil
    }
    return context.frames[frame].core(origin)
  }

  func recordRegister(_ name: Name, _ context: Context) -> RegisterID? {
    switch symbols.names[name.text] {
    case .register(let register)?: return register
    case .scope(let index)?: return scope(index, at: context.origin(name.span))?.register
    default: break
    }
    var known: [String] { symbols.all { if case .register = $0 { true } else { false } } }
    reporter.report(
      "E0303", at: context.origin(name.span),
      ["name": Wording(name.text), "candidates": reporter.choices(known, near: name.text)],
      suggest: reporter.closest(to: name.text, among: known))
    return nil
  }

  /// `本企业`, `该隐患` written as one word; nil if it is neither, `.some(nil)` after a message.
  private func glued(_ name: Name, _ context: Context) -> Core?? {
    guard !name.isQuoted, let mark = name.text.first, mark == "本" || mark == "该" else { return nil }
    let rest = String(name.text.dropFirst())
    switch symbols.names[rest] {
    case .register?, .scope?: break
    default: return nil
    }
    let inner = Name(rest, name.span)
    return .some(mark == "本" ? subject(inner, context) : enclosing(inner, context))
  }

  func reportNoRecord(_ name: String, _ register: RegisterID, _ origin: Origin) {
    reporter.report(
      "E0315", at: origin,
      ["name": Wording(name), "register": Wording(schema[register].name)])
  }

  // MARK: - 企业「甲厂」

  func record(_ registerName: Name, _ key: Name, _ context: Context) -> Core? {
    guard let register = recordRegister(registerName, context) else { return nil }
    let origin = context.origin(registerName.span.union(key.span))
    return record(register, key, context, origin)
  }

  /// The record with that key. Keys are unique, so the latest of the rows that have it is that one. A test need not say on which day each of its
  /// records happened: there the first row that has the key is taken, dated or not.
  private func record(
    _ register: RegisterID, _ key: Name, _ context: Context, _ origin: Origin
  ) -> Core? {
    let frame = context.rowFrame
    guard let field = schema[register].keyField, schema[register].fields[field].type == .text else {
      reporter.report("E0328", at: origin, ["register": Wording(schema[register].name)])
      return nil
    }
    let row = Core(.record(frame: frame), .record(register), origin)
    let filter = Core(
      .compare(
        .equal, Core(.field(row, FieldRef(register, field)), .text, origin),
        Core(.constant(.text(key.text)), .text, origin)), .bool, origin)
    if context.procedure?.isTest ?? false {
      let query = Query(
        source: .rows(.all(register), nil), binding: .frame(frame), filter: filter)
      let rows = Core(.query(query), .list(.record(register)), origin)
      let first = Core(.constant(.number(Rational(1))), .number(unit: ""), origin)
      return Core(.element(rows, first), .record(register), origin)
    }
    let aggregate = Aggregate(kind: .latest, rows: .all(register), filter: filter, frame: frame)
    return Core(.aggregate(aggregate), .record(register), origin)
  }
}
