import ZhibenDiagnostics
import ZhibenSyntax

// 督办 that never stop, never move, lead back to themselves, or whose rungs are nobody's.

extension Analysis {
  /// A ladder.
  func report(_ ladder: EscalationRule, of rule: Rule) {
    reportConditions(in: ladder.subject.condition)
    reportUntil(ladder, rule)
    reportPause(ladder)
    for rung in ladder.rungs where isNobodys(rung.action) {
      reporter.report(
        "W0649", at: rung.action.origin, ["measure": Wording(rung.action.measure)])
    }
  }

  private func reportUntil(_ ladder: EscalationRule, _ rule: Rule) {
    let truths = constraints.truths(ladder.until)
    let until = text(ladder.until.origin)
    if truths.yes?.isEmpty == true {
      let clash = clash(in: ladder.until)
      reporter.report(
        "E0644", at: ladder.until.origin, ["text": until], secondary: clash?.secondary ?? [],
        notes: clash?.notes ?? [])
      return
    }
    let members = constraints.truths(ladder.subject.condition).yes
    if members?.isEmpty == false, constraints.without(members, truths.yes)?.isEmpty == true {
      reporter.report(
        "W0645", at: ladder.until.origin, ["rule": Wording(rule.name), "text": until],
        secondary: [
          (
            ladder.subject.condition.origin, Wording(zh: "对象在这里", en: "the subject is here")
          )
        ])
    } else {
      reportConditions(in: ladder.until)
    }
  }

  private func reportPause(_ ladder: EscalationRule) {
    guard let pause = ladder.pause else { return }
    let (held, stopped) = (constraints.truths(pause), constraints.truths(ladder.until))
    let members = constraints.truths(ladder.subject.condition).yes
    let climbing = constraints.without(members, stopped.yes)
    if climbing?.isEmpty == true { return }
    if constraints.both(held.yes, climbing)?.isEmpty == true {
      if constraints.truths(pause).yes?.isEmpty == true, reportConditions(in: pause) { return }
      reporter.report(
        "W0646", at: pause.origin, ["text": text(pause.origin)],
        secondary: [
          (
            ladder.until.origin, Wording(zh: "那时督办已经停了", en: "the ladder has stopped by then")
          )
        ])
    } else if constraints.without(climbing, held.yes)?.isEmpty == true {
      reporter.report("E0647", at: pause.origin, ["text": text(pause.origin)])
    } else {
      reportConditions(in: pause)
    }
  }

  /// Whether nobody does, approves or receives the measure.
  private func isNobodys(_ action: ActionSpec) -> Bool {
    if !action.choices.isEmpty, (action.by + action.approvers + action.to).isEmpty {
      return action.choices.contains(where: isNobodys)
    }
    return (action.by + action.approvers + action.to).isEmpty && action.ladder == nil
  }

  // MARK: - Rings

  /// Ladders that start each other in a ring.
  func reportRings() {
    var steps: [String: [(to: String, origin: Origin)]] = [:]
    var order: [String] = []
    for rule in program.rules {
      guard case .escalation(let ladder) = rule.body else { continue }
      order.append(rule.name)
      steps[rule.name] = ladder.rungs.flatMap { starts($0.action) }
    }
    var finished: Set<String> = []
    for name in order where !finished.contains(name) {
      follow(name, steps, &finished)
    }
  }

  private func starts(_ action: ActionSpec) -> [(to: String, origin: Origin)] {
    (action.ladder.map { [(to: $0, origin: action.origin)] } ?? [])
      + action.choices.flatMap(starts)
  }

  /// Walks along the ladders; one that is met again on the way closes a ring.
  private func follow(
    _ first: String, _ steps: [String: [(to: String, origin: Origin)]],
    _ finished: inout Set<String>
  ) {
    var path = [(name: first, next: 0)]
    while let last = path.last {
      guard let step = steps[last.name]?.dropFirst(last.next).first else {
        finished.insert(last.name)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      if let start = path.firstIndex(where: { $0.name == step.to }) {
        report(ring: path[start...].map { ($0.name, $0.next - 1) }, steps)
      } else if !finished.contains(step.to), steps[step.to] != nil {
        path.append((step.to, 0))
      }
    }
  }

  private func report(
    ring: [(name: String, step: Int)], _ steps: [String: [(to: String, origin: Origin)]]
  ) {
    let origins = ring.compactMap { steps[$0.name]?.dropFirst($0.step).first?.origin }
    guard let last = origins.last else { return }
    let names = ring.map(\.name) + [ring[0].name]
    reporter.report(
      "E0648", at: last, ["path": Wording(names.joined(separator: " → "))],
      secondary: zip(ring, origins).dropLast().map { step, origin in
        (origin, Wording(zh: "「\(step.name)」的台阶", en: "a rung of “\(step.name)”"))
      })
  }
}
