import Testing
import ZhibenCalendar

/// The day written in ISO form; a typing error in a test's table is recorded as an issue.
func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) -> CivilDate {
  guard let date = CivilDate(iso: iso) else {
    Issue.record("\(iso) is no day", sourceLocation: location)
    return .min
  }
  return date
}

/// `2025-06-01..2025-06-30`, or one day.
func days(_ text: String, _ location: SourceLocation = #_sourceLocation) -> DayRange {
  let ends = text.split(separator: ".")
  return DayRange(day(String(ends.first ?? ""), location), day(String(ends.last ?? ""), location))
}

/// SplitMix64; the seed is fixed by the test and named in its failures.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func date(in range: DayRange) -> CivilDate {
    CivilDate(days: Int32.random(in: range.first.days...range.last.days, using: &self))
  }
}
