/// What follows from a frozen list and a number, and from nothing else (time 46).
public struct DrawResult: Hashable, Sendable {
  /// A unit in the order of its stratum.
  public struct Place: Hashable, Sendable {
    public var unit: DrawList.Unit
    /// SHA-256 of `seed|code`, or the least of `seed|code|1` … `seed|code|weight`.
    public var ticket: TextHash
    /// From 1.
    public var rank: Int
    public var role: Role
  }
  /// What the order makes of a unit.
  public enum Role: String, Hashable, Sendable {
    case drawn, reserve
    /// Neither.
    case none
  }

  public let list: DrawList
  public let number: String
  public let allocation: Allocation
  /// By stratum, then rank; every unit of the list.
  public let places: [Place]
  /// Who goes where: the inspectors of each unit that is drawn or in reserve, in the order in which they were drawn.
  public let teams: [String: [String]]

  /// Draws.
  /// - Parameter number: fit for a line (`DrawText.safe`).
  public init(_ list: DrawList, number: String) {
    (self.list, self.number) = (list, number)
    let seed = list.seed(number)
    var strata: [(name: String, size: Int)] = []
    var places: [Place] = []
    for unit in list.units {
      if strata.last?.name != unit.stratum { strata.append((unit.stratum, 0)) }
      strata[strata.count - 1].size += 1
      let ticket = Self.ticket(of: unit, seed: seed, isWeighted: list.terms.isWeighted)
      places.append(Place(unit: unit, ticket: ticket, rank: 0, role: .none))
    }
    allocation = Allocation(list.terms, strata: strata)
    var start = 0
    for share in allocation.shares {
      let range = start..<start + share.size
      places[range].sort { a, b in
        if a.unit.times != b.unit.times { return a.unit.times < b.unit.times }
        if a.ticket != b.ticket { return a.ticket < b.ticket }
        return DrawText.precedes(a.unit.code, b.unit.code)
      }
      for i in range {
        places[i].rank = i - start + 1
        if places[i].rank <= share.places {
          places[i].role = .drawn
        } else if places[i].rank - share.places <= list.terms.reserves {
          places[i].role = .reserve
        }
      }
      start = range.upperBound
    }
    self.places = places
    teams = Self.teams(of: places, list, seed)
  }

  /// Those of a role, by stratum and rank.
  public func places(_ role: Role) -> [Place] { places.filter { $0.role == role } }

  /// The ticket of a unit. Of as many tickets as it weighs the smallest counts: each ticket of the whole list is as likely as any other to be
  /// the smallest, so that a unit is first with its part of all tickets, and so on among those that are left.
  public static func ticket(of unit: DrawList.Unit, seed: String, isWeighted: Bool) -> TextHash {
    guard isWeighted else { return TextHash("\(seed)|\(unit.code)") }
    var least = TextHash("\(seed)|\(unit.code)|1")
    for number in 1..<max(1, unit.weight) {
      least = min(least, TextHash("\(seed)|\(unit.code)|\(number + 1)"))
    }
    return least
  }

  /// For each unit that is drawn, then for each in reserve, the inspectors by their tickets for that unit, SHA-256 of `seed|unit|inspector`,
  /// without those who are recused; where the load is balanced whoever has the fewest assignments goes before.
  private static func teams(
    of places: [Place], _ list: DrawList, _ seed: String
  ) -> [String: [String]] {
    guard list.terms.staff > 0 else { return [:] }
    var loads = Dictionary(list.staff.map { ($0.code, $0.load) }, uniquingKeysWith: max)
    let recused = Set(list.recusals)
    var teams: [String: [String]] = [:]
    for role in [Role.drawn, .reserve] {
      for place in places where place.role == role {
        let code = place.unit.code
        var candidates = list.staff.filter {
          !recused.contains(DrawList.Recusal(unit: code, inspector: $0.code))
        }.map { (code: $0.code, ticket: TextHash("\(seed)|\(code)|\($0.code)")) }
        candidates.sort { a, b in
          let (x, y) = (loads[a.code] ?? 0, loads[b.code] ?? 0)
          if list.terms.isBalanced, x != y { return x < y }
          return a.ticket == b.ticket
            ? DrawText.precedes(a.code, b.code) : a.ticket < b.ticket
        }
        let team = candidates.prefix(list.terms.staff).map(\.code)
        for person in team { loads[person, default: 0] += 1 }
        teams[code] = team
      }
    }
    return teams
  }
}

extension TextHash: Comparable {
  /// The order of the hexadecimal digits.
  public static func < (a: TextHash, b: TextHash) -> Bool {
    a.words.lexicographicallyPrecedes(b.words)
  }
}
