// Clauses of 激励 that have a shape of their own.

extension ParserState {
  /// `年度执法.频次 降一档、规范化抽查.比例 减半` behind 作用.
  func effects() -> ClauseValue? {
    var effects: [EffectClause] = []
    repeat {
      let mark = mark()
      let clause = path().expression
      guard !isPanicking, let measure = at(anyOf: EffectClause.measures) else {
        fail(wanting: .word(.stepDown))
        break
      }
      bump(as: measure)
      finish(.effect, from: mark)
      effects.append(EffectClause(clause: clause, measure: measure, span: span(from: mark)))
    } while take(.comma)
    return effects.isEmpty ? nil : .effects(effects)
  }

  /// `每年1次` or `5%` behind 不少于.
  func floor() -> ClauseValue? {
    if kind() == .literal(.quantity), let share = literal() {
      let place = span
      finishLiteral()
      return .literal(share, place)
    }
    return .cadence(.direct(wanting(.cadence) { $0.cadence() }), uncounted: [])
  }
}
