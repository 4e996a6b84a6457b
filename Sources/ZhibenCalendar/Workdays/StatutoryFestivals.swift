/// The festivals with a fixed day in 《全国年节及纪念日放假办法》, which stand in for a year without a notice
/// (time 28).
///
/// Festivals by the lunar calendar and solar terms, days made up and weekends moved are unknown
/// until the notice; so such a year has provisionally more workdays than it will have.
enum StatutoryFestivals {
  /// Name and days in that year.
  static func fixed(in year: Int) -> [(name: String, days: DayRange)] {
    [
      ("元旦", range(year, 1, 1, 1)),
      // 2 May is a festival since the revision in force from 2025.
      ("劳动节", range(year, 5, 1, year >= 2025 ? 2 : 1)),
      ("国庆节", range(year, 10, 1, 3)),
    ]
  }

  private static func range(_ year: Int, _ month: Int, _ first: Int, _ last: Int) -> DayRange {
    let number = year * 12 + month - 1
    return DayRange(
      .clamped(monthNumber: number, day: first), .clamped(monthNumber: number, day: last))
  }
}
