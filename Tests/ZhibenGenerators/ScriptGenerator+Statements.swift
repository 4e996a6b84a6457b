extension ScriptGenerator {
  /// What a statement stands in.
  enum Place {
    case top, function, loop
  }

  /// A statement of one or more lines.
  mutating func statement(_ depth: Int, in place: Place) -> String {
    guard depth > 0 else { return show() }
    switch chance.below(writes ? 16 : 13) {
    case 0, 1, 2, 3: return binding()
    case 4, 5: return assignment() ?? binding()
    case 6: return branch(depth, in: place)
    case 7: return forEach(depth)
    case 8: return loop(depth)
    case 9: return "断言 \(expression(.bool, 2))，\(expression(.text, 1))"
    case 10: return supposition(depth, in: place)
    case 11: return place == .loop && chance.hits(50) ? leave() : show()
    case 12: return call() ?? show()
    case 13: return insertion()
    case 14: return update()
    default:
      return "注销 \(collection(chance.below(Vocabulary.registers.count), 2))"
    }
  }

  /// Statements that share their variables.
  private mutating func body(_ depth: Int, in place: Place) -> String {
    let outer = variables
    defer { variables = outer }
    return block((0..<(1 + chance.below(3))).map { _ in statement(depth - 1, in: place) })
  }

  // MARK: - Variables

  private mutating func binding() -> String {
    let kind = anything()
    let value = expression(kind, depth)
    let name = fresh("变")
    variables.append(Variable(name: name, kind: kind, isFree: true))
    if let type = Self.type(kind), chance.hits(40) { return "令 \(name)：\(type) = \(value)" }
    return "令 \(name) = \(value)"
  }

  private mutating func assignment() -> String? {
    guard let variable = chance.pick(variables.filter(\.isFree)) else { return nil }
    switch variable.kind {
    case .list(let element) where chance.hits(50):
      if case .record = element { break }
      return "\(variable.name)（1） := \(expression(element, 2))"
    case .map(let value) where chance.hits(60):
      return "\(variable.name)（\(expression(.text, 1))） := \(expression(value, 2))"
    case .row(let columns) where chance.hits(60):
      guard let column = chance.pick(columns) else { break }
      return "\(variable.name).\(column.name) := \(expression(column.kind, 2))"
    default: break
    }
    return "\(variable.name) := \(expression(variable.kind, depth))"
  }

  // MARK: - Blocks

  private mutating func branch(_ depth: Int, in place: Place) -> String {
    var text = "若 \(expression(.bool, 2)) \(body(depth, in: place))"
    if chance.hits(30) { text += " 否则 若 \(expression(.bool, 2)) \(body(depth, in: place))" }
    if chance.hits(50) { text += " 否则 \(body(depth, in: place))" }
    return text
  }

  private mutating func forEach(_ depth: Int) -> String {
    let outer = variables
    defer { variables = outer }
    let name = fresh("每")
    let source: String
    let kind: Kind
    switch chance.below(3) {
    case 0:
      kind = simple()
      source = expression(.list(kind), 2)
    case 1:
      kind = .row(columns())
      source = expression(.list(kind), 2)
    default:
      let register = chance.below(Vocabulary.registers.count)
      kind = .record(register)
      source = collection(register, 2)
    }
    variables.append(Variable(name: name, kind: kind, isFree: false))
    return "对 每个 \(name) 于 \(source) \(body(depth, in: .loop))"
  }

  /// Counted, so that it ends.
  private mutating func loop(_ depth: Int) -> String {
    let outer = variables
    defer { variables = outer }
    let name = fresh("计")
    variables.append(Variable(name: name, kind: .number(""), isFree: false))
    let lines = ["\(name) := \(name) + 1", statement(depth - 1, in: .loop)]
    return "令 \(name) = 0\n循环 \(name) < \(1 + chance.below(3)) \(block(lines))"
  }

  private mutating func leave() -> String {
    "若 \(expression(.bool, 2)) { \(chance.hits(50) ? "跳出" : "继续") }"
  }

  private mutating func supposition(_ depth: Int, in place: Place) -> String {
    let change =
      chance.hits(50) ? "基数 = \(expression(.number(""), 1))" : "限额 = \(expression(.number("元"), 1))"
    // 跳出 would leave the supposition, too.
    return "假设 { \(change) } \(body(depth, in: place == .loop ? .top : place))"
  }

  // MARK: - 显示

  private mutating func show() -> String {
    if chance.hits(50) { return "显示 \(question())" }
    let values = (0..<(1 + chance.below(2))).map { _ in expression(anything(), depth) }
    return "显示 \(values.joined(separator: "，"))"
  }

  private mutating func call() -> String? {
    guard let function = chance.pick(functions.filter { $0.result == nil }), writes else {
      return nil
    }
    return "\(function.name)(\(arguments(of: function, 1)))"
  }

  // MARK: - Records

  private mutating func insertion() -> String {
    let register = chance.below(Vocabulary.registers.count)
    return "记入 \(Vocabulary.registers[register].name) {\(fields(of: register, withKey: true))}"
  }

  private mutating func update() -> String {
    let register = chance.below(Vocabulary.registers.count)
    let target =
      chance.hits(50) ? collection(register, 2) : expression(.record(register), 1)
    return "修改 \(target) {\(fields(of: register, withKey: false))}"
  }

  private mutating func fields(of register: Int, withKey: Bool) -> String {
    let description = Vocabulary.registers[register]
    var parts: [String] = []
    for field in description.fields {
      if field.name == description.key {
        if withKey { parts.append("\(field.name)：\"号\(chance.below(100))\"") }
      } else if chance.hits(40) || parts.isEmpty && !withKey {
        parts.append("\(field.name)：\(expression(field.kind, 2))")
      }
    }
    return parts.joined(separator: "，")
  }
}
