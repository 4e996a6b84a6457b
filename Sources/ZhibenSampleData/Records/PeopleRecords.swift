/// Who works there, as far as other records name them.
struct Crew {
  /// Everybody but the second principal, with what they do.
  var welders: [String] = []
  var operators: [String] = []
  var others: [String] = []
}

extension EnterpriseWriter {
  /// 人员, 证书 and the exams by which certificates were won.
  mutating func writePeople() -> Crew {
    var crew = Crew()
    writeOffice(1)
    if profile.timeline.contains(where: { $0.principal == 2 }) { writeOffice(2) }
    writeOffice(3)
    var position = 3
    let welders = profile.has(.welding) ? random.between(1, 3) : 0
    for _ in 0..<welders {
      position += 1
      crew.welders.append(writeOperator(position, "熔化焊接与热切割"))
    }
    for kind in profile.has(.ammonia) ? ["制冷与空调", "电工"] : ["电工"] where random.chance(60) {
      position += 1
      crew.operators.append(writeOperator(position, kind))
    }
    for _ in 0..<random.between(1, 3) {
      position += 1
      crew.others.append(writeWorker(position))
    }
    return crew
  }

  /// The principals only, for large registers.
  mutating func writePrincipals() {
    for position in Set(profile.timeline.map(\.principal)).sorted() {
      person(position, post: "主要负责人", employment: "自有", hired: profile.entered)
    }
  }

  private mutating func fullName() -> String {
    random.pick(Vocabulary.surnames) + random.pick(Vocabulary.givenNames)
  }

  private mutating func person(
    _ position: Int, post: String, operation: String = "非特种作业", employment: String, hired: Day?,
    isRecruit: Bool = false, moved: Day? = nil, inducted: Day? = nil, started: Day? = nil,
    managed: Cell = .flag(true)
  ) {
    let born = random.between(1962, 2003)
    write(
      .people,
      [
        .text(profile.person(position)), .text(fullName()), .text("320623\(born)********"),
        .text(profile.code), .blank, .text(post), .text(operation), .text(employment), .day(hired),
        .flag(isRecruit), .day(moved), .day(started), .blank, .day(inducted), managed,
      ])
  }

  /// Principals and the safety manager, with their certificate and its exam.
  private mutating func writeOffice(_ position: Int) {
    let isPrincipal = position < 3
    let hired = position == 2 ? Day(2025, 3, 17) : profile.entered
    person(
      position, post: isPrincipal ? "主要负责人" : "安全管理人员", employment: "自有",
      hired: random.chance(5) ? nil : hired)
    guard random.chance(profile.diligence) else { return }
    certify(position, isPrincipal ? "主要负责人合格证" : "安全管理人员合格证", from: hired)
  }

  private mutating func writeOperator(_ position: Int, _ kind: String) -> String {
    let hired = random.day(profile.entered, max(profile.entered, Day(2026, 3, 1)))
    let inducted = random.chance(profile.diligence) ? hired + random.between(1, 6) : nil
    person(
      position, post: "特种作业人员", operation: random.chance(20) ? Self.habitual(kind) : kind,
      employment: random.chance(85) ? "自有" : "外包外租", hired: hired,
      isRecruit: hired >= Moments.planStart, inducted: inducted, started: hired + 7)
    if random.chance(88) { certify(position, kind, from: hired) }
    if random.chance(62), kind == "熔化焊接与热切割", hired < Day(2025, 5, 20) {
      exam(position, "专题培训", on: random.day(max(hired, Day(2024, 9, 1)), Day(2025, 6, 15)))
    }
    return profile.person(position)
  }

  /// The word that people say for the kind of work.
  private static func habitual(_ kind: String) -> String {
    switch kind {
    case "熔化焊接与热切割": "电焊"
    case "电工": "低压电工"
    default: kind
    }
  }

  private mutating func writeWorker(_ position: Int) -> String {
    let hired = random.day(max(profile.entered, Day(2019, 1, 1)), Day(2026, 4, 30))
    let isRecruit = hired >= Moments.planStart
    let employment = random.pick(["自有", "自有", "自有", "劳务派遣", "灵活用工"])
    let moved = random.chance(8) ? hired + random.between(100, 500) : nil
    let onTime = random.chance(profile.diligence)
    let inducted = isRecruit ? (onTime ? hired + 3 : random.chance(50) ? hired + 25 : nil) : nil
    person(
      position, post: "其他从业人员", employment: employment, hired: hired, isRecruit: isRecruit,
      moved: moved.flatMap { $0 <= Moments.end ? $0 : nil }, inducted: inducted,
      started: hired + 7, managed: employment == "自有" ? .flag(true) : flag(profile.diligence))
    if isRecruit, random.chance(90) { exam(position, "新招录", on: hired + 5) }
    return profile.person(position)
  }

  /// A certificate of three years (six for operators); some have run out, some are blank.
  private mutating func certify(_ position: Int, _ kind: String, from start: Day) {
    let years = kind.hasSuffix("合格证") ? 3 : 6
    let earliest = Moments.counted - years * 365 - 60
    let from = random.day(max(start - 30, earliest), max(start, Day(2025, 6, 1)))
    let to = from + years * 365
    let state = to < Moments.counted ? random.pick(["过期", "过期", "有效"]) : "有效"
    write(
      .certificates,
      [
        .text(profile.id("ZS", position)), .text(profile.person(position)), .text(kind), .day(from),
        random.chance(3) ? .blank : .day(to), .text(state),
      ])
    exam(position, "取证", on: from - 10)
  }

  private mutating func exam(_ position: Int, _ occasion: String, on day: Day) {
    let isGood = random.chance(94)
    let full = ["重大风险辨识管控", "重大事故隐患排查", "应急处置"]
    write(
      .examinations,
      [
        .text(profile.id("KH", position) + (occasion == "取证" ? "A" : "B")),
        .text(profile.person(position)), .blank, .text(occasion), .day(day),
        .list(random.chance(90) ? full : ["法律法规", "操作规程"]),
        .number(random.between(isGood ? 80 : 45, isGood ? 100 : 79)), .text(isGood ? "合格" : "不合格"),
      ])
  }
}
