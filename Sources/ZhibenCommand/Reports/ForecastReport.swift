import Zhiben
import ZhibenSession

/// What lies ahead, for people and for programs.
struct ForecastReport {
  /// The version of the document's layout; it grows when a key changes its meaning.
  static let schema = "zhiben.forecast/1"
  /// So many names are listed of each rule that another script would change.
  static let usualNames = 10

  let session: Session
  let forecast: Forecast
  let asOf: CivilDate
  let capacity: Capacity?
  /// What the script asks for beyond another one, and the path of that.
  let difference: (path: String, rules: ForecastDifference)?

  func writeText(names: Int) {
    session.print(
      session.text(
        "\(forecast.context.script.program.plan.name)  推演 \(forecast.span.description)，按 \(asOf) 的台账",
        "\(forecast.context.script.program.plan.name)  \(forecast.span.english), on the register of \(asOf)"
      ))
    session.print("")
    write(monthTable)
    session.print("")
    write(ruleTable)
    if let difference { write(difference.rules, against: difference.path, names) }
    session.say(
      session.text(
        "推演的前提：企业和分类不变，到期的都在到期那天完成。均摊：把每件事按工作日摊到可以做它的各月。",
        "It is taken that enterprises and classes stay as they are, and that work is done on its due day. Spread: each piece by workdays over the months in which it may be done."
      ))
  }

  private func write(_ table: TextTable) {
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }

  // MARK: Months

  private var monthTable: TextTable {
    var table = TextTable(columns: [
      .init(session.text("月份", "month")),
      .init(session.text("工作日", "workdays"), alignment: .right),
      .init(session.text("义务到期", "duties due"), alignment: .right),
      .init(session.text("检查到期", "visits due"), alignment: .right),
      .init(session.text("检查均摊", "visits spread"), alignment: .right),
      .init(session.text("需要人日", "person-days"), alignment: .right),
    ])
    if capacity != nil {
      table.columns += [
        .init(session.text("可用人日", "available"), alignment: .right),
        .init(session.text("余缺", "balance"), alignment: .right),
      ]
    }
    table.rows =
      [cells(backlog, session.text("已逾期", "overdue now"))] + months.map { cells($0, $0.label) }
      + [cells(sum, session.text("合计", "sum"))]
    return table
  }

  private func cells(_ month: Month, _ label: String) -> [String] {
    var cells = [
      label, month.workdays?.grouped ?? "", month.duties.grouped, month.visits.grouped,
      month.spread.grouped, month.needed.tenths,
    ]
    if capacity != nil {
      cells += [month.available?.tenths ?? "", month.balance?.tenths ?? ""]
    }
    return cells
  }

  /// What one month asks for.
  private struct Month {
    var label: String
    /// nil for what is overdue already.
    var workdays: Int?
    var duties: Int
    var visits: Int
    var spread: Int
    var needed: Rational
    var available: Rational?

    var balance: Rational? { available.flatMap { have in needed.negated.flatMap(have.adding) } }
  }

  private var months: [Month] {
    forecast.months.enumerated().map { position, days in
      let (year, month, _) = days.first.parts
      func count(_ kind: OutcomeKind, _ part: (RuleForecast) -> [Int]) -> Int {
        forecast.rules.filter { $0.kind == kind }.reduce(0) { $0 + part($1)[position] }
      }
      let needed = forecast.rules.compactMap { $0.effort(of: $0.spread[position]) }
      return Month(
        label: "\(year)-\(month < 10 ? "0" : "")\(month)",
        workdays: forecast.calendar.workdays(in: days),
        duties: count(.obligation, \.due), visits: count(.visit, \.due),
        spread: count(.visit, \.spread), needed: needed.sum,
        available: capacity?.personDays(in: days, forecast.calendar))
    }
  }

  /// What was overdue when the span began, whenever it will be done.
  private var backlog: Month {
    func count(_ kind: OutcomeKind) -> Int {
      forecast.rules.filter { $0.kind == kind }.reduce(0) { $0 + $1.backlog }
    }
    return Month(
      label: "", workdays: nil, duties: count(.obligation), visits: count(.visit),
      spread: count(.visit), needed: forecast.rules.compactMap { $0.effort(of: $0.backlog) }.sum)
  }

  private var sum: Month {
    let months = months + [backlog]
    return Month(
      label: "", workdays: months.reduce(0) { $0 + ($1.workdays ?? 0) },
      duties: months.reduce(0) { $0 + $1.duties }, visits: months.reduce(0) { $0 + $1.visits },
      spread: months.reduce(0) { $0 + $1.spread }, needed: months.map(\.needed).sum,
      available: capacity.map { _ in months.compactMap(\.available).sum })
  }

  // MARK: Rules

  private var ruleTable: TextTable {
    var table = TextTable(columns: [
      .init(session.text("规则", "rule")), .init(session.text("类别", "kind")),
      .init(session.text("家数", "subjects"), alignment: .right),
      .init(session.text("到期", "due"), alignment: .right),
      .init(session.text("已逾期", "overdue now"), alignment: .right),
      .init(session.text("待核实", "to be verified"), alignment: .right),
      .init(session.text("受限", "capped"), alignment: .right),
      .init(session.text("人日", "person-days"), alignment: .right),
    ])
    table.rows = forecast.rules.filter { $0.total + $0.backlog + $0.unknown + $0.capped > 0 }.map {
      rule in
      [
        forecast.name(of: rule), rule.kind.words[session.language],
        rule.bySubject.count.grouped, rule.total.grouped, rule.backlog.grouped,
        rule.unknown.grouped, rule.capped.grouped, rule.effort(of: rule.total)?.tenths ?? "—",
      ]
    }
    return table
  }

  // MARK: Another script

  private func write(_ difference: ForecastDifference, against path: String, _ limit: Int) {
    session.print("")
    guard !difference.rules.isEmpty else {
      session.print(session.text("与 \(path) 没有差别", "no difference from \(path)"))
      return
    }
    session.print(session.text("与 \(path) 相比：", "compared with \(path):"))
    for rule in difference.rules {
      var parts = [
        session.text(
          "\(rule.subjects.count.grouped) 家，\(rule.change.signed) 次",
          "\(rule.subjects.count.grouped) subjects, \(rule.change.signed) times")
      ]
      if let effort = rule.effort {
        parts.append(
          session.text("\(effort.signedTenths) 人日", "\(effort.signedTenths) person-days"))
        if let people = people(effort) {
          parts.append(session.text("\(people) 人", "\(people) people"))
        }
      }
      if rule.unknown != 0 {
        parts.append(
          session.text("待核实 \(rule.unknown.signed)", "\(rule.unknown.signed) to be verified"))
      }
      session.print(
        "\(rule.name)\(session.text("：", ": "))"
          + parts.joined(separator: session.text("，", ", ")))
      for (name, change) in rule.subjects.prefix(limit) {
        session.print("  \(change.signed)  \(name.name)")
      }
      if rule.subjects.count > limit {
        let rest = (rule.subjects.count - limit).grouped
        session.print(session.text("  还有 \(rest) 家", "  \(rest) more"))
      }
    }
  }

  /// How many people work as many days in the span.
  private func people(_ effort: Rational) -> String? {
    let workdays = forecast.months.reduce(0) { $0 + forecast.calendar.workdays(in: $1) }
    return effort.divided(by: Rational(workdays))?.signedTenths
  }

  // MARK: Document

  func writeDocument() {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("plan", .text(forecast.context.script.program.plan.name))
    document.field("as_of", .day(asOf))
    document.field("from", .day(forecast.span.first))
    document.field("to", .day(forecast.span.last))
    document.beginList("months")
    for month in months {
      document.element(
        .object([
          ("month", .text(month.label)), ("workdays", .number(month.workdays ?? 0)),
          ("duties_due", .number(month.duties)), ("visits_due", .number(month.visits)),
          ("visits_spread", .number(month.spread)),
          ("person_days", .text(month.needed.description)),
          ("available", .optional(month.available?.description)),
        ]))
    }
    document.endList()
    document.beginList("rules")
    for rule in forecast.rules {
      document.element(
        .object([
          ("rule", .text(forecast.name(of: rule))), ("kind", .text(String(describing: rule.kind))),
          ("subjects", .number(rule.bySubject.count)),
          ("due", .array(rule.due.map(JSON.number))),
          ("spread", .array(rule.spread.map(JSON.number))), ("backlog", .number(rule.backlog)),
          ("unknown", .number(rule.unknown)), ("capped", .number(rule.capped)),
          ("person_days", .optional(rule.effort(of: rule.total)?.description)),
        ]))
    }
    document.endList()
    if let difference {
      document.field("against", .text(difference.path))
      document.beginList("differences")
      for rule in difference.rules.rules {
        document.element(
          .object([
            ("rule", .text(rule.name)), ("change", .number(rule.change)),
            ("unknown", .number(rule.unknown)),
            ("person_days", .optional(rule.effort?.description)),
            (
              "subjects",
              .array(
                rule.subjects.map {
                  .object([
                    ("key", .text($0.name.key)), ("name", .text($0.name.name)),
                    ("change", .number($0.change)),
                  ])
                })
            ),
          ]))
      }
      document.endList()
    }
    document.end()
  }
}

extension Int {
  /// `+12`, `-3`
  fileprivate var signed: String { self > 0 ? "+\(grouped)" : grouped }
}

extension [Rational] {
  /// The sum; too large a sum stays what it was.
  fileprivate var sum: Rational { reduce(Rational(0)) { $0.adding($1) ?? $0 } }
}

extension Rational {
  /// With one place behind the point, rounded half away from zero: `12.5`.
  fileprivate var tenths: String {
    let scaled = multiplied(by: Rational(20)).map { ($0.magnitudeRoundedDown + 1) / 2 } ?? 0
    let sign = numerator < 0 && scaled > 0 ? "-" : ""
    return scaled % 10 == 0
      ? "\(sign)\((scaled / 10).grouped)" : "\(sign)\((scaled / 10).grouped).\(scaled % 10)"
  }

  fileprivate var signedTenths: String { numerator > 0 ? "+" + tenths : tenths }

  private var magnitudeRoundedDown: Int {
    numerator < 0 ? (negated ?? self).roundedDown : roundedDown
  }
}
