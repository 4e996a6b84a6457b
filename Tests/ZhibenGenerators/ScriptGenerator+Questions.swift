extension ScriptGenerator {
  /// Records of a register; stands in parentheses unless it is short.
  mutating func collection(_ register: Int, _ depth: Int) -> String {
    let description = Vocabulary.registers[register]
    var text = "全部 \(description.name)"
    var isPlain = true
    if chance.hits(25), let list = chance.pick(listsOfRecords(register)) {
      text = list
      isPlain = false
    }
    if isPlain, rows.isEmpty, register == 1, chance.hits(20) { text = "停产厂" }
    if description.isDated, chance.hits(20) {
      text += " 于 \(chance.pick(["近3年", "2024年", "本季度", "2024年1月1日 至 今日"]) ?? "近3年")"
    }
    guard depth > 0, chance.hits(60) else { return "（\(text)）" }
    let condition = inside(.record(register)) { $0.expression(.bool, depth - 1) }
    return "（\(text) 其中 \(condition)）"
  }

  private func listsOfRecords(_ register: Int) -> [String] {
    variables.compactMap { $0.kind == .list(.record(register)) ? $0.name : nil }
  }

  /// Makes something with a row at hand.
  mutating func inside<Result>(
    _ row: Row, _ make: (inout ScriptGenerator) -> Result
  ) -> Result {
    rows.append(row)
    defer { rows.removeLast() }
    return make(&self)
  }

  // MARK: - Lists

  mutating func list(_ element: Kind, _ depth: Int) -> String {
    let own = Kind.list(element)
    switch element {
    case .record(let register): return records(register, depth)
    case .row(let columns): return table(columns, depth)
    default: break
    }
    switch chance.below(7) {
    case 0:
      let parts = (0...chance.below(3)).map { _ in expression(element, depth) }
      return "{\(parts.joined(separator: "、"))}"
    case 1: return "追加(\(expression(own, depth))，\(expression(element, depth)))"
    case 2: return "反序(\(expression(own, depth)))"
    case 3: return "去重(\(expression(own, depth)))"
    case 4:
      let condition = inside(.plain(element)) { $0.expression(.bool, depth) }
      return "（\(expression(own, depth)) 其中 \(condition)）"
    case 5: return "（\(expression(own, depth)) 并 \(expression(own, depth))）"
    default: return values(element, depth) ?? "{\(expression(element, depth))}"
    }
  }

  /// A field of the records of a collection.
  private mutating func values(_ element: Kind, _ depth: Int) -> String? {
    var fields: [(Int, String)] = []
    for (index, register) in Vocabulary.registers.enumerated() {
      for field in register.fields where field.kind == element {
        fields.append((index, field.name))
      }
    }
    guard let (register, field) = chance.pick(fields) else { return nil }
    return "\(collection(register, depth)).\(field)"
  }

  private mutating func records(_ register: Int, _ depth: Int) -> String {
    switch chance.below(4) {
    case 0: return "（\(sorted(register, depth)) 前 \(chance.below(5))）"
    case 1:
      let (one, other) = (collection(register, depth), collection(register, depth))
      return "（\(one) \(chance.pick(["并", "除", "交"]) ?? "并") \(other)）"
    default: return collection(register, depth)
    }
  }

  private mutating func sorted(_ register: Int, _ depth: Int) -> String {
    let base = collection(register, depth)
    let key = inside(.record(register)) { $0.expression(.number(""), max(depth - 1, 0)) }
    return "\(base) 排序 \(key)\(chance.hits(50) ? " 降序" : "")"
  }

  // MARK: - Tables

  /// Rows with these columns.
  mutating func table(_ columns: [Kind.Column], _ depth: Int) -> String {
    let register = chance.below(Vocabulary.registers.count)
    let base = collection(register, max(depth - 1, 0))
    guard chance.hits(40), let groups = groups(columns, register, depth) else {
      let parts = inside(.record(register)) { generator in
        columns.map { "\($0.name) = \(generator.expression($0.kind, max(depth - 1, 0)))" }
      }
      return "（\(base) 选取 \(parts.joined(separator: "，"))）"
    }
    return "（\(base) 统计 \(groups)）"
  }

  /// 统计 of these columns, if each can be one.
  private mutating func groups(
    _ columns: [Kind.Column], _ register: Int, _ depth: Int
  ) -> String? {
    var parts: [String] = []
    for column in columns {
      guard let value = total(column.kind, register, max(depth - 1, 0)) else { return nil }
      parts.append("\(column.name) = \(value)")
    }
    return parts.joined(separator: "，")
  }

  /// An aggregate over the rows of a group.
  private mutating func total(_ kind: Kind, _ register: Int, _ depth: Int) -> String? {
    inside(.record(register)) { generator in
      switch kind {
      case .bool: return "有(\(generator.expression(.bool, depth)))"
      case .number(let unit):
        if unit.isEmpty, generator.chance.hits(50) {
          return "（数量(\(generator.expression(.bool, depth))) + 数量()）"
        }
        let function = generator.chance.pick(["求和", "平均", "最大"]) ?? "求和"
        return "\(function)(\(generator.expression(kind, depth)))"
      case .date: return "最大(\(generator.expression(kind, depth)))"
      default: return nil
      }
    }
  }

  // MARK: - Questions

  /// A question with several suffixes.
  mutating func question() -> String {
    let register = chance.below(Vocabulary.registers.count)
    var text = collection(register, 2)
    guard chance.hits(70) else { return text + " 前 \(chance.below(9))" }
    let keys = Vocabulary.registers[register].fields.filter { $0.name != "行业" }
    guard let key = chance.pick(keys) else { return text }
    let (count, sum) = (fresh("列"), fresh("列"))
    let value = inside(.record(register)) { $0.expression(.number("元"), 1) }
    text += " 按 \(key.name) 分组 统计 \(count) = 数量()，\(sum) = 求和(\(value))"
    let columns: [Kind.Column] = [
      .init(name: count, kind: .number("")), .init(name: sum, kind: .number("元")),
    ]
    if chance.hits(50) {
      text += " 其中 \(inside(.columns(columns)) { $0.expression(.bool, 1) })"
    }
    if chance.hits(50) { text += " 排序 \(count) 降序，\(sum)" }
    if chance.hits(50) { text += " 前 \(chance.below(9))" }
    if chance.hits(30) { text += " 选取 \(key.name)，\(sum)" }
    return text
  }

  /// An aggregate over records that yields a number with a unit.
  mutating func aggregate(_ kind: Kind, _ depth: Int) -> String? {
    var fields: [(Int, String)] = []
    for (index, register) in Vocabulary.registers.enumerated() {
      for field in register.fields where field.kind == kind { fields.append((index, field.name)) }
    }
    guard let (register, field) = chance.pick(fields) else { return nil }
    let function = chance.pick(["求和", "最大", "最小", "平均"]) ?? "求和"
    return "\(function)(\(collection(register, depth)).\(field))"
  }
}
