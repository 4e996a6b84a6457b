import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The numbers that were announced for one rule, as known on the as-of.
struct AnnouncedNumbers {
  /// One record of the register.
  private struct Record {
    var period: CivilDate
    var round: Int
    var attempt: Int
    var number: FrozenDraw.Number
  }

  /// What is there for a round.
  enum Found: Equatable {
    case none
    case number(FrozenDraw.Number)
    case refused(OutcomeCause)
  }

  private var records: [Record] = []

  init<E: Evaluator>(_ layout: DrawRule.Numbers, of rule: Rule, _ context: PlanContext<E>) {
    let evaluator = context.evaluator
    let register = layout.register
    let dates = RecordDates(register, context.snapshot)
    let schema = context.program.schema
    let fields = layout.fields.map { field -> E.Prepared in
      let ref = FieldRef(register, field)
      return evaluator.prepare(
        Core(
          .field(Core(.record(frame: 0), .record(register), rule.origin), ref),
          ValueType(schema[ref]), rule.origin))
    }
    for position in 0..<context.snapshot[register].count {
      let row = Int32(clamping: position)
      guard let day = dates.day(of: row, on: context.asOf), day <= context.asOf,
        !dates.isAbsent(row, on: context.asOf, evaluator)
      else { continue }
      // As it was published: whatever is corrected later is another number.
      let values = fields.map { evaluator.value($0, subject: row, row: -1, day: day) }
      guard case .text(let name)? = values.first ?? nil, name == rule.name || name == rule.key,
        let record = Self.record(Array(values.dropFirst()), on: day)
      else { continue }
      records.append(record)
    }
  }

  private static func record(_ values: [Value?], on day: Int32) -> Record? {
    var values = values[...]
    func next() -> Value? { values.popFirst() ?? nil }
    guard case .date(let period)? = next() else { return nil }
    let (round, attempt) = (next(), next())
    guard case .text(let number)? = next() else { return nil }
    _ = next()
    var source = ""
    if case .text(let text)? = next() { source = text }
    return Record(
      period: period, round: count(round) ?? 1, attempt: count(attempt) ?? 0,
      number: FrozenDraw.Number(text: number, day: day, source: source))
  }

  private static func count(_ value: Value?) -> Int? {
    guard case .number(let number)? = value, number.isInteger else { return nil }
    return number.numerator
  }

  /// The first number that was published behind the day: whoever waited for a better one gets the first.
  func found(_ period: DayRange, round: Int, attempt: Int, after day: Int32) -> Found {
    let mine = records.filter {
      period.contains($0.period) && $0.round == round && $0.attempt == attempt
    }.map(\.number)
    guard !mine.isEmpty else { return .none }
    let later = mine.filter { $0.day > day }
    guard let first = later.map(\.day).min() else { return .refused(.numberTooEarly) }
    let candidates = later.filter { $0.day == first }
    guard let number = candidates.min(by: { $0.source < $1.source }),
      candidates.allSatisfy({ $0.text == number.text })
    else { return .refused(.numberAmbiguous) }
    return .number(number)
  }
}
