/// Which days are rest days at all: `日历 中国 | 仅周末 | 无` in the head of a plan (time 28).
public enum RestDayScheme: String, Hashable, Sendable, CaseIterable, Codable {
  /// 中国: weekends, decreed festivals and make-up days.
  case china = "中国"
  /// 仅周末: Saturday and Sunday, nothing else.
  case weekendsOnly = "仅周末"
  /// 无: every day is worked.
  case everyDay = "无"
}

/// The workdays, with the source of each (time 28).
///
/// Immutable and computed once, so it is shared freely between threads. Festivals are known in
/// `WorkCalendar.span`; outside of it only weekends rest.
public final class WorkCalendar: Sendable {
  /// Which days are rest days at all.
  public let scheme: RestDayScheme
  /// The notices followed, by year; none unless the scheme is `china`.
  public let decrees: [RestDayDecree]
  /// The closures on top of them, in the order in which they were added.
  public let localClosures: [LocalClosure]

  let index: WorkdayIndex
  let specialDays: SpecialDays
  private let decreedYears: Set<Int>

  /// A calendar of that scheme. Decrees for the same year and festival replace earlier ones.
  public init(
    _ scheme: RestDayScheme, decrees: [RestDayDecree] = [], localClosures: [LocalClosure] = []
  ) {
    self.scheme = scheme
    self.decrees = scheme == .china ? Self.latest(decrees) : []
    self.localClosures = localClosures
    decreedYears = Set(self.decrees.map(\.year))
    specialDays = SpecialDays(
      scheme: scheme, decrees: self.decrees, decreedYears: decreedYears, closures: localClosures)
    index = WorkdayIndex(
      daysPerWeek: scheme == .everyDay ? 7 : 5, span: Self.span,
      exceptions: specialDays.all.map { ($0.day, $0.isWorkday) })
  }

  /// 2000-01-01 to 2100-12-31: the years whose festivals are reckoned.
  public static let span = DayRange(
    .clamped(monthNumber: 2000 * 12, day: 1), .clamped(monthNumber: 2100 * 12 + 11, day: 31))

  /// The notices of 2018 to 2026, and fixed festivals in other years.
  public static let china = WorkCalendar(.china, decrees: DecreedRestDays.all)
  /// Saturdays and Sundays rest.
  public static let weekendsOnly = WorkCalendar(.weekendsOnly)
  /// No day rests.
  public static let everyDay = WorkCalendar(.everyDay)

  /// The built-in calendar of that scheme.
  public static func builtIn(_ scheme: RestDayScheme) -> WorkCalendar {
    switch scheme {
    case .china: china
    case .weekendsOnly: weekendsOnly
    case .everyDay: everyDay
    }
  }

  /// This calendar with days closed in one place. Closures count inside `span` only.
  public func adding(localClosures: [LocalClosure]) -> WorkCalendar {
    WorkCalendar(scheme, decrees: decrees, localClosures: self.localClosures + localClosures)
  }

  /// This calendar with notices that have appeared since; a festival decreed again is replaced.
  public func adding(decrees: [RestDayDecree]) -> WorkCalendar {
    WorkCalendar(scheme, decrees: self.decrees + decrees, localClosures: localClosures)
  }

  private static func latest(_ decrees: [RestDayDecree]) -> [RestDayDecree] {
    var kept: [RestDayDecree] = []
    for decree in decrees {
      kept.removeAll { $0.year == decree.year && $0.name == decree.name }
      kept.append(decree)
    }
    return kept.sorted {
      ($0.year, $0.off.first?.first ?? .max) < ($1.year, $1.off.first?.first ?? .max)
    }
  }

  /// Whether the year's notice is known.
  func isDecreed(_ year: Int) -> Bool { scheme != .china || decreedYears.contains(year) }
  /// The last year whose notice is known; nil if there is none.
  public var lastDecreedYear: Int? { decreedYears.max() }
}
