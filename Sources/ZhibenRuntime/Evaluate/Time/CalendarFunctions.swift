import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension WorkCalendar {
  /// The date moved by the term, forward or backward: month ends clamp, workdays count on this calendar.
  func shift(_ date: CivilDate, _ direction: OffsetDirection, by term: Term) -> CivilDate {
    end(of: direction == .after ? term : term.times(-1), after: date)
  }

  /// The minute moved by the term: by minutes and hours as they are, by longer terms as its day is moved, at the same time of day.
  func shift(moment: Int, _ direction: OffsetDirection, by term: Term) -> Int? {
    let perUnit = term.unit == .minute ? 1 : term.unit == .hour ? 60 : 0
    if perUnit > 0 {
      let (minutes, overflow) = term.count.multipliedReportingOverflow(by: perUnit)
      guard !overflow else { return nil }
      let (moved, tooFar) =
        direction == .after
        ? moment.addingReportingOverflow(minutes) : moment.subtractingReportingOverflow(minutes)
      return tooFar ? nil : moved
    }
    let minute = ((moment % 1440) + 1440) % 1440
    guard let number = Int32(exactly: (moment - minute) / 1440) else { return nil }
    return Int(shift(CivilDate(days: number), direction, by: term).days) * 1440 + minute
  }

  /// `X 前12个月`: [X − N, X − 1 day].
  func days(before date: CivilDate, _ term: Term) -> DayRange {
    DayRange(shift(date, .before, by: term), date.previous)
  }

  /// `X 后 30日内`: (X, X + N].
  func days(after date: CivilDate, _ term: Term) -> DayRange {
    DayRange(date.next, shift(date, .after, by: term))
  }
}

/// The number of whole years from a day to another: how often the corresponding day, else the month's last, has come. Negative backward.
func wholeYears(from start: CivilDate, to end: CivilDate) -> Int {
  let years = end.year - start.year
  return start.addingYears(years) > end ? years - 1 : years
}

/// Whether a text holds another, byte by byte. The empty text is in every text.
func holds(_ text: String, _ part: String) -> Bool {
  var (text, part) = (text, part)
  return text.withUTF8 { text in
    part.withUTF8 { part in
      guard part.count <= text.count else { return false }
      return (0...(text.count - part.count)).contains { start in
        text[start..<(start + part.count)].elementsEqual(part)
      }
    }
  }
}
