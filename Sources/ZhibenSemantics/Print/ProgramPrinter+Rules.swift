import ZhibenCalendar
import ZhibenSyntax

// Rules as text: one line for each thing that was settled.

extension ProgramPrinter {
  func rule(_ rule: Rule) -> [String] {
    let kind =
      switch rule.body {
      case .duty: "职责"
      case .inspection: "检查"
      case .requirement: "必须"
      case .escalation: "督办"
      case .target: "目标"
      case .draw: "抽取"
      case .relief: "激励"
      case .report: "报送"
      case .event: "当"
      }
    var lines = ["\(kind) \(rule.name)\(citations(rule.citations))"]
    lines.append("  施行 \(rule.inForce)")
    if rule.strength != .must { lines.append("  力度 \(rule.strength.rawValue)") }
    switch rule.body {
    case .duty(let duty): lines += self.duty(duty)
    case .inspection(let inspection): lines += self.inspection(inspection)
    case .requirement(let requirement):
      lines += subject(requirement.subject) + parties("由", requirement.bearers)
      lines.append("  条件 \(text(requirement.condition))")
      lines.append("  期限 \(text(requirement.deadline))")
      lines += exceptions(requirement.exceptions) + actions("违反", requirement.violated)
    case .escalation(let escalation): lines += self.escalation(escalation)
    case .target(let target): lines += self.target(target)
    case .draw(let draw): lines += self.draw(draw)
    case .relief(let relief): lines += self.relief(relief)
    case .report(let report): lines += self.report(report)
    case .event(let event): lines += self.event(event)
    }
    return lines
  }

  func subject(_ subject: Subject) -> [String] {
    ["  对象 \(schema[subject.register].name) 其中 \(text(subject.condition))"]
  }

  func duty(_ duty: DutyRule) -> [String] {
    var lines = subject(duty.subject) + parties("由", duty.bearers)
    lines += choice("频次", duty.cadence, text)
    lines += exceptions(duty.exceptions)
    if let evidence = duty.evidence {
      let filter = evidence.filter.map { " 其中 \(text($0))" } ?? ""
      lines.append("  凭证 \(text(evidence.rows))#1\(filter)")
    }
    if let grace = duty.grace { lines.append("  宽限 \(grace)") }
    if duty.firstPeriod != .proportional { lines.append("  首期 \(duty.firstPeriod.rawValue)") }
    return lines + actions("逾期", duty.overdue)
  }

  private func inspection(_ inspection: InspectionRule) -> [String] {
    var lines = duty(inspection.duty)
    if let cap = inspection.cap { lines += choice("上限", cap, text) }
    if let field = inspection.uncountedField {
      let values = inspection.uncounted.map { Self.text($0, schema) }
      lines.append("  不计 \(schema[field].name) \(values.joined(separator: "、"))")
    }
    if let mode = inspection.mode { lines += choice("方式", mode) { $0 } }
    if !inspection.checklist.isEmpty {
      lines.append("  清单 \(inspection.checklist.joined(separator: "、"))")
    }
    if let effort = inspection.effort { lines.append("  工作量 \(effort)人日") }
    return lines
  }

  private func escalation(_ escalation: EscalationRule) -> [String] {
    var lines = subject(escalation.subject)
    lines.append("  起算 \(text(escalation.clock))")
    lines.append("  直至 \(text(escalation.until))")
    if let pause = escalation.pause { lines.append("  暂停 \(text(pause))") }
    return lines + escalation.rungs.map { "  逾期 \($0.delay) \(text($0.action))" }
  }

  private func target(_ target: TargetRule) -> [String] {
    var lines: [String] = []
    switch target.measure {
    case .metrics(let metrics): lines += metrics.map { "  指标 \(text($0.value))" }
    case .share(let subject, let condition):
      lines += self.subject(subject)
      lines.append("  达标 \(text(condition))")
    }
    if let period = target.period { lines.append("  期间 \(period)") }
    lines += target.lines.map { "  至 \($0.day) \($0.operation.sign) \($0.value)" }
    if let comparison = target.comparison {
      lines.append(
        "  \(comparison.period) 比 \(comparison.base) \(comparison.isFall ? "下降" : "上升") "
          + "\(comparison.operation.sign) \(comparison.value)")
      if let zero = comparison.zeroBase { lines.append("  基数为零 \(zero.rawValue)") }
    }
    return lines + actions("未达", target.missed)
  }

  private func draw(_ draw: DrawRule) -> [String] {
    var lines = [
      "  总体 \(schema[draw.population.register].name) 其中 \(text(draw.population.condition))"
    ]
    if let excluded = draw.excluded { lines.append("  排除 \(text(excluded))") }
    switch draw.size {
    case .share(let share): lines.append("  比例 \(share)")
    case .count(let count): lines.append("  名额 \(count)")
    }
    if let stratum = draw.stratum {
      lines.append("  分层 \(text(stratum)) 每层 \(draw.leastPerStratum)")
    }
    if let window = draw.noRepeat { lines.append("  不重复 于 \(text(window))") }
    lines.append("  每 \(draw.unit.rawValue)")
    for (head, days) in [("冻结", draw.freezeDays), ("补抽", draw.supplements)] where !days.isEmpty {
      let days = days.map { "\($0.month)-\($0.day)" }.joined(separator: "、")
      lines.append("  \(head) \(days)")
    }
    if draw.reserves > 0 { lines.append("  备选 \(draw.reserves)") }
    if let weight = draw.weight { lines.append("  权重 \(text(weight))") }
    if let staff = draw.staff {
      let pool = "\(schema[staff.pool.register].name) 其中 \(text(staff.pool.condition))"
      let avoid = staff.avoid.map { " 回避 \(text($0))" }.joined()
      lines.append("  人员 \(staff.count) 自 \(pool)\(avoid)\(staff.isBalanced ? " 均衡" : "")")
    }
    lines += parties("由", draw.bearers)
    if let evidence = draw.evidence {
      let filter = evidence.filter.map { " 其中 \(text($0))" } ?? ""
      lines.append("  凭证 \(text(evidence.rows))#1\(filter)")
    }
    if let term = draw.term { lines.append("  期限 \(term)") }
    return lines + actions("逾期", draw.overdue)
  }

  // MARK: - Parts

  func parties(_ role: String, _ parties: [Party]) -> [String] {
    parties.isEmpty ? [] : ["  \(role) \(text(parties))"]
  }

  private func text(_ parties: [Party]) -> String {
    parties.map { party in party.path.map { text($0) } ?? "「\(party.text)」" }
      .joined(separator: "、")
  }

  private func choice<Item>(
    _ head: String, _ choice: Choice<Item>, _ value: (Item) -> String
  ) -> [String] {
    func text(_ item: Item?) -> String { item.map(value) ?? "免除" }
    guard !choice.keys.isEmpty else { return choice.arms.map { "  \(head) \(text($0.value))" } }
    let keys = choice.keys.map { self.text($0) }.joined(separator: "、")
    return ["  \(head) 按 \(keys)"]
      + choice.arms.map { arm in
        let tests = arm.tests.map { self.text($0) }.joined(separator: "、")
        return "    \(tests)：\(text(arm.value))"
      }
  }

  private func text(_ test: KeyTest) -> String {
    guard case .alternatives(let atoms) = test else { return "任意" }
    return atoms.map { atom in
      switch atom {
      case .equal(let value): Self.text(value, schema)
      case .range(let a, let b): "\(Self.text(a, schema)) 至 \(Self.text(b, schema))"
      case .compare(let operation, let value):
        "\(operation.sign) \(Self.text(value, schema))"
      }
    }.joined(separator: " 或 ")
  }

  private func exceptions(_ exceptions: [DutyException]) -> [String] {
    exceptions.flatMap { exception in
      var lines = ["  例外 \(text(exception.condition))"]
      if exception.policy != .none { lines[0] += " \(exception.policy.rawValue)" }
      if let cadence = exception.cadence {
        lines += choice("频次", cadence, text).map { "  " + $0 }
      }
      return lines + parties("由", exception.bearers).map { "  " + $0 }
    }
  }

  func actions(_ head: String, _ actions: [ActionSpec]) -> [String] {
    actions.map { "  \(head) \(text($0))" }
  }

  func text(_ action: ActionSpec) -> String {
    var words = [action.isProposal ? "提请 \(action.measure)" : action.measure]
    for (role, parties) in [
      ("由", action.by), ("批准", action.approvers), ("致", action.to), ("抄送", action.copies),
    ] where !parties.isEmpty {
      words.append("\(role) \(text(parties))")
    }
    if !action.needs.isEmpty {
      words.append(
        "须 "
          + action.needs.map { need in
            need.condition.map { text($0) } ?? "「\(need.text)」"
          }.joined(separator: "、"))
    }
    if let term = action.term { words.append("\(term)内") }
    if let ladder = action.ladder { words.append("督办 \(ladder)") }
    if !action.choices.isEmpty {
      words.append("择一 { " + action.choices.map { text($0) }.joined(separator: "；") + " }")
    }
    return words.joined(separator: " ")
  }

  // MARK: - When

  /// A cadence.
  public func text(_ cadence: Cadence) -> String {
    switch cadence {
    case .periodic(let unit, let least, let most, let due):
      var words = "每\(unit.chinese)"
      if least > 0 { words += "至少\(least)次" }
      if let most { words += "至多\(most)次" }
      return words + text(due)
    case .rolling(let term, let first):
      return "距上次不超过\(term)"
        + (first.map { "，首次 \(text($0.anchor)) 后\($0.term)内" } ?? "")
    case .anchored(let anchor, let step): return "自 \(text(anchor)) 起每\(step)"
    case .once(let deadline): return "一次，\(text(deadline))"
    }
  }

  private func text(_ due: Cadence.Due) -> String {
    switch due {
    case .periodEnd: return ""
    case .monthDay(let day): return "，\(day)日前"
    case .onMonthDay(let day): return "，\(day)日"
    case .weekday(let day): return "，周\(day)"
    case .yearDays(let days, let before):
      return "，" + days.map { "\($0.month)月\($0.day)日" }.joined(separator: "、")
        + (before ? "前" : "")
    case .quarterMonthDay(let month, let day): return "，第\(month)个月\(day)日前"
    case .followingDay(let month, let day): return "，次期\(month.map { "\($0)月" } ?? "")\(day)日前"
    }
  }

  /// A last day.
  public func text(_ deadline: DeadlineSpec) -> String {
    switch deadline {
    case .day(let day): "至 \(day)"
    case .after(let day, let term): term.count == 0 ? "至 \(text(day))" : "\(text(day)) 后\(term)内"
    case .before(let day, let term): "\(text(day)) 前\(term)"
    case .always: "始终"
    }
  }
}
