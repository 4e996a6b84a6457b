/// What the town has and does itself.
struct TownWriter {
  let sink: Sink
  var random: SplitMix64

  init(seed: UInt64, sink: Sink) {
    self.sink = sink
    random = SplitMix64(seed: seed, stream: 4, index: 0)
  }

  mutating func writeAll(firstCodes: [String]) {
    writeInstitutions()
    writePlaces()
    writePeople()
    writeYears()
    writeWarnings()
    writeCommendations(firstCodes)
    writeSeedNumbers()
  }

  private func writeInstitutions() {
    let rows = [
      ("省应急管理厅", "行业监管", "省", ""), ("县政府", "政府", "县区", ""), ("县应急管理局", "行业监管", "县区", "县政府"),
      ("镇政府", "政府", "镇", "县政府"), ("镇安委办", "安委办", "镇", "镇政府"), ("镇安监办", "行业监管", "镇", "镇政府"),
      ("安监局执法中队", "执法队", "镇", "县应急管理局"), ("镇消安办", "消安办", "镇", "镇政府"),
    ]
    for (name, kind, tier, parent) in rows {
      sink.write(
        .institutions,
        [.text(name), .text(kind), .text(tier), .text(parent), .blank, .day(Day(2016, 3, 1))])
    }
  }

  private mutating func writePlaces() {
    for (position, village) in Vocabulary.villages.enumerated() {
      let officer = random.pick(Vocabulary.surnames) + random.pick(Vocabulary.givenNames)
      sink.write(
        .villages, [.text(village), .text("C\(Profile.padded(position + 1, 2))"), .text(officer)])
      for cell in 1...3 {
        let guardian = random.pick(Vocabulary.surnames) + random.pick(Vocabulary.givenNames)
        sink.write(.gridCells, [.text("\(village)-\(cell)"), .text(village), .text(guardian)])
      }
    }
  }

  private mutating func writePeople() {
    for id in EnterpriseWriter.inspectors {
      let name = random.pick(Vocabulary.surnames) + random.pick(Vocabulary.givenNames)
      sink.write(
        .people,
        [
          .text(id), .text(name), .text("320623********"), .blank, .text("安监局执法中队"), .text("监管人员"),
          .text("非特种作业"), .text("自有"), .day(Day(2018, 7, 1)), .flag(false), .blank, .blank, .blank,
          .blank, .blank,
        ])
    }
    for position in 1...8 {
      let name = random.pick(Vocabulary.surnames) + random.pick(Vocabulary.givenNames)
      sink.write(
        .experts,
        [
          .text("ZJ-\(position)"), .text(name), .list([random.pick(["机械", "纺织", "轻工", "建材"])]),
          .day(Day(position < 5 ? 2024 : 2025, random.between(5, 11), 12)), .text("镇安监办"),
        ])
    }
  }

  private mutating func writeYears() {
    var position = 0
    for year in 2024...2026 {
      let documents = [
        ("年度执法计划", 1), ("监督检查计划", 1), ("重点检查企业名单", 2), ("年度培训计划", 2), ("年度重点整治任务", 3),
        ("年度任务清单", 3), ("厂中厂名单", 3), ("厂中厂名单", 6), ("销号底册", 5),
      ]
      // 2025 has gaps: no training plan, one roster only.
      for (kind, month) in documents
      where !(year == 2025 && (kind == "年度培训计划" || kind == "厂中厂名单" && month == 3)) {
        position += 1
        let day = Day(year, year == 2024 ? month + 4 : month, random.between(8, 24))
        sink.write(
          .documents,
          [
            .text("WJ-\(position)"), .text("镇安监办"), .text(kind), .day(day),
            .text("\(year)年\(kind)"), .blank,
          ])
      }
      training(year)
      sink.write(
        .tasks,
        [
          .text("RW-\(year)"), .text("\(year)年违建厂房拆除难点"), .text("镇安监办"), .day(Day(year, 5, 10)),
          .day(Day(year, 11, 30)), .text(year == 2024 ? "已办结" : "进行中"), .flag(true),
        ])
    }
    sink.write(
      .drills,
      [.text("GM-1"), .blank, .text("镇安监办"), .text("观摩"), .day(Day(2024, 6, 18)), .number(120)])
  }

  private func training(_ year: Int) {
    guard year != 2025 else { return }
    sink.write(
      .trainings,
      [
        .text("JG-\(year)"), .blank, .text("镇安监办"), .text("监管人员理论"),
        .day(year == 2024 ? Day(2024, 9, 12) : Day(2026, 4, 9)), .text("集中"),
        .list(EnterpriseWriter.inspectors), .number(EnterpriseWriter.inspectors.count),
        .list(["法律法规", "重大事故隐患排查"]),
      ])
  }

  private func writeWarnings() {
    let kinds = ["警示信息", "警示教育片", "警示信息", "警示教育片", "事故通报", "警示教育片"]
    let days = [
      Day(2024, 5, 20), Day(2024, 8, 6), Day(2024, 11, 4), Day(2025, 2, 14), Day(2025, 5, 9),
      Day(2025, 12, 3),
    ]
    for (position, (kind, day)) in zip(kinds, days).enumerated() {
      sink.write(
        .warnings,
        [
          .text("JS-\(position + 1)"), .blank, .text(kind), .day(day), .text("镇安监办"),
          .text("有限空间“盲目施救”事故警示"),
        ])
    }
  }

  /// What the yearly draw rests on: a number that nobody could know when the list was frozen on 1 July.
  private func writeSeedNumbers() {
    let numbers = [
      (2024, "040910152733-12", Day(2024, 7, 9)), (2025, "020611182630-05", Day(2025, 7, 8)),
    ]
    for (year, number, day) in numbers {
      sink.write(
        .seedNumbers,
        [
          .text("HM-\(year)"), .text("规范化抽查"), .day(Day(year, 1, 1)), .number(1), .number(0),
          .text(number), .day(day), .text("福利彩票双色球"),
        ])
    }
  }

  private func writeCommendations(_ codes: [String]) {
    for (position, code) in codes.prefix(4).enumerated() {
      let isModel = position % 2 == 1
      sink.write(
        .commendations,
        [
          .text("XS-\(position + 1)"), .text("镇安监办"), .text(code),
          .text(isModel ? "示范企业" : "标准化标杆"),
          .day(Day(2024, 12, 10 + position)), .text("机械"),
        ])
    }
  }
}
