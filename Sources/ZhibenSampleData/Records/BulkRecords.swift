extension EnterpriseWriter {
  /// A thin record for large registers: the enterprise, its principal and so many records of the busiest registers in turn.
  mutating func writeThin(records: Int) {
    writeEnterprise(hasSafetyManager: false)
    // In a large register few have changed lately.
    writeChanges(since: Day(2025, 1, 1))
    writePrincipals()
    let first = max(profile.entered, Day(2023, 1, 1))
    for position in 0..<max(0, records) {
      let day = random.day(first, Moments.end)
      switch position % 5 {
      case 0: visitRow(position + 1, day, "执法", "四不两直", "", expert: 10)
      case 1: thinHazard(position + 1, day)
      case 2:
        write(
          .drills,
          [
            .text(profile.id("YL", position + 1)), .text(profile.code), .blank, .text("疏散逃生"),
            .day(day), .maybe(profile.staff),
          ])
      case 3:
        write(
          .selfChecks,
          [
            .text(profile.id("ZC", position + 1)), .text(profile.code), .day(day), .text("带队"),
            .text(profile.person(1)), .list(["重大事故隐患"]), .number(1),
          ])
      default:
        write(
          .trainings,
          [
            .text(profile.id("PX", position + 1)), .text(profile.code), .blank, .text("全员安全教育"),
            .day(day), .text("集中"), .list([profile.person(1)]), .maybe(profile.staff),
            .list(["重大风险辨识管控", "重大事故隐患排查"]),
          ])
      }
    }
  }

  private mutating func thinHazard(_ position: Int, _ day: Day) {
    let isClosed = random.chance(85)
    write(
      .hazards,
      [
        .text(profile.id("YH", position)), .text(profile.code), .blank,
        .text(random.pick(Vocabulary.minorHazards)), .text(random.chance(6) ? "重大" : "一般"),
        .text("设备设施"), .blank, .text("监督检查"), .day(day), .day(day + 15),
        .text(isClosed ? "已销号" : "整改中"), .blank, .blank, .day(isClosed ? day + 10 : nil), .blank,
        .blank, .blank, .blank,
      ])
  }
}
