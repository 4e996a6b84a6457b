import ZhibenDiagnostics
import ZhibenSyntax

// Collections: registers, scopes, reverse references, 其中, 并 除 交.

extension Checker {
  /// The rows that a register's or scope's name means in its place.
  func collection(_ symbol: Symbol, _ name: Name, _ context: Context) -> Rows? {
    let origin = context.origin(name.span)
    guard let (register, scope) = target(symbol, origin) else { return nil }
    guard let frame = context.frames.last, frame.register != nil, !context.isWhole else {
      return Rows(
        source: .records(scope.map { .scope($0) } ?? .all(register)),
        window: schema[register].dateField == nil ? nil : context.defaultWindow,
        row: Frame(register, frame: context.rowFrame), origin: origin)
    }
    return related(register, scope, to: frame.core(origin), name, context)
  }

  /// The register of a symbol that names records, and the scope if it is one.
  private func target(_ symbol: Symbol, _ origin: Origin) -> (RegisterID, Int?)? {
    switch symbol {
    case .register(let register): (register, nil)
    case .scope(let index): scope(index, at: origin).map { ($0.register, index) }
    default: nil
    }
  }

  /// The fields of a register that refer to another.
  func references(from register: RegisterID, to target: RegisterID) -> [Int] {
    schema[register].fields.indices.filter {
      schema[register].fields[$0].type == .reference(target)
    }
  }

  /// The rows of a register that refer to a record (language 4).
  func related(
    _ register: RegisterID, _ scope: Int?, to owner: Core, _ name: Name, _ context: Context
  ) -> Rows? {
    guard case .record(let ownerRegister) = owner.type else { return nil }
    let fields = references(from: register, to: ownerRegister)
    guard let field = fields.first, fields.count == 1 else {
      reportRelation(register, ownerRegister, fields, name, context)
      return nil
    }
    return related(FieldRef(register, field), scope, owner, context.origin(name.span), context)
  }

  private func related(
    _ field: FieldRef, _ scope: Int?, _ owner: Core, _ origin: Origin, _ context: Context
  ) -> Rows {
    var rows = Rows(
      source: .records(.related(field, owner: owner)),
      row: Frame(field.register, frame: context.rowFrame), origin: origin)
    if let scope { rows.filters.append(Core(.inScope(scope, row(rows)), .bool, origin)) }
    return rows
  }

  /// The row of a collection, in its own conditions.
  func row(_ rows: Rows) -> Core {
    rows.row.core(rows.origin)
  }

  private func reportRelation(
    _ register: RegisterID, _ owner: RegisterID, _ fields: [Int], _ name: Name, _ context: Context
  ) {
    let origin = context.origin(name.span)
    let (from, to) = (schema[register].name, schema[owner].name)
    guard fields.isEmpty else {
      let names = fields.map { schema[register].fields[$0].name }
      reporter.report(
        "E0310", at: origin,
        ["register": Wording(from), "owner": Wording(to), "candidates": .list(names)],
        fixes: names.map { Fix(name.span, "\(name.text) 经 \($0)") })
      return
    }
    var fixes: [Fix] = []
    // A record further out that the rows do refer to must be named: it is not the one nearest at hand.
    for frame in context.frames.indices.dropLast() {
      guard let outer = context.frames[frame].register, let word = ownerName(frame, context),
        references(from: register, to: outer).count == 1
      else { continue }
      fixes.append(Fix(name.span, "\(word).\(name.text)"))
    }
    fixes.append(Fix(name.span, "全部 \(name.text)"))
    reporter.report(
      "E0314", at: origin, ["register": Wording(from), "owner": Wording(to)], fixes: fixes)
  }

  // MARK: - 经

  /// `租赁 经 承租方`, `企业.租赁 经 承租方`
  func via(_ base: Expression, _ field: Name, _ context: Context) -> Rows? {
    let ownerOf: Core?
    let name: Name
    switch base.kind {
    case .name(let register): (name, ownerOf) = (register, nil)
    case .member(let owner, let register):
      guard let owner = value(owner, context) else { return nil }
      (name, ownerOf) = (register, owner)
    default:
      _ = rows(base, context)
      return nil
    }
    let origin = context.origin(base.span.union(field.span))
    guard let symbol = symbols.names[name.text], let (register, scope) = target(symbol, origin)
    else {
      if symbols.names[name.text] == nil { unknown(name, context, .collection) }
      return nil
    }
    guard let index = fieldIndex(field.text, in: register) else {
      reportUnknownField(field, of: register, context)
      return nil
    }
    guard case .reference(let target) = schema[register].fields[index].type else {
      reporter.report(
        "E0327", at: context.origin(field.span),
        ["field": Wording(field.text), "register": Wording(schema[register].name)])
      return nil
    }
    let owner: Core
    if let ownerOf {
      owner = ownerOf
    } else if let frame = context.frame(of: target) {
      owner = context.frames[frame].core(origin)
    } else {
      reportNoRecord("本\(schema[target].name)", target, origin)
      return nil
    }
    guard owner.type == .record(target) else {
      reporter.report(
        "E0401", at: owner.origin,
        ["expected": typeName(.record(target)), "found": typeName(owner.type)])
      return nil
    }
    return related(FieldRef(register, index), scope, owner, origin, context)
  }

  // MARK: - 其中

  func filtered(_ base: Expression, _ condition: Expression, _ context: Context) -> Rows? {
    guard var rows = open(base, context, cut: true) else { return nil }
    // Without a condition that could be read the rows still say what the rest speaks of, so that the rest is checked, too. The message that was
    // reported keeps the program from being made.
    if let filter = self.condition(condition, inner(rows, context)) { rows.filters.append(filter) }
    return rows
  }

  /// The context of a collection's conditions.
  func inner(_ rows: Rows, _ context: Context) -> Context {
    var row = rows.row
    row.value = rows.value
    return context.inside(row)
  }

  // MARK: - 并 除 交

  func combined(
    _ operation: SetOperator, _ left: Expression, _ right: Expression, _ context: Context
  ) -> Meaning? {
    let (first, second) = (rows(left, context), rows(right, context))
    guard let first, let second else { return nil }
    let origin = context.origin(left.span.union(right.span))
    guard let one = predicates(first), let other = predicates(second) else {
      return joined(operation, first, second, origin, context).map { .value($0) }
    }
    guard first.register == second.register else {
      reporter.report(
        "E0426", at: origin, ["left": collectionName(first), "right": collectionName(second)])
      return nil
    }
    return .rows(combined(operation, (first, one), (second, other), origin))
  }

  /// Where rows come from if conditions on one record say all about them.
  private func predicates(_ rows: Rows) -> RowSource? {
    guard case .records(let source) = rows.source, rows.sort.isEmpty, rows.limit == nil,
      rows.value == nil
    else { return nil }
    return source
  }

  private func combined(
    _ operation: SetOperator, _ left: (Rows, RowSource), _ right: (Rows, RowSource),
    _ origin: Origin
  ) -> Rows {
    var (first, second) = (left.0, right.0)
    // A span of days that both have holds for the result.
    let window = isSame(first.window, second.window) ? first.window : nil
    if window != nil { (first.window, second.window) = (nil, nil) }
    let row = row(first)
    switch operation {
    case .minus: first.filters.append(Core(.not(membership(second, row)), .bool, origin))
    case .both: first.filters.append(membership(second, row))
    case .union where isSame(left.1, right.1) && first.window == second.window:
      let either = [first, second].map { Core.all($0.filters, origin) }
      first.filters = [Core(.or(either), .bool, origin)]
    case .union:
      guard let register = first.register else { break }
      let either = [membership(first, row), membership(second, row)]
      first = Rows(
        source: .records(.all(register)), filters: [Core(.or(either), .bool, origin)],
        row: first.row, origin: origin)
    }
    first.window = window ?? first.window
    first.origin = origin
    return first
  }

  /// Whether two sources are the same, wherever they are written.
  private func isSame(_ a: RowSource, _ b: RowSource) -> Bool {
    let printer = ProgramPrinter(schema: schema)
    return printer.text(a) == printer.text(b)
  }

  private func isSame(_ a: Window?, _ b: Window?) -> Bool {
    let printer = ProgramPrinter(schema: schema)
    return a.map(printer.text) == b.map(printer.text)
  }

  /// Whether a record belongs to a collection; its filters already speak of that record.
  func membership(_ rows: Rows, _ record: Core) -> Core {
    var conditions: [Core] = []
    switch rows.source {
    case .records(.all): break
    case .list(let list): conditions.append(Core(.contains(list, record), .bool, rows.origin))
    case .records(.scope(let index)):
      conditions.append(Core(.inScope(index, record), .bool, rows.origin))
    case .records(.related(let ref, let owner)):
      let field = schema[ref]
      let value = Core(.field(record, ref), ValueType(field), rows.origin)
      let node: Core.Node = field.isMany ? .contains(value, owner) : .compare(.equal, value, owner)
      conditions.append(Core(node, .bool, rows.origin))
    }
    if let window = rows.window, let date = dateField(of: record) {
      conditions.append(predicate(window, on: date))
    }
    return .all(conditions + rows.filters, rows.origin)
  }

  /// The day on which what a record tells happened.
  func dateField(of record: Core) -> Core? {
    guard case .record(let register) = record.type, let index = schema[register].dateField else {
      return nil
    }
    return Core(.field(record, FieldRef(register, index)), .date, record.origin)
  }
}
