extension EnterpriseWriter {
  /// 装置, 建设项目.
  mutating func writeEquipment() {
    for position in 1...random.between(1, 2) {
      let installed = random.day(Day(2003, 1, 1), Day(2023, 6, 1))
      let life = random.pick([10, 12, 15, 20], or: 15)
      let ends = installed + life * 365
      let isOver = ends < Moments.counted
      let state =
        isOver ? random.weighted([("在用", 40), ("停用", 20), ("已淘汰", 30), ("已改造", 10)]) : "在用"
      write(
        .equipment,
        [
          .text(profile.id("ZZ", position)), .text(profile.code),
          .text(random.pick(Vocabulary.equipmentKinds)), .day(installed),
          random.chance(5) ? .blank : .day(ends), flag(installed < Day(2010, 1, 1)), flag(6),
          .text(state),
        ])
    }
    guard profile.index % 9 == 3 else { return }
    writeProject()
  }

  private mutating func writeProject() {
    let approved = random.day(Day(2023, 9, 1), Day(2025, 3, 1))
    let designed = approved + random.between(20, 60)
    let started = designed + random.between(15, 90)
    let finished = started + random.between(120, 300)
    func ifKnown(_ day: Day, _ percent: Int, _ random: inout SplitMix64) -> Cell {
      .day(day <= Moments.counted && random.chance(percent) ? day : nil)
    }
    func ifReached(_ day: Day) -> Cell { .day(day <= Moments.counted ? day : nil) }
    write(
      .projects,
      [
        .text(profile.id("XM", 1)), .text(profile.code), .text("年产\(random.between(1, 50))万件技改项目"),
        .text(random.pick(["新建", "改建", "扩建"])), flag(profile.has(.smelting)), .day(approved),
        ifReached(designed), ifKnown(designed - 2, 86, &random),
        profile.has(.smelting) ? ifKnown(designed + 10, 75, &random) : .blank, ifReached(started),
        ifKnown(finished - 10, 88, &random), ifReached(finished),
        ifKnown(random.chance(85) ? finished - 3 : finished + 40, 90, &random),
      ])
  }

  /// 厂房, 租赁, 管理协议, 准入清单, 协调记录, 叠加辨识 of a landlord.
  mutating func writeWorkshop(enterprises: Int) {
    guard profile.isLandlord else { return }
    let id = profile.id("CF", 1)
    let registered = random.day(Day(2024, 4, 20), Day(2024, 9, 30))
    let isDone = random.chance(profile.diligence > 80 ? 80 : 45)
    write(
      .workshops,
      [
        .text(id), .text("\(random.pick(Vocabulary.fortunes))工业园"),
        .text("\(random.between(1, 12))号楼"),
        .text(Vocabulary.villages[profile.village % Vocabulary.villages.count]),
        .text(profile.code), .text(random.pick(["丙类厂房", "丁类厂房", "戊类厂房"])), .day(registered),
        flag(12), flag(9), flag(70), flag(48),
        .day(random.chance(profile.diligence) ? registered + random.between(20, 120) : nil),
        .text(isDone ? "已验收" : random.pick(["治理中", "未治理"])),
      ])
    var tenants: [String] = []
    for position in 1...max(1, profile.tenantCount) {
      let tenant = Profile(seed: profile.seed, index: profile.index + position)
      guard tenant.index < enterprises else { continue }
      tenants.append(tenant.code)
      writeLease(position, workshop: id, tenant: tenant)
    }
    for (position, kind) in ["不予准入", "清退条件"].enumerated() where random.chance(84) {
      write(
        .admissionLists,
        [
          .text(profile.id("QD", position + 1)), .text(id), .text(kind),
          .text(kind == "不予准入" ? "涉及甲乙类火灾危险性的生产" : "拒不整改重大事故隐患，或者擅自改变使用性质"),
          .day(registered + random.between(5, 75)),
        ])
    }
    for (position, (first, last)) in Self.periods(months: 3).enumerated() where does() {
      write(
        .coordinations,
        [
          .text(profile.id("XT", position + 1)), .text(id), .day(random.day(first, last)),
          .text("共用通道与动火作业协调"),
        ])
    }
    guard tenants.count > 1, random.chance(70) else { return }
    write(
      .superpositions,
      [
        .text(profile.id("DX", 1)), .text(id), .list(Array(tenants.prefix(2))),
        .day(random.day(Day(2024, 8, 1), Day(2025, 6, 1))), .text("粉尘与动火相互影响"),
      ])
  }

  private mutating func writeLease(_ position: Int, workshop: String, tenant: Profile) {
    let id = profile.id("ZL", position)
    let start = random.day(
      max(tenant.entered, Day(2021, 1, 1)), max(tenant.entered, Day(2025, 6, 1)))
    let years = random.between(1, 5)
    let isFit = random.chance(86)
    let judged = isFit ? nil : random.day(Day(2025, 1, 10), Day(2025, 6, 10))
    let hasLeft = start + years * 365 < Moments.counted && random.chance(60)
    write(
      .leases,
      [
        .text(id), .text(workshop), .text(profile.code), .text(tenant.code), .day(start),
        .day(start + years * 365), .text(hasLeft ? "已退租" : "在租"),
        random.chance(6) ? .blank : .text(random.chance(93) ? "符合" : "不符合"),
        random.chance(4) ? .blank : .text(isFit ? "具备" : "不具备"), .day(judged),
        .day(judged.map { $0 + 30 }),
        .day(random.chance(82) ? start + random.between(2, 25) : nil),
      ])
    guard random.chance(profile.diligence) else { return }
    write(
      .agreements,
      [
        .text(profile.id("XY", position)), .text(id), .day(start + random.between(0, 40)),
        .day(start + years * 365),
      ])
  }
}
