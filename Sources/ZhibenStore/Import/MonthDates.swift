/// Which day is meant where a cell of a date says a month only (`2024年6月`), by decision of whoever imports. Without one such cells are refused.
public struct MonthDates: Hashable, Sendable {
  /// A day of a month.
  public enum Day: String, CaseIterable, Hashable, Sendable { case first, last }

  /// For columns of which nothing else is said; nil refuses the cell.
  public var others: Day?
  /// By the name of the field.
  public var byColumn: [String: Day]

  /// Makes a decision.
  /// - Parameters:
  ///   - others: for columns of which nothing else is said; nil refuses the cell.
  ///   - byColumn: by the name of the field.
  public init(_ others: Day? = nil, byColumn: [String: Day] = [:]) {
    (self.others, self.byColumn) = (others, byColumn)
  }

  /// What holds for a field.
  func day(of column: String) -> Day? { byColumn[column] ?? others }
}
