/// What a token is, without what it holds: small enough to be looked at everywhere.
enum TokenClass: Hashable {
  case word, quotedName, reserved, string, title, separator, fenceEnd, invalid, endOfFile
  case sign(Sign)
  case literal(LiteralClass)

  init(_ kind: TokenKind) {
    switch kind {
    case .word: self = .word
    case .quotedName: self = .quotedName
    case .reserved: self = .reserved
    case .literal(let literal): self = .literal(LiteralClass(literal))
    case .string: self = .string
    case .title: self = .title
    case .sign(let sign): self = .sign(sign)
    case .separator: self = .separator
    case .fenceEnd: self = .fenceEnd
    case .invalid: self = .invalid
    case .endOfFile: self = .endOfFile
    }
  }
}

/// The kinds of literals, one for each case of `Literal`.
enum LiteralClass: Hashable {
  case date, yearDay, period, deadline, duration, durationRange, within, lookBack, overdue, expiry
  case everyN, cadence, quantity, bound, time, hours, article, rate, tally, relativeDay, number

  init(_ literal: Literal) {
    switch literal {
    case .date: self = .date
    case .yearDay: self = .yearDay
    case .period: self = .period
    case .deadline: self = .deadline
    case .duration: self = .duration
    case .durationRange: self = .durationRange
    case .within: self = .within
    case .lookBack: self = .lookBack
    case .overdue: self = .overdue
    case .expiry: self = .expiry
    case .everyN: self = .everyN
    case .cadence: self = .cadence
    case .quantity: self = .quantity
    case .bound: self = .bound
    case .time: self = .time
    case .hours: self = .hours
    case .article: self = .article
    case .rate: self = .rate
    case .tally, .tallyTerm: self = .tally
    case .relativeDay: self = .relativeDay
    case .number: self = .number
    }
  }
}
