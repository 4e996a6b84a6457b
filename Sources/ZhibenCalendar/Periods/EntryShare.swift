/// What remains of a period for a subject that enters in its middle (time 17).
public struct EntryShare: Hashable, Sendable {
  /// The workdays from the day of entry, inclusive, to the period's end.
  public let remaining: Int
  /// The workdays of the whole period.
  public let whole: Int
  /// How often the duty is owed in a whole period.
  public let count: Int
  /// How often it is owed in what remains.
  public let required: Int
}

extension EntryShare {
  /// `剩余30/61个工作日，4次折算为2次`; for a single deed `不足一半，自下期起` or `不少于一半，本期1次`.
  public var chinese: String {
    let share = "剩余\(remaining)/\(whole)个工作日"
    if count == 1 {
      return required == 0 ? "\(share)，不足一半，自下期起" : "\(share)，不少于一半，本期1次"
    }
    return "\(share)，\(count)次折算为\(required)次"
  }

  /// `30 of 61 workdays remain: 2 instead of 4`.
  public var english: String {
    let share = "\(remaining) of \(whole) workdays remain"
    if count == 1 {
      return required == 0
        ? "\(share), less than half: from the next period"
        : "\(share), at least half: once in this period"
    }
    return "\(share): \(required) instead of \(count)"
  }
}

extension WorkCalendar {
  /// How much of a duty a subject owes in the period in which it enters (time 17).
  ///
  /// A count of 1 is owed if at least half of the workdays remain; a count N becomes N × remaining
  /// ÷ whole, rounded up. Whoever enters on the first day or before owes the whole count, also in a
  /// period without a workday; whoever enters behind the last day, nothing.
  public func entry(on date: CivilDate, into period: DayRange, count: Int) -> EntryShare {
    let whole = workdays(in: period)
    let remaining = workdays(in: DayRange(max(date, period.first), period.last))
    let required: Int
    if count <= 0 || period.isEmpty {
      required = 0
    } else if date <= period.first {
      required = count
    } else if whole == 0 {
      required = 0
    } else if count == 1 {
      required = remaining * 2 >= whole ? 1 : 0
    } else {
      // Split so that no count overflows.
      let (times, rest) = count.quotientAndRemainder(dividingBy: whole)
      required = times * remaining + (rest * remaining + whole - 1) / whole
    }
    return EntryShare(remaining: remaining, whole: whole, count: count, required: required)
  }
}
