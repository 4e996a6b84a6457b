// Clauses of 报送 that have a shape of their own.

extension ParserState {
  /// `{ 检查次数 = 数量（检查 于 本期）；责任部门 }` behind 栏目.
  func columns() -> ClauseValue? {
    guard !isPanicking, at(.leftBrace) else {
      fail(wanting: .sign("{"))
      return nil
    }
    var columns: [QueryColumn] = []
    block(commas: true) { state in
      if let column = state.reportColumn() { columns.append(column) }
    }
    return .columns(columns)
  }

  /// A column with its value, or only the name of one that a person fills or that is a field.
  private func reportColumn() -> QueryColumn? {
    let mark = mark()
    guard let name = name() else { return nil }
    var value = Expression(.name(name), name.span)
    if !isPanicking, at(.equal) {
      bump()
      value = wanting(.value) { $0.argument() }.expression
    }
    finish(.column, from: mark)
    return QueryColumn(name: name, value: value)
  }
}
