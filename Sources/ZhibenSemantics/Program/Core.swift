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
    /// (equality only), bools (equality only).
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
