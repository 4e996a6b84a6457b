extension EnterpriseWriter {
  private static let fullTopics = ["重大风险辨识管控", "重大事故隐患排查", "事故警示案例"]

  /// 培训, 述职, 警示推送, year by year.
  mutating func writeTrainings(crew: Crew) {
    var position = 0
    for year in 2024...2026 {
      let last = min(Day(year, 12, 20), Moments.end)
      let firm = Day(year, 3, 1)
      if random.chance(profile.diligence) {
        training(&position, "开工第一课", Day(year, 2, 18), Day(year, 3, 10), by: "镇安监办")
      }
      let theme = profile.has(.ammonia) || profile.has(.confined) ? "集中培训" : "其他企业培训"
      if random.chance(80) {
        training(&position, theme, Day(year, 4, 10), min(Day(year, 10, 30), last), by: "镇安监办")
      }
      for theme in ["全员安全教育", "事故警示教育", "工伤预防", "高危能力提升"] where isOwed(theme) && does() {
        training(&position, theme, firm, last, by: nil, crew: crew)
      }
      guard does(), let day = workingDay(Day(year, 1, 5), last) else { continue }
      write(
        .principalReports,
        [
          .text(profile.id("SZ", year)), .text(profile.code),
          .text(profile.person(profile.standing(on: day).principal)), .day(day),
          random.chance(4) ? .blank : .list(random.chance(90) ? Self.fullTopics : ["法律法规"]),
          .maybe(profile.staff.map { max(3, $0 * 3 / 5) }),
        ])
    }
    for (quarter, (first, last)) in Self.periods(months: 3).enumerated() where random.chance(86) {
      let day = random.day(first + 15, last)
      guard day >= profile.entered, profile.standing(on: day).status != "已销号" else { continue }
      write(
        .pushes,
        [
          .text(profile.id("TS", quarter + 1)), .text("JS-\(min(quarter + 1, 6))"),
          .text(profile.code), .day(day), flag(80),
        ])
    }
  }

  private func isOwed(_ theme: String) -> Bool {
    switch theme {
    case "工伤预防": profile.isKey == true
    case "高危能力提升": profile.has(.ammonia) || profile.has(.smelting) || profile.has(.gas)
    default: true
    }
  }

  private mutating func training(
    _ position: inout Int, _ theme: String, _ first: Day, _ last: Day, by office: String?,
    crew: Crew? = nil
  ) {
    guard let day = workingDay(first, last) else { return }
    position += 1
    // Sometimes a deputy sits in for the principal.
    let principal = profile.person(profile.standing(on: day).principal)
    let people =
      crew.map { $0.others + $0.welders } ?? [random.chance(9) ? profile.person(3) : principal]
    write(
      .trainings,
      [
        .text(profile.id("PX", position)), .text(profile.code), office.map(Cell.text) ?? .blank,
        .text(theme), .day(day), .text(random.pick(["集中", "集中", "线上", "脱产"])), .list(people),
        .number(office == nil ? profile.staff ?? 20 : 1),
        random.chance(3) ? .blank : .list(random.chance(88) ? Self.fullTopics : ["操作规程"]),
      ])
  }

  /// 演练: yearly, for some kinds of firm each half-year, and for confined spaces besides.
  mutating func writeDrills() {
    var position = 0
    let isDense = profile.isLabourIntensive == true || profile.isTenant
    for (first, last) in Self.periods(months: isDense ? 6 : 12, from: (2023, 1)) where does() {
      drill(&position, "疏散逃生", first, last)
    }
    guard profile.has(.confined) else { return }
    for (first, last) in Self.periods(months: 12, from: (2023, 1)) where does() {
      drill(&position, "有限空间专项", first, last)
    }
  }

  mutating func drill(_ position: inout Int, _ kind: String, _ first: Day, _ last: Day) {
    guard let day = workingDay(first, last) else { return }
    position += 1
    write(
      .drills,
      [
        .text(profile.id("YL", position)), .text(profile.code), .blank,
        random.chance(2) ? .blank : .text(kind), .day(day),
        .maybe(profile.staff.map { max(2, $0 * random.between(50, 95) / 100) }),
      ])
  }
}
