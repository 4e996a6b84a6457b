import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime

/// Says how an outcome stands on a day.
enum StatusWords {
  /// `逾期 91 天`, `补做，晚 3 天`, `182/240，待核实 4`, with the cause in brackets.
  static func status(of outcome: Outcome, asOf: CivilDate) -> Wording {
    var text = outcome.status.words
    switch outcome.status {
    case .overdue:
      if let late = days(from: outcome.due, to: asOf.days) {
        text = Wording(zh: "逾期 \(late) 天", en: "overdue by \(late) \(late == 1 ? "day" : "days")")
      }
    case .doneLate:
      if let late = days(from: outcome.due, to: outcome.happenedOn) {
        text = Wording(zh: "补做，晚 \(late) 天", en: "done \(late) \(late == 1 ? "day" : "days") late")
      }
    default: break
    }
    if outcome.kind == .reading { text = joined(text, reading(outcome)) }
    if outcome.kind == .draw, outcome.key.subject >= 0, outcome.unknownCount > 0 {
      let ticket = TextHash.hex(outcome.numerator).prefix(8)
      text = joined(
        text,
        Wording(
          zh: "第 \(outcome.unknownCount) 位，票号 \(ticket)…",
          en: "rank \(outcome.unknownCount), ticket \(ticket)…"))
    } else if outcome.kind == .draw, outcome.key.subject < 0 {
      let hash = TextHash.hex(outcome.numerator)
      text = joined(text, Wording(zh: "名单 \(hash)…", en: "list \(hash)…"))
    }
    guard let cause = outcome.cause.words else { return text }
    return Wording(zh: "\(text.zh)（\(cause.zh)）", en: "\(text.en) (\(cause.en))")
  }

  private static func reading(_ outcome: Outcome) -> Wording {
    let value =
      outcome.denominator == 1
      ? "\(outcome.numerator)" : "\(outcome.numerator)/\(outcome.denominator)"
    guard outcome.unknownCount > 0 else { return Wording(value) }
    return Wording(
      zh: "\(value)，待核实 \(outcome.unknownCount)",
      en: "\(value), \(outcome.unknownCount) to be verified")
  }

  private static func joined(_ a: Wording, _ b: Wording) -> Wording {
    Wording(zh: "\(a.zh) \(b.zh)", en: "\(a.en) \(b.en)")
  }

  /// How many days later the second is; nil if there is no such day or it is not later.
  private static func days(from due: Int32, to day: Int32) -> Int? {
    guard due != Outcome.noDay, day != Outcome.noDay, day > due else { return nil }
    return Int(day) - Int(due)
  }
}
