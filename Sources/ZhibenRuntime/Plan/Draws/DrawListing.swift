import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Makes a draw's lists from the facts as they were on the day of freezing.
struct DrawListing<E: Evaluator> {
  /// The rule's identity, which stands in the ids.
  let name: String
  private let draw: DrawRule
  private let context: PlanContext<E>
  private let words: FactWords
  private let members: Members
  private let excluded: E.Prepared?
  private let stratum: E.Prepared?
  private let weight: E.Prepared?
  private let pool: Members?
  private let avoid: [E.Prepared]
  private let rows: [String: Int32]
  private let easing: DrawEasing<E>?

  /// A register's records with the condition that makes them members.
  private struct Members {
    var register: RegisterID
    var condition: E.Prepared
    var dates: RecordDates

    init(_ subject: Subject, _ context: PlanContext<E>) {
      register = subject.register
      condition = context.evaluator.prepare(subject.condition)
      dates = RecordDates(subject.register, context.snapshot)
    }

    func truth(_ row: Int32, on day: Int32, _ evaluator: E) -> Truth {
      dates.isAbsent(row, on: day, evaluator)
        ? .no : evaluator.truth(condition, subject: row, row: -1, day: day)
    }
  }

  init(_ draw: DrawRule, of rule: Rule, _ context: PlanContext<E>) {
    (self.draw, self.context) = (draw, context)
    words = FactWords(context.snapshot)
    let evaluator = context.evaluator
    members = Members(draw.population, context)
    excluded = draw.excluded.map(evaluator.prepare)
    stratum = draw.stratum.map(evaluator.prepare)
    weight = draw.weight.map(evaluator.prepare)
    pool = draw.staff.map { Members($0.pool, context) }
    avoid = draw.staff?.avoid.map(evaluator.prepare) ?? []
    name = rule.key
    easing = DrawEasing(draw, of: rule, context)
    var rows: [String: Int32] = [:]
    for position in 0..<context.snapshot[draw.population.register].count {
      let row = Int32(clamping: position)
      rows[DrawText.safe(words.key(of: draw.population.register, row))] = row
    }
    self.rows = rows
  }

  /// The record of a code; nil if it is no longer in the register.
  func row(of code: String) -> Int32? { rows[code] }

  /// The first day after freezing on which a unit certainly was no member any more.
  func exit(of row: Int32, after frozen: Int32, until last: Int32) -> Int32? {
    guard frozen < last else { return nil }
    let evaluator = context.evaluator
    return timeline(evaluator, from: frozen + 1, through: last) {
      members.truth(row, on: $0, evaluator) == .no
    }.first { $0.state }?.from
  }

  // MARK: - The list

  /// The members on a day, without those on earlier lists of the period.
  func list(
    _ id: String, on day: Int32, in period: DayRange, _ number: Int, after rounds: [DrawRound]
  ) -> DrawList {
    let evaluator = context.evaluator
    let earlier = rounds.filter { $0.first == period.first.days && $0.number < number }
    let listed = Set(earlier.flatMap { $0.list.units.map(\.code) })
    let times = timesDrawn(by: day, rounds)
    var units: [DrawList.Unit] = []
    var apart: [DrawList.Apart] = []
    var people: [(code: String, row: Int32)] = []
    var recusals: [DrawList.Recusal] = []
    var parts: [Rational] = []
    if let pool {
      for position in 0..<context.snapshot[pool.register].count {
        let row = Int32(clamping: position)
        guard pool.truth(row, on: day, evaluator) == .yes else { continue }
        people.append((DrawText.safe(words.key(of: pool.register, row)), row))
      }
    }
    for position in 0..<context.snapshot[members.register].count {
      guard context.goesOn(at: position) else { break }
      let row = Int32(clamping: position)
      let code = DrawText.safe(words.key(of: members.register, row))
      let member = members.truth(row, on: day, evaluator)
      if member == .no || listed.contains(code) { continue }
      let out = excluded.map { evaluator.truth($0, subject: row, row: -1, day: day) } ?? .no
      if member == .unknown || out == .unknown {
        apart.append(DrawList.Apart(code: code, reason: .unknown))
        continue
      }
      if out == .yes {
        apart.append(DrawList.Apart(code: code, reason: .excluded))
        continue
      }
      guard let tickets = tickets(row, on: day) else {
        apart.append(DrawList.Apart(code: code, reason: .weightless))
        continue
      }
      if let easing { parts.append(easing.part(of: row, on: day)) }
      units.append(
        DrawList.Unit(
          stratum: stratum(row, on: day), times: times[code] ?? 0, code: code, weight: tickets))
      for person in people where isRecused(person.row, from: row, on: day) {
        recusals.append(DrawList.Recusal(unit: code, inspector: person.code))
      }
    }
    let loads = loads(earlier)
    var terms = terms
    easing?.settle(&terms, &units, parts)
    return DrawList(
      id: id, frozenOn: CivilDate(days: day), terms: terms, units: units, apart: apart,
      staff: people.map { DrawList.Inspector(code: $0.code, load: loads[$0.code] ?? 0) },
      recusals: recusals)
  }

  private var terms: DrawTerms {
    DrawTerms(
      size: {
        switch draw.size {
        case .share(let share): .share(share)
        case .count(let count): .count(count)
        }
      }(), leastPerStratum: draw.leastPerStratum, reserves: draw.reserves,
      staff: draw.staff?.count ?? 0, isBalanced: draw.staff?.isBalanced ?? false,
      isWeighted: draw.weight != nil)
  }

  /// What is blank is a stratum of its own, so that nobody falls through.
  private func stratum(_ row: Int32, on day: Int32) -> String {
    guard let stratum else { return DrawText.whole }
    switch context.evaluator.value(stratum, subject: row, row: -1, day: day) {
    case .record(let register, let other)?:
      return words.key(of: register, Int32(clamping: other))
    case .text(let text)?: return text
    case nil, .unknown?: return DrawText.unknown
    case let value?: return words.words(value).zh
    }
  }

  private func tickets(_ row: Int32, on day: Int32) -> Int? {
    guard let weight else { return 1 }
    guard
      case .number(let number)? = context.evaluator.value(weight, subject: row, row: -1, day: day),
      number.isInteger, (1...DrawText.mostTickets).contains(number.numerator)
    else { return nil }
    return number.numerator
  }

  /// Whom it is not known whether they must keep away keeps away.
  private func isRecused(_ person: Int32, from unit: Int32, on day: Int32) -> Bool {
    avoid.contains { context.evaluator.truth($0, subject: unit, row: person, day: day) != .no }
  }

  // MARK: - What went before

  /// How often each unit was drawn in the span of 不重复, as seen on a day.
  private func timesDrawn(by day: Int32, _ rounds: [DrawRound]) -> [String: Int] {
    guard let span = span(on: day) else { return [:] }
    var times: [String: Int] = [:]
    for round in rounds where !round.isVoid {
      guard let result = round.result, let drawn = round.announced?.day, drawn <= day,
        span.contains(CivilDate(days: drawn))
      else { continue }
      let known = result.standings(exits: round.exits.filter { $0.value <= day })
      for place in result.places where place.role != .none {
        switch round.standings[place.unit.code] {
        case .drawn?: times[place.unit.code, default: 0] += 1
        case .promoted(let since, _)? where since <= day: times[place.unit.code, default: 0] += 1
        case .struck(let since)? where since > day && known[place.unit.code] == .drawn:
          times[place.unit.code, default: 0] += 1
        default: break
        }
      }
    }
    return times
  }

  private func span(on day: Int32) -> DayRange? {
    let date = CivilDate(days: day)
    switch draw.noRepeat {
    case .lookBack(let term)?: return context.calendar.lookBack(term, endingOn: date)
    case .period(let spec)?: return spec.days(on: date, calendar: context.calendar)
    default: return nil
    }
  }

  /// How often each inspector was sent out in earlier rounds of the period.
  private func loads(_ rounds: [DrawRound]) -> [String: Int] {
    var loads: [String: Int] = [:]
    for round in rounds where !round.isVoid {
      guard let result = round.result else { continue }
      for place in result.places(.drawn) {
        for person in result.teams[place.unit.code] ?? [] { loads[person, default: 0] += 1 }
      }
    }
    return loads
  }
}
