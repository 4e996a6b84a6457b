/// The days that depart from the weekly pattern, or have a name although they do not, in order.
struct SpecialDays: Sendable {
  struct Day: Sendable {
    let day: Int32
    let kind: DayReason.Kind
    var isWorkday: Bool { DayReason(kind: kind, isProvisional: false).isWorkday }
  }

  let all: [Day]

  init(
    scheme: RestDayScheme, decrees: [RestDayDecree], decreedYears: Set<Int>,
    closures: [LocalClosure]
  ) {
    var kinds: [Int32: DayReason.Kind] = [:]
    if scheme == .china {
      for year in WorkCalendar.span.first.year...WorkCalendar.span.last.year
      where !decreedYears.contains(year) {
        for festival in StatutoryFestivals.fixed(in: year) {
          for date in festival.days.dates {
            kinds[date.days] = .festival(festival.name, paper: nil)
          }
        }
      }
    }
    for decree in decrees {
      for date in decree.off.lazy.flatMap(\.dates) {
        kinds[date.days] = .festival(decree.name, paper: decree.paper)
      }
      for date in decree.work {
        kinds[date.days] = .makeUpDay(festival: decree.name, paper: decree.paper)
      }
    }
    for closure in closures {
      for date in closure.days.intersection(WorkCalendar.span).dates {
        // A day that rests anyway keeps the reason that holds everywhere.
        let rests = kinds[date.days].map { !DayReason(kind: $0, isProvisional: false).isWorkday }
        if !(rests ?? (scheme != .everyDay && date.weekday > 5)) {
          kinds[date.days] = .localClosure(closure.reason)
        }
      }
    }
    all = kinds.map { Day(day: $0.key, kind: $0.value) }.sorted { $0.day < $1.day }
  }

  /// What is special about the day, if anything.
  func kind(of date: CivilDate) -> DayReason.Kind? {
    let position = firstPosition(notBefore: date)
    return position < all.count && all[position].day == date.days ? all[position].kind : nil
  }

  /// The special days in the range.
  func days(in range: DayRange) -> ArraySlice<Day> {
    guard !range.isEmpty else { return [] }
    let start = firstPosition(notBefore: range.first)
    var end = firstPosition(notBefore: range.last)
    if end < all.count, all[end].day == range.last.days { end += 1 }
    return all[start..<end]
  }

  private func firstPosition(notBefore date: CivilDate) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = low + (high - low) / 2
      if all[middle].day < date.days { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
