import ZhibenCalendar
import ZhibenSyntax

/// A place in one of the program's sources.
public struct Origin: Hashable, Sendable {
  /// Position in `Program.sources`.
  public var source: Int
  public var span: Span
  /// Names a place.
  public init(source: Int, span: Span) {
    self.source = source
    self.span = span
  }
}

/// The type of an expression after checking.
public indirect enum ValueType: Hashable, Sendable {
  case bool
  case number(unit: String)
  case text
  case date
  case moment
  case term
  case enumeration(EnumID)
  case record(RegisterID)
  case list(ValueType)
  /// Keys and values. A map keeps the order in which its keys came.
  case map(ValueType, ValueType)
  /// A record that is in no register: a row of a question, `{名称：…，人数：…}`.
  case structure([StructureField])
  case cadence
  /// First to last day.
  case period
}

extension ValueType {
  /// The register of a record or of a list of records.
  public var record: RegisterID? {
    switch self {
    case .record(let register), .list(.record(let register)): register
    default: nil
    }
  }
}

/// A field of a structure.
public struct StructureField: Hashable, Sendable {
  public var name: String
  public var type: ValueType
  /// Makes a field.
  public init(_ name: String, _ type: ValueType) {
    self.name = name
    self.type = type
  }
}

/// A checked expression: every name is resolved, every operand has the type its operator needs.
///
/// Conditions are three-valued (Kleene, time 7). Unknown comes from blanks and propagates through every node except where the node's
/// text says otherwise. Frames: frame 0 is the rule's subject (or the element of a scope); each aggregate pushes one frame for its row.
public struct Core: Hashable, Sendable {
  public indirect enum Node: Hashable, Sendable {
    /// A constant; `nil` is unknown.
    case constant(Value?)
    /// The record of a frame. Type `.record`.
    case record(frame: Int)
    /// A field of the record that the base yields, as of the judged day (time 5). Unknown base, or a blank: unknown.
    case field(Core, FieldRef)
    /// All true / any true, Kleene.
    case and([Core])
    case or([Core])
    case not(Core)
    /// `equal … greaterOrEqual` on numbers, dates, moments, terms of one unit, texts, enum positions (order only if declared), records
    /// (equality only), bools (equality only). In procedures also lists, maps, structures, cadences and periods (equality only).
    case compare(ComparisonOperator, Core, Core)
    /// Membership in listed values; with `isOpen` (等) a known value outside the list is unknown, not false (time 9). If the left side is a list:
    /// true when any element is in.
    case isIn(Core, [Core], isOpen: Bool)
    /// A list holds the element; a text holds the text.
    case contains(Core, Core)
    /// Two-valued: whether the value is unknown. For a list: whether it is unknown or empty.
    case isEmpty(Core)
    /// `lower ≤ x ≤ upper`.
    case between(Core, Core, Core)
    case arithmetic(BinaryOperator, Core, Core)
    case negate(Core)
    /// Date minus date in days (a number with unit 日).
    case daysBetween(Core, Core)
    /// A date moved by a term, forward or backward (month ends clamp; workdays count on the plan's calendar).
    case shift(Core, OffsetDirection, Term)
    case conditional(Core, Core, Core)
    case aggregate(Aggregate)
    /// Whether the record is a member of the scope on the judged day.
    case inScope(Int, Core)
    /// The class of the record in the partition, typed as the partition's list; unknown when an arm before the match is unknown.
    case partition(Int, Core)
    /// The value of the inner expression as of another day (`X 于 日期`). Unknown day: unknown.
    case at(Core, day: Core)
    /// The judged day.
    case today
    /// First (or last) day of a period relative to the judged day.
    case periodDay(PeriodSpec, last: Bool)
    /// 上取整, 下取整, 取高, 取低, 工作日数(a, b), 年龄 …
    case builtin(Builtin, [Core])
    /// 曾: whether the condition was true on some day of the window, Kleene over its days. Nil: on any day up to the judged one.
    case ever(Core, Window?)
    /// 历次: the values that a field had in the window, in order, each once in a row. Nil: ever up to the judged day.
    case history(Core, Window?)

    // Only in procedures.

    /// The value in a slot.
    case variable(Int)
    /// A function of the program.
    case call(Int, [Core])
    /// A function of the host, by position in `Program.hostFunctions`.
    case hostCall(Int, [Core])
    /// The parts as people read them, one after another; an unknown part reads 未知.
    case text([Core])
    case list([Core])
    /// Keys and values in turn; the last of equal keys counts. An unknown key: unknown.
    case map([Core])
    /// The fields in the order of the type.
    case structure([Core])
    /// A field of a structure.
    case member(Core, Int)
    /// A list's element counted from 1, or what a map has under a key. What is not there is unknown.
    case element(Core, Core)
    case fold(Fold)
    case query(Query)
    /// 并 除 交 of two lists; keeps the order of the left, then of the right. Elements that are equal count once.
    case setOperation(SetOperator, Core, Core)
  }

  public var node: Node
  public var type: ValueType
  public var origin: Origin

  /// Makes an expression.
  public init(_ node: Node, _ type: ValueType, _ origin: Origin) {
    self.node = node
    self.type = type
    self.origin = origin
  }
}

/// Library functions over plain values.
public enum Builtin: String, Hashable, Sendable, CaseIterable {
  case roundUp, roundDown, maximum, minimum, workdaysBetween, isWorkday, yearsBetween, absolute
  /// 缺省(a, b): b where a is unknown.
  case coalesce
  /// 长度: characters of a text, elements of a list, entries of a map.
  case length
  /// 追加(list, x), 去除(list or map, element or key)
  case append, remove
  /// 键(map), 值(map), 反序(list), 去重(list)
  case keys, values, reversed, unique
  /// 拆分(text, separator), 连接(list, separator), 截取(text, from, count), 替换(text, from, to), 大写, 小写, 去空白, 以…开头, 以…结尾
  case split, join, slice, replace, uppercase, lowercase, trim, hasPrefix, hasSuffix
  /// 转数(text), 转文本(x)
  case toNumber, toText
  /// 年 月 日 星期 季度 of a date; 日期(y, m, d); 首日 末日 of a period
  case yearOf, monthOf, dayOf, weekdayOf, quarterOf, makeDate, firstDay, lastDay
  /// 四舍五入(x, places), 整除(a, b), 取余(a, b), 区间(a, b): the whole numbers from a to b
  case round, quotient, remainder, range
  /// 中位数(list), 区间交(p, q)
  case median, overlap
  /// A date moved by a computed term (`.shift` takes a constant one); 加日(date, n), 加月(date, n): month ends clamp, 加工作日(date, n). A negative n goes
  /// back; one that is not whole: unknown.
  case later, earlier, addDays, addMonths, addWorkdays
  /// The n-th weekday (Monday = 1) of the month of a date: (date, n, weekday), unknown where the month has no such; the first such weekday strictly
  /// after a date: (date, weekday); the last day of a date's month; the day of the year from 1; the n-th day of a year: (year, n), unknown where there is none.
  case nthWeekday, weekdayAfter, monthEnd, dayOfYear, dateInYear
  /// First to last day: unknown if the last is before the first. 天数(period)
  case makePeriod, daysOf
  /// Of a list of truths: how many stand true in a row at most. An element that is unknown: unknown, unless the longest run possible is the certain one.
  case longestRun
  /// Of a list of numbers: the sums of its beginnings. Unknown from the first unknown element on.
  case runningSum
}

/// A question over a collection of records: `有(隐患 于 近12个月 其中 级别 = 重大)`.
public struct Aggregate: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// 有: true if a row is certainly in; false if none may be in; else unknown.
    case exists
    /// 无: the negation.
    case none
    /// 皆: no row is certainly out; `value` is the condition each must meet.
    case every
    /// 数量. Unknown when any row is unknown, except as a target's metric, where certain and unknown rows are counted apart.
    case count
    /// 求和 平均 最大 最小 of `value`; unknown when a row or its value is unknown. 平均, 最大, 最小 of nothing are unknown, 求和 is 0.
    case sum, average, maximum, minimum
    /// 占比: rows for which `value` holds ÷ rows. Of nothing: unknown.
    case share
    /// 最近, 首次: the visible row with the latest (earliest) date, ties by position; unknown if none or if a candidate is unknown.
    case latest, earliest
    /// The number of different values of `value`.
    case distinct
  }
  public var kind: Kind
  public var rows: RowSource
  /// Restricts by the register's date field; a row without date is unknown. Nil: every visible row.
  public var window: Window?
  /// Judged with the row as a new innermost frame.
  public var filter: Core?
  /// What is summed, compared or shared, in the row's frame.
  public var value: Core?
  /// The frame index of the row inside `filter` and `value`.
  public var frame: Int

  /// Makes an aggregate.
  public init(
    kind: Kind, rows: RowSource, window: Window? = nil, filter: Core? = nil, value: Core? = nil,
    frame: Int
  ) {
    self.kind = kind
    self.rows = rows
    self.window = window
    self.filter = filter
    self.value = value
    self.frame = frame
  }
}

/// Where an aggregate's rows come from. A row is visible on the judged day if its register has no date field, or the date is blank, or
/// not later than that day.
public indirect enum RowSource: Hashable, Sendable {
  /// Rows of the referencing field's register whose field is (or, many-valued, contains) the owner.
  case related(FieldRef, owner: Core)
  /// `全部 X`, and X where no subject is in force.
  case all(RegisterID)
  /// The members of a scope. Rows of unknown membership are unknown rows.
  case scope(Int)

  /// The register of the rows.
  public func register(scopes: [ScopeDefinition]) -> RegisterID {
    switch self {
    case .related(let field, _): field.register
    case .all(let register): register
    case .scope(let index): scopes[index].register
    }
  }
}

/// A span of days for an aggregate, judged on a day. All ends are included.
public indirect enum Window: Hashable, Sendable {
  /// `近N`: (day − N, day] (time 5).
  case lookBack(Term)
  /// `X 前12个月`: [X − N, X − 1 day].
  case before(Core, Term)
  /// `X 后 30日内`: (X, X + N].
  case after(Core, Term)
  case period(PeriodSpec)
  case days(Core, Core)
  /// The period or the comparison period of the target being read; every day where there is none.
  case targetPeriod
}

/// A period that may depend on the judged day.
public enum PeriodSpec: Hashable, Sendable {
  case fixed(DayRange)
  /// 0 = the one with the judged day, −1 the one before.
  case relative(Int, CalendarUnit)
  /// A half, quarter or month of the judged year plus `yearOffset`.
  case part(yearOffset: Int, CalendarUnit, Int)
  /// The year before up to the same day (上年同期).
  case samePeriodLastYear
}
