import ZhibenCalendar
import ZhibenFacts

/// One round of a draw: its list, its number if there is one, and what became of it.
struct DrawRound {
  /// The period, in days.
  var first: Int32
  var last: Int32
  /// 1 for the draw itself, one more for each supplement.
  var number: Int
  /// How often it was drawn anew.
  var attempt: Int
  /// The day on which the list was frozen.
  var frozenOn: Int32
  var list: DrawList
  /// Whether the ledger has the list.
  var isStored: Bool
  /// What was published; nil while it is to come.
  var announced: FrozenDraw.Number?
  /// Why a number that is there is not taken.
  var refusal = OutcomeCause.none
  /// What the register says now, where it is not by what was drawn.
  var laterNumber: String?
  /// What follows; nil without a number.
  var result: DrawResult?
  /// The first day on which each chosen unit was out, by code.
  var exits: [String: Int32] = [:]
  /// How the chosen stand, by code.
  var standings: [String: DrawStanding] = [:]
  /// Whether a later attempt took its place.
  var isVoid = false

  /// The last part of its keys.
  var nth: Int32 { Self.nth(number, attempt) }

  /// 10 × round + redraw: apart from the keys of tasks, which begin at 1000.
  static func nth(_ round: Int, _ attempt: Int) -> Int32 {
    Int32(clamping: min(max(round, 1), 99) * 10 + min(max(attempt, 0), 9))
  }

  /// `规范化抽查/2025-01-01/1`.
  static func id(_ rule: String, _ first: Int32, _ round: Int, _ attempt: Int) -> String {
    "\(rule)/\(CivilDate(days: first))/\(round)\(attempt > 0 ? ".\(attempt)" : "")"
  }

  /// Those who fell out of what they were drawn for.
  var strikes: [DrawStrike] {
    standings.compactMap { code, standing in
      if case .struck(let day) = standing { DrawStrike(code: code, day: day) } else { nil }
    }
  }
}

extension [FrozenDraw] {
  /// The same with others in the place of those with their keys.
  func updated(by others: [FrozenDraw]) -> [FrozenDraw] {
    filter { old in
      !others.contains { ($0.rule, $0.first, $0.nth) == (old.rule, old.first, old.nth) }
    } + others
  }
}
