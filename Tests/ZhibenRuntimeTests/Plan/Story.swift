import Testing
import ZhibenCalendar
import ZhibenFacts

@testable import ZhibenRuntime

/// A story: facts, a day, what follows.
struct Story: CustomTestStringConvertible, Sendable {
  var name: String
  var asOf: String
  var expected: [String]
  var build: @Sendable (inout Town) throws -> Void
  var testDescription: String { name }

  init(
    _ name: String, asOf: String, _ expected: [String],
    build: @escaping @Sendable (inout Town) throws -> Void
  ) {
    self.name = name
    self.asOf = asOf
    self.expected = expected
    self.build = build
  }

  /// Tells it with both evaluators; and whatever it is about, an earlier day must not have had a key that this one lacks (time 1).
  func tell(period: DayRange = Town.days("2025-01-01", "2025-12-31")) throws {
    var town = Town()
    town.period = period
    try build(&town)
    #expect(town.outcomes(asOf) == expected)
    #expect(town.reference(asOf) == expected)
    let keys = Set(town.derived(asOf).map(\.key))
    for daysBefore in [1, 7, 30, 75, 180] {
      let earlier = Town.day(asOf).advanced(byDays: -daysBefore).description
      let lost = town.derived(earlier).filter {
        !keys.contains($0.key) && !($0.kind == .rung && $0.status == .unknown)
      }
      #expect(lost.map(Town.line) == [], "known on \(earlier), but not on \(asOf)")
    }
  }
}
