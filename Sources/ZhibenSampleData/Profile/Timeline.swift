/// What can change about an enterprise.
struct Standing: Sendable {
  var from: Day
  var status = "在产"
  /// Blank = not graded yet, or unknown.
  var grade = ""
  var level = "未创建"
  var levelStatus = ""
  /// 1, or 2 after a change of principal.
  var principal = 1
}

/// Builds the history of an enterprise: entry, grading, suspension and resumption, closing, standardisation, change of principal.
struct Timeline {
  private(set) var standings: [Standing]
  private var events: [(day: Day, change: (inout Standing) -> Void)] = []

  init(index: Int, entered: Day, isLarge: Bool, random: inout SplitMix64) {
    let isNew = entered >= Moments.planStart
    standings = [Standing(from: entered, status: isNew ? "新增" : "在产")]
    if isNew { at(entered + 60) { $0.status = "在产" } }
    grade(index: index, entered: entered, random: &random)
    certify(index: index, entered: entered, isLarge: isLarge, random: &random)
    suspend(index: index)
    if index % 30 == 12 { at(Day(2025, 3, 17)) { $0.principal = 2 } }
    for (day, change) in events.sorted(by: { $0.day < $1.day }) where day >= entered {
      guard var next = standings.last else { continue }
      change(&next)
      next.from = day
      if standings.last?.from == day { standings.removeLast() }
      standings.append(next)
    }
  }

  private mutating func at(_ day: Day, _ change: @escaping (inout Standing) -> Void) {
    events.append((day, change))
  }

  private mutating func grade(index: Int, entered: Day, random: inout SplitMix64) {
    let grades = ["A", "B", "C", "D"]
    var position = random.pick([0, 0, 1, 1, 1, 1, 2, 2, 2, 3], or: 1)
    if index % 24 == 11 { position = 1 }
    // One in twenty-five was never graded.
    guard index % 25 != 9 else { return }
    let isNew = entered >= Moments.planStart
    let first =
      isNew ? entered + random.between(20, 110) : random.day(Day(2024, 5, 10), Day(2024, 7, 5))
    let initial = grades[position]
    at(first) { $0.grade = initial }
    guard index % 8 == 3, first < Day(2025, 2, 10) else { return }
    // The yearly adjustment: mostly one down.
    let moved = random.chance(70) ? min(position + 1, 3) : max(position - 1, 0)
    let adjusted = grades[moved]
    at(Day(2025, 2, 10)) { $0.grade = adjusted }
    guard index % 16 == 3 else { return }
    let again = grades[max(moved - 1, 0)]
    at(Day(2026, 2, 9)) { $0.grade = again }
  }

  private mutating func certify(
    index: Int, entered: Day, isLarge: Bool, random: inout SplitMix64
  ) {
    guard random.chance(isLarge ? 86 : 9) else {
      if isLarge { at(Day(2024, 9, 1)) { $0.levelStatus = "创建中" } }
      return
    }
    let early = random.chance(60)
    let passed =
      early
      ? random.day(Day(2021, 3, 1), Day(2024, 3, 30))
      : random.day(Day(2024, 8, 1), Day(2026, 2, 27))
    let level = random.pick(["三级", "三级", "三级", "三级", "二级", "二级", "一级"])
    at(passed - 100) { if $0.level == "未创建" { $0.levelStatus = "创建中" } }
    at(passed - 40) { if $0.level == "未创建" { $0.levelStatus = "评审中" } }
    at(max(passed, entered)) {
      $0.level = level
      $0.levelStatus = "达标"
    }
    guard index % 50 == 11 else { return }
    at(max(Day(2025, 4, 15), passed + 1)) {
      $0.level = "未创建"
      $0.levelStatus = "撤销"
    }
  }

  private mutating func suspend(index: Int) {
    func status(_ value: String) -> (inout Standing) -> Void { { $0.status = value } }
    switch index % 60 {
    case 7, 27:
      at(Day(2024, 10, 8), status("停产"))
      at(Day(2025, 3, 3), status("在产"))
    case 13:
      at(Day(2025, 5, 12), status("停产整顿"))
      at(Day(2025, 8, 12), status("待复产验收"))
      at(Day(2025, 8, 20), status("在产"))
    case 16:
      at(Day(2025, 6, 16), status("停产改造"))
      at(Day(2025, 11, 3), status("在产"))
    case 18:
      at(Day(2025, 4, 1), status("停产"))
    case 31:
      at(Day(2023, 9, 11), status("关停"))
      at(Day(2023, 9, 20), status("已销号"))
    case 37:
      at(Day(2024, 12, 20), status("停产"))
      at(Day(2025, 3, 31), status("关停"))
      at(Day(2025, 4, 10), status("已销号"))
    case 47:
      // Written off too late.
      at(Day(2025, 4, 28), status("关停"))
      at(Day(2025, 7, 2), status("已销号"))
    case 57:
      at(Day(2025, 6, 12), status("关停"))
    default: break
    }
  }
}
