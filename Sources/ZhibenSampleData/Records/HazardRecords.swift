/// One hazard with what became of it.
private struct Hazard {
  var position: Int
  var isMajor: Bool
  var kind: String
  var text: String
  var criterion: String
  var source: String
  var found: Day
  var due: Day
  /// States after 整改中, ascending.
  var steps: [(day: Day, state: String)] = []
  var previous: Int?
  var extended: (asked: Day, due: Day)?
}

extension EnterpriseWriter {
  /// 隐患, 隐患变更, 延期, 复查. Most are put right in time; some enterprises carry the cases that make a ladder climb.
  mutating func writeHazards(crew: Crew) {
    var position = 0
    for (first, last) in Self.periods(months: 6, from: (2023, 1)) {
      for _ in 0..<random.pick([0, 0, 1, 1, 2], or: 1) {
        guard let day = workingDay(first, last) else { continue }
        position += 1
        var hazard = minor(position, day)
        settle(&hazard)
        if position > 1, profile.isLabourIntensive == true, random.chance(15) {
          hazard.previous = position - 1
        }
        write(hazard, crew)
      }
    }
    if profile.isActive(on: Moments.counted) || random.chance(30) {
      for case let hazard? in [
        overdueMajor(&position), pausedMajor(&position), overdueMinor(&position),
      ] {
        write(hazard, crew)
      }
    }
    guard random.chance(10), let day = workingDay(Day(2023, 6, 1), Day(2026, 4, 30)) else { return }
    position += 1
    var hazard = major(position, day, due: day + random.between(15, 60))
    settle(&hazard)
    write(hazard, crew)
  }

  /// Major hazards that stand open on the day of the count, at every rung of the ladder and before the first.
  private mutating func overdueMajor(_ position: inout Int) -> Hazard? {
    guard profile.index % 12 == 2 else { return nil }
    let delays = [2, 11, 24, 48, 70, 95, 140, -12]
    let due = Moments.counted - delays[profile.index / 12 % delays.count]
    guard profile.entered < due - 30 else { return nil }
    position += 1
    var hazard = major(position, due - 30, due: due)
    if random.chance(60) { close(&hazard, Moments.counted + random.between(5, 120)) }
    return hazard
  }

  /// Major hazards whose clock stands still: they wait for a recheck, or for an extension.
  private mutating func pausedMajor(_ position: inout Int) -> Hazard? {
    guard profile.index % 12 == 8, profile.entered < Moments.counted - 90 else { return nil }
    position += 1
    let due = Moments.counted - random.between(15, 45)
    var hazard = major(position, due - 40, due: due)
    if profile.index % 24 == 8 {
      hazard.steps.append((due + random.between(2, 9), "待复查"))
      if random.chance(50) { hazard.steps.append((Moments.counted + 6, "已销号")) }
    } else {
      let asked = due - random.between(2, 8)
      hazard.steps.append((asked, "延期待批"))
      hazard.extended = (asked, due + 60)
      hazard.steps.append((Moments.counted + 4, "整改中"))
      hazard.steps.append((due + 55, "待复查"))
      hazard.steps.append((due + 62, "已销号"))
    }
    return hazard
  }

  private mutating func overdueMinor(_ position: inout Int) -> Hazard? {
    guard profile.index % 6 == 5, profile.entered < Moments.counted - 160 else { return nil }
    position += 1
    let due = Moments.counted - random.pick([4, 12, 35, 60, 110], or: 12)
    var hazard = minor(position, due - 20)
    hazard.due = due
    if profile.index % 18 == 5 { (hazard.kind, hazard.text) = ("违建占用", "搭建彩钢棚占用消防通道") }
    return hazard
  }

  private mutating func minor(_ position: Int, _ day: Day) -> Hazard {
    Hazard(
      position: position, isMajor: false,
      kind: random.pick(["管理", "设备设施", "用电", "消防", "动火", "通道受阻"]),
      text: random.pick(Vocabulary.minorHazards), criterion: "",
      source: random.pick(["自查", "员工报告", "监督检查", "监督检查", "专家"]), found: day,
      due: day + random.between(7, 30))
  }

  private mutating func major(_ position: Int, _ day: Day, due: Day) -> Hazard {
    let fallback = (text: "未对有限空间进行辨识", kind: "有限空间", criterion: "")
    let text = random.pick(Vocabulary.majorHazards, or: fallback)
    return Hazard(
      position: position, isMajor: true, kind: text.kind, text: text.text,
      criterion: text.criterion,
      source: random.pick(["监督检查", "专家", "举报", "自查"]), found: day, due: due)
  }

  /// The usual end: put right in time, late, or still open.
  private mutating func settle(_ hazard: inout Hazard) {
    let fate = random.below(100)
    guard fate < 93 || hazard.found < Day(2024, 9, 1) else { return }
    let span = max(3, hazard.due.serial - hazard.found.serial)
    close(
      &hazard,
      fate < 80 ? hazard.found + random.between(3, span) : hazard.due + random.between(1, 50))
  }

  private mutating func close(_ hazard: inout Hazard, _ day: Day) {
    let waited = max(hazard.found, day - random.between(1, 4))
    if waited <= Moments.end { hazard.steps.append((waited, "待复查")) }
    if random.chance(6), day + 12 <= Moments.end {
      // A recheck that failed.
      hazard.steps.append((day, "整改中"))
      hazard.steps.append((day + 9, "待复查"))
      hazard.steps.append((day + 12, "已销号"))
    } else if day <= Moments.end {
      hazard.steps.append((day, "已销号"))
    }
  }

  private mutating func write(_ hazard: Hazard, _ crew: Crew) {
    let id = profile.id("YH", hazard.position)
    let known = hazard.steps.last { $0.day <= Moments.counted }
    let state = known?.state ?? "整改中"
    let closed = hazard.steps.last { $0.state == "已销号" }?.day
    let isListed = hazard.isMajor && hazard.due < Moments.counted - 60 && closed == nil
    let listed = isListed && random.chance(50) ? hazard.due + 62 : nil
    let severity = hazard.isMajor ? (random.chance(20) ? "重大事故隐患" : "重大") : "一般"
    write(
      .hazards,
      [
        .text(id), .text(profile.code), .text(profile.id("CS", 1)), .text(hazard.text),
        hazard.position % 40 == 7 ? .blank : .text(severity), .text(hazard.kind),
        .text(hazard.criterion), .text(hazard.source), .day(hazard.found),
        !hazard.isMajor && random.chance(2) ? .blank : .day(hazard.due), .text(state),
        .text(crew.others.first ?? profile.person(3)), .text(random.pick(Self.inspectors)),
        .day(closed.flatMap { $0 <= Moments.counted ? $0 : nil }), .day(listed), .day(listed),
        .blank, hazard.previous.map { .text(profile.id("YH", $0)) } ?? .blank,
      ])
    writeHistory(hazard, id)
    if let extended = hazard.extended {
      let isGranted = extended.asked + 20 < Moments.end
      write(
        .extensions,
        [
          .text(profile.id("YQ", hazard.position)), .text(id), .day(extended.asked),
          .day(extended.due), isGranted ? .text("镇安监办") : .blank,
        ])
    }
  }

  /// Every state with its day, from the finding on; rechecks beside them. Of the states of one day the last counts.
  private mutating func writeHistory(_ hazard: Hazard, _ id: String) {
    guard !hazard.steps.isEmpty else { return }
    var due = hazard.due
    var checks = 0
    var (day, state) = (hazard.found, "整改中")
    func row() -> [Cell] {
      [.day(day), .text(id), .text(state), .day(due), .day(state == "已销号" ? day : nil)]
    }
    for step in hazard.steps {
      if step.day != day { write(.hazardChanges, row()) }
      if state == "延期待批", step.state == "整改中", let extended = hazard.extended {
        due = extended.due
      }
      if state == "待复查" {
        checks += 1
        write(
          .rechecks,
          [
            .text(profile.id("FC", hazard.position) + "-\(checks)"), .text(id), .day(step.day),
            .text(step.state == "已销号" ? "合格" : "不合格"), .text("镇安监办"),
          ])
      }
      (day, state) = step
    }
    write(.hazardChanges, row())
  }
}
