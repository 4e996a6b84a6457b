// Clauses of 抽取 that have a shape of their own.

extension ParserState {
  /// `村 每层 至少1家` behind 分层.
  func strata() -> ClauseValue {
    let field = expression().expression
    return .strata(field, least: take(.perStratum) ? bound() : nil)
  }

  /// `3月1日、9月1日` behind 冻结 and 补抽.
  func yearDays() -> ClauseValue? {
    let mark = mark()
    var days: [MonthDay] = []
    repeat {
      guard case .yearDay(let day) = literal() else {
        fail(wanting: .day)
        break
      }
      finishLiteral()
      days.append(day)
    } while take(.comma)
    return days.isEmpty ? nil : .yearDays(days, span(from: mark))
  }

  /// 届时公布 behind 种子. A number in its place is read, so that it can be said why none may stand there.
  func seed() -> ClauseValue? {
    if !isPanicking, atContextual(.later) {
      bump(as: .later)
      return ClauseValue.none
    }
    if !isPanicking, kind() == .literal(.number), let number = literal() {
      let place = span
      finishLiteral()
      return .literal(number, place)
    }
    if !isPanicking, kind() == .string {
      return constantText().map { .text($0.0, $0.1) }
    }
    fail(wanting: .word(.later))
    return nil
  }

  /// `2人 自 人员 其中 持证 随机 回避 同村 均衡` behind 人员.
  func staff() -> ClauseValue? {
    guard kind() == .literal(.quantity), let count = literal() else {
      fail(wanting: .quantity)
      return nil
    }
    let place = span
    finishLiteral()
    let source = take(.since) ? question().expression : nil
    _ = take(.random)
    var avoid: [Expression] = []
    if take(.avoid) {
      repeat { avoid.append(operand(.or).expression) } while take(.comma)
    }
    return .staff(
      StaffClause(
        count: count, countSpan: place, source: source, avoid: avoid, isBalanced: take(.balanced)))
  }
}
