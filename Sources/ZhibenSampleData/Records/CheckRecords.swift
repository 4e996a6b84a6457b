extension EnterpriseWriter {
  /// 自查: monthly, led each quarter by the principal, by everybody, and what tenants, landlords and small firms owe besides.
  mutating func writeSelfChecks(crew: Crew) {
    var position = 0
    func next() -> String {
      position += 1
      return profile.id("ZC", position)
    }
    for (first, last) in Self.periods(months: 1) {
      selfCheck(next(), "定期", ["重大事故隐患", "用电"], first, last)
      selfCheck(next(), "全员", ["一般隐患"], first, last)
    }
    for (first, last) in Self.periods(months: 3) {
      selfCheck(next(), "带队", ["重大事故隐患", "消防"], first, last)
      if profile.isLandlord { selfCheck(next(), "双12条", ["出租方十二条"], first, last) }
      if profile.isTenant { selfCheck(next(), "双12条", ["承租方十二条"], first, last) }
      if random.chance(12) { selfCheck(next(), "定期", ["外包管理"], first, last) }
    }
    guard profile.isLarge != true else { return }
    for (first, last) in Self.periods(months: 6, from: (2024, 1)) where last > Moments.planStart {
      selfCheck(next(), "对标", ["规范化要求"], max(first, Moments.planStart), last)
    }
  }

  mutating func selfCheck(
    _ id: String, _ kind: String, _ topics: [String], _ first: Day, _ last: Day
  ) {
    guard does(), let day = workingDay(first, last) else { return }
    let principal = profile.person(profile.standing(on: day).principal)
    let leader: Cell =
      kind != "带队"
      ? .text(profile.person(3))
      : random.chance(3)
        ? .blank : .text(random.chance(7) ? profile.person(3) : principal)
    write(
      .selfChecks,
      [
        .text(id), .text(profile.code), .day(day), .text(kind), leader,
        random.chance(2) ? .blank : .list(topics), .maybe(random.chance(5) ? nil : random.below(4)),
      ])
  }

  /// 检查: visits by class and grade, special ones, and the quiz that belongs to each.
  mutating func writeVisits() {
    var position = 0
    let months = profile.isKey == true ? 3 : profile.isLabourIntensive == true ? 6 : 12
    for (first, last) in Self.periods(months: months, from: (2023, 1)) where random.chance(84) {
      let mode = random.weighted([("四不两直", 50), ("事先公告", 35), ("明查", 15)])
      visit(&position, "执法", mode, "", first, last, expert: profile.isKey == true ? 40 : 4)
    }
    for (first, last) in Self.periods(months: 12, from: (2024, 1)) {
      if profile.has(.chemicals), random.chance(78) {
        visit(&position, "专项", "明查", "危险化学品储存使用", first, last, expert: 30)
      }
      if profile.has(.welding), random.chance(74) {
        visit(&position, "专项", "明查", "电气焊作业管理", first, last, expert: 5)
      }
      if profile.isLabourIntensive == true || profile.has(.confined), random.chance(66) {
        visit(&position, "帮扶", "事先公告", "", first, last, expert: 90)
      }
    }
    for (first, last) in Self.periods(months: 3) {
      if random.chance(9) { visit(&position, "执法", "夜间", "三违行为", first, last, expert: 0) }
      if random.chance(14) { visit(&position, "巡查", "线上", "三违行为", first, last, expert: 0) }
      if random.chance(10) { visit(&position, "提醒", "事先公告", "", first, last, expert: 0) }
    }
    guard let closed = profile.day(of: "已销号"), closed < Moments.end else { return }
    patrol(&position, closed + random.between(20, 150))
  }

  /// A look at a firm that was written off.
  private mutating func patrol(_ position: inout Int, _ day: Day) {
    guard day <= Moments.end else { return }
    position += 1
    visitRow(position, day, "巡查", "暗访", "", expert: 0)
  }

  private mutating func visit(
    _ position: inout Int, _ kind: String, _ mode: String, _ list: String, _ first: Day,
    _ last: Day, expert: Int
  ) {
    guard let day = workingDay(first, last) else { return }
    position += 1
    visitRow(position, day, kind, mode, list, expert: expert)
    guard kind == "执法", mode != "夜间", day >= Day(2024, 5, 6), random.chance(80) else { return }
    let score = random.between(55, 100)
    write(
      .examinations,
      [
        .text(profile.id("BK", position)),
        random.chance(3)
          ? .blank : .text(profile.person(profile.standing(on: day).principal)),
        .text(profile.id("JC", position)), .text("逢查必考"), .day(day), .list(["重大事故隐患排查"]),
        .number(score), .text(score >= 80 ? "合格" : "不合格"),
      ])
  }

  mutating func visitRow(
    _ position: Int, _ day: Day, _ kind: String, _ mode: String, _ list: String, expert: Int
  ) {
    let isOnline = mode == "线上"
    let isOdd = isOnline && random.chance(25)
    let office = kind == "执法" ? "安监局执法中队" : "镇安监办"
    let pair = random.below(Self.inspectors.count)
    let team = [pair, (pair + 1) % Self.inspectors.count].map { Self.inspectors[$0] }
    write(
      .visits,
      [
        .text(profile.id("JC", position)), .text(profile.code), .day(day), .text(kind), .text(mode),
        .text(office), .list(team), .text(list), flag(isOnline ? 0 : 82), flag(expert),
        random.chance(3)
          ? .blank : .text(random.weighted([("未发现问题", 35), ("责令整改", 60), ("立案", 5)])),
        .flag(isOdd), .day(isOdd && random.chance(70) ? day + random.between(1, 9) : nil),
      ])
  }
}
