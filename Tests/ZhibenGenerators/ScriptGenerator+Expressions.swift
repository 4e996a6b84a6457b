extension ScriptGenerator {
  /// A value of that kind.
  mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    if chance.hits(depth > 0 ? 25 : 60), let known = known(kind) { return known }
    guard depth > 0 else { return leaf(kind) }
    if chance.hits(8) {
      let (test, yes) = (expression(.bool, depth - 1), expression(kind, depth - 1))
      return "（若 \(test) 则 \(yes) 否则 \(expression(kind, depth - 1))）"
    }
    if chance.hits(10), let call = call(kind, depth) { return call }
    switch kind {
    case .number(let unit): return number(unit, depth - 1)
    case .text: return text(depth - 1)
    case .bool: return bool(depth - 1)
    case .date: return date(depth - 1)
    case .period: return period(depth - 1)
    case .choice, .record: return leaf(kind)
    case .list(let element): return list(element, depth - 1)
    case .map(let value):
      let pairs = (1...(1 + chance.below(2))).map { "\"键\($0)\"：\(expression(value, depth - 1))" }
      return "{\(pairs.joined(separator: "，"))}"
    case .row(let columns):
      let parts = columns.map { "\($0.name)：\(expression($0.kind, depth - 1))" }
      return "{\(parts.joined(separator: "，"))}"
    }
  }

  /// A variable, a field or a part of one of that kind.
  private mutating func known(_ kind: Kind) -> String? {
    var found: [String] = []
    for variable in variables {
      if variable.kind == kind { found.append(variable.name) }
      switch variable.kind {
      case .record(let register):
        found += Vocabulary.registers[register].fields.filter { $0.kind == kind }
          .map { "\(variable.name).\($0.name)" }
      case .row(let columns):
        found += columns.filter { $0.kind == kind }.map { "\(variable.name).\($0.name)" }
      case .map(kind): found.append("\(variable.name)（\"键1\"）")
      case .list(kind): found.append("\(variable.name)（1）")
      default: break
      }
    }
    for (index, row) in rows.enumerated() {
      let isInner = index == rows.count - 1
      switch row {
      case .record(let register):
        let owner = Vocabulary.registers[register]
        let prefix = isInner && rows.count == 1 ? "" : "该\(owner.name)."
        // A register may be at hand twice: the inner one is meant then.
        if rows[(index + 1)...].contains(where: { $0.isRecord(register) }) { continue }
        found += owner.fields.filter { $0.kind == kind }.map { prefix + $0.name }
        if kind == .record(register) { found.append("该\(owner.name)") }
      case .columns(let columns):
        guard isInner else { continue }
        found += columns.filter { $0.kind == kind }.map { "它.\($0.name)" }
      case .plain(let element):
        if isInner, element == kind { found.append("它") }
      }
    }
    return chance.pick(found)
  }

  /// A value without parts.
  private mutating func leaf(_ kind: Kind) -> String {
    switch kind {
    case .number(let unit):
      if unit.isEmpty, chance.hits(10) { return "基数" }
      if unit == "元", chance.hits(10) { return "限额" }
      if unit == "元", chance.hits(10) { return "\(1 + chance.below(9))万元" }
      return "\(chance.below(20))\(unit)"
    case .text: return "\"文\(chance.below(10))\""
    case .bool: return chance.hits(50) ? "（今日 > 2024年5月1日）" : "（1 = \(chance.below(3))）"
    case .date:
      return chance.hits(40) ? "今日" : "2024年\(1 + chance.below(12))月\(1 + chance.below(28))日"
    case .period: return chance.pick(["2024年", "2024年上半年", "本季度", "上年", "近6个月"]) ?? "2024年"
    case .choice(let list):
      let (name, values, _) = Vocabulary.enumerations[list]
      return "\(name).\(chance.pick(values) ?? "")"
    case .record(let register):
      return "\(Vocabulary.registers[register].name)「号\(chance.below(5))」"
    case .list(.record(let register)): return "（全部 \(Vocabulary.registers[register].name)）"
    case .list(let element): return "{\(leaf(element))}"
    case .map(let value): return "{\"键1\"：\(leaf(value))}"
    case .row(let columns):
      return "{\(columns.map { "\($0.name)：\(leaf($0.kind))" }.joined(separator: "，"))}"
    }
  }

  mutating func call(_ kind: Kind, _ depth: Int) -> String? {
    guard let function = chance.pick(functions.filter { $0.result == kind }) else { return nil }
    return "\(function.name)(\(arguments(of: function, depth - 1)))"
  }

  mutating func arguments(of function: Function, _ depth: Int) -> String {
    function.parameters.map { expression($0, depth) }.joined(separator: "，")
  }

  // MARK: - One kind each

  private mutating func number(_ unit: String, _ depth: Int) -> String {
    let same = Kind.number(unit)
    func two(_ sign: String) -> String {
      "（\(expression(same, depth)) \(sign) \(expression(same, depth))）"
    }
    switch chance.below(unit.isEmpty ? 18 : 9) {
    case 0: return two("+")
    case 1: return two("−")
    case 2: return "（\(expression(same, depth)) × \(expression(.number(""), depth))）"
    case 3: return "（\(expression(same, depth)) ÷ \(expression(.number(""), depth))）"
    case 4: return "绝对值(\(expression(same, depth)))"
    case 5: return "取高(\(expression(same, depth))，\(expression(same, depth)))"
    case 6: return "缺省(\(expression(same, depth))，\(expression(same, depth)))"
    case 7:
      let function = chance.pick(["求和", "最大", "最小", "平均", "中位数"]) ?? "求和"
      return "\(function)(\(expression(.list(same), depth)))"
    case 8: return aggregate(same, depth) ?? leaf(same)
    case 9: return "长度(\(expression(chance.hits(50) ? .text : .list(simple()), depth)))"
    case 10: return "年(\(expression(.date, depth)))"
    case 11: return "整除(\(expression(same, depth))，\(expression(same, depth)))"
    case 12: return "四舍五入(\(expression(same, depth))，1)"
    case 13: return "（\(expression(.number("元"), depth)) ÷ \(expression(.number("元"), depth))）"
    case 14: return "转数(\(expression(.text, depth)))"
    case 15: return "数量(\(collection(chance.below(Vocabulary.registers.count), depth)))"
    case 16: return "（天数(\(expression(.period, depth))) ÷ 1日）"
    default: return "连续(\(expression(.list(.bool), depth))，它)"
    }
  }

  private mutating func text(_ depth: Int) -> String {
    switch chance.below(7) {
    case 0: return "（\(expression(.text, depth)) + \(expression(.text, depth))）"
    // Texts inside the braces of a text are left out: quotes would end it.
    case 1: return "转文本(\(expression(simple(), depth)))"
    case 2: return "截取(\(expression(.text, depth))，1，\(chance.below(4)))"
    case 3: return "连接(\(expression(.list(.text), depth))，\"、\")"
    case 4: return "替换(\(expression(.text, depth))，\"文\"，\(expression(.text, depth)))"
    case 5: return "\"{今日}有{数量(全部 厂)}家\""
    default: return "去空白(\(expression(.text, depth)))"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    switch chance.below(7) {
    case 0: return "（\(expression(.date, depth)) + \(1 + chance.below(9))个月）"
    case 1: return "（\(expression(.date, depth)) − \(1 + chance.below(90))日）"
    case 2: return "首日(\(expression(.period, depth)))"
    case 3: return "加日(\(expression(.date, depth))，\(expression(.number(""), depth)))"
    case 4: return "月末(\(expression(.date, depth)))"
    case 5: return "取低(\(expression(.date, depth))，\(expression(.date, depth)))"
    default: return "之后首个星期(\(expression(.date, depth))，\(1 + chance.below(7)))"
    }
  }

  private mutating func period(_ depth: Int) -> String {
    switch chance.below(3) {
    case 0: return "期间(\(expression(.date, depth))，\(expression(.date, depth)))"
    case 1: return "区间交(\(expression(.period, depth))，\(expression(.period, depth)))"
    default: return leaf(.period)
    }
  }

  private mutating func bool(_ depth: Int) -> String {
    switch chance.below(12) {
    case 0: return "（\(expression(.bool, depth)) 且 \(expression(.bool, depth))）"
    case 1: return "（\(expression(.bool, depth)) 或 \(expression(.bool, depth))）"
    case 2: return "（非 \(expression(.bool, depth))）"
    case 3:
      let kind = simple()
      return "（\(expression(kind, depth)) 为空）"
    case 4:
      let element = simple()
      return "（\(expression(.list(element), depth)) 包含 \(expression(element, depth))）"
    case 5:
      let kind = simple()
      return "（\(expression(kind, depth)) 属于 {\(expression(kind, 0))、\(expression(kind, 0))}）"
    case 6: return "（\(expression(.date, depth)) 属于 \(expression(.period, depth))）"
    case 7: return "有(\(collection(chance.below(Vocabulary.registers.count), depth)))"
    case 8:
      let kind = Kind.number("元")
      return
        "（\(expression(kind, depth)) 介于 \(expression(kind, 0)) 与 \(expression(kind, 0))）"
    case 9:
      let kind = anything()
      return "（\(expression(kind, depth)) = \(expression(kind, depth))）"
    default:
      let kind = chance.pick([Kind.number(""), .number("人"), .date, .text, .choice(0)]) ?? .text
      let sign = chance.pick(["<", "≤", ">", "≥", "=", "≠"]) ?? "="
      return "（\(expression(kind, depth)) \(sign) \(expression(kind, depth))）"
    }
  }
}

extension ScriptGenerator.Row {
  func isRecord(_ register: Int) -> Bool {
    if case .record(register) = self { true } else { false }
  }
}
