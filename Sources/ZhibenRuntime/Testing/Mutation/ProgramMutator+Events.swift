import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics

extension ProgramMutator {
  /// Changes in what an event rule waits for, once for all actions of a declaration, and in the terms of what follows.
  mutating func change(
    _ event: inout EventRule, _ origin: Origin, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    if event.clause == 1 { change(&event.trigger, origin, asked, schema) }
    switch event.consequence {
    case .notice: break
    case .obligation(var task):
      change(&task, asked, schema)
      event.consequence = .obligation(task)
    case .visits(var task, var members):
      change(&task, asked, schema)
      change(&members.condition, schema)
      event.consequence = .visits(task, members: members)
    }
  }

  private mutating func change(
    _ trigger: inout EventRule.Trigger, _ origin: Origin, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    change(&trigger.condition, schema)
    switch trigger.kind {
    case .becomes(var core):
      change(&core, schema)
      trigger.kind = .becomes(core)
    case .tally(var tally):
      let more = tally.count.addingSaturating(1)
      let change = Wording(zh: "\(tally.count)次 → \(more)次", en: "\(tally.count) times → \(more)")
      if offers(.threshold, origin, change, asked) { tally.count = more }
      if var window = tally.window {
        term(&window, .deadline, origin, asked)
        tally.window = window
      }
      trigger.kind = .tally(tally)
    case .added, .changed, .entered, .left, .expired: break
    }
  }

  private mutating func change(
    _ task: inout EventRule.Task, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    term(&task.term, .deadline, task.origin, asked)
    if var evidence = task.evidence {
      change(&evidence.filter, schema)
      task.evidence = evidence
    }
  }
}
