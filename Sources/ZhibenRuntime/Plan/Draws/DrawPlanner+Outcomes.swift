import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

extension DrawPlanner {
  /// The outcomes of all rounds in key order: each draw, each unit that was drawn or in reserve, each that stood apart as unknown, and the
  /// visits that are owed.
  func outcomes(of rounds: [DrawRound]) -> [Outcome] {
    var outcomes: [Outcome] = []
    var tasks: [OutcomeKey: Outcome] = [:]
    for round in rounds {
      outcomes.append(outcome(of: round))
      if round.attempt == 0 { outcomes += apart(round) }
      guard let result = round.result, let announced = round.announced else { continue }
      for place in result.places where place.role != .none {
        guard let unit = listing.row(of: place.unit.code),
          let standing = round.standings[place.unit.code]
        else { continue }
        outcomes.append(outcome(of: place, unit, standing, round, announced))
        if let task = task(unit, standing, round, announced), replaces(tasks[task.key], task) {
          tasks[task.key] = task
        }
      }
    }
    return (outcomes + tasks.values).sorted { $0.key < $1.key }
  }

  /// A redraw that draws the same unit keeps its task; one that does not ends it.
  private func replaces(_ known: Outcome?, _ task: Outcome) -> Bool {
    guard let known else { return true }
    return known.status == .ended || task.status != .ended
  }

  private func outcome(of round: DrawRound) -> Outcome {
    let hash = round.list.hash
    var outcome = Outcome(
      key: OutcomeKey(rule: rule, subject: -1, first: round.first, nth: round.nth), kind: .draw,
      status: round.announced == nil ? .awaitingNumber : .drawn, cause: round.refusal,
      last: round.last, happenedOn: round.announced?.day ?? Outcome.noDay, numerator: hash.head,
      denominator: hash.neck,
      unknownCount: Int32(clamping: round.list.apart.count { $0.reason != .excluded }))
    if round.list.units.isEmpty { outcome.cause = .emptyList }
    if round.isVoid { (outcome.status, outcome.cause) = (.void, .redrawn) }
    return outcome
  }

  /// Members that could not be put on the list for want of a fact: for a person to settle (time 7).
  private func apart(_ round: DrawRound) -> [Outcome] {
    round.list.apart.compactMap { other in
      guard other.reason != .excluded, let unit = listing.row(of: other.code) else { return nil }
      return Outcome(
        key: OutcomeKey(rule: rule, subject: unit, first: round.first, nth: round.nth),
        kind: .draw, status: .unknown,
        cause: other.reason == .unknown ? .unknownMembership : .unknownWeight, last: round.last)
    }
  }

  private func outcome(
    of place: DrawResult.Place, _ unit: Int32, _ standing: DrawStanding, _ round: DrawRound,
    _ announced: FrozenDraw.Number
  ) -> Outcome {
    var outcome = Outcome(
      key: OutcomeKey(rule: rule, subject: unit, first: round.first, nth: round.nth), kind: .draw,
      status: .selected, last: round.last, happenedOn: announced.day,
      numerator: place.ticket.head, denominator: place.ticket.neck,
      unknownCount: Int32(clamping: place.rank))
    switch standing {
    case .drawn: break
    case .reserve: outcome.status = .reserve
    case .struck(let day):
      (outcome.status, outcome.cause, outcome.happenedOn) = (.struck, .left, day)
    case .promoted(let day, _): (outcome.status, outcome.happenedOn) = (.movedUp, day)
    }
    if round.isVoid { (outcome.status, outcome.cause) = (.void, .redrawn) }
    return outcome
  }

  // MARK: - Visits

  /// The visit that a unit is owed; nil for a reserve, and for a unit that fell out as one.
  private func task(
    _ unit: Int32, _ standing: DrawStanding, _ round: DrawRound, _ announced: FrozenDraw.Number
  ) -> Outcome? {
    var from = announced.day
    switch standing {
    case .drawn: break
    case .reserve: return nil
    case .promoted(let day, _): from = max(day, announced.day)
    case .struck:
      guard round.holds(unit: listing, unit) else { return nil }
    }
    let due = due(from: from, in: round.last)
    var task = Outcome(
      key: OutcomeKey(
        rule: rule, subject: unit, first: round.first, nth: PeriodRank(draw.unit).nth(1)),
      kind: .visit, status: .pending, last: round.last, dueRaw: due, due: due)
    if case .struck = standing {
      (task.status, task.cause) = (.ended, .left)
    } else if round.isVoid {
      (task.status, task.cause) = (.ended, .redrawn)
    } else {
      settler.settle(&task, from: from)
    }
    return task
  }
}

extension DrawRound {
  /// Whether a unit that fell out held a place before: was drawn, or had moved up.
  fileprivate func holds<E: Evaluator>(unit listing: DrawListing<E>, _ row: Int32) -> Bool {
    guard let result else { return false }
    let codes = Set(
      result.places.filter { $0.role != .none && listing.row(of: $0.unit.code) == row }
        .map(\.unit.code))
    if result.places.contains(where: { $0.role == .drawn && codes.contains($0.unit.code) }) {
      return true
    }
    // A reserve that fell out had a place only if it moved up before.
    let before = result.standings(
      exits: exits.filter { code, day in
        !codes.contains(code) && codes.allSatisfy { day <= (exits[$0] ?? .max) }
      })
    return codes.contains { code in
      if case .promoted? = before[code] { true } else { false }
    }
  }
}
