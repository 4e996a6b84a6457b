import ZhibenCalendar

/// What a rule yields, by kind. The raw values stand in the ledger and never change.
public enum OutcomeKind: UInt8, Hashable, Sendable, CaseIterable {
  /// 义务: (rule, subject, first day of the period, n-th of N).
  case obligation = 1
  /// 检查任务: the same key.
  case visit = 2
  /// 违反: (rule, subject, first day of the episode).
  case violation = 3
  /// 台阶: (rule, record, rung number, round).
  case rung = 4
  /// 读数: (target, line, metric).
  case reading = 5
  /// 抽签: (rule, −1 or the unit, first day of the period, 10 × round + redraw).
  case draw = 6
  /// 通知: (rule, record, day of the event, number of the action).
  case notice = 7
}

/// The state of an outcome. The raw values stand in the ledger and never change.
public enum OutcomeStatus: UInt8, Hashable, Sendable, CaseIterable {
  // Obligations and visits.
  /// 待办: not yet due.
  case pending = 1
  /// 完成: done in time.
  case done = 2
  /// 补做: done after its due day.
  case doneLate = 3
  /// 逾期
  case overdue = 4
  /// 中止: suspended.
  case suspended = 5
  /// 终止: the subject left, or another cadence took its place.
  case ended = 6
  /// 待核实: rests on something unknown; never done, never overdue (time 7).
  case unknown = 7
  /// 免除
  case waived = 8
  /// 受限: planned above the cap; both clauses are named.
  case capped = 9
  // Violations.
  /// 未解除
  case open = 10
  /// 已解除
  case closed = 11
  // Rungs.
  /// 提出
  case proposed = 12
  /// 待批: a named person decides (time 37).
  case awaitingApproval = 13
  /// 缺前提: reached, but what it needs is missing (time 37).
  case held = 14
  /// 略过: a graver rung was reached in the same gap (time 39).
  case skipped = 15
  /// 撤销: what it rested on proved otherwise (time 21).
  case cancelled = 16
  // Readings.
  /// 达标
  case met = 17
  /// 未达
  case missed = 18
  /// 在途: the day has not come.
  case onTrack = 19
  // Draws.
  /// 待公布: the list is frozen, the number is still to come.
  case awaitingNumber = 20
  /// 已抽
  case drawn = 21
  // Units of a draw.
  /// 抽中
  case selected = 22
  /// 备选
  case reserve = 23
  /// 划去: fell out before it was visited.
  case struck = 24
  /// 递补: moved up from the reserve.
  case movedUp = 25
  /// 作废: drawn anew, under another number.
  case void = 26
}

/// Why an outcome is as it is, where the status does not say it. The raw values stand in the ledger and never change.
public enum OutcomeCause: UInt8, Hashable, Sendable, CaseIterable {
  case none = 0
  /// The subject's membership is unknown.
  case unknownMembership = 1
  /// The cadence or an exception rests on something unknown.
  case unknownCadence = 2
  /// A record that may be evidence has blanks.
  case unknownEvidence = 3
  /// The subject left the scope.
  case left = 4
  /// A stricter cadence took over (time 20).
  case stricterCadence = 5
  /// Two exceptions disagree; both clauses are named.
  case conflict = 6
  /// The anchor of the term is unknown; dormant (time 23).
  case dormant = 7
  /// No longer follows from the facts (a correction).
  case corrected = 8
  /// The planned visits exceed the cap.
  case cap = 9
  /// The rung's record closed.
  case closed = 10
  /// Rungs missed in a gap (time 39).
  case gap = 11
  /// The target's base is nothing.
  case zeroBase = 12
  /// Records behind a reading are unknown, so that it may be met or missed.
  case unknownRecords = 13
  /// The number was published before, or on the day on which the list was frozen.
  case numberTooEarly = 14
  /// Two numbers were published on one day.
  case numberAmbiguous = 15
  /// There was nobody to draw from.
  case emptyList = 16
  /// The weight is unknown, or no whole number of tickets.
  case unknownWeight = 17
  /// The round was drawn anew.
  case redrawn = 18
  /// What a relief rests on is unknown, so that there is none (time 45). The outcome itself is known.
  case unknownRelief = 19
}

/// Tells apart periods of different length that begin on the same day.
public enum PeriodRank: Int32, Hashable, Sendable {
  /// Rolling, grid and one-off obligations.
  case none = 0
  case day = 1
  case week = 2
  case tenDays = 3
  case month = 4
  case quarter = 5
  case halfYear = 6
  case year = 7

  /// The rank of a calendar unit.
  public init(_ unit: CalendarUnit) {
    switch unit {
    case .day, .workday: self = .day
    case .week: self = .week
    case .tenDays: self = .tenDays
    case .month: self = .month
    case .quarter: self = .quarter
    case .halfYear: self = .halfYear
    case .year: self = .year
    }
  }

  /// The key part of the n-th obligation of such a period.
  public func nth(_ n: Int) -> Int32 { rawValue * 1000 + Int32(clamping: min(n, 999)) }

  /// Undoes `nth`.
  public static func split(_ nth: Int32) -> (rank: PeriodRank, n: Int) {
    (PeriodRank(rawValue: nth / 1000) ?? .none, Int(nth % 1000))
  }
}

/// The natural key of an outcome inside one program and snapshot (time 3). Ordered: the planner emits keys in this order.
public struct OutcomeKey: Hashable, Comparable, Sendable {
  /// Position in `Program.rules`.
  public var rule: Int32
  /// Position of the subject in its register's table; −1 for readings.
  public var subject: Int32
  /// First day of the period or episode; the rung's number from 1; the line's number from 0.
  public var first: Int32
  /// n-th of N from 1 plus 1000 × the rank of the period's unit (`PeriodRank`), since a quarter and its first month begin on the same day;
  /// the round from 1; the metric's number from 0.
  public var nth: Int32

  /// Makes a key.
  public init(rule: Int32, subject: Int32, first: Int32, nth: Int32) {
    self.rule = rule
    self.subject = subject
    self.first = first
    self.nth = nth
  }

  public static func < (a: OutcomeKey, b: OutcomeKey) -> Bool {
    (a.rule, a.subject, a.first, a.nth) < (b.rule, b.subject, b.first, b.nth)
  }
}

/// One outcome: key and state. Plain data, so that millions stay small. Days are days since 1970-01-01; `noDay` where there is none.
public struct Outcome: Hashable, Sendable {
  public static let noDay = Int32.min

  public var key: OutcomeKey
  public var kind: OutcomeKind
  public var status: OutcomeStatus
  public var cause: OutcomeCause
  /// Last day of the period (of the episode; `noDay` while open).
  public var last: Int32
  /// The due day as reckoned, before it moved off a rest day (time 25).
  public var dueRaw: Int32
  /// The due day that counts.
  public var due: Int32
  /// The day it was done, the rung was reached, the reading was taken.
  public var happenedOn: Int32
  /// Position of the evidence record in its register's table, −1 for none.
  public var evidence: Int32
  /// Readings: numerator and denominator of the certain value. Draws: the first 16 bytes of the list's hash; of a unit those of its ticket.
  /// Else 0.
  public var numerator: Int64
  public var denominator: Int64
  /// Readings: unknown records behind it. Draws: how many stand apart as unknown; of a unit its rank in its stratum. Others: 0.
  public var unknownCount: Int32

  /// Makes an outcome.
  public init(
    key: OutcomeKey, kind: OutcomeKind, status: OutcomeStatus, cause: OutcomeCause = .none,
    last: Int32 = Outcome.noDay, dueRaw: Int32 = Outcome.noDay, due: Int32 = Outcome.noDay,
    happenedOn: Int32 = Outcome.noDay, evidence: Int32 = -1, numerator: Int64 = 0,
    denominator: Int64 = 0, unknownCount: Int32 = 0
  ) {
    self.key = key
    self.kind = kind
    self.status = status
    self.cause = cause
    self.last = last
    self.dueRaw = dueRaw
    self.due = due
    self.happenedOn = happenedOn
    self.evidence = evidence
    self.numerator = numerator
    self.denominator = denominator
    self.unknownCount = unknownCount
  }
}

/// A difference between what follows from the facts and what the ledger holds.
public struct Change: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    /// + 新增
    case insert
    /// ~ 变更
    case update
    /// − 取消: in the ledger, but no longer follows; it becomes 终止 or 撤销, nothing is deleted.
    case withdraw
  }
  public var kind: Kind
  /// The new state.
  public var outcome: Outcome
  /// The state in the ledger; nil for an insert.
  public var before: Outcome?

  /// Makes a change.
  public init(kind: Kind, outcome: Outcome, before: Outcome?) {
    self.kind = kind
    self.outcome = outcome
    self.before = before
  }
}
