import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The days on which one cadence binds a subject, after the rules for entry, exit and change of class (time 17, 18, 20).
struct Governance: Equatable {
  enum Entry: Equatable {
    /// With the rule itself: no entry, the first period is whole.
    case withRule
    /// The subject entered, or its exemption ended (time 19: on resumption 17 applies).
    case entered
    /// Another cadence, or another anchor of the same, was replaced.
    case changed
  }
  enum Exit: Equatable {
    /// Still binding on the horizon.
    case none
    /// The subject left: whatever is open ends.
    case left
    /// The subject was exempted: what was not yet due is waived. Exemption is no exit (time 19): what is overdue stays so.
    case exempted
    /// A stricter cadence took over at once.
    case stricter
    /// A looser one took over when the period was over.
    case looser
    /// The date that the cadence is reckoned from changed.
    case reanchored
  }
  var cadence: Int
  var from: Int32
  var to: Int32
  var entry: Entry
  var exit: Exit
}

/// Derives from the days' states which cadence binds when.
///
/// A stricter cadence binds at once; any other from the period of the old one that begins next (time 20), which is the same day if the
/// class changes with a period. Days on which it is unknown whether somebody is a member count as membership here: the outcomes say so.
///
/// - Parameter periodEnd: the last day of the cadence's period that contains the day; `Int32.max` if that is not known yet.
func governances(
  of segments: [Segment<DutyState>], start: Int32, horizon: Int32, cadences: [Cadence],
  periodEnd: (_ cadence: Int, _ day: Int32) -> Int32
) -> [Governance] {
  var done: [Governance] = []
  var current: Governance?
  var deferred: (cadence: Int, from: Int32)?

  func close(at last: Int32, _ exit: Governance.Exit) {
    deferred = nil
    guard var closing = current else { return }
    (closing.to, closing.exit) = (last, exit)
    done.append(closing)
    current = nil
  }
  func open(_ cadence: Int, from: Int32, _ entry: Governance.Entry) {
    current = Governance(cadence: cadence, from: from, to: horizon, entry: entry, exit: .none)
  }
  func activateDeferred(through day: Int32) {
    guard let next = deferred, next.from <= day else { return }
    close(at: next.from - 1, .looser)
    open(next.cadence, from: next.from, .changed)
  }

  for segment in segments {
    activateDeferred(through: segment.from - 1)
    let before = segment.from - 1
    switch segment.state {
    case .out: close(at: before, .left)
    case .exempt: close(at: before, .exempted)
    case .owed(let cadence, _, _):
      if let binding = current {
        if binding.cadence == cadence {
          deferred = nil
        } else if cadences[cadence].timesPerCentury > cadences[binding.cadence].timesPerCentury {
          close(at: before, .stricter)
          open(cadence, from: segment.from, .changed)
        } else if deferred?.cadence != cadence {
          let end = periodEnd(binding.cadence, before)
          deferred = end == .max ? nil : (cadence, max(end, before) + 1)
        }
      } else {
        open(cadence, from: segment.from, segment.from == start ? .withRule : .entered)
      }
      activateDeferred(through: segment.to)
    }
  }
  if let open = current { done.append(open) }
  return done
}
