import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Turns outcomes into the records of the registers that scripts and tests ask (`OutcomeRegisters`).
public struct OutcomeRows {
  private let program: Program
  private let layout: OutcomeRegisters
  private let words: FactWords
  private let asOf: Int32

  /// Makes rows for one program, snapshot and judged day; nil for a program that declares no such registers.
  public init?(program: Program, snapshot: Snapshot, asOf: CivilDate) {
    guard let layout = program.outcomes else { return nil }
    (self.program, self.layout) = (program, layout)
    words = FactWords(snapshot)
    self.asOf = asOf.days
  }

  /// The records by register, each with a value for every field in order. Registers without records are there, too.
  public func rows(_ outcomes: [Outcome]) -> [RegisterID: [[Value?]]] {
    var rows: [RegisterID: [[Value?]]] = [:]
    for register in layout.registers.values { rows[register] = [] }
    for outcome in outcomes where program.rules.indices.contains(Int(outcome.key.rule)) {
      let tables = [
        outcome.kind.table, outcome.status == .unknown ? .unverified : nil,
      ].compactMap { $0 }
      for table in tables {
        guard let register = layout.registers[table] else { continue }
        rows[register, default: []].append(row(outcome, table, register))
      }
    }
    return rows
  }

  private func row(
    _ outcome: Outcome, _ table: OutcomeRegisters.Table, _ register: RegisterID
  ) -> [Value?] {
    let rule = program.rules[Int(outcome.key.rule)]
    var row = [Value?](repeating: nil, count: program.schema[register].fields.count)
    for (position, field) in OutcomeRegisters.Field.allCases.enumerated() {
      row[position] = value(field, outcome, table, rule)
    }
    if let subjects = rule.subjectRegister, let field = layout.subjects[subjects],
      outcome.key.subject >= 0, row.indices.contains(field)
    {
      row[field] = .record(subjects, Int(outcome.key.subject))
    }
    return row
  }

  private func value(
    _ field: OutcomeRegisters.Field, _ outcome: Outcome, _ table: OutcomeRegisters.Table,
    _ rule: Rule
  ) -> Value? {
    switch field {
    case .rule:
      .enumeration(
        layout.rules, OutcomeRegisters.place(of: Int(outcome.key.rule), in: program.rules))
    case .subject: subject(outcome, rule).map { .text($0) }
    case .status: .enumeration(layout.states, Int(outcome.status.rawValue))
    case .cause: outcome.cause.words.map { .text($0.zh) }
    case .first: date(first(outcome))
    case .last: date(outcome.last)
    case .due: date(outcome.due)
    case .happened: date(outcome.happenedOn)
    case .number: .number(Rational(number(outcome)))
    case .measure:
      table == .unverified ? .text(outcome.kind.words.zh) : measure(outcome, rule).map { .text($0) }
    case .value:
      outcome.kind == .reading
        ? Rational(Int(outcome.numerator), over: Int(outcome.denominator))
          .flatMap(sixPlaces).map { .number($0) } : nil
    case .to: words(rule.notice?.to, table)
    case .copies: words(rule.notice?.copies, table)
    case .unknownCount:
      outcome.kind == .reading ? .number(Rational(Int(outcome.unknownCount))) : nil
    }
  }

  private func words(_ parties: [Party]?, _ table: OutcomeRegisters.Table) -> Value? {
    guard table == .notice, let parties, !parties.isEmpty else { return nil }
    return .text(parties.map(\.text).joined(separator: "、"))
  }

  /// What a field can hold: a third is 0.333333.
  private func sixPlaces(_ number: Rational) -> Rational? {
    guard let scaled = number.multiplied(by: Rational(1_000_000)) else { return nil }
    return Rational(scaled.roundedDown, over: 1_000_000)
  }

  private func date(_ day: Int32) -> Value? {
    day == Outcome.noDay ? nil : .date(CivilDate(days: day))
  }

  private func first(_ outcome: Outcome) -> Int32 {
    switch outcome.kind {
    case .obligation, .visit, .violation, .draw, .notice: outcome.key.first
    case .rung, .reading: outcome.happenedOn == Outcome.noDay ? asOf : outcome.happenedOn
    }
  }

  private func number(_ outcome: Outcome) -> Int {
    switch outcome.kind {
    case .obligation, .visit: PeriodRank.split(outcome.key.nth).n
    case .violation, .notice: Int(outcome.key.nth)
    case .rung: Int(outcome.key.first)
    case .reading: Int(outcome.key.first) + 1
    case .draw: Int(outcome.key.subject < 0 ? outcome.key.nth / 10 : outcome.unknownCount)
    }
  }

  private func subject(_ outcome: Outcome, _ rule: Rule) -> String? {
    if let register = rule.subjectRegister, outcome.key.subject >= 0 {
      return words.name(of: register, outcome.key.subject)
    }
    let line = Int(outcome.key.first)
    return rule.lines.indices.contains(line) ? rule.lines[line] : nil
  }

  private func measure(_ outcome: Outcome, _ rule: Rule) -> String? {
    if outcome.kind == .draw { return TextHash.hex(outcome.numerator) }
    if case .event = rule.body { return rule.measures.first }
    let number = outcome.kind == .rung ? Int(outcome.key.first) - 1 : Int(outcome.key.nth)
    return rule.measures.indices.contains(number) ? rule.measures[number] : nil
  }
}
