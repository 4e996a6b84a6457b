// Questions: an operand and its suffixes, taken from left to right.

extension ParserState {
  /// `Query`
  func question() -> Operand { suffixed(all: expression()) }

  /// The operand with all suffixes that follow it.
  func suffixed(all operand: Operand) -> Operand {
    var operand = operand
    while !isPanicking, let next = suffixed(operand) { operand = next }
    return operand
  }

  private func suffixed(_ base: Operand) -> Operand? {
    if at(.where) || misspeltWhere { return filter(base) }
    guard case .reserved = kind() else { return nil }
    if at(.by) || at(.group) { return group(base) }
    if at(.stat) { return aggregate(base) }
    if at(.sort) { return sort(base) }
    if at(.select) { return select(base) }
    if at(.first) { return first(base) }
    if at(.union) { return setOperation(base, .union, .union) }
    if at(Keyword.minus) { return setOperation(base, .minus, .minus) }
    if at(.both) { return setOperation(base, .both, .both) }
    return nil
  }

  /// `X 其中 c`
  func filter(_ base: Operand) -> Operand {
    if !at(.where) { reportMisspelt(.where) }
    bump(as: .where)
    let outer = filtered
    filtered = (base.expression.span, span.start)
    let condition = wanting(.condition) { $0.operand(.or) }
    filtered = outer
    return built(
      .filter, base.mark, .question, .filter(base.expression, condition.expression), from: base,
      condition)
  }

  /// `X 按 a、b 分组`, `X group by a, b`
  private func group(_ base: Operand) -> Operand {
    let keysFirst = at(.by)
    bump(as: keysFirst ? .by : .group)
    let (keys, deepest) = expressions()
    if keysFirst { expect(.group) }
    return built(
      .group, base.mark, .question, .group(base.expression, keys), from: base, deepest: deepest)
  }

  /// `X 统计 家数 = 数量()`
  private func aggregate(_ base: Operand) -> Operand {
    bump(as: .stat)
    let (columns, deepest) = columns { $0.operand(.sum) }
    return built(
      .aggregate, base.mark, .question, .aggregate(base.expression, columns), from: base,
      deepest: deepest)
  }

  /// `X 选取 名称，欠 = 今日 − 期限`
  private func select(_ base: Operand) -> Operand {
    bump(as: .select)
    let (columns, deepest) = columns { $0.expression() }
    return built(
      .select, base.mark, .question, .select(base.expression, columns), from: base,
      deepest: deepest)
  }

  /// Columns, of which each may begin with its name; with the depth of the deepest.
  private func columns(_ value: (ParserState) -> Operand) -> ([QueryColumn], Int) {
    var columns: [QueryColumn] = []
    var deepest = 0
    repeat {
      let mark = mark()
      var label: Name?
      if atName, at(.equal, 1) {
        label = name()
        bump()
      }
      let value = value(self)
      columns.append(QueryColumn(name: label, value: value.expression))
      deepest = max(deepest, value.depth)
      finish(.column, from: mark)
    } while take(.comma)
    return (columns, deepest)
  }

  /// `X 排序 家数 降序`
  private func sort(_ base: Operand) -> Operand {
    bump(as: .sort)
    var keys: [SortKey] = []
    var deepest = 0
    repeat {
      let mark = mark()
      let value = operand(.sum)
      let isDescending = take(.desc)
      if !isDescending { _ = take(.asc) }
      keys.append(SortKey(value: value.expression, isDescending: isDescending))
      deepest = max(deepest, value.depth)
      finish(.sortKey, from: mark)
    } while take(.comma)
    return built(
      .sort, base.mark, .question, .sort(base.expression, keys), from: base, deepest: deepest)
  }

  /// `X 前 10`
  private func first(_ base: Operand) -> Operand {
    bump(as: .first)
    guard case .number(let number) = literal(), number.isInteger, number.numerator >= 0 else {
      fail(wanting: .number)
      return base
    }
    finishLiteral()
    return built(
      .first, base.mark, .question, .first(base.expression, number.numerator), from: base)
  }

  private func setOperation(
    _ base: Operand, _ keyword: Keyword, _ operation: SetOperator
  ) -> Operand {
    bump(as: keyword)
    let right = postfixed()
    return built(
      .setOperation, base.mark, .question,
      .setOperation(operation, base.expression, right.expression), from: base, right)
  }

  /// `Exprs`: one or more, separated by 、; with the depth of the deepest.
  func expressions() -> ([Expression], Int) {
    var list: [Expression] = []
    var deepest = 0
    repeat {
      let item = expression()
      list.append(item.expression)
      deepest = max(deepest, item.depth)
    } while take(.comma)
    return (list, deepest)
  }

  /// Parses with another name for an operand that is missing.
  func wanting<Result>(_ slot: Slot, _ parse: (ParserState) -> Result) -> Result {
    let outer = self.slot
    self.slot = slot
    defer { self.slot = outer }
    return parse(self)
  }
}
