import ZhibenCalendar
import ZhibenSyntax

/// A rule: what all kinds share, and the kind.
public struct Rule: Hashable, Sendable {
  /// The name in the script.
  public var name: String
  /// The identity in the ledger (编号; default: the name).
  public var key: String
  /// 依据 as written, most specific last; the heading path first in a literate file.
  public var citations: [String]
  /// First and last day on which the rule is in force (施行, 废止); default: the plan's period.
  public var inForce: DayRange
  /// 力度: a miss of a rule that is only 力争 / 原则上 / 鼓励 is a note, never a rung (time 10).
  public var strength: Strength
  public var body: Body
  public var origin: Origin

  public enum Strength: String, Hashable, Sendable {
    case must, basically, strive, inPrinciple, encourage
  }

  public enum Body: Hashable, Sendable {
    case duty(DutyRule)
    case inspection(InspectionRule)
    case requirement(RequirementRule)
    case escalation(EscalationRule)
    case target(TargetRule)
    case draw(DrawRule)
    case relief(ReliefRule)
    case report(ReportRule)
    case event(EventRule)
  }

  /// Makes a rule.
  public init(
    name: String, key: String, citations: [String], inForce: DayRange, strength: Strength = .must,
    body: Body, origin: Origin
  ) {
    self.name = name
    self.key = key
    self.citations = citations
    self.inForce = inForce
    self.strength = strength
    self.body = body
    self.origin = origin
  }
}

/// 对象: the records of a register for which the condition holds (frame 0).
public struct Subject: Hashable, Sendable {
  public var register: RegisterID
  public var condition: Core
  /// As written.
  public var text: String
  /// Makes a subject.
  public init(register: RegisterID, condition: Core, text: String) {
    self.register = register
    self.condition = condition
    self.text = text
  }
}

/// 由 致 抄送: a post or organ by name, or a path from the subject.
public struct Party: Hashable, Sendable {
  /// As written.
  public var text: String
  /// A record-valued expression over the subject in frame 0, if the text is a path.
  public var path: Core?
  /// Makes a party.
  public init(text: String, path: Core? = nil) {
    self.text = text
    self.path = path
  }
}

/// A value chosen by keys. Arms are tried in order; an unknown key makes the choice unknown (time 7). `nil` value = 免除.
public struct Choice<Item: Hashable & Sendable>: Hashable, Sendable {
  public struct Arm: Hashable, Sendable {
    /// One test for each key.
    public var tests: [KeyTest]
    public var value: Item?
    public var origin: Origin
    /// Makes an arm.
    public init(tests: [KeyTest], value: Item?, origin: Origin) {
      self.tests = tests
      self.value = value
      self.origin = origin
    }
  }
  /// Empty when there is nothing to choose: the single arm holds.
  public var keys: [Core]
  public var arms: [Arm]
  /// Makes a choice.
  public init(keys: [Core], arms: [Arm]) {
    self.keys = keys
    self.arms = arms
  }
}

/// What a label asks of one key.
public enum KeyTest: Hashable, Sendable {
  /// 任意 and 其他: the checker has shown that 其他 stands last.
  case any
  /// Any of these holds.
  case alternatives([Atom])
  public enum Atom: Hashable, Sendable {
    case equal(Value)
    /// Both included; enums by position in declared or listed order.
    case range(Value, Value)
    case compare(ComparisonOperator, Value)
  }
}

/// When something recurs.
public enum Cadence: Hashable, Sendable {
  /// `每季度至少1次`: `least` obligations in each calendar period (time 11, 12); `most` prohibits more.
  case periodic(CalendarUnit, least: Int, most: Int?, due: Due)
  /// `每隔90日`, `距上次不超过3个月`: due that long after the last qualifying completion; the first after `first` (time 11).
  case rolling(Term, first: FirstDue?)
  /// `自 投产日期 起每6个月`: the grid anchor + k·N without drift (time 11).
  case anchored(Core, Term)
  /// Once, by a date.
  case once(DeadlineSpec)

  /// When inside the period an obligation is due.
  public enum Due: Hashable, Sendable {
    case periodEnd
    /// Through the n-th day of each month of the period's last month.
    case monthDay(Int)
    case onMonthDay(Int)
    case weekday(Int)
    /// The n-th of N obligations is due by the n-th day.
    case yearDays([MonthDay], before: Bool)
    case quarterMonthDay(month: Int, day: Int)
    case followingDay(month: Int?, day: Int)
  }

  /// `首次 登记 后 45日内`.
  public struct FirstDue: Hashable, Sendable {
    public var anchor: Core
    public var term: Term
    /// Makes it.
    public init(anchor: Core, term: Term) {
      self.anchor = anchor
      self.term = term
    }
  }
}

/// A last day.
public enum DeadlineSpec: Hashable, Sendable {
  /// A fixed day, included.
  case day(CivilDate)
  /// So long after a date of the subject: the first day is excluded, month and year terms move off rest days (time 24).
  case after(Core, Term)
  /// So long before a date of the subject; never moved (time 26).
  case before(Core, Term)
  /// At once, and always.
  case always
}

/// 凭证: which records prove a completion. Frame 0 = the subject, frame 1 = the record, both as of the record's date (time 5).
public struct Evidence: Hashable, Sendable {
  public var rows: RowSource
  public var filter: Core?
  /// As written.
  public var text: String
  /// Makes evidence.
  public init(rows: RowSource, filter: Core?, text: String) {
    self.rows = rows
    self.filter = filter
    self.text = text
  }
}

/// 例外: default logic (language 7). A record in the scope has the override instead of the base.
public struct DutyException: Hashable, Sendable {
  public var condition: Core
  /// As written.
  public var text: String
  /// Days on which the exception holds (a span); nil = always.
  public var days: [DayRange]?
  /// nil = the cadence is not overridden.
  public var cadence: Choice<Cadence>?
  /// Replaces 由 if not empty.
  public var bearers: [Party]
  public enum Policy: String, Hashable, Sendable { case none, strict, superior, newer, special }
  public var policy: Policy
  public var origin: Origin
  /// Makes an exception.
  public init(
    condition: Core, text: String, days: [DayRange]? = nil, cadence: Choice<Cadence>?,
    bearers: [Party] = [], policy: Policy = .none, origin: Origin
  ) {
    self.condition = condition
    self.text = text
    self.days = days
    self.cadence = cadence
    self.bearers = bearers
    self.policy = policy
    self.origin = origin
  }
}

/// 首期: what a subject owes for the period in which it enters (time 17).
public enum FirstPeriod: String, Hashable, Sendable {
  /// The default of time 17.
  case proportional
  case whole, next
}

/// 职责.
public struct DutyRule: Hashable, Sendable {
  public var subject: Subject
  public var bearers: [Party]
  public var cadence: Choice<Cadence>
  public var exceptions: [DutyException]
  public var evidence: Evidence?
  /// 宽限 changes colour and the first rung only (time 15).
  public var grace: Term?
  public var firstPeriod: FirstPeriod
  /// 逾期 { … }
  public var overdue: [ActionSpec]
  /// Makes a duty.
  public init(
    subject: Subject, bearers: [Party], cadence: Choice<Cadence>, exceptions: [DutyException],
    evidence: Evidence?, grace: Term? = nil, firstPeriod: FirstPeriod = .proportional,
    overdue: [ActionSpec] = []
  ) {
    self.subject = subject
    self.bearers = bearers
    self.cadence = cadence
    self.exceptions = exceptions
    self.evidence = evidence
    self.grace = grace
    self.firstPeriod = firstPeriod
    self.overdue = overdue
  }
}

/// 检查: like a duty of the regulator; the count is the planned number (time 12).
public struct InspectionRule: Hashable, Sendable {
  public var duty: DutyRule
  /// 上限: at most so many visits of any inspection in the period; `most` of a periodic cadence.
  public var cap: Choice<Cadence>?
  /// 不计: values of the inspection register's class field that do not count to the cap, and the field.
  public var uncounted: [Value]
  public var uncountedField: FieldRef?
  /// 方式, as the text of the value.
  public var mode: Choice<String>?
  public var checklist: [String]
  /// 工作量 in person-days.
  public var effort: Rational?
  /// Makes an inspection.
  public init(
    duty: DutyRule, cap: Choice<Cadence>? = nil, uncounted: [Value] = [],
    uncountedField: FieldRef? = nil, mode: Choice<String>? = nil, checklist: [String] = [],
    effort: Rational? = nil
  ) {
    self.duty = duty
    self.cap = cap
    self.uncounted = uncounted
    self.uncountedField = uncountedField
    self.mode = mode
    self.checklist = checklist
    self.effort = effort
  }
}

/// 必须.
public struct RequirementRule: Hashable, Sendable {
  public var subject: Subject
  public var bearers: [Party]
  /// False on a day from the deadline on = a violation; its first day is the episode's key (time 3).
  public var condition: Core
  public var deadline: DeadlineSpec
  public var exceptions: [DutyException]
  public var violated: [ActionSpec]
  /// Makes a requirement.
  public init(
    subject: Subject, bearers: [Party], condition: Core, deadline: DeadlineSpec,
    exceptions: [DutyException] = [], violated: [ActionSpec] = []
  ) {
    self.subject = subject
    self.bearers = bearers
    self.condition = condition
    self.deadline = deadline
    self.exceptions = exceptions
    self.violated = violated
  }
}

/// An action as checked: everything but the verb may be empty.
public struct ActionSpec: Hashable, Sendable {
  /// The measure (提醒, 函告, 停产整顿 …). For 择一: the alternatives joined by 或.
  public var measure: String
  /// Whether the verb is 提请: a named person approves (time 37).
  public var isProposal: Bool
  /// 择一: a person chooses one of them.
  public var choices: [ActionSpec]
  public var by: [Party]
  public var approvers: [Party]
  public var to: [Party]
  public var copies: [Party]
  /// 须: what must be there first. A need that is a condition over the subject (frame 0) is tested, another is listed for a person.
  public var needs: [Need]
  /// The term in which it is to be done.
  public var term: Term?
  /// `督办 自查督办`: the ladder that this action starts.
  public var ladder: String?
  public var origin: Origin

  public struct Need: Hashable, Sendable {
    public var text: String
    public var condition: Core?
    /// Makes a need.
    public init(text: String, condition: Core? = nil) {
      self.text = text
      self.condition = condition
    }
  }

  /// Makes an action.
  public init(
    measure: String, isProposal: Bool = false, choices: [ActionSpec] = [], by: [Party] = [],
    approvers: [Party] = [], to: [Party] = [], copies: [Party] = [], needs: [Need] = [],
    term: Term? = nil, ladder: String? = nil, origin: Origin
  ) {
    self.measure = measure
    self.isProposal = isProposal
    self.choices = choices
    self.by = by
    self.approvers = approvers
    self.to = to
    self.copies = copies
    self.needs = needs
    self.term = term
    self.ladder = ladder
    self.origin = origin
  }
}

/// 督办: rungs of measures over an open record.
public struct EscalationRule: Hashable, Sendable {
  public var subject: Subject
  /// 起算: a date over the record in frame 0.
  public var clock: Core
  /// 直至: the condition that stops the ladder.
  public var until: Core
  /// 暂停: days on which it holds do not count.
  public var pause: Core?
  /// In ascending order of delay.
  public var rungs: [RungSpec]
  /// Makes a ladder.
  public init(subject: Subject, clock: Core, until: Core, pause: Core? = nil, rungs: [RungSpec]) {
    self.subject = subject
    self.clock = clock
    self.until = until
    self.pause = pause
    self.rungs = rungs
  }
}

/// One rung: so long after the clock's day, this measure.
public struct RungSpec: Hashable, Sendable {
  /// In days (`.calendarDay`) or workdays: a bare 日 was settled by the checker (time 27).
  public var delay: Term
  public var action: ActionSpec
  /// Makes a rung.
  public init(delay: Term, action: ActionSpec) {
    self.delay = delay
    self.action = action
  }
}

/// 目标.
public struct TargetRule: Hashable, Sendable {
  /// What is read.
  public enum Measure: Hashable, Sendable {
    /// 指标: numbers without a subject; several metrics are several lines each.
    case metrics([Metric])
    /// 对象 and 达标: the share of the subjects for which the condition holds on the measuring day (alive on that day, time 18).
    case share(Subject, Core)
  }
  public struct Metric: Hashable, Sendable {
    public var text: String
    public var value: Core
    /// Makes a metric.
    public init(text: String, value: Core) {
      self.text = text
      self.value = value
    }
  }
  public var measure: Measure
  /// Dated lines: by this day, this bound.
  public var lines: [Line]
  public struct Line: Hashable, Sendable {
    /// The last day on which the bound may be reached.
    public var day: CivilDate
    public var operation: ComparisonOperator
    public var value: Rational
    /// As written: `2024年底前 100%`.
    public var text: String
    public var origin: Origin
    /// Makes a line.
    public init(
      day: CivilDate, operation: ComparisonOperator, value: Rational, text: String, origin: Origin
    ) {
      self.day = day
      self.operation = operation
      self.value = value
      self.text = text
      self.origin = origin
    }
  }
  /// 期间 without 对比: the days whose records the metrics read.
  public var period: DayRange?
  /// 期间 对比 下降 / 上升: the change of each metric between the periods.
  public var comparison: Comparison?
  public struct Comparison: Hashable, Sendable {
    public var period: DayRange
    public var base: DayRange
    /// 下降 is true.
    public var isFall: Bool
    public var operation: ComparisonOperator
    /// The share by which it must fall or rise.
    public var value: Rational
    /// 基数为零 则: what a base of nothing means; nil = the reading is unknown and says so.
    public var zeroBase: ZeroBase?
    public enum ZeroBase: String, Hashable, Sendable { case stayZero, met }
    public var text: String
    /// Makes a comparison.
    public init(
      period: DayRange, base: DayRange, isFall: Bool, operation: ComparisonOperator,
      value: Rational, zeroBase: ZeroBase?, text: String
    ) {
      self.period = period
      self.base = base
      self.isFall = isFall
      self.operation = operation
      self.value = value
      self.zeroBase = zeroBase
      self.text = text
    }
  }
  /// 未达 { … }
  public var missed: [ActionSpec]
  /// Makes a target.
  public init(
    measure: Measure, lines: [Line], period: DayRange? = nil, comparison: Comparison? = nil,
    missed: [ActionSpec] = []
  ) {
    self.measure = measure
    self.lines = lines
    self.period = period
    self.comparison = comparison
    self.missed = missed
  }
}
