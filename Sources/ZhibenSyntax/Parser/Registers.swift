// Registers and enumerations: fields with their types, values with their synonyms.

extension ParserState {
  /// `登记 企业 别名 enterprise 齐全 按 采集 保密 { … }` behind the name.
  func register() -> RegisterBody {
    var body = RegisterBody(alias: nil, completeness: nil, isConfidential: false, fields: [])
    if take(.alias) { body.alias = name() }
    while !isPanicking {
      if at(.complete) {
        body.completeness = completeness()
      } else if take(.confidential) {
        body.isConfidential = true
      } else {
        break
      }
    }
    guard !isPanicking, at(.leftBrace) else {
      failWithoutBrace()
      return body
    }
    block(commas: true) { state in
      if let field = state.field() { body.fields.append(field) }
    }
    return body
  }

  private func completeness() -> RegisterBody.Completeness {
    let mark = mark()
    bump(as: .complete)
    var completeness = RegisterBody.Completeness.complete
    if take(.by) {
      if let name = name() { completeness = .by(name) }
    } else if take(.since) {
      completeness = .since(operand(.sum).expression)
    }
    finish(.completeness, from: mark)
    return completeness
  }

  /// `名称 别名 name：文本 必填`; every word may be a field's name.
  private func field() -> FieldDeclaration? {
    let mark = mark()
    guard let name = name(.field) else { return nil }
    var alias: Name?
    if !isPanicking, at(.alias) {
      bump(as: .alias)
      alias = self.name()
    }
    expectColon()
    guard let (type, isOptional) = type(isOptional: true) else { return nil }
    var modifiers: [FieldModifier] = []
    while let modifier = fieldModifier() { modifiers.append(modifier) }
    finish(.field, from: mark)
    return FieldDeclaration(
      name: name, alias: alias, type: type, isOptional: isOptional, modifiers: modifiers,
      span: span(from: mark))
  }

  /// `（元）`, `（文本，列表（数））` behind the name of a type.
  private func typeArguments() -> [TypeExpression] {
    guard !isPanicking, at(.leftParen) else { return [] }
    bump()
    guard enter() else { return [] }
    var arguments: [TypeExpression] = []
    repeat {
      if let (argument, _) = type(isOptional: false) { arguments.append(argument) }
    } while take(.comma)
    leave()
    closeParenthesis()
    return arguments
  }

  /// `文本`, `数（元）`, `{通过、不通过}`; a field's type may end in `?`.
  func type(isOptional mayBeOptional: Bool) -> (type: TypeExpression, isOptional: Bool)? {
    let mark = mark()
    let type: TypeExpression
    if !isPanicking, at(.leftBrace) {
      let (values, _) = enumValues()
      type = .values(values, span(from: mark))
    } else {
      guard let name = name(.type) else { return nil }
      type = .named(name, arguments: typeArguments())
    }
    let isOptional = mayBeOptional && take(.question)
    finish(.fieldType, from: mark)
    return (type, isOptional)
  }

  private func fieldModifier() -> FieldModifier? {
    guard !isPanicking else { return nil }
    let mark = mark()
    let modifier: FieldModifier
    if take(.key) {
      modifier = .key
    } else if take(.required) {
      modifier = .required
    } else if take(.confidential) {
      modifier = .confidential
    } else if take(.many) {
      modifier = .many
    } else if take(.date) {
      modifier = .date
    } else if take(.default) {
      modifier = .defaultValue(operand(.sum).expression)
    } else {
      return nil
    }
    finish(.fieldModifier, from: mark)
    return modifier
  }

  /// `取值 规模 由低到高 { … }` behind the name.
  func enumeration() -> EnumBody {
    var order: EnumBody.Order?
    if take(.ascending) { order = .ascending } else if take(.descending) { order = .descending }
    guard !isPanicking, at(.leftBrace) else {
      failWithoutBrace()
      return EnumBody(order: order, values: [], isOpen: false)
    }
    let (values, isOpen) = enumValues()
    return EnumBody(order: order, values: values, isOpen: isOpen)
  }

  /// `{ 规上 别名 规模以上、限额以上；规下 等 }`: behind a value with synonyms 、 separates the synonyms, so ； or a new line must separate
  /// the values.
  private func enumValues() -> (values: [EnumValue], isOpen: Bool) {
    var values: [EnumValue] = []
    var isOpen = false
    block(commas: true) { state in
      if isOpen { return state.fail(wanting: .sign("}")) }
      let mark = state.mark()
      guard let name = state.name(.enumValue) else { return }
      let synonyms = state.take(.alias) ? state.names() : []
      state.finish(.enumValue, from: mark)
      values.append(EnumValue(name: name, synonyms: synonyms))
      if state.take(.etc) { isOpen = true }
    }
    return (values, isOpen)
  }
}
