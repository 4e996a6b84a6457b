import ZhibenDiagnostics
import ZhibenSemantics

/// What the columns of a file hold.
struct ImportHeader {
  enum Role: Hashable {
    /// A field of the register.
    case field(Int)
    /// 生效日: the day from which the row's changes are valid.
    case validFrom
    /// 录入日: the day on which the row was entered.
    case recordedOn
    /// The reasons of an earlier import.
    case reason
    case unknown
  }

  /// The words of the columns, trimmed.
  var titles: [String]
  var roles: [Role]
  /// The rows that they stand in.
  var rows: ClosedRange<Int>
  /// Fields that must be filled in and that the file does not have, the key left out: it can still change records that the store has.
  private(set) var missingTitles: [String] = []

  /// The title of the column that `未导入` files have behind the others.
  static let reasonTitle = "未导入原因"
  private static let validFromTitles = ["生效日", "生效日期", "valid_from"]
  private static let recordedOnTitles = ["录入日", "录入日期", "录入时间", "recorded_on"]

  /// Matches titles with fields by name, column or given alias; width, blanks and letters' case do not matter, nor a unit or 必填 in brackets. A
  /// title of several rows (`整改/期限`) is the field of that name without the stroke, or of its last part if no other column is.
  init(
    titles: [String], rows: ClosedRange<Int>, register: RegisterSchema, aliases: [String: String]
  ) {
    self.titles = titles
    self.rows = rows
    let names = FieldTitles(register, aliases: aliases)
    roles = titles.map { title in
      if let field = names.field(title) { return .field(field) }
      if title == Self.reasonTitle { return .reason }
      if Self.validFromTitles.contains(title) { return .validFrom }
      if Self.recordedOnTitles.contains(title) { return .recordedOn }
      return names.field(title.filter { $0 != "/" }).map { .field($0) } ?? .unknown
    }
    matchLastParts(names)
    missingTitles = register.fields.indices
      .filter {
        $0 != register.key && register.fields[$0].isRequired
          && register.fields[$0].defaultValue == nil && !roles.contains(.field($0))
      }
      .map { register.fields[$0].name }
  }

  private mutating func matchLastParts(_ names: FieldTitles) {
    var places: [Int: [Int]] = [:]
    for (index, title) in titles.enumerated() where roles[index] == .unknown {
      guard let stroke = title.lastIndex(of: "/"),
        let field = names.field(String(title[title.index(after: stroke)...]))
      else { continue }
      places[field, default: []].append(index)
    }
    for (field, columns) in places where !roles.contains(.field(field)) {
      // 企业/名称 and 负责人/名称 are not both the name.
      if let column = columns.first, columns.count == 1 { roles[column] = .field(field) }
    }
  }

  /// Whether the titles are likely to be titles: at least two are fields, or all there are.
  var isCredible: Bool {
    matchCount >= 2 || matchCount == titles.count(where: { !$0.isEmpty })
  }

  /// How many fields there are columns of.
  var matchCount: Int {
    Set(
      roles.filter {
        if case .field = $0 { true } else { false }
      }
    ).count
  }

  /// What keeps the whole file out: a missing key, a field in two columns, missing columns where there are no keys to tell known records by.
  /// `W0602` for columns that are nothing.
  func problems(register: RegisterSchema, fileName: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let row = rows.upperBound
    let place = Location.data(file: fileName, row: row, column: nil)
    let key = register.key.flatMap { roles.contains(.field($0)) ? nil : register.fields[$0].name }
    let missing = register.key == nil ? missingTitles : [key].compactMap(\.self)
    for name in missing {
      let found = titles.filter { !$0.isEmpty }
      result.append(
        Diagnostic(
          ImportCode.columnMissing, at: place,
          ["column": Wording(name), "candidates": .list(found)]))
    }
    for (index, role) in roles.enumerated() {
      switch role {
      case .unknown where !titles[index].isEmpty:
        let near = Suggestions.closest(to: titles[index], among: register.fields.map(\.name))
        result.append(
          Diagnostic(
            ImportCode.columnUnknown,
            at: .data(file: fileName, row: row, column: titles[index]),
            [
              "register": Wording(register.name), "column": Wording(titles[index]),
              "candidates": .list(near),
            ]))
      case .unknown, .reason: break
      case .field, .validFrom, .recordedOn:
        guard let first = roles.firstIndex(of: role), first < index else { continue }
        result.append(
          Diagnostic(
            ImportCode.columnTwice, at: place,
            ["column": titles[index], "first": "\(first + 1)", "second": "\(index + 1)"]))
      }
    }
    return result
  }
}

/// The fields of a register by every title that they may have.
private struct FieldTitles {
  private let register: RegisterSchema
  private var fields: [[UInt8]: Int] = [:]

  init(_ register: RegisterSchema, aliases: [String: String]) {
    self.register = register
    for (alias, name) in aliases {
      if let field = register.fields.firstIndex(where: { $0.name == name || $0.column == name }) {
        fields[CellText.folded(alias)] = field
      }
    }
    for (index, field) in register.fields.enumerated() {
      fields[CellText.folded(field.column)] = index
    }
    for (index, field) in register.fields.enumerated() {
      fields[CellText.folded(field.name)] = index
    }
  }

  /// The field of a title.
  func field(_ title: String) -> Int? {
    let folded = CellText.folded(title)
    if let field = fields[folded] { return field }
    guard let (head, note) = Self.bracketed(folded), let field = fields[head],
      Self.isNote(note, of: register.fields[field])
    else { return nil }
    return field
  }

  /// `产值(元)` is 产值 with the note 元.
  private static func bracketed(_ title: [UInt8]) -> (head: [UInt8], note: String)? {
    guard title.last == UInt8(ascii: ")"), let open = title.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let note = String(decoding: title[(open + 1)..<(title.count - 1)], as: UTF8.self)
    return (Array(title[..<open]), note)
  }

  /// Whether what stands in brackets says no more than is known. Another unit does.
  private static func isNote(_ note: String, of field: FieldSchema) -> Bool {
    if ["必填", "选填", "可选"].contains(note) { return true }
    if case .number(let unit) = field.type {
      return CellText.folded(unit) == CellText.folded(note)
    }
    return false
  }
}

extension RegisterSchema {
  /// The field with 标识.
  var key: Int? { keyField ?? fields.firstIndex(where: \.isKey) }

  /// Whether a blank in the field keeps a row out.
  func needsValue(_ field: Int) -> Bool { fields[field].isRequired || field == key }
}
