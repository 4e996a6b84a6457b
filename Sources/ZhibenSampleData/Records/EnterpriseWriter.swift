/// Writes everything about one enterprise. Each file beside this one adds one kind of records.
struct EnterpriseWriter {
  let profile: Profile
  let sink: Sink
  var random: SplitMix64
  /// Names inspectors, so that visits and the town's people agree.
  static let inspectors = (1...6).map { "RYJG-\($0)" }

  init(profile: Profile, sink: Sink) {
    self.profile = profile
    self.sink = sink
    random = SplitMix64(seed: profile.seed, stream: 3, index: profile.index)
  }

  /// The full record of years, for a register that looks like a town's.
  mutating func writeAll(enterprises: Int) {
    writeEnterprise()
    writeChanges()
    let crew = writePeople()
    writeRisks()
    writeGrades()
    writeSelfChecks(crew: crew)
    writeVisits()
    writeHazards(crew: crew)
    writeTrainings(crew: crew)
    writeDrills()
    writeEquipment()
    writeWorkshop(enterprises: enterprises)
    writeIncidents(crew: crew)
  }

  func write(_ table: SampleTable, _ cells: [Cell]) {
    sink.write(table, cells, habit: profile.habit)
  }

  /// True if the duty is done this time.
  mutating func does() -> Bool { random.chance(profile.diligence) }

  /// A day in the span on which the enterprise works, or nil.
  mutating func workingDay(_ first: Day, _ last: Day) -> Day? {
    let day = random.day(max(first, profile.entered), last)
    return profile.isActive(on: day) && day <= last ? day : nil
  }

  /// A flag that is true in so many of a hundred cases and blank in three.
  mutating func flag(_ percent: Int) -> Cell {
    random.chance(3) ? .flag(nil) : .flag(random.chance(percent))
  }

  /// A trait that the trade has: certain, but blank in three of a hundred cases.
  mutating func flag(_ holds: Bool) -> Cell {
    random.chance(3) ? .flag(nil) : .flag(holds)
  }

  /// First and last days of the periods of so many months from 2024-04 (or a given month) to the end.
  static func periods(months: Int, from start: (year: Int, month: Int) = (2024, 4)) -> [(Day, Day)]
  {
    var spans: [(Day, Day)] = []
    var (year, month) = start
    while Day(year, month, 1) <= Moments.end {
      let first = Day(year, month, 1)
      month += months
      while month > 12 { (year, month) = (year + 1, month - 12) }
      spans.append((first, min(Day(year, month, 1) - 1, Moments.end)))
    }
    return spans
  }
}
