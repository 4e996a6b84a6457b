import Zhiben

extension AnswerText {
  /// Says that workdays of years without a notice are reckoned provisionally (time 28), where an answer may rest on them.
  package func tellCalendar(asOf: CivilDate) {
    guard let last = WorkCalendar.china.lastDecreedYear else { return }
    let years = answer.tables.flatMap { table -> Set<Int> in
      let words = table.title.lowercased()
      guard words.contains("工作日") || words.contains("workday") else { return [] }
      return Self.years(in: words).union(table.rows.flatMap(\.self).compactMap(Self.year))
        .union([asOf.year])
    }
    let open = Set(years.filter { $0 > last }).sorted().map(String.init)
    guard !open.isEmpty else { return }
    session.say(
      session.text(
        "\(open.joined(separator: "、")) 年的放假安排还没有公布，工作日暂按周末和固定节日推算。",
        "the rest days of \(open.joined(separator: ", ")) are not decreed yet; workdays are provisional, by weekends and fixed festivals."
      ))
  }

  private static func year(_ value: Value?) -> Int? {
    switch value {
    case .date(let day): day.year
    case .moment(let minutes): CivilDate(days: Int32(clamping: minutes / 1_440)).year
    default: nil
    }
  }

  /// Figures of four that may be years.
  private static func years(in text: String) -> Set<Int> {
    Set(
      text.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
        .filter { (2000..<2200).contains($0) })
  }
}
