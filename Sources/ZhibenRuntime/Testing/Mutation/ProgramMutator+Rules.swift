import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics

import struct ZhibenSyntax.Rational

// Changes in the clauses of rules.

extension ProgramMutator {
  mutating func change(_ rule: inout Rule, number: Int, _ schema: Schema) {
    let asked = Mutant.Reach.asked(number)
    switch rule.body {
    case .duty(var duty):
      change(&duty, asked, schema)
      rule.body = .duty(duty)
    case .inspection(var inspection):
      change(&inspection.duty, asked, schema)
      if var cap = inspection.cap {
        change(&cap, asked, schema, isCap: true)
        inspection.cap = cap
      }
      rule.body = .inspection(inspection)
    case .requirement(var requirement):
      change(&requirement.subject.condition, schema)
      change(&requirement.condition, schema)
      change(&requirement.deadline, rule.origin, asked)
      change(&requirement.exceptions, asked, schema)
      rule.body = .requirement(requirement)
    case .escalation(var ladder):
      change(&ladder, asked, schema)
      rule.body = .escalation(ladder)
    case .target(var target):
      change(&target, asked, schema)
      rule.body = .target(target)
    case .draw(var draw):
      change(&draw, rule.origin, asked, schema)
      rule.body = .draw(draw)
    case .report(var report):
      change(&report.duty, asked, schema)
      rule.body = .report(report)
    case .relief(var relief):
      change(&relief, rule.origin, asked, schema)
      rule.body = .relief(relief)
    case .event(var event):
      change(&event, rule.origin, asked, schema)
      rule.body = .event(event)
    }
  }

  private mutating func change(
    _ draw: inout DrawRule, _ origin: Origin, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    change(&draw.population.condition, schema)
    change(&draw.excluded, schema)
    if var evidence = draw.evidence {
      change(&evidence.filter, schema)
      draw.evidence = evidence
    }
    switch draw.size {
    case .count(let count):
      let more = count.addingSaturating(1)
      let change = Wording(zh: "名额 \(count) → \(more)", en: "quota \(count) → \(more)")
      if offers(.threshold, origin, change, asked) { draw.size = .count(more) }
    case .share(let share):
      guard let double = share.multiplied(by: Rational(2)), double <= Rational(1) else { break }
      let change = Wording(zh: "比例加倍", en: "twice the share")
      if offers(.threshold, origin, change, asked) { draw.size = .share(double) }
    }
    func add(_ number: Int, _ zh: String, _ en: String) -> Int? {
      let more = number.addingSaturating(1)
      let change = Wording(zh: "\(zh) \(number) → \(more)", en: "\(en) \(number) → \(more)")
      return offers(.threshold, origin, change, asked) ? more : nil
    }
    if draw.stratum != nil, let more = add(draw.leastPerStratum, "每层至少", "per stratum") {
      draw.leastPerStratum = more
    }
    if let more = add(draw.reserves, "备选", "reserves") { draw.reserves = more }
    if draw.noRepeat != nil {
      let change = Wording(zh: "删去不重复", en: "leave “no repeat” out")
      if offers(.threshold, origin, change, asked) { draw.noRepeat = nil }
    }
    if var span = draw.term {
      term(&span, .deadline, origin, asked)
      draw.term = span
    }
  }

  private mutating func change(
    _ duty: inout DutyRule, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    change(&duty.subject.condition, schema)
    change(&duty.cadence, asked, schema)
    change(&duty.exceptions, asked, schema)
    if var evidence = duty.evidence {
      change(&evidence.filter, schema)
      duty.evidence = evidence
    }
    if var grace = duty.grace, let place = duty.cadence.arms.first?.origin {
      term(&grace, .deadline, place, asked)
      duty.grace = grace
    }
  }

  private mutating func change(
    _ exceptions: inout [DutyException], _ asked: Mutant.Reach, _ schema: Schema
  ) {
    var kept: [DutyException] = []
    for var exception in exceptions {
      change(&exception.condition, schema)
      if var cadence = exception.cadence {
        change(&cadence, asked, schema)
        exception.cadence = cadence
      }
      let change = Wording(zh: "删去这条例外", en: "leave the exception out")
      if !offers(.exception, exception.origin, change, asked) { kept.append(exception) }
    }
    exceptions = kept
  }

  mutating func change(
    _ choice: inout Choice<Cadence>, _ asked: Mutant.Reach, _ schema: Schema,
    isCap: Bool = false
  ) {
    for index in choice.arms.indices {
      guard var cadence = choice.arms[index].value else { continue }
      change(&cadence, choice.arms[index].origin, asked, isCap)
      choice.arms[index].value = cadence
    }
  }

  mutating func change(
    _ cadence: inout Cadence, _ origin: Origin, _ asked: Mutant.Reach, _ isCap: Bool
  ) {
    switch cadence {
    case .periodic(var unit, var least, var most, let due):
      if let other = unit.neighbour {
        let change = Wording(
          zh: "每\(unit.chinese) → 每\(other.chinese)",
          en: "every \(unit.rawValue) → \(other.rawValue)")
        if offers(.cadence, origin, change, asked) { unit = other }
      }
      // What a cap demands at least is nothing: only the most that it allows is ever looked at.
      if !isCap {
        let more = least.addingSaturating(1)
        let change = Wording(zh: "\(least)次 → \(more)次", en: "\(least) → \(more) times")
        if offers(.cadence, origin, change, asked) { least = more }
      } else if let allowed = most {
        for step in [1, -1] where allowed > 0 || step > 0 {
          let other = allowed.addingSaturating(step)
          let change = Wording(
            zh: "至多\(allowed)次 → 至多\(other)次", en: "at most \(allowed) → \(other) times")
          if offers(.cadence, origin, change, asked) { most = other }
        }
      }
      cadence = .periodic(unit, least: least, most: most, due: due)
    case .rolling(var span, var first):
      term(&span, .cadence, origin, asked)
      if var due = first {
        term(&due.term, .cadence, due.anchor.origin, asked)
        first = due
      }
      cadence = .rolling(span, first: first)
    case .anchored(let anchor, var span):
      term(&span, .cadence, origin, asked)
      cadence = .anchored(anchor, span)
    case .once(var deadline):
      change(&deadline, origin, asked)
      cadence = .once(deadline)
    }
  }

  private mutating func change(
    _ deadline: inout DeadlineSpec, _ origin: Origin, _ asked: Mutant.Reach
  ) {
    switch deadline {
    case .day(var day):
      self.day(&day, origin, asked)
      deadline = .day(day)
    case .after(let anchor, var span):
      term(&span, .deadline, anchor.origin, asked)
      deadline = .after(anchor, span)
    case .before(let anchor, var span):
      term(&span, .deadline, anchor.origin, asked)
      deadline = .before(anchor, span)
    case .always: break
    }
  }

  private mutating func change(
    _ ladder: inout EscalationRule, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    change(&ladder.subject.condition, schema)
    change(&ladder.until, schema)
    let never = Core(.constant(.bool(false)), .bool, ladder.until.origin)
    if offers(.until, ladder.until.origin, Wording(zh: "删去直至", en: "leave “until” out"), asked) {
      ladder.until = never
    }
    if let pause = ladder.pause {
      change(&ladder.pause, schema)
      if offers(.pause, pause.origin, Wording(zh: "删去暂停", en: "leave “pause” out"), asked) {
        ladder.pause = nil
      }
    }
    for index in ladder.rungs.indices {
      let delay = ladder.rungs[index].delay
      // A rung is due on a later day than the one that is counted from: nothing can tell no day from one.
      let steps = delay.unit.countsDays && delay.count <= 1 ? [1] : [1, -1]
      for step in steps {
        let other = Term(delay.count.addingSaturating(step), delay.unit)
        let change = Wording(
          zh: "逾期\(delay) → 逾期\(other)", en: "\(delay.english) overdue → \(other.english)")
        if offers(.rung, ladder.rungs[index].action.origin, change, asked) {
          ladder.rungs[index].delay = other
        }
      }
    }
  }

  private mutating func change(
    _ target: inout TargetRule, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    switch target.measure {
    case .metrics(var metrics):
      for index in metrics.indices { change(&metrics[index].value, schema) }
      target.measure = .metrics(metrics)
    case .share(var subject, var condition):
      change(&subject.condition, schema)
      change(&condition, schema)
      target.measure = .share(subject, condition)
    }
    for index in target.lines.indices {
      let line = target.lines[index]
      day(&target.lines[index].day, line.origin, asked)
      let step =
        line.value.isInteger && line.value > Rational(1) ? Rational(1) : Rational(1, over: 100)
      for step in [step, step?.negated] {
        guard let step, let other = line.value.adding(step) else { continue }
        if offers(.threshold, line.origin, Wording("\(line.value) → \(other)"), asked) {
          target.lines[index].value = other
        }
      }
      if let turned = line.operation.turned(true),
        offers(
          .comparison, line.origin, Wording("\(line.operation.sign) → \(turned.sign)"), asked)
      {
        target.lines[index].operation = turned
      }
    }
  }
}

extension CalendarUnit {
  /// The next longer period, of the longest the next shorter one.
  fileprivate var neighbour: CalendarUnit? {
    switch self {
    case .workday, .day: .week
    case .week: .month
    case .tenDays: .month
    case .month: .quarter
    case .quarter: .halfYear
    case .halfYear: .year
    case .year: .halfYear
    }
  }
}

extension TermUnit {
  /// Whether it is a day, of whatever kind.
  fileprivate var countsDays: Bool { [.day, .calendarDay, .workday].contains(self) }
}
