import ZhibenCalendar

import struct ZhibenSyntax.Rational

/// What a rule settles before anything is drawn. It stands in the frozen list, so that it is under the list's hash.
public struct DrawTerms: Hashable, Sendable {
  /// How many are drawn.
  public enum Size: Hashable, Sendable {
    /// That part of the list, rounded up (time 47).
    case share(Rational)
    /// That many, or the whole list if it is shorter.
    case count(Int)
  }
  public var size: Size
  /// At least so many of each stratum, or the whole stratum (每层 至少); 0 if nothing is said.
  public var leastPerStratum: Int
  /// So many reserves in each stratum, next in its order (备选).
  public var reserves: Int
  /// So many inspectors for each unit (人员); 0 if nothing is said.
  public var staff: Int
  /// Whether who has the fewest assignments goes first (均衡).
  public var isBalanced: Bool
  /// Whether a unit has as many tickets as it weighs (权重).
  public var isWeighted: Bool

  /// Makes terms.
  public init(
    size: Size, leastPerStratum: Int = 0, reserves: Int = 0, staff: Int = 0,
    isBalanced: Bool = false, isWeighted: Bool = false
  ) {
    self.size = size
    self.leastPerStratum = leastPerStratum
    self.reserves = reserves
    self.staff = staff
    self.isBalanced = isBalanced
    self.isWeighted = isWeighted
  }
}

/// A list as frozen: everything that a draw rests on but the number that is still to come (time 46).
public struct DrawList: Hashable, Sendable {
  /// One of those among whom is drawn.
  public struct Unit: Hashable, Sendable {
    /// The part of the list that it belongs to.
    public var stratum: String
    /// How often it was drawn in the term of 不重复; whoever was drawn less often goes first.
    public var times: Int
    /// What it is known by (标识).
    public var code: String
    /// How many tickets it has.
    public var weight: Int
    /// Makes a unit.
    public init(stratum: String = DrawText.whole, times: Int = 0, code: String, weight: Int = 1) {
      (self.stratum, self.times, self.code, self.weight) = (stratum, times, code, weight)
    }
  }
  /// One that is not among them, though somebody might ask: why not.
  public struct Apart: Hashable, Sendable {
    public var code: String
    public var reason: Reason
    /// Why it stands apart.
    public enum Reason: String, Hashable, Sendable {
      /// Whether it belongs to the 总体 is unknown.
      case unknown
      /// 排除
      case excluded
      /// Its weight is blank or no whole number from 1 to `DrawText.mostTickets`.
      case weightless
    }
    /// Makes it.
    public init(code: String, reason: Reason) { (self.code, self.reason) = (code, reason) }
  }
  /// An inspector who may be drawn.
  public struct Inspector: Hashable, Sendable {
    public var code: String
    /// How many assignments they have in the period from earlier rounds.
    public var load: Int
    /// Makes one.
    public init(code: String, load: Int = 0) { (self.code, self.load) = (code, load) }
  }
  /// An inspector who does not go to a unit (回避).
  public struct Recusal: Hashable, Sendable {
    public var unit: String
    public var inspector: String
    /// Makes one.
    public init(unit: String, inspector: String) { (self.unit, self.inspector) = (unit, inspector) }
  }

  /// `规范化抽查/2025-01-01/1`: rule, first day of the period, round; a redraw has a number behind a point.
  public var id: String
  public var frozenOn: CivilDate
  public var terms: DrawTerms
  /// By stratum, then code, in the order of their bytes.
  public private(set) var units: [Unit]
  public private(set) var apart: [Apart]
  public private(set) var staff: [Inspector]
  public private(set) var recusals: [Recusal]

  /// Makes a list; puts everything in order and makes texts fit for lines.
  public init(
    id: String, frozenOn: CivilDate, terms: DrawTerms, units: [Unit], apart: [Apart] = [],
    staff: [Inspector] = [], recusals: [Recusal] = []
  ) {
    self.init(
      frozenID: DrawText.safe(id), frozenOn: frozenOn, terms: terms,
      units: units.map { unit in
        Unit(
          stratum: DrawText.safe(unit.stratum), times: min(max(unit.times, 0), 9999),
          code: DrawText.safe(unit.code), weight: min(max(unit.weight, 1), DrawText.mostTickets))
      },
      apart: apart.map { Apart(code: DrawText.safe($0.code), reason: $0.reason) },
      staff: staff.map { Inspector(code: DrawText.safe($0.code), load: max(0, $0.load)) },
      recusals: recusals.map {
        Recusal(unit: DrawText.safe($0.unit), inspector: DrawText.safe($0.inspector))
      })
  }

  /// With texts that are fit for lines.
  init(
    frozenID id: String, frozenOn: CivilDate, terms: DrawTerms, units: [Unit], apart: [Apart],
    staff: [Inspector], recusals: [Recusal]
  ) {
    (self.id, self.frozenOn, self.terms) = (id, frozenOn, terms)
    self.units = units.sorted {
      $0.stratum == $1.stratum
        ? DrawText.precedes($0.code, $1.code) : DrawText.precedes($0.stratum, $1.stratum)
    }
    self.apart = apart.sorted { DrawText.precedes($0.code, $1.code) }
    self.staff = staff.sorted { DrawText.precedes($0.code, $1.code) }
    self.recusals = recusals.sorted {
      $0.unit == $1.unit
        ? DrawText.precedes($0.inspector, $1.inspector) : DrawText.precedes($0.unit, $1.unit)
    }
  }

  /// The hash that is announced: of `text`.
  public var hash: TextHash { TextHash(text) }

  /// What the tickets of a number that is fit for a line begin with: `number|id`.
  public func seed(_ number: String) -> String { "\(number)|\(id)" }
}

/// What texts of a list must keep to, so that shell tools read them.
public enum DrawText {
  /// The one stratum of a list without strata.
  public static let whole = "—"
  /// The stratum of units whose field is blank.
  public static let unknown = "未知"
  /// No unit has more tickets than this.
  public static let mostTickets = 1000

  /// The text without what would end a field or a line; never empty.
  public static func safe(_ text: String) -> String {
    if text.isEmpty { return whole }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x25 && $0 != 0x7C && $0 != 0x7F }) {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "|", "\u{7F}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The order of `LC_ALL=C sort`.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
