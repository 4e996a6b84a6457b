import ZhibenDiagnostics
import ZhibenSyntax

/// Types in the reader's words.
extension Checker {
  func typeName(_ type: ValueType?) -> Wording { schema.name(of: type) }

  func collectionName(_ rows: Rows) -> Wording {
    rows.register.map { collectionName($0) } ?? typeName(.list(rows.row.type))
  }

  func collectionName(_ register: RegisterID) -> Wording {
    Wording(zh: "一批「\(schema[register].name)」记录", en: "records of \(schema[register].name)")
  }

  /// A register, scope … with its declaring word.
  func symbolName(_ name: String, _ symbol: Symbol) -> Wording {
    let row = KeywordTable.rows.first { $0.keyword == symbol.keyword }
    return Wording(
      zh: "\(row?.chinese.first ?? "") \(name)", en: "\(row?.english ?? "") \(name)")
  }

  /// Says what a declaration lacks, unless the parser lost a part of it that the author may have written.
  func reportLack(
    _ code: DiagnosticCode, of item: Loaded, at origin: Origin, _ arguments: [String: Wording]
  ) {
    guard !item.declaration.isDamaged else { return }
    reporter.report(code, at: origin, arguments)
  }

  /// A word of the language in both spellings.
  static func word(_ keyword: Keyword) -> Wording {
    let row = KeywordTable.rows.first { $0.keyword == keyword }
    return Wording(
      zh: row?.chinese.first ?? keyword.rawValue, en: row?.english ?? keyword.rawValue)
  }
}

extension Schema {
  /// What a type is called: 一条「企业」记录; of nil, any value.
  public func name(of type: ValueType?) -> Wording {
    switch type {
    case nil: Wording(zh: "一个值", en: "a value")
    case .bool: Wording(zh: "是否", en: "true or false")
    case .number(let unit):
      unit.isEmpty
        ? Wording(zh: "数", en: "a number") : Wording(zh: "数（\(unit)）", en: "a number (\(unit))")
    case .text: Wording(zh: "文本", en: "a text")
    case .date: Wording(zh: "日期", en: "a date")
    case .moment: Wording(zh: "时刻", en: "a moment")
    case .term: Wording(zh: "时长", en: "a duration")
    case .enumeration(let list):
      Wording(zh: "取值「\(self[list].name)」", en: "a value of \(self[list].name)")
    case .record(let register):
      Wording(zh: "一条「\(self[register].name)」记录", en: "a record of \(self[register].name)")
    case .list(let element):
      Wording(zh: "多值（\(name(of: element).zh)）", en: "several values (\(name(of: element).en))")
    case .map(let key, let value):
      Wording(
        zh: "映射（\(name(of: key).zh) → \(name(of: value).zh)）",
        en: "a map (\(name(of: key).en) → \(name(of: value).en))")
    case .structure(let fields):
      Wording(
        zh: "一组栏目（\(fields.map(\.name).joined(separator: "、"))）",
        en: "fields (\(fields.map(\.name).joined(separator: ", ")))")
    case .cadence: Wording(zh: "频次", en: "a cadence")
    case .period: Wording(zh: "期间", en: "a period")
    }
  }
}
