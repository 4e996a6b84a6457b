extension EnterpriseWriter {
  /// 企业: what was known on the day of the count; later and earlier values stand in 企业变更.
  mutating func writeEnterprise(hasSafetyManager: Bool = true) {
    let standing = profile.standing(on: Moments.counted)
    let closed = profile.day(of: "关停")
    let writtenOff = profile.day(of: "已销号")
    let village = Vocabulary.villages[profile.village % Vocabulary.villages.count]
    let scale = profile.isLarge.map { large in
      random.chance(30) ? (large ? "规模以上" : "规模以下") : (large ? "规上" : "规下")
    }
    write(
      .enterprises,
      [
        .text(profile.code), .text(profile.name), .day(profile.entered), .text(village),
        .text("\(village)-\(random.between(1, 3))"), .list(profile.trade.industries),
        .text(profile.trade.code), scale.map(Cell.text) ?? .blank, .maybe(profile.staff),
        .text(standing.status), .text(standing.grade), .text(standing.level),
        .text(standing.levelStatus), .text(profile.person(standing.principal)),
        .list(hasSafetyManager ? [profile.person(3)] : []),
        .text("138****\(Profile.padded(random.below(10_000), 4))"),
        .flag(profile.isKey), flag(has(.smelting) || has(.gas) || has(.ammonia)),
        .flag(profile.isLabourIntensive), .flag(profile.isTenant), .flag(profile.isLandlord),
        flag(has(.chemicals)), flag(has(.ammonia)), flag(has(.gas)), flag(has(.spraying)),
        flag(has(.confined)), flag(has(.silo)), flag(has(.dust)), flag(has(.smelting)),
        flag(has(.welding)), flag(28), flag(55), flag(64), flag(profile.diligence),
        flag(profile.diligence), flag(90), flag(92), has(.spraying) ? flag(85) : .blank,
        has(.chemicals) ? flag(88) : .blank, flag(profile.isLarge == true),
        .day(closed), .day(writtenOff.flatMap { $0 <= Moments.counted ? $0 : nil }),
      ])
  }

  private func has(_ trait: Trade.Trait) -> Bool { profile.has(trait) }

  /// 企业变更: the whole history, from the entry on, of those that changed since the day.
  mutating func writeChanges(since day: Day = Day(1970, 1, 1)) {
    guard profile.timeline.count > 1, let last = profile.timeline.last, last.from >= day else {
      return
    }
    for standing in profile.timeline {
      write(
        .enterpriseChanges,
        [
          .day(standing.from), .text(profile.code), .text(standing.status), .text(standing.grade),
          .text(standing.level), .text(standing.levelStatus),
          .text(profile.person(standing.principal)),
        ])
    }
  }

  /// 定级, 标准化, 规范化自评, 采集, 风险报告, 安责险.
  mutating func writeGrades() {
    writeGradings()
    writeCertificatesOfStandard()
    writeSelfRatings()
    var position = 0
    for (first, last) in Self.periods(months: 6, from: (2024, 1)) {
      guard random.chance(91), let day = workingDay(first, last) else { continue }
      position += 1
      write(
        .collections,
        [
          .text(profile.id("CJ", position)), .text("企业"), .text(profile.code), .day(day),
          .day(day), .text("村安全员"),
        ])
    }
    let reported = profile.entered + random.between(5, profile.diligence > 80 ? 28 : 60)
    if random.chance(profile.diligence), reported <= Moments.end {
      write(
        .riskReports,
        [
          .text(profile.id("BG", 1)), .text(profile.code), .day(reported), .flag(true),
          .text(reported < Day(2024, 7, 1) ? "2021版" : "2024版"),
        ])
    }
    if random.chance(45) {
      let start = random.day(max(profile.entered, Day(2024, 7, 1)), Day(2025, 6, 20))
      write(
        .insurances,
        [
          .text(profile.id("AZ", 1)), .text(profile.code), .day(start), .day(start + 364),
          .number(random.between(1, 6) * 1_000_000),
        ])
    }
  }

  private mutating func writeGradings() {
    var position = 0
    var grade = ""
    for standing in profile.timeline where standing.grade != grade {
      grade = standing.grade
      position += 1
      gradingRow(position, standing.from, grade)
    }
    // The yearly review that changes nothing.
    for year in [2025, 2026] where random.chance(72) {
      let day = random.day(Day(year, 1, 8), Day(year, 5, 30))
      let current = profile.standing(on: day)
      guard day >= profile.entered, !current.grade.isEmpty, current.from.parts.year != year,
        current.status != "已销号"
      else { continue }
      position += 1
      gradingRow(position, day, current.grade)
    }
  }

  private func gradingRow(_ position: Int, _ day: Day, _ grade: String) {
    write(
      .gradings,
      [
        .text(profile.id("DJ", position)), .text(profile.code), .day(day), .flag(position == 1),
        .text(grade), .text("镇安监办"),
      ])
  }

  private mutating func writeCertificatesOfStandard() {
    guard let passed = profile.timeline.first(where: { $0.levelStatus == "达标" }) else { return }
    let current = profile.standing(on: Moments.counted)
    write(
      .standardCertificates,
      [
        .text(profile.id("BZ", 1)), .text(profile.code), .text(passed.level),
        .text(current.levelStatus == "撤销" ? "撤销" : "达标"), .day(passed.from),
        .day(passed.from + 3 * 365),
      ])
  }

  /// Small firms rate themselves in 2024 and again in 2025.
  private mutating func writeSelfRatings() {
    guard profile.isLarge != true else { return }
    for (position, year) in [2024, 2025].enumerated() {
      guard does(), let day = workingDay(Day(year, 5, 6), Day(year, 12, 25)) else { continue }
      let due = Day(year, 12, 31)
      let passes = random.chance(year == 2024 ? 82 : 88)
      let late = !passes && random.chance(50)
      let passedOn = passes ? day : late ? due + random.between(20, 150) : nil
      let outcome = passedOn.map { $0 <= Moments.end } == true ? "达标" : "未达标"
      write(
        .selfRatings,
        [
          .text(profile.id("GF", position + 1)), .text(profile.code), .number(year), .day(day),
          random.chance(4) ? .blank : .number(random.chance(90) ? 8 : 6),
          .number(random.between(passes ? 80 : 55, passes ? 99 : 79)),
          random.chance(2) ? .blank : .text(outcome), .day(due), .day(passedOn),
        ])
    }
  }
}
