import ZhibenCalendar
import ZhibenDiagnostics

/// Reads days and moments as people write them in ledgers (experience 83). What may mean several days, or none, is refused with the reason.
struct DateText {
  /// The day.
  var date: CivilDate
  /// Minutes since midnight, if the cell says them.
  var minutes: Int?

  /// The day's number; a time of day is let go.
  /// - Parameter month: the day that a month alone stands for.
  static func day(_ cell: CellBytes, month: MonthDates.Day? = nil) throws(CellProblem) -> Int64 {
    Int64(try DateText(cell, month: month).date.days)
  }

  /// Minutes since 1970-01-01 00:00.
  static func moment(_ cell: CellBytes) throws(CellProblem) -> Int64 {
    let value = try DateText(cell)
    guard let minutes = value.minutes else { throw Missing.time.problem }
    return Int64(value.date.days) * 1440 + Int64(minutes)
  }

  /// Reads a cell.
  init(_ cell: CellBytes, month: MonthDates.Day? = nil) throws(CellProblem) {
    if let plain = Self.plainDay(cell) {
      self = plain
      return
    }
    var scanner = DateScanner(cell, month: month)
    self = try scanner.read()
  }

  init(_ date: CivilDate, minutes: Int? = nil) {
    self.date = date
    self.minutes = minutes
  }

  /// `2024-05-06`, the most frequent form.
  private static func plainDay(_ cell: CellBytes) -> DateText? {
    guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard (0x30...0x39).contains(cell[index]) else { return nil }
        value = value * 10 + Int(cell[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year >= 1000, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return DateText(date)
  }

  /// What a date lacks.
  enum Missing {
    case year, century, monthAndDay, day, time

    var problem: CellProblem {
      let missing: Wording =
        switch self {
        case .year: Wording(zh: "年份", en: "the year")
        case .century: Wording(zh: "完整的年份", en: "the full year")
        case .monthAndDay: Wording(zh: "月和日", en: "the month and the day")
        case .day: Wording(zh: "哪一天", en: "the day")
        case .time: Wording(zh: "几点几分", en: "the time of day")
        }
      return CellProblem(ImportCode.incomplete, ["missing": missing])
    }
  }
}
