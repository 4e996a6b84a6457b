import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSheets

/// Empty ledgers to be filled in: a sheet for each register, titles in the first row, each with a remark that says what to write.
public enum LedgerTemplate {
  /// The bytes of a workbook (.xlsx) that imports as it is, and with whatever is filled in.
  /// - Parameters:
  ///   - registers: the registers in the order of the tabs; registers that the engine fills are left out.
  ///   - schema: declares them.
  ///   - language: of the remarks; names are those of the schema.
  /// - Throws: E0730 without libxlsxwriter.
  public static func workbook(
    of registers: [RegisterID], schema: Schema, language: Language
  ) throws(Diagnostics) -> [UInt8] {
    let sheets = registers.map { schema[$0] }.filter { !$0.isReadOnly }.map { register in
      SheetContent(
        name: register.name,
        columns: register.fields.indices.map { column($0, of: register, schema, language) },
        rows: [])
    }
    return try WorkbookFile.bytes(sheets, path: ".xlsx")
  }

  private static func column(
    _ index: Int, of register: RegisterSchema, _ schema: Schema, _ language: Language
  ) -> SheetColumn {
    let field = register.fields[index]
    var (title, kind, choices): (String, SheetColumn.Kind, [String]) = (field.name, .general, [])
    switch field.type {
    case .number(let unit) where unit == "%": kind = .percent
    case .number(let unit):
      if !unit.isEmpty { title += "（\(unit)）" }
      kind = .number
    case .integer: kind = .number
    case .text, .reference: kind = .text
    case .date: kind = .date
    case .moment: kind = .moment
    case .bool: choices = WordText.shown
    case .enumeration(let list): choices = schema[list].values
    }
    return SheetColumn(
      title: title, kind: field.isMany ? .text : kind,
      width: max(DisplayWidth().of(title), kind == .date ? 12 : 8),
      note: note(on: index, of: register, schema)[language], choices: field.isMany ? [] : choices,
      isRequired: register.needsValue(index) && field.defaultValue == nil)
  }

  /// What to write below a title.
  private static func note(
    on index: Int, of register: RegisterSchema, _ schema: Schema
  ) -> Wording {
    let field = register.fields[index]
    var parts: [Wording] = []
    if index == register.key {
      parts.append(Wording(zh: "标识，每行不同", en: "the key; another in each row"))
    }
    if register.needsValue(index), field.defaultValue == nil {
      parts.append(Wording(zh: "必填", en: "must be filled in"))
    }
    parts.append(content(of: field, schema))
    if field.isMany {
      parts.append(Wording(zh: "可填几个，用顿号分开", en: "several may stand here, parted by 、"))
    }
    return Wording(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  private static func content(of field: FieldSchema, _ schema: Schema) -> Wording {
    switch field.type {
    case .bool: Wording(zh: "是 或 否", en: "是 or 否")
    case .integer: Wording(zh: "整数", en: "a whole number")
    case .number(let unit) where unit == "%": Wording(zh: "百分数，如 95%", en: "a percentage: 95%")
    case .number(let unit):
      unit.isEmpty
        ? Wording(zh: "数", en: "a number")
        : Wording(zh: "数，单位 \(unit)", en: "a number of \(unit)")
    case .text:
      CreditCode.isHeld(byFieldNamed: field.name, column: field.column)
        ? Wording(zh: "18 位，按文本填写", en: "18 characters, as text")
        : Wording(zh: "文本", en: "text")
    case .date: Wording(zh: "日期，如 2025-06-30", en: "a day: 2025-06-30")
    case .moment:
      Wording(zh: "日期和时间，如 2025-06-30 08:30", en: "a day with the time: 2025-06-30 08:30")
    case .enumeration(let list):
      Wording(
        zh: "取值：" + schema[list].values.joined(separator: "、"),
        en: "one of " + schema[list].values.joined(separator: ", "))
    case .reference(let target): reference(to: schema[target])
    }
  }

  private static func reference(to register: RegisterSchema) -> Wording {
    let fields = [register.key, NameIndex.field(of: register)].compactMap(\.self)
      .map { register.fields[$0].name }
    return Wording(
      zh: "\(register.name)的\(fields.joined(separator: "或"))",
      en: "\(fields.joined(separator: " or ")) of \(register.name)")
  }
}
