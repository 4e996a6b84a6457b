extension EnterpriseWriter {
  /// 风险, 管控措施, 作业, 岗位, 关联单位, 场所.
  mutating func writeRisks() {
    for position in 1...random.between(1, 3) { writeRisk(position) }
    if profile.has(.confined) || profile.has(.silo) || profile.has(.gas) { writePermits() }
    if profile.has(.dust) || profile.has(.confined) || profile.has(.smelting) {
      let base = random.between(3, 16)
      write(
        .posts,
        [
          .text(profile.id("GW", 1)), .text(profile.code),
          .text(random.pick(["清粉工", "清罐工", "浇铸工"])),
          flag(true), .number(base), .maybe(random.chance(5) ? nil : base - random.below(4)),
        ])
    }
    if random.chance(18) {
      let agreed = random.day(Day(2023, 1, 1), Day(2025, 5, 30))
      write(
        .relatedUnits,
        [
          .text(profile.id("GL", 1)), .text(profile.code),
          .text("\(random.pick(Vocabulary.fortunes))劳务服务部"),
          .text(random.pick(["外包", "外租", "劳务"])),
          .day(agreed),
        ])
    }
    write(
      .places,
      [
        .text(profile.id("CS", 1)), .text(profile.code), .text("\(profile.trade.word)车间"),
        flag(profile.has(.gas) || profile.has(.spraying)),
      ])
  }

  private mutating func writeRisk(_ position: Int) {
    let level = random.weighted([("低", 30), ("一般", 38), ("较大", 20), ("重大", 12)])
    let found = workingDay(Day(2023, 1, 5), Day(2025, 6, 20))
    let isRenewed = random.chance(level == "低" ? 40 : 72)
    let risk = profile.id("FX", position)
    write(
      .risks,
      [
        .text(risk), .text(profile.code), .text(random.pick(Vocabulary.riskNames)),
        random.chance(4) ? .blank : .text(level), .day(found),
        random.chance(4) ? .blank : .text(isRenewed ? "2024版" : "2021版"), flag(profile.diligence),
      ])
    guard level == "重大" || level == "较大" || profile.has(.confined) else { return }
    let technique =
      profile.has(.confined) && random.chance(80)
      ? random.pick(["挂牌上锁", "物理隔离", "改进工艺"]) : ""
    let state = random.weighted([("已落实", 74), ("部分落实", 14), ("未落实", 12)])
    write(
      .measures,
      [
        .text(profile.id("CUO", position)), .text(risk), .text(profile.code),
        .text(random.pick(["人防", "技防", "工程防", "管理防"])), .text(technique), .text(state),
        .day(state == "已落实" ? random.day(Day(2024, 2, 1), Day(2025, 6, 10)) : nil),
      ])
  }

  private mutating func writePermits() {
    let kind =
      profile.has(.silo) ? "筒仓清库" : profile.has(.confined) ? "有限空间作业" : "煤气作业"
    for position in 1...random.between(1, 4) {
      guard let day = workingDay(Day(2024, 1, 10), Moments.end) else { continue }
      write(
        .workPermits,
        [
          .text(profile.id("ZY", position)), .text(profile.code),
          .text(random.chance(20) ? "检维修作业" : kind), .day(day), flag(97), flag(95), flag(94),
          flag(profile.diligence), flag(94),
        ])
    }
  }
}
