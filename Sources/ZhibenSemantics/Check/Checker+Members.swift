import ZhibenDiagnostics
import ZhibenSyntax

// `a.b`: fields of a record, classes and scopes of a record, rows that refer to it, qualified values.

extension Checker {
  func member(
    _ base: Expression, _ name: Name, _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    if case .name(let owner) = base.kind, !hasMembers(owner, context),
      let value = qualified(owner, name, context)
    {
      return value.map { .value($0) }
    }
    if let column = column(base, name, context) { return .value(column) }
    guard let owner = meaning(base, context, wanted.rows ? rowsOrRecord(base, context) : .anything)
    else { return nil }
    switch owner {
    case .value(let record):
      if let rows = elements(of: record, context) {
        return member(name, of: rows, base, context, wanted)
      }
      return member(name, of: record, context)
    case .rows(let rows): return member(name, of: rows, base, context, wanted)
    }
  }

  /// A value of each row: `事故.死亡人数`. Where one value must stand, it must be said which row is meant.
  private func member(
    _ name: Name, of rows: Rows, _ base: Expression, _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    var rows = rows
    guard let part = member(name, of: rows.value ?? row(rows), inner(rows, context)) else {
      return nil
    }
    guard case .value(let value) = part, wanted.rows || takesList(wanted, context) else {
      reportRowMember(base, name, rows, context)
      return nil
    }
    rows.value = value
    return .rows(rows)
  }

  /// Whether the values of all rows may stand as a list.
  private func takesList(_ wanted: Wanted, _ context: Context) -> Bool {
    guard context.procedure != nil else { return false }
    if case .list? = wanted.type { return true }
    return wanted.type == nil
  }

  /// Whether a name is a variable whose parts are meant, not an enum.
  private func hasMembers(_ name: Name, _ context: Context) -> Bool {
    guard let slot = context.variables[name.text] else { return false }
    switch context.procedure?.slots[slot].type.element {
    case .record?, .structure?: return true
    default: return false
    }
  }

  /// `企业.名称` where a column of that name is at hand.
  private func column(_ base: Expression, _ name: Name, _ context: Context) -> Core? {
    guard let row = context.frames.last, !row.columns.isEmpty, case .name = base.kind else {
      return nil
    }
    let origin = context.origin(base.span.union(name.span))
    let path = Name(reporter.text(origin), origin.span)
    guard row.columns.contains(where: { $0.name == path.text }) else { return nil }
    return fieldCore(path, context.frames.count - 1, context)
  }

  /// The owner of a projection is a collection unless it is a record at hand: `求和(事故.死亡人数)`, `有(企业.隐患)`.
  private func rowsOrRecord(_ base: Expression, _ context: Context) -> Wanted {
    guard case .name(let name) = base.kind else { return .anything }
    if context.isWhole { return .collection }
    if fieldFrame(name.text, context) != nil || context.variables[name.text] != nil {
      return .anything
    }
    if case .register(let register)? = symbols.names[name.text],
      context.frame(of: register) != nil
    {
      return .anything
    }
    return symbols.names[name.text] == nil ? .anything : .collection
  }

  private func member(_ name: Name, of record: Core, _ context: Context) -> Meaning? {
    let origin = context.origin(record.origin.span.union(name.span))
    if case .structure(let fields) = record.type {
      guard let index = columnIndex(name.text, in: fields) else {
        reportUnknownColumn(name, in: Frame(record.type, record.node), context)
        return nil
      }
      return .value(Core(.member(record, index), fields[index].type, origin))
    }
    guard case .record(let register) = record.type else {
      reportNoMember(name, of: record, context)
      return nil
    }
    if let index = fieldIndex(name.text, in: register) {
      let type = ValueType(schema[register].fields[index])
      return .value(Core(.field(record, FieldRef(register, index)), type, origin))
    }
    switch symbol(name.text, context) {
    case .partition(let index)?:
      guard let partition = partition(index, at: origin) else { return nil }
      guard partition.register == register else { break }
      return .value(Core(.partition(index, record), .enumeration(partition.classes), origin))
    case .scope(let index)?:
      guard let scope = scope(index, at: origin) else { return nil }
      if scope.register == register {
        return .value(Core(.inScope(index, record), .bool, origin))
      }
      return related(scope.register, index, to: record, name, context).map { .rows($0) }
    case .register(let other)?:
      return related(other, nil, to: record, name, context).map { .rows($0) }
    case .template(let index)?:
      reportBare(name, index, context)
      return nil
    case .parameter?, .reading?, nil: break
    }
    reportUnknownField(name, of: register, context)
    return nil
  }

  /// `等级.D`; nil if the owner is no enum and no field of one, `.some(nil)` after a message.
  private func qualified(_ owner: Name, _ name: Name, _ context: Context) -> Core?? {
    let origin = context.origin(owner.span.union(name.span))
    var lists: [EnumID] = []
    if let list = symbols.enumerations[owner.text] { lists.append(list) }
    if let frame = fieldFrame(owner.text, context),
      case .enumeration(let list)? = fieldType(owner.text, in: context.frames[frame])?.element
    {
      lists.append(list)
    }
    for list in lists {
      guard let position = position(of: name.text, in: list) else { continue }
      return .some(Core(.constant(.enumeration(list, position)), .enumeration(list), origin))
    }
    guard let list = lists.first, symbols.names[owner.text] == nil || lists.count > 1 else {
      return nil
    }
    reportUnknownValue(name, of: list, context)
    return .some(nil)
  }

  private func reportNoMember(_ name: Name, of record: Core, _ context: Context) {
    let text = reporter.text(record.origin)
    reporter.report(
      "E0329", at: context.origin(name.span),
      ["text": Wording(text), "found": typeName(record.type), "name": Wording(name.text)])
  }

  /// `规范化自评.结果 = 达标`: which of the rows is meant must be said.
  private func reportRowMember(
    _ base: Expression, _ name: Name, _ rows: Rows, _ context: Context
  ) {
    let span = base.span.union(name.span)
    let text = reporter.text(context.origin(base.span))
    reporter.report(
      "E0417", at: context.origin(span),
      ["text": Wording(text), "found": collectionName(rows)],
      fixes: [Fix(span, "最近(\(text)).\(name.text)")])
  }
}
