import ZhibenCalendar

/// How a unit of a draw stands after some fell out and reserves moved up. Tickets and ranks never change (time 47).
public enum DrawStanding: Hashable, Sendable {
  /// 抽中
  case drawn
  /// 备选
  case reserve
  /// 划去, on that day.
  case struck(Int32)
  /// 递补, on that day, for the unit of that code.
  case promoted(Int32, for: String)
}

/// A unit that fell out.
public struct DrawStrike: Hashable, Sendable {
  /// The unit.
  public var code: String
  /// The first day on which it was out.
  public var day: Int32
  /// Makes a strike.
  public init(code: String, day: Int32) { (self.code, self.day) = (code, day) }
}

extension DrawResult {
  /// How the drawn and the reserves stand, by code.
  /// - Parameters:
  ///   - exits: the first day on which each unit was out, by code; those that stayed are absent.
  ///   - drawnOn: the day of the draw, from which a visit to who was drawn counts.
  ///   - isDone: whether the unit, drawn or moved up on that day, was visited before it fell out; then it is not struck.
  public func standings(
    exits: [String: Int32], drawnOn: Int32 = .min,
    isDone: (_ code: String, _ from: Int32, _ exit: Int32) -> Bool = { _, _, _ in false }
  ) -> [String: DrawStanding] {
    var standings: [String: DrawStanding] = [:]
    var start = places.startIndex
    while start < places.endIndex {
      var end = start
      while end < places.endIndex, places[end].unit.stratum == places[start].unit.stratum {
        end += 1
      }
      stand(places[start..<end], exits, drawnOn, isDone, &standings)
      start = end
    }
    return standings
  }

  private func stand(
    _ stratum: ArraySlice<Place>, _ exits: [String: Int32], _ drawnOn: Int32,
    _ isDone: (String, Int32, Int32) -> Bool, _ standings: inout [String: DrawStanding]
  ) {
    var reserves: [Place] = []
    for place in stratum where place.role != .none {
      standings[place.unit.code] = place.role == .drawn ? .drawn : .reserve
      if place.role == .reserve { reserves.append(place) }
    }
    let leaving = stratum.filter { $0.role != .none && exits[$0.unit.code] != nil }.sorted {
      (exits[$0.unit.code] ?? 0, $0.rank) < (exits[$1.unit.code] ?? 0, $1.rank)
    }
    for place in leaving {
      let code = place.unit.code
      guard let exit = exits[code] else { continue }
      switch standings[code] {
      case .drawn?:
        if isDone(code, drawnOn, exit) { continue }
      case .promoted(let day, _)?:
        if isDone(code, day, exit) { continue }
      default:
        standings[code] = .struck(exit)
        continue
      }
      standings[code] = .struck(exit)
      // The next reserve who is still in takes the place.
      let next = reserves.first { reserve in
        standings[reserve.unit.code] == .reserve
          && (exits[reserve.unit.code].map { $0 > exit } ?? true)
      }
      if let next { standings[next.unit.code] = .promoted(exit, for: code) }
    }
  }
}
