/// What is true of one enterprise over the years: a function of seed and index only, so that one enterprise can refer to another that is
/// not written yet.
struct Profile: Sendable {
  let seed: UInt64
  let index: Int
  let code: String
  let name: String
  let village: Int
  let trade: Trade
  let entered: Day
  /// 规上; nil = blank.
  let isLarge: Bool?
  let staff: Int?
  let isKey: Bool?
  let isLabourIntensive: Bool?
  /// How many of a hundred duties it does in time.
  let diligence: Int
  let habit: Habit
  /// From the entry on, ascending.
  let timeline: [Standing]

  init(seed: UInt64, index: Int) {
    var random = SplitMix64(seed: seed, stream: 1, index: index)
    // Every trade turns up early, however small the sample.
    let trade = Trade.at(index < Trade.all.count ? index : random.below(Trade.all.count))
    let headcount = random.between(trade.staff.lowerBound, trade.staff.upperBound)
    let large = headcount >= 100 || random.chance(8)
    self.seed = seed
    self.index = index
    self.trade = trade
    code = CreditCode.make(seed: seed, index: index)
    name = Self.name(index: index, trade: trade, random: &random)
    village = random.below(Vocabulary.villages.count)
    entered = Self.entry(index: index, random: &random)
    isLarge = random.chance(3) ? nil : large
    staff = random.chance(4) ? nil : headcount
    isKey = random.chance(4) ? nil : (large && random.chance(35)) || random.chance(4)
    isLabourIntensive =
      random.chance(4) ? nil : trade.traits.contains(.labour) && headcount >= 60
    diligence = random.pick([97, 97, 97, 97, 88, 88, 88, 70, 70, 40], or: 88)
    habit = Habit(from: &random)
    timeline = Timeline(index: index, entered: entered, isLarge: large, random: &random).standings
  }

  /// Of each ten enterprises one lets a workshop to the one to three that follow.
  var isLandlord: Bool { index % 10 == 4 }

  /// How many rent from it; 0 if it is no landlord.
  var tenantCount: Int {
    guard isLandlord else { return 0 }
    var random = SplitMix64(seed: seed, stream: 2, index: index)
    return random.between(1, 3)
  }

  var isTenant: Bool {
    let place = index % 10
    guard place > 4 else { return false }
    var random = SplitMix64(seed: seed, stream: 2, index: index - place + 4)
    return place - 4 <= random.between(1, 3)
  }

  /// Names its records: `隐患` 3 of enterprise 12 is `YH000012-3`.
  func id(_ prefix: String, _ position: Int) -> String {
    "\(prefix)\(Self.padded(index, 6))-\(position)"
  }

  /// 1 is the first principal, 2 the one after a change, from 3 on staff.
  func person(_ position: Int) -> String { id("RY", position) }

  func has(_ trait: Trade.Trait) -> Bool { trade.traits.contains(trait) }

  /// What held on the day; before the entry, what held at the entry.
  func standing(on day: Day) -> Standing {
    timeline.last { $0.from <= day } ?? timeline.first ?? Standing(from: entered)
  }

  /// Whether it works on that day, so that something can happen there.
  func isActive(on day: Day) -> Bool {
    guard day >= entered else { return false }
    let status = standing(on: day).status
    return status == "在产" || status == "新增"
  }

  /// The day on which it first stood so, if ever.
  func day(of status: String) -> Day? { timeline.first { $0.status == status }?.from }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func name(index: Int, trade: Trade, random: inout SplitMix64) -> String {
    let fortune = Vocabulary.fortunes[index % Vocabulary.fortunes.count]
    let prefix = random.pick(Vocabulary.prefixes)
    let round = index / Vocabulary.fortunes.count
    let extra = round < 8 ? "" : random.pick(Vocabulary.surnames)
    return "\(prefix)\(extra)\(fortune)\(trade.word)有限公司"
  }

  /// Most stood in the books before the plan; one in eight came under it.
  private static func entry(index: Int, random: inout SplitMix64) -> Day {
    switch index % 24 {
    case 6: random.day(Day(2024, 4, 20), Day(2024, 12, 20))
    case 15: random.day(Day(2025, 1, 6), Day(2025, 5, 20))
    case 22: random.day(Day(2025, 5, 25), Day(2025, 6, 24))
    case 19 where index % 48 == 19: random.day(Day(2025, 7, 7), Day(2026, 3, 30))
    default: random.day(Day(2012, 1, 10), Day(2023, 12, 20))
    }
  }
}
