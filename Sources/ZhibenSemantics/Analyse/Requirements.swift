import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 必须 that nobody can keep or nobody can break, and 目标 that no figure can reach.

extension Analysis {
  /// A requirement.
  func report(_ requirement: RequirementRule, of rule: Rule) {
    let isSaid = reportConditions(in: requirement.subject.condition)
    reportExceptions(requirement.exceptions, of: requirement.subject)
    let condition = requirement.condition
    let truths = constraints.truths(condition)
    if truths.yes?.isEmpty == true, truths.no?.isEmpty == false {
      let clash = clash(in: condition)
      if clash?.isReported == true, reportConditions(in: condition) { return }
      reporter.report(
        "E0659", at: condition.origin, ["text": text(condition.origin)],
        secondary: clash?.secondary ?? [], notes: clash?.notes ?? [])
      return
    }
    let members = constraints.truths(requirement.subject.condition).yes
    if !isSaid, truths.yes?.isEmpty == false, members?.isEmpty == false,
      constraints.without(members, truths.yes)?.isEmpty == true
    {
      reporter.report(
        "W0660", at: condition.origin, ["text": text(condition.origin)],
        secondary: [
          (
            requirement.subject.condition.origin,
            Wording(zh: "对象都满足它", en: "every subject meets it")
          )
        ])
      return
    }
    reportConditions(in: condition)
    report(requirement.deadline, at: rule.origin, rule)
  }

  /// A target.
  func report(_ target: TargetRule, of rule: Rule) {
    var isShare = false
    switch target.measure {
    case .share(let subject, let condition):
      reportConditions(in: subject.condition)
      reportConditions(in: condition)
      isShare = true
    case .metrics(let metrics):
      for metric in metrics { reportConditions(in: metric.value) }
      isShare = metrics.allSatisfy { metric in
        if case .aggregate(let aggregate) = metric.value.node {
          aggregate.kind == .share
        } else {
          false
        }
      }
    }
    let all =
      isShare
      ? ValueSet.closed(Rational(0), Rational(1), isWhole: false)
      : .closed(nil, nil, isWhole: false)
    report(target.lines, all, isShare, rule)
  }

  private func report(
    _ lines: [TargetRule.Line], _ all: ValueSet, _ isShare: Bool, _ rule: Rule
  ) {
    let sets = lines.map {
      all.intersection(.comparing($0.operation, $0.value, isWhole: false))
    }
    for (index, line) in lines.enumerated() {
      if sets[index].isEmpty {
        reporter.report(
          "E0662", at: line.origin, ["text": Wording(line.text)],
          notes: isShare
            ? [Wording(zh: "比例只在 0 到 100% 之间", en: "a share lies between 0 and 100%")] : [])
      } else if let other = lines.indices.prefix(index).first(where: {
        lines[$0].day == line.day && sets[$0].intersection(sets[index]).isEmpty
      }) {
        reporter.report(
          "E0662", at: line.origin, ["text": Wording(line.text)],
          secondary: [
            (lines[other].origin, Wording(zh: "同一天的另一条", en: "the other line of that day"))
          ])
      }
      report(.day(line.day), at: line.origin, rule)
    }
  }
}
