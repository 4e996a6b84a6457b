import ZhibenCalendar
import ZhibenSyntax

/// 抽取: some of many, by a number that nobody knew when the list was frozen (time 46, 47).
public struct DrawRule: Hashable, Sendable {
  /// 总体: those on the list are its members on the day on which it is frozen.
  public var population: Subject
  /// 排除: members that are not on the list; a condition over the member in frame 0.
  public var excluded: Core?
  public var size: Size
  /// 分层: a value over the member in frame 0; nil for one list.
  public var stratum: Core?
  /// 每层 至少
  public var leastPerStratum: Int
  /// 不重复 于: the span, seen from the day of freezing, in which whoever was drawn stands behind all others; a look-back or a period.
  public var noRepeat: Window?
  /// Once in each such calendar period.
  public var unit: CalendarUnit
  /// 冻结: the day of the year, or one for each period; none for the first day of the period.
  public var freezeDays: [MonthDay]
  /// 补抽: the days on which what came in since is frozen as a list of its own, for another round.
  public var supplements: [MonthDay]
  /// 备选
  public var reserves: Int
  /// 权重: how many tickets a member has, a number over the member in frame 0.
  public var weight: Core?
  public var staff: Staff?
  /// Where the numbers are announced.
  public var numbers: Numbers
  public var bearers: [Party]
  public var evidence: Evidence?
  /// 期限: so long after the draw; nil for the end of the period.
  public var term: Term?
  /// 逾期 { … }
  public var overdue: [ActionSpec]

  /// How many are drawn.
  public enum Size: Hashable, Sendable {
    /// That part of the list.
    case share(Rational)
    case count(Int)
  }

  /// 人员: who goes to those that are drawn.
  public struct Staff: Hashable, Sendable {
    /// So many to each.
    public var count: Int
    public var pool: Subject
    /// 回避: conditions with the member in frame 0 and the inspector in frame 1.
    public var avoid: [Core]
    /// 均衡
    public var isBalanced: Bool
    /// Makes it.
    public init(count: Int, pool: Subject, avoid: [Core], isBalanced: Bool) {
      (self.count, self.pool, self.avoid, self.isBalanced) = (count, pool, avoid, isBalanced)
    }
  }

  /// The register 公布号码 with the positions of its fields.
  public struct Numbers: Hashable, Sendable {
    public var register: RegisterID
    /// 抽取: the name of the rule.
    public var rule: Int
    /// 期次: any day of the period.
    public var period: Int
    /// 轮次: 1 for the draw itself, one more for each supplement.
    public var round: Int
    /// 重抽: how often the round was drawn anew; blank for never.
    public var attempt: Int
    /// 号码
    public var number: Int
    /// 公布日期, the register's day of happening.
    public var day: Int
    /// 来源
    public var source: Int
    /// Makes it.
    public init(
      register: RegisterID, rule: Int, period: Int, round: Int, attempt: Int, number: Int,
      day: Int, source: Int
    ) {
      self.register = register
      (self.rule, self.period, self.round, self.attempt) = (rule, period, round, attempt)
      (self.number, self.day, self.source) = (number, day, source)
    }

    /// All of them.
    public var fields: [Int] { [rule, period, round, attempt, number, day, source] }

    /// What the register and its fields are called.
    public static let registerName = "公布号码"
    /// In the order of `fields`.
    public static let fieldNames = ["抽取", "期次", "轮次", "重抽", "号码", "公布日期", "来源"]
  }

  /// Makes a draw.
  public init(
    population: Subject, size: Size, unit: CalendarUnit, numbers: Numbers, bearers: [Party] = []
  ) {
    (self.population, self.size, self.unit) = (population, size, unit)
    (self.numbers, self.bearers) = (numbers, bearers)
    leastPerStratum = 0
    (freezeDays, supplements, overdue) = ([], [], [])
    reserves = 0
  }

  /// Every expression that it judges or reads, those of the evidence apart.
  var cores: [Core] {
    [population.condition] + [excluded, stratum, weight].compactMap { $0 }
      + (staff.map { [$0.pool.condition] + $0.avoid } ?? []) + bearers.compactMap(\.path)
  }
}
