import Zhiben

extension MonthDates {
  /// Reads `月末`, `last`, `整改期限=月末，发现日期=月初`; nil if it is something else, or a column is none.
  init?(reading text: String, columns isColumn: (String) -> Bool) {
    self.init()
    for part in text.split(whereSeparator: { ",，;；".contains($0) }) {
      let sides = part.split(maxSplits: 1, whereSeparator: { "=＝".contains($0) })
        .map { $0.trimmingPrefix(while: \.isWhitespace) }
        .map { String($0.reversed().trimmingPrefix(while: \.isWhitespace).reversed()) }
      guard let word = sides.last, let day = Self.day(word) else { return nil }
      switch sides.count {
      case 1 where others == nil: others = day
      case 2:
        guard let column = sides.first, isColumn(column), byColumn[column] == nil else {
          return nil
        }
        byColumn[column] = day
      default: return nil
      }
    }
    if others == nil, byColumn.isEmpty { return nil }
  }

  private static func day(_ word: String) -> Day? {
    switch word {
    case "月初", "first": .first
    case "月末", "月底", "last": .last
    default: nil
    }
  }
}
