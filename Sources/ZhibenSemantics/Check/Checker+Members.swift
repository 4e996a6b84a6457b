import ZhibenDiagnostics
import ZhibenSyntax

// `a.b`: fields of a record, classes and scopes of a record, rows that refer to it, qualified values.

extension Checker {
  func member(
    _ base: Expression, _ name: Name, _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    if case .name(let owner) = base.kind, let value = qualified(owner, name, context) {
      return value.map { .value($0) }
    }
    guard let owner = meaning(base, context, wanted.rows ? rowsOrRecord(base, context) : .anything)
    else { return nil }
    switch owner {
    case .value(let record): return member(name, of: record, context)
    case .rows(var rows):
      // A value of each row: `事故.死亡人数`.
      guard let part = member(name, of: rows.value ?? row(rows), inner(rows, context)) else {
        return nil
      }
      guard case .value(let value) = part, wanted.rows else {
        reportRowMember(base, name, rows, context)
        return nil
      }
      rows.value = value
      return .rows(rows)
    }
  }

  /// The owner of a projection is a collection unless it is a record at hand: `求和(事故.死亡人数)`, `有(企业.隐患)`.
  private func rowsOrRecord(_ base: Expression, _ context: Context) -> Wanted {
    guard case .name(let name) = base.kind else { return .anything }
    if context.isWhole { return .collection }
    if !fieldFrames(name.text, context).isEmpty { return .anything }
    if case .register(let register)? = symbols.names[name.text],
      context.frame(of: register) != nil
    {
      return .anything
    }
    return symbols.names[name.text] == nil ? .anything : .collection
  }

  private func member(_ name: Name, of record: Core, _ context: Context) -> Meaning? {
    let origin = context.origin(record.origin.span.union(name.span))
    guard case .record(let register) = record.type else {
      reportNoMember(name, of: record, context)
      return nil
    }
    if let index = fieldIndex(name.text, in: register) {
      let type = ValueType(schema[register].fields[index])
      return .value(Core(.field(record, FieldRef(register, index)), type, origin))
    }
    switch symbols.names[name.text] {
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
    if let frame = fieldFrames(owner.text, context).last {
      let register = context.frames[frame]
      if let index = fieldIndex(owner.text, in: register),
        case .enumeration(let list) = ValueType(schema[register].fields[index]).element
      {
        lists.append(list)
      }
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
      ["text": Wording(text), "found": collectionName(rows.register)],
      fixes: [Fix(span, "最近(\(text)).\(name.text)")])
  }
}
