import ZhibenDiagnostics
import ZhibenSyntax

extension SchemaBuilder {
  /// Adds the fields of one 登记 to its register.
  mutating func addFields(_ body: RegisterBody, _ item: Loaded) {
    guard let name = item.declaration.name, case .register(let id)? = symbols.names[name.text],
      schema.registers.indices.contains(id.index)
    else { return }
    var seen: [String: Span] = [:]
    for field in body.fields {
      if let first = seen[field.name.text] {
        reportTwice(field.name.text, item.origin(field.name.span), item.origin(first))
        continue
      }
      seen[field.name.text] = field.name.span
      addField(field, to: id, item)
    }
  }

  private mutating func addField(
    _ field: FieldDeclaration, to id: RegisterID, _ item: Loaded
  ) {
    let isMany = field.modifiers.contains(.many)
    guard let type = type(of: field, in: id, item) else { return }
    if let index = fieldsByName[id]?[field.name.text] {
      let earlier = schema[id].fields[index]
      if earlier.type != type || earlier.isMany != isMany {
        let place = fieldPlaces[FieldRef(id, index)]
        reporter.report(
          "E0317", at: item.origin(field.span),
          ["register": Wording(schema[id].name), "name": Wording(field.name.text)],
          secondary: place.map { [($0, .declaredHere)] } ?? [])
      }
      return
    }
    var result = FieldSchema(
      name: field.name.text, column: column(for: field, in: id, item), type: type, isMany: isMany)
    result.isKey = field.modifiers.contains(.key)
    result.isRequired = field.modifiers.contains(.required) || result.isKey
    result.isConfidential = field.modifiers.contains(.confidential)
    let index = schema[id].fields.count
    mark(result, field, index, in: id, item)
    schema.registers[id.index].fields.append(result)
    fieldsByName[id, default: [:]][result.name] = index
    if fieldsByColumn[id]?[result.column] == nil {
      fieldsByColumn[id, default: [:]][result.column] = index
    }
    fieldPlaces[FieldRef(id, index)] = item.origin(field.span)
  }

  /// 标识 and 日期 stand once in a register.
  private mutating func mark(
    _ result: FieldSchema, _ field: FieldDeclaration, _ index: Int, in id: RegisterID,
    _ item: Loaded
  ) {
    if result.isKey {
      if let first = schema[id].keyField {
        reportSecond("标识", "key", field, first, id, item)
      } else if result.isMany || result.type != .text && result.type != .integer {
        reportType("标识", "key", field, Wording(zh: "文本或整数", en: "text or integer"), item)
      } else {
        schema.registers[id.index].keyField = index
      }
    }
    if field.modifiers.contains(.date) {
      if let first = schema[id].dateField {
        reportSecond("日期", "date", field, first, id, item)
      } else if result.isMany || result.type != .date {
        reportType("日期", "date", field, Wording(zh: "日期", en: "date"), item)
      } else {
        schema.registers[id.index].dateField = index
      }
    }
  }

  private func reportSecond(
    _ zh: String, _ en: String, _ field: FieldDeclaration, _ first: Int, _ id: RegisterID,
    _ item: Loaded
  ) {
    let place = fieldPlaces[FieldRef(id, first)]
    reporter.report(
      "E0324", at: item.origin(field.span),
      ["register": Wording(schema[id].name), "mark": Wording(zh: zh, en: en)],
      secondary: place.map { [($0, .declaredHere)] } ?? [])
  }

  private func reportType(
    _ zh: String, _ en: String, _ field: FieldDeclaration, _ types: Wording, _ item: Loaded
  ) {
    reporter.report(
      "E0325", at: item.origin(field.span),
      ["mark": Wording(zh: zh, en: en), "types": types])
  }

  private func column(
    for field: FieldDeclaration, in id: RegisterID, _ item: Loaded
  ) -> String {
    let derived = ColumnNames.derived(from: field.name.text, prefix: "f_")
    guard let alias = field.alias else {
      let isTaken = fieldsByColumn[id]?[field.name.text] != nil
      return ColumnNames.isColumn(field.name.text) && !isTaken ? field.name.text : derived
    }
    guard ColumnNames.isColumn(alias.text) else {
      reportAlias(alias, item)
      return derived
    }
    if let other = fieldsByColumn[id]?[alias.text].map({ schema[id].fields[$0] }) {
      reporter.report(
        "E0322", at: item.origin(alias.span),
        ["alias": Wording(alias.text), "name": Wording(other.name)])
      return derived
    }
    return alias.text
  }

  // MARK: - Types

  private static let plainTypes: [String: FieldType] = [
    "是否": .bool, "bool": .bool, "整数": .integer, "integer": .integer,
    "数": .number(unit: ""), "number": .number(unit: ""), "文本": .text, "text": .text,
    "日期": .date, "date": .date, "时刻": .moment, "moment": .moment,
  ]

  private mutating func type(
    of field: FieldDeclaration, in id: RegisterID, _ item: Loaded
  ) -> FieldType? {
    switch field.type {
    case .values(let values, _):
      let name = "\(schema[id].name).\(field.name.text)"
      let body = EnumBody(order: nil, values: values, isOpen: false)
      let list = list(named: name, body, item)
      // The same set given again in an extension is the same list.
      if let known = symbols.enumerations[name] {
        return schema[known].values == list.values ? .enumeration(known) : nil
      }
      let new = EnumID(schema.enumerations.count)
      _ = symbols.declare(name, new, at: item.origin(field.span))
      schema.enumerations.append(list)
      return .enumeration(new)
    case .named(let name, let arguments):
      return named(name, arguments, item)
    }
  }

  private func named(
    _ name: Name, _ arguments: [TypeExpression], _ item: Loaded
  ) -> FieldType? {
    if let plain = Self.plainTypes[name.text] {
      guard let argument = arguments.first else { return plain }
      switch (plain, argument.word) {
      case (.integer, let unit?) where arguments.count == 1,
        (.number, let unit?) where arguments.count == 1:
        return .number(unit: unit.text == "%" ? "" : unit.text)
      default:
        reporter.report(
          "E0326", at: item.origin(argument.span), ["name": Wording(name.text)])
        return plain
      }
    }
    let list = symbols.enumerations[name.text]
    var register: RegisterID?
    if case .register(let id)? = symbols.names[name.text] { register = id }
    switch (list, register) {
    case (let list?, nil): return .enumeration(list)
    case (nil, let register?): return .reference(register)
    case (.some, .some):
      reporter.report(
        "E0306", at: item.origin(name.span),
        [
          "name": Wording(name.text),
          "first": Wording(zh: "取值 \(name.text)", en: "enum \(name.text)"),
          "second": Wording(zh: "登记 \(name.text)", en: "register \(name.text)"),
        ])
    case (nil, nil):
      var known: [String] {
        Self.plainTypes.keys.filter { Pinyin.isHan($0.first ?? " ") }.sorted()
          + schema.enumerations.map(\.name).filter { !$0.contains(".") }
          + schema.registers.map(\.name)
      }
      reporter.report(
        "E0316", at: item.origin(name.span),
        ["name": Wording(name.text), "candidates": reporter.choices(known, near: name.text)],
        suggest: reporter.closest(to: name.text, among: known))
    }
    return nil
  }
}
