import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// What a subject owes on one day.
enum DutyState: Hashable {
  /// Not a member, or not yet in the register.
  case out
  /// 免除
  case exempt
  /// Owed at the cadence of that position; `doubt` says why it is unknown, if it is. `exception` is the one that decided, −1 for the base.
  case owed(cadence: Int, exception: Int, doubt: OutcomeCause)
}

/// Membership, base cadence and exceptions of a rule, prepared for one evaluator: who owes what on which day.
struct DutyRegime<E: Evaluator> {
  let cadences: [Cadence]
  private let membership: E.Prepared
  private let base: PreparedChoice<E, Cadence>
  private let baseCadences: [Int?]
  private let exceptions: [PreparedException]
  private let subjectDates: Column?

  private struct PreparedException {
    var condition: E.Prepared
    var days: [DayRange]?
    var choice: PreparedChoice<E, Cadence>
    var cadences: [Int?]
    var policy: DutyException.Policy
  }

  init(
    subject: Subject, cadence: Choice<Cadence>, exceptions: [DutyException], evaluator: E,
    snapshot: Snapshot
  ) {
    var found: [Cadence] = []
    func position(_ cadence: Cadence?) -> Int? {
      guard let cadence else { return nil }
      if let known = found.firstIndex(of: cadence) { return known }
      found.append(cadence)
      return found.count - 1
    }
    membership = evaluator.prepare(subject.condition)
    base = PreparedChoice(cadence, evaluator)
    baseCadences = cadence.arms.map { position($0.value) }
    self.exceptions = exceptions.compactMap { exception in
      guard let choice = exception.cadence else { return nil }
      return PreparedException(
        condition: evaluator.prepare(exception.condition), days: exception.days,
        choice: PreparedChoice(choice, evaluator),
        cadences: choice.arms.map { position($0.value) }, policy: exception.policy)
    }
    cadences = found
    subjectDates = snapshot.dateColumn(of: subject.register)
  }

  /// Judges one subject on one day; lowers the evaluator's `edge`.
  func state(_ evaluator: E, subject: Int32, day: Int32) -> DutyState {
    if let entered = subjectDates?.cells[Int(subject)], entered != unknownCell, entered > day {
      evaluator.edge = min(evaluator.edge, Int32(clamping: entered))
      return .out
    }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    if member == .no { return .out }
    var doubt: OutcomeCause = member == .unknown ? .unknownMembership : .none
    let chosen = cadence(evaluator, subject: subject, day: day, doubt: &doubt)
    guard let cadence = chosen.cadence else { return .exempt }
    return .owed(cadence: cadence, exception: chosen.exception, doubt: doubt)
  }

  /// Default logic (language 7): an exception beats the base; two that differ are a conflict unless one names a resolver.
  private func cadence(
    _ evaluator: E, subject: Int32, day: Int32, doubt: inout OutcomeCause
  ) -> (cadence: Int?, exception: Int) {
    let fallback = pick(
      base, baseCadences, evaluator, subject: subject, day: day, doubt: &doubt)
    var applicable: [(cadence: Int?, exception: Int)] = []
    for (number, exception) in exceptions.enumerated() {
      if let days = exception.days {
        let today = CivilDate(days: day)
        for range in days {
          for edge in [range.first.days, range.last.days + 1] where edge > day {
            evaluator.edge = min(evaluator.edge, edge)
          }
        }
        guard days.contains(where: { $0.contains(today) }) else { continue }
      }
      let truth = evaluator.truth(exception.condition, subject: subject, row: -1, day: day)
      if truth == .no { continue }
      var unsure: OutcomeCause = .none
      let value = pick(
        exception.choice, exception.cadences, evaluator, subject: subject, day: day, doubt: &unsure)
      if truth == .yes {
        if unsure != .none, doubt == .none { doubt = unsure }
        applicable.append((value, number))
      } else if value != fallback, doubt == .none {
        // Whether it applies is unknown, and it would make a difference.
        doubt = .unknownCadence
      }
    }
    guard let first = applicable.first else { return (fallback, -1) }
    if applicable.allSatisfy({ $0.cadence == first.cadence }) { return first }
    if let special = applicable.last(where: { exceptions[$0.exception].policy == .special }) {
      return special
    }
    if let newer = applicable.last(where: {
      [.newer, .superior].contains(exceptions[$0.exception].policy)
    }) {
      return newer
    }
    let strictest = applicable.max { frequency($0.cadence) < frequency($1.cadence) } ?? first
    if !applicable.contains(where: { exceptions[$0.exception].policy == .strict }) {
      doubt = .conflict
    }
    return strictest
  }

  private func pick(
    _ choice: PreparedChoice<E, Cadence>, _ positions: [Int?], _ evaluator: E, subject: Int32,
    day: Int32, doubt: inout OutcomeCause
  ) -> Int? {
    let selection = choice.select(evaluator, subject: subject, day: day)
    guard let first = selection.arms.first else { return nil }
    if selection.isCertain { return positions[first] }
    let candidates = selection.arms.map { positions[$0] }
    if candidates.allSatisfy({ $0 == candidates[0] }) { return candidates[0] }
    if doubt == .none { doubt = .unknownCadence }
    // The mildest that may hold: one entry on the 待核实 list is enough to have the blank filled in.
    return candidates.compactMap { $0 }.min { frequency($0) < frequency($1) }
  }

  private func frequency(_ cadence: Int?) -> Int {
    cadence.map { cadences[$0].timesPerCentury } ?? -1
  }
}

extension Snapshot {
  /// The column of a register's day of happening, if it has one and it was loaded.
  func dateColumn(of register: RegisterID) -> Column? {
    schema[register].dateField.flatMap { self[register].columns[$0] }
  }
}
