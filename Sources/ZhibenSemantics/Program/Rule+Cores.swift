// All expressions of rules and statements, for whoever asks what a program does.

extension Rule {
  /// Every expression that the rule judges or reads, each once where it stands; those of the evidence, which are judged for each record, apart.
  public var cores: [Core] {
    switch body {
    case .duty(let duty): return duty.cores
    case .inspection(let inspection):
      return inspection.duty.cores + (inspection.cap?.cadenceCores ?? [])
        + (inspection.mode?.keys ?? [])
    case .requirement(let requirement):
      return [requirement.subject.condition, requirement.condition]
        + requirement.deadline.cores + requirement.bearers.compactMap(\.path)
        + requirement.exceptions.flatMap(\.cores) + requirement.violated.flatMap(\.cores)
    case .escalation(let ladder):
      return [ladder.subject.condition, ladder.clock, ladder.until]
        + [ladder.pause].compactMap { $0 } + ladder.rungs.flatMap(\.action.cores)
    case .target(let target):
      let measured: [Core] =
        switch target.measure {
        case .metrics(let metrics): metrics.map(\.value)
        case .share(let subject, let condition): [subject.condition, condition]
        }
      return measured + target.missed.flatMap(\.cores)
    case .draw(let draw): return draw.cores + draw.overdue.flatMap(\.cores)
    case .report(let report):
      return report.duty.cores + (report.to + report.copies).compactMap(\.path)
        + report.spans.flatMap { [$0.first, $0.last] } + report.columns.compactMap(\.value)
    case .relief(let relief):
      return [relief.subject.condition] + [relief.veto].compactMap { $0 }
    case .event(let event): return event.cores
    }
  }

  /// Those of `cores` that its outcomes rest on: not the columns of a report.
  public var outcomeCores: [Core] {
    if case .report(let report) = body { report.duty.cores } else { cores }
  }

  /// The records that prove a completion.
  public var evidence: Evidence? {
    switch body {
    case .duty(let duty): duty.evidence
    case .inspection(let inspection): inspection.duty.evidence
    case .draw(let draw): draw.evidence
    case .report(let report): report.duty.evidence
    case .event(let event): event.task?.evidence
    default: nil
    }
  }

  /// Whom it speaks of; nil for a target that only reads figures.
  public var subjectRegister: RegisterID? {
    switch body {
    case .duty(let duty): duty.subject.register
    case .inspection(let inspection): inspection.duty.subject.register
    case .requirement(let requirement): requirement.subject.register
    case .escalation(let ladder): ladder.subject.register
    case .target(let target):
      if case .share(let subject, _) = target.measure { subject.register } else { nil }
    case .draw(let draw): draw.population.register
    case .relief(let relief): relief.subject.register
    case .report(let report): report.duty.subject.register
    case .event(let event): event.subjectRegister
    }
  }

  /// The duty that it is, or that an inspection is made of; nil for the other kinds.
  public var duty: DutyRule? {
    switch body {
    case .duty(let duty): duty
    case .inspection(let inspection): inspection.duty
    case .report(let report): report.duty
    default: nil
    }
  }
}

extension Rule {
  /// What its outcomes are told apart by besides their subject: of a ladder the measures by rung, of a target its metrics.
  public var measures: [String] {
    switch body {
    case .escalation(let ladder): return ladder.rungs.map(\.action.measure)
    case .target(let target):
      guard case .metrics(let metrics) = target.measure else { return [] }
      return metrics.map(\.text)
    case .event(let event): return [event.measure]
    case .duty, .inspection, .requirement, .draw, .relief, .report: return []
    }
  }

  /// The lines of a target as written; its comparison comes behind them.
  public var lines: [String] {
    guard case .target(let target) = body else { return [] }
    return target.lines.map(\.text) + [target.comparison?.text].compactMap { $0 }
  }
}

extension EventRule {
  fileprivate var cores: [Core] {
    let followed = trigger.kind.cores + [trigger.condition].compactMap { $0 }
    switch consequence {
    case .notice(let action): return followed + action.cores
    case .obligation(let task): return followed + task.bearers.compactMap(\.path)
    case .visits(let task, let members):
      return followed + [members.condition] + task.bearers.compactMap(\.path)
    }
  }
}

extension DutyRule {
  var cores: [Core] {
    [subject.condition] + cadence.cadenceCores + bearers.compactMap(\.path)
      + exceptions.flatMap(\.cores) + overdue.flatMap(\.cores)
  }
}

extension DutyException {
  fileprivate var cores: [Core] {
    [condition] + (cadence?.cadenceCores ?? []) + bearers.compactMap(\.path)
  }
}

extension Choice<Cadence> {
  fileprivate var cadenceCores: [Core] {
    keys
      + arms.flatMap { arm -> [Core] in
        switch arm.value {
        case .periodic?, nil: []
        case .rolling(_, let first)?: [first?.anchor].compactMap { $0 }
        case .anchored(let anchor, _)?: [anchor]
        case .once(let deadline)?: deadline.cores
        }
      }
  }
}

extension DeadlineSpec {
  fileprivate var cores: [Core] {
    switch self {
    case .day, .always: []
    case .after(let anchor, _), .before(let anchor, _): [anchor]
    }
  }
}

extension ActionSpec {
  fileprivate var cores: [Core] {
    (by + approvers + to + copies).compactMap(\.path) + needs.compactMap(\.condition)
      + choices.flatMap(\.cores)
  }
}

extension Step {
  /// The expressions of the statement itself.
  public var cores: [Core] {
    switch node {
    case .set(_, let core), .delete(let core), .asOf(let core), .perform(let core),
      .forEach(_, let core, _), .loop(let core, _), .project(let core, _):
      return [core]
    case .setPart(_, let path, let core):
      return path.compactMap { if case .element(let key) = $0 { key } else { nil } } + [core]
    case .branch(let branches, _): return branches.map(\.condition)
    case .breakLoop, .continueLoop: return []
    case .giveBack(let core): return [core].compactMap { $0 }
    case .show(let shown): return shown.map(\.value)
    case .insert(_, let values): return values.map(\.value)
    case .update(let core, let values): return [core] + values.map(\.value)
    case .assert(let core, let message): return [core] + [message].compactMap { $0 }
    case .expect(.holds(let core)), .expect(.isEmpty(let core)): return [core]
    case .expect(.yields(let core, let elements)): return [core] + elements
    case .suppose(let changes, _):
      return changes.flatMap { change -> [Core] in
        switch change {
        case .parameter(_, let core): [core]
        case .cadence: []
        case .change(let step): step.cores
        }
      }
    }
  }

  /// The statements inside of it.
  public var inner: [Step] {
    switch node {
    case .branch(let branches, let otherwise): branches.flatMap(\.body) + otherwise
    case .forEach(_, _, let body), .loop(_, let body), .project(_, let body): body
    case .suppose(_, let body): body
    default: []
    }
  }
}

extension Procedure {
  /// Every statement, those inside of others included.
  var steps: [Step] {
    func all(_ steps: [Step]) -> [Step] { steps.flatMap { [$0] + all($0.inner) } }
    return all(body)
  }
}
