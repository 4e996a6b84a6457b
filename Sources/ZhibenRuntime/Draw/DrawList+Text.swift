import ZhibenCalendar

import struct ZhibenSyntax.Rational

extension DrawList {
  /// The list as it is frozen: one thing a line, fields divided by tabs, each line ended. What is hashed, kept and printed.
  public var text: String {
    var lines = ["draw\t\(id)", "freeze\t\(frozenOn)"]
    switch terms.size {
    case .share(let share): lines.append("share\t\(share.numerator)/\(share.denominator)")
    case .count(let count): lines.append("count\t\(count)")
    }
    lines.append("least\t\(terms.leastPerStratum)")
    lines.append("reserves\t\(terms.reserves)")
    lines.append("team\t\(terms.staff)\t\(terms.isBalanced ? "balanced" : "random")")
    lines.append("tickets\t\(terms.isWeighted ? "weight" : "one")")
    for unit in units {
      lines.append(
        "unit\t\(unit.stratum)\t\(Self.padded(unit.times))\t\(unit.code)\t\(unit.weight)")
    }
    for other in apart { lines.append("apart\t\(other.code)\t\(other.reason.rawValue)") }
    for person in staff { lines.append("staff\t\(person.code)\t\(person.load)") }
    for recusal in recusals { lines.append("avoid\t\(recusal.unit)\t\(recusal.inspector)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Four digits, so that the order of texts is that of numbers.
  static func padded(_ times: Int) -> String {
    let text = String(times)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }

  /// Reads a list.
  /// - Parameter text: exactly as `text` writes it; anything else is none.
  public init?(text: String) {
    var id: String?
    var day: CivilDate?
    var size: DrawTerms.Size?
    var terms = DrawTerms(size: .count(0))
    var units: [Unit] = []
    var apart: [Apart] = []
    var staff: [Inspector] = []
    var recusals: [Recusal] = []
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      var rest = cells.dropFirst()
      func next() -> String { rest.popFirst() ?? "" }
      switch cells.first {
      case "draw": id = next()
      case "freeze": day = CivilDate(iso: next())
      case "share":
        let parts = next().split(separator: "/").map { Int($0) }
        guard parts.count == 2, let over = parts.last ?? nil, let part = parts.first ?? nil,
          let share = Rational(part, over: over)
        else { return nil }
        size = .share(share)
      case "count": size = Int(next()).map { .count($0) }
      case "least": terms.leastPerStratum = Int(next()) ?? 0
      case "reserves": terms.reserves = Int(next()) ?? 0
      case "team": (terms.staff, terms.isBalanced) = (Int(next()) ?? 0, next() == "balanced")
      case "tickets": terms.isWeighted = next() == "weight"
      case "unit":
        units.append(
          Unit(
            stratum: next(), times: Int(next()) ?? 0, code: next(), weight: Int(next()) ?? 1))
      case "apart":
        guard let code = rest.popFirst(), let reason = Apart.Reason(rawValue: next()) else {
          return nil
        }
        apart.append(Apart(code: code, reason: reason))
      case "staff": staff.append(Inspector(code: next(), load: Int(next()) ?? 0))
      case "avoid": recusals.append(Recusal(unit: next(), inspector: next()))
      default: return nil
      }
    }
    guard let id, let day, let size, terms.leastPerStratum >= 0, terms.reserves >= 0,
      terms.staff >= 0
    else { return nil }
    terms.size = size
    self.init(
      frozenID: id, frozenOn: day, terms: terms, units: units, apart: apart, staff: staff,
      recusals: recusals)
    // What is written in another way would have another hash.
    guard self.text == text else { return nil }
  }
}
