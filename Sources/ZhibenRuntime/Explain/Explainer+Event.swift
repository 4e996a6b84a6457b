import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Span

extension Explainer {
  /// The record and the day of the event, what it rests on, and what follows from it by when.
  func explain(_ event: EventRule, _ outcome: Outcome, _ rule: Rule) -> [WhyReport.Section] {
    guard let (record, edge) = edge(of: event, outcome, rule) else {
      return [
        WhyReport.Section(
          "事件", "Event",
          [WhyLine("按现有记录，已不是事件", "by the records as they are there is no such event")])
      ]
    }
    var sections = [self.event(event, record, edge)]
    if outcome.key.subject >= 0, case .visits(_, let members) = event.consequence {
      let trace = lines.line(
        reference.explain(
          members.condition, subject: record, row: outcome.key.subject, day: edge.known))
      sections.append(
        WhyReport.Section(
          "对象", "Subject",
          [
            WhyLine(
              Wording(facts.quoted(members.register, outcome.key.subject)), children: [trace])
          ]))
    }
    if case .notice(let action) = event.consequence {
      sections.append(measures([action], record, on: edge.known))
    }
    guard outcome.due != Outcome.noDay else { return sections }
    sections.append(term(event, record, edge, outcome))
    if let task = event.task, let evidence = task.evidence, outcome.key.subject >= 0 {
      sections.append(self.evidence(evidence, outcome, from: edge.day, through: outcome.due))
    }
    return sections
  }

  /// The record whose edge an outcome stands for.
  private func edge(
    of event: EventRule, _ outcome: Outcome, _ rule: Rule
  ) -> (record: Int32, edge: EventEdge)? {
    if case .visits = event.consequence {
      return EventVisits(rule: outcome.key.rule, event: event, context: context)?.numbered()
        .first { $0.edge.day == outcome.key.first && $0.number == outcome.key.nth }
        .map { ($0.record, $0.edge) }
    }
    return EventReader(event.trigger, of: rule, context)?.edges(of: outcome.key.subject)
      .first { $0.day == outcome.key.first }.map { (outcome.key.subject, $0) }
  }

  private func event(
    _ event: EventRule, _ record: Int32, _ edge: EventEdge
  ) -> WhyReport.Section {
    let trigger = event.trigger
    let name = facts.quoted(trigger.register, record)
    let judged = min(max(edge.known, edge.day), context.asOf)
    var children = trigger.kind.cores.map { trace($0, record, on: judged) }
    if let condition = trigger.condition { children.append(trace(condition, record, on: judged)) }
    var found = [
      WhyLine("\(name)：\(trigger.text)", "\(name): \(trigger.text)", children: children),
      WhyLine("事件日 \(day(edge.day).zh)", "Day of the event \(day(edge.day).en)"),
    ]
    if edge.known != edge.day {
      found.append(
        WhyLine(
          "从 \(day(edge.known).zh) 起才清楚", "known only from \(day(edge.known).en)"))
    }
    if edge.standing == .annulled {
      found.append(
        WhyLine("后来的事实表明不是", "later facts show that it was none"))
    }
    return WhyReport.Section("事件", "Event", found)
  }

  private func term(
    _ event: EventRule, _ record: Int32, _ edge: EventEdge, _ outcome: Outcome
  ) -> WhyReport.Section {
    let from = context.clock(of: event, edge, record: record)
    var found = [
      event.runsFromOccurrence
        ? WhyLine("自发生之日 \(day(from).zh) 起算", "counted from the event on \(day(from).en)")
        : WhyLine(
          "自得知之日 \(day(from).zh) 起算（发生和录入以后到的为准）",
          "counted from \(day(from).en), when it was known (the later of happening and entry)")
    ]
    let term =
      switch event.consequence {
      case .notice(let action): action.term
      case .obligation(let task), .visits(let task, _): task.term
      }
    if let term {
      let end = context.calendar.term(
        term, after: CivilDate(days: from), moves: term.unit.movesOffRestDays)
      found += end.steps.map { WhyLine($0.chinese, $0.english) }
    }
    found.append(WhyLine("期限 \(day(outcome.due).zh)", "Due \(day(outcome.due).en)"))
    return WhyReport.Section("期限", "Term", found)
  }
}

extension EventRule {
  /// Whose outcomes it has: those visited, else the records of the register that is watched. That they are concerned is no question of
  /// membership alone, but of the event.
  var subject: Subject {
    let origin = task?.origin ?? trigger.condition?.origin ?? Origin(source: 0, span: Span(0, 0))
    return Subject(
      register: subjectRegister, condition: Core(.constant(.bool(true)), .bool, origin),
      text: trigger.text)
  }
}
