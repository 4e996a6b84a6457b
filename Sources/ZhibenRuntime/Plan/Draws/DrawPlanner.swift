import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.MonthDay

/// Derives the rounds of a draw: which lists are frozen, which numbers came, who is drawn (time 46, 47).
///
/// What the ledger holds of a list and its number stands for good; what it does not hold yet follows from the facts as they were on the day
/// of freezing. So a run after an outage gives what daily runs would have given, while a correction of the register changes no list.
struct DrawPlanner<E: Evaluator> {
  let context: PlanContext<E>
  let draw: DrawRule
  let rule: Int32
  let settler: TaskSettler<E>
  let listing: DrawListing<E>
  let horizon: Int32
  private let start: Int32
  private let numbers: AnnouncedNumbers
  private let stored: [FrozenDraw]

  init?(rule: Int32, draw: DrawRule, context: PlanContext<E>) {
    let owner = context.program.rules[Int(rule)]
    guard let days = context.days(of: owner) else { return nil }
    (start, horizon) = days
    (self.context, self.draw, self.rule) = (context, draw, rule)
    settler = TaskSettler(draw.evidence, context, horizon: days.horizon)
    listing = DrawListing(draw, of: owner, context)
    numbers = AnnouncedNumbers(draw.numbers, of: owner, context)
    stored = context.draws.filter { $0.rule == rule }
  }

  /// All rounds whose list is frozen by the as-of, in order.
  func rounds() -> [DrawRound] {
    var rounds: [DrawRound] = []
    let days = DayRange(CivilDate(days: start), CivilDate(days: horizon))
    for period in context.calendar.periods(of: draw.unit, overlapping: days) {
      for (number, day) in freezeDays(in: period).enumerated() where day <= horizon {
        guard !context.isStopped() else { return rounds }
        add(period, number + 1, frozenOn: day, to: &rounds)
      }
    }
    return rounds
  }

  /// What the ledger is to have and does not have yet.
  func frozen(_ rounds: [DrawRound]) -> [FrozenDraw] {
    rounds.compactMap { round in
      let known = stored(round.first, round.nth)
      let draw = FrozenDraw(
        rule: rule, first: round.first, nth: round.nth, list: known?.list ?? round.list.text,
        number: round.announced)
      return draw == known ? nil : draw
    }
  }

  private func stored(_ first: Int32, _ nth: Int32) -> FrozenDraw? {
    stored.first { $0.first == first && $0.nth == nth }
  }

  /// The day of the draw itself, then those of the supplements.
  private func freezeDays(in period: DayRange) -> [Int32] {
    func inside(_ days: [MonthDay]) -> [Int32] {
      Set([period.first.year, period.last.year]).sorted().flatMap { year in
        days.compactMap { $0.day(of: year) }
      }.filter(period.contains).map(\.days)
    }
    let first = max(inside(draw.freezeDays).first ?? period.first.days, start)
    return [first] + inside(draw.supplements).filter { $0 > first }
  }

  // MARK: - One round

  private func add(
    _ period: DayRange, _ number: Int, frozenOn day: Int32, to rounds: inout [DrawRound]
  ) {
    let first = period.first.days
    var before = day
    for attempt in 0...9 {
      let nth = DrawRound.nth(number, attempt)
      let known = stored(first, nth)
      let found = numbers.found(period, round: number, attempt: attempt, after: before)
      // Drawn anew only where somebody published a number for it, and only what was drawn.
      if attempt > 0, known == nil, found == .none { return }
      let id = DrawRound.id(listing.name, first, number, attempt)
      let list =
        known.flatMap { DrawList(text: $0.list) }
        ?? rounds.last { attempt > 0 && $0.first == first && $0.number == number }.map {
          $0.list.renamed(id)
        } ?? listing.list(id, on: day, in: period, number, after: rounds)
      var round = DrawRound(
        first: first, last: period.last.days, number: number, attempt: attempt, frozenOn: day,
        list: list, isStored: known != nil)
      switch (known?.number, found) {
      case (let number?, .number(let other)) where other.text != number.text:
        (round.announced, round.laterNumber) = (number, other.text)
      case (let number?, _): round.announced = number
      case (nil, .number(let number)): round.announced = number
      case (nil, .refused(let cause)): round.refusal = cause
      case (nil, .none): break
      }
      guard let announced = round.announced else {
        // A refused redraw makes nothing void.
        if attempt == 0 { rounds.append(round) }
        return
      }
      if attempt > 0, let previous = rounds.indices.last { rounds[previous].isVoid = true }
      stand(&round, announced)
      rounds.append(round)
      before = max(before, announced.day)
    }
  }

  /// Draws, and looks who fell out since.
  private func stand(_ round: inout DrawRound, _ announced: FrozenDraw.Number) {
    let result = DrawResult(round.list, number: DrawText.safe(announced.text))
    round.result = result
    let until = min(horizon, due(from: announced.day, in: round.last))
    var visits: [String: Completions] = [:]
    for place in result.places where place.role != .none {
      let code = place.unit.code
      guard let unit = listing.row(of: code) else { continue }
      round.exits[code] = listing.exit(of: unit, after: round.frozenOn, until: until)
      // Visits are read only where they may decide.
      if round.exits[code] != nil { visits[code] = settler.reader?.completions(of: unit) }
    }
    round.standings = result.standings(exits: round.exits, drawnOn: announced.day) {
      code, from, exit in
      visits[code]?.between(from, exit).contains(where: \.isCertain) ?? false
    }
  }

  /// The last day for who was drawn on a day; whoever is drawn behind the period has that day.
  func due(from day: Int32, in last: Int32) -> Int32 {
    guard let term = draw.term else { return max(last, day) }
    return context.calendar.end(of: term, after: CivilDate(days: day)).days
  }
}

extension DrawList {
  /// The same list under another id: its tickets are others.
  func renamed(_ id: String) -> DrawList {
    var copy = self
    copy.id = DrawText.safe(id)
    return copy
  }
}
