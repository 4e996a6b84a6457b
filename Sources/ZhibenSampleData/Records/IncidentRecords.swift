extension EnterpriseWriter {
  /// 事故, 处罚, 举报: few, and fewer after the plan began.
  mutating func writeIncidents(crew: Crew) {
    if profile.index % 29 == 5 {
      accident(1, random.day(Day(2021, 2, 1), Day(2023, 12, 1)), deaths: random.chance(60) ? 1 : 0)
    }
    if profile.index % 97 == 8 { accident(2, Day(2022, 7, 18), deaths: 3) }
    if profile.index % 61 == 12, let day = workingDay(Day(2024, 5, 8), Day(2025, 6, 10)) {
      accident(3, day, deaths: random.chance(50) ? 1 : 0)
    }
    if profile.index % 15 == 1, let day = workingDay(Day(2023, 3, 1), Day(2025, 6, 20)) {
      penalty(1, day)
    }
    if profile.index % 11 == 7, let day = workingDay(Day(2024, 3, 1), Day(2025, 6, 24)) {
      tip(1, day)
    }
  }

  private mutating func accident(_ position: Int, _ day: Day, deaths: Int) {
    guard day >= profile.entered else { return }
    write(
      .accidents,
      [
        .text(profile.id("SG", position)), .text(profile.code), .day(day),
        .text(deaths >= 3 ? "较大" : "一般"), .number(deaths),
        .maybe(random.chance(6) ? nil : random.below(2)),
        .text(random.pick(Vocabulary.accidentKinds)),
        .flag(deaths > 0),
      ])
    guard day >= Moments.planStart, random.chance(70) else { return }
    write(
      .warnings,
      [
        .text(profile.id("JSX", position)), .text(profile.id("SG", position)), .text("警示信息"),
        .day(day + random.between(3, 20)), .text("镇安监办"), .text("一起\(profile.trade.word)企业事故的警示"),
      ])
  }

  private mutating func penalty(_ position: Int, _ day: Day) {
    let failed = random.chance(40)
    let isTypical = random.chance(35)
    write(
      .penalties,
      [
        .text(profile.id("CFJ", position)), .text(profile.code),
        failed && random.chance(65)
          ? .text(profile.person(profile.standing(on: day).principal)) : .blank,
        .text(random.pick(["未如实记录隐患排查", "特种作业人员无证上岗", "重大隐患未整改"])), .flag(failed),
        .text(random.pick(["罚款", "警告", "停产整顿"])), .number(random.between(1, 20) * 5000), .day(day),
        .flag(isTypical),
        .day(isTypical && random.chance(60) ? day + random.between(5, 60) : nil),
      ])
  }

  private mutating func tip(_ position: Int, _ day: Day) {
    let isInner = random.chance(50)
    let verdict = random.weighted([("属实", 55), ("不实", 25), ("核查中", 20)])
    let checked = verdict == "核查中" ? nil : day + random.between(2, 24)
    let isPaid = verdict == "属实" && random.chance(70)
    write(
      .tips,
      [
        .text(profile.id("JB", position)), .text(profile.code),
        .text(random.pick(Vocabulary.anonymous)),
        .text(isInner ? "内部" : random.pick(["小程序", "举报系统", "二维码", "电话"])), .day(day),
        .text(verdict), .day(checked), isPaid ? .number(random.between(1, 10) * 200) : .blank,
        .day(isPaid ? checked.map { $0 + random.between(5, 45) } : nil),
      ])
  }
}
