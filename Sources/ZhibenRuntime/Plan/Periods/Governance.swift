import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The days on which one cadence binds a subject, after the rules for entry, exit and change of class (time 17, 18, 20).
struct Governance: Equatable {
  enum Entry: Equatable {
    /// With the rule itself: no entry, the first period is whole.
    case withRule
    /// The subject entered.
    case entered
    /// Another cadence was replaced.
    case changed
  }
  enum Exit: Equatable {
    /// Still binding on the horizon.
    case none
    /// The subject left or was exempted: what is open ends.
    case left
    /// A stricter cadence took over at once: the open period ends.
    case stricter
    /// A looser one took over with the next period.
    case looser
  }
  var cadence: Int
  var from: Int32
  var to: Int32
  var entry: Entry
  var exit: Exit
}

/// Derives from the days' states which cadence binds when.
///
/// A stricter cadence binds at once, a looser one from the next period of the old one (time 20).
func governances(
  of segments: [Segment<DutyState>], start: Int32, horizon: Int32, cadences: [Cadence]
) -> [Governance] {
  var done: [Governance] = []
  var current: Governance?
  var deferred: (cadence: Int, from: Int32)?

  func close(at last: Int32, _ exit: Governance.Exit) {
    guard var closing = current else { return }
    closing.to = last
    closing.exit = exit
    if closing.from <= last { done.append(closing) }
    current = nil
  }
  func open(_ cadence: Int, from: Int32, _ entry: Governance.Entry) {
    current = Governance(cadence: cadence, from: from, to: horizon, entry: entry, exit: .none)
  }
  func activateDeferred(before day: Int32) {
    guard let next = deferred, next.from < day else { return }
    close(at: next.from - 1, .looser)
    open(next.cadence, from: next.from, .changed)
    deferred = nil
  }

  for segment in segments {
    activateDeferred(before: segment.from)
    guard case .owed(let cadence, _, _) = segment.state else {
      deferred = nil
      close(at: segment.from - 1, .left)
      continue
    }
    guard let binding = current else {
      open(cadence, from: segment.from, segment.from == start ? .withRule : .entered)
      continue
    }
    if binding.cadence == cadence {
      deferred = nil
    } else if deferred?.cadence != cadence {
      let (old, new) = (cadences[binding.cadence], cadences[cadence])
      if new.timesPerCentury > old.timesPerCentury {
        close(at: segment.from - 1, .stricter)
        open(cadence, from: segment.from, .changed)
        deferred = nil
      } else {
        deferred = (cadence, old.lastDay(ofPeriodWith: segment.from) + 1)
      }
    }
    activateDeferred(before: segment.to + 1)
  }
  if let open = current { done.append(open) }
  return done
}

extension Cadence {
  /// The last day of the period that contains the day; the day before for cadences without calendar periods, which change at once.
  fileprivate func lastDay(ofPeriodWith day: Int32) -> Int32 {
    guard case .periodic(let unit, _, _, _) = self else { return day - 1 }
    return unit.period(containing: CivilDate(days: day)).last.days
  }
}
