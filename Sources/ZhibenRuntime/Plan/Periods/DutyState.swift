import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// What a subject owes on one day.
enum DutyState: Hashable {
  /// Not a member, or not yet in the register.
  case out
  /// 免除
  case exempt
  /// Owed at the cadence of that position; `doubt` says why it is unknown, if it is. `exception` is the one that decided, by its position
  /// in the rule; −1 for the base.
  case owed(cadence: Int, exception: Int, doubt: OutcomeCause)
}

/// Membership, base cadence and exceptions of a rule, prepared for one evaluator: who owes what on which day.
struct DutyRegime<E: Evaluator> {
  /// Every different cadence of the rule.
  let cadences: [Cadence]
  private let membership: E.Prepared
  private let base: Offer
  private let exceptions: [PreparedException]
  private let dates: RecordDates
  private let timesPerCentury: [Int]
  private let reliefs: [PreparedRelief<E>]
  /// Of which relief each cadence is; −1 for those of the rule itself.
  let relief: [Int]

  /// A choice of cadences, as positions in `cadences`; nil is 免除.
  private struct Offer {
    var choice: PreparedChoice<E, Cadence>
    var cadences: [Int?]
  }

  private struct PreparedException {
    /// Its position in the rule.
    var number: Int
    var condition: E.Prepared
    var days: [DayRange]?
    var offer: Offer
    var policy: DutyException.Policy
  }

  /// What one clause says for the subject on the day.
  private struct Ruling {
    var cadence: Int?
    /// The exception that says so; −1 for the base.
    var exception = -1
    var doubt = OutcomeCause.none
    var policy = DutyException.Policy.none
  }

  init(
    subject: Subject, cadence: Choice<Cadence>, exceptions: [DutyException],
    reliefs: [Program.ReliefOfRule], _ context: PlanContext<E>
  ) {
    let evaluator = context.evaluator
    var (found, easedCadences): ([Cadence], [Cadence]) = ([], [])
    func offer(_ choice: Choice<Cadence>) -> Offer {
      let positions = choice.arms.map { arm -> Int? in
        guard let cadence = arm.value else { return nil }
        if let known = found.firstIndex(of: cadence) { return known }
        found.append(cadence)
        return found.count - 1
      }
      return Offer(choice: PreparedChoice(choice, evaluator), cadences: positions)
    }
    membership = evaluator.prepare(subject.condition)
    base = offer(cadence)
    self.exceptions = exceptions.enumerated().compactMap { number, exception in
      guard let choice = exception.cadence else { return nil }
      return PreparedException(
        number: number, condition: evaluator.prepare(exception.condition), days: exception.days,
        offer: offer(choice), policy: exception.policy)
    }
    var reliefOf = found.map { _ in -1 }
    let bases = Set(base.cadences.compactMap { $0 }).sorted()
    self.reliefs = reliefs.enumerated().map { position, relief in
      var eased = [Int?](repeating: nil, count: found.count)
      for number in bases {
        guard let cadence = relief.relief.eased(found[number], by: relief.effect.measure) else {
          continue
        }
        eased[number] = found.count + easedCadences.count
        reliefOf.append(position)
        easedCadences.append(cadence)
      }
      return PreparedRelief(relief, eased: eased, context)
    }
    found += easedCadences
    relief = reliefOf
    cadences = found
    timesPerCentury = found.map(\.timesPerCentury)
    dates = RecordDates(subject.register, context.snapshot)
  }

  /// Judges one subject on one day; lowers the evaluator's `edge`.
  func state(_ evaluator: E, subject: Int32, day: Int32) -> DutyState {
    if dates.isAbsent(subject, on: day, evaluator) { return .out }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    if member == .no { return .out }
    var ruling = ruling(evaluator, subject: subject, day: day)
    guard let cadence = ruling.cadence else { return .exempt }
    if !reliefs.isEmpty, ruling.exception < 0, ruling.doubt == .none {
      ease(&ruling, cadence, evaluator, subject: subject, day: day)
    }
    return .owed(
      cadence: ruling.cadence ?? cadence, exception: ruling.exception,
      doubt: member == .unknown ? .unknownMembership : ruling.doubt)
  }

  /// What the rule asks for before any relief: the cadence as a position, and whether an exception decided; nil for 免除 and what is unknown.
  func unrelieved(_ evaluator: E, subject: Int32, day: Int32) -> (cadence: Int, isExcepted: Bool)? {
    let ruling = ruling(evaluator, subject: subject, day: day)
    guard let cadence = ruling.cadence, ruling.doubt == .none else { return nil }
    return (cadence, ruling.exception >= 0)
  }

  // MARK: 激励 (time 45)

  /// Reliefs do not add: the largest counts. What is unknown does not ease.
  private func ease(
    _ ruling: inout Ruling, _ cadence: Int, _ evaluator: E, subject: Int32, day: Int32
  ) {
    var possible = timesPerCentury[cadence]
    for relief in reliefs {
      guard let eased = relief.eased[cadence] else { continue }
      let truth = relief.truth(evaluator, subject: subject, day: day)
      let times = timesPerCentury[eased]
      if truth == .yes, times < timesPerCentury[ruling.cadence ?? cadence] {
        ruling.cadence = eased
      }
      if truth == .unknown { possible = min(possible, times) }
    }
    if possible < timesPerCentury[ruling.cadence ?? cadence] { ruling.doubt = .unknownRelief }
  }

  // MARK: Default logic (language 7)

  private func ruling(_ evaluator: E, subject: Int32, day: Int32) -> Ruling {
    var certain: [Ruling] = []
    var possible: [Ruling] = []
    for exception in exceptions {
      if let days = exception.days, !days.contain(day, evaluator) { continue }
      let truth = evaluator.truth(exception.condition, subject: subject, row: -1, day: day)
      if truth == .no { continue }
      var ruling = pick(exception.offer, evaluator, subject: subject, day: day)
      (ruling.exception, ruling.policy) = (exception.number, exception.policy)
      if truth == .yes { certain.append(ruling) } else { possible.append(ruling) }
    }
    if certain.isEmpty, possible.isEmpty {
      return pick(base, evaluator, subject: subject, day: day)
    }
    // The base is asked only where no exception beats it: what is blank there then does not matter.
    let fallback =
      certain.isEmpty ? pick(base, evaluator, subject: subject, day: day) : Ruling(cadence: nil)
    var decided = resolve(certain, fallback)
    for ruling in possible where decided.doubt == .none {
      let other = resolve(certain + [ruling], fallback)
      if other.cadence != decided.cadence || other.doubt != .none {
        decided.doubt = .unknownCadence
      }
    }
    return decided
  }

  /// An exception beats the base. Of exceptions that differ 上位 goes before all; 特别 and 新 go before the rest, but not before each other;
  /// then 从严 takes the strictest. Whatever is left is a conflict for a person, shown at the strictest.
  private func resolve(_ rulings: [Ruling], _ fallback: Ruling) -> Ruling {
    guard !rulings.isEmpty else { return fallback }
    if let agreed = agreed(rulings) { return agreed }
    let superior = rulings.filter { $0.policy == .superior }
    let preferred =
      superior.isEmpty ? rulings.filter { [.special, .newer].contains($0.policy) } : superior
    if let agreed = agreed(preferred) { return agreed }
    var strictest = rulings[0]
    for ruling in rulings.dropFirst() where times(ruling) > times(strictest) { strictest = ruling }
    if !preferred.isEmpty || !rulings.contains(where: { $0.policy == .strict }) {
      strictest.doubt = .conflict
    }
    return strictest
  }

  /// The ruling that all give; nil if they differ, or if there are none.
  private func agreed(_ rulings: [Ruling]) -> Ruling? {
    guard let first = rulings.first, rulings.allSatisfy({ $0.cadence == first.cadence }) else {
      return nil
    }
    return rulings.first { $0.doubt != .none } ?? first
  }

  private func pick(_ offer: Offer, _ evaluator: E, subject: Int32, day: Int32) -> Ruling {
    let positions = offer.cadences
    if offer.choice.keys.isEmpty { return Ruling(cadence: positions.first ?? nil) }
    let selection = offer.choice.select(evaluator, subject: subject, day: day)
    guard let first = selection.arms.first else { return Ruling(cadence: nil) }
    if selection.arms.allSatisfy({ positions[$0] == positions[first] }) {
      return Ruling(cadence: positions[first])
    }
    // The mildest that may hold: one entry on the 待核实 list is enough to have the blank filled in.
    let mildest = selection.arms.compactMap { positions[$0] }.min {
      timesPerCentury[$0] < timesPerCentury[$1]
    }
    return Ruling(cadence: mildest, doubt: .unknownCadence)
  }

  /// How often; 免除 is less than any cadence.
  private func times(_ ruling: Ruling) -> Int { ruling.cadence.map { timesPerCentury[$0] } ?? -1 }
}
