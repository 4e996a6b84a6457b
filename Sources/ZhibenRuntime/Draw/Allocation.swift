import struct ZhibenSyntax.Rational

/// How a draw's places are spread over its strata (time 47): in proportion to size, by largest remainder, ties by the order of the strata.
///
/// A stratum whose proportion is below the least that each must have gets that least, or its whole size, and the others share what is left in
/// the same way. Where all the leasts together are more than the total, the total gives way: a share is a minimum.
public struct Allocation: Hashable, Sendable {
  /// One stratum.
  public struct Share: Hashable, Sendable {
    public var stratum: String
    /// How many units it has.
    public var size: Int
    /// What it would get in fractions: `part × size ÷ among`.
    public var part: Int
    public var among: Int
    /// Why it gets what it gets.
    public var ground: Ground
    /// How many are drawn of it.
    public var places: Int
  }
  /// Why a stratum gets its places.
  public enum Ground: String, Hashable, Sendable {
    /// The whole part of its proportion.
    case proportion
    /// One more, for one of the largest remainders.
    case remainder
    /// The least that each stratum must have.
    case least
  }

  /// How many are drawn at least, before the strata are looked at.
  public let total: Int
  /// By stratum.
  public let shares: [Share]

  /// How many are drawn.
  public var places: Int { shares.reduce(0) { $0 + $1.places } }

  /// Spreads the places of some terms over strata, given in order with their sizes.
  public init(_ terms: DrawTerms, strata: [(name: String, size: Int)]) {
    let size = strata.reduce(0) { $0 + $1.size }
    let wanted =
      switch terms.size {
      case .share(let share): share.multiplied(by: Rational(size))?.roundedUp ?? size
      case .count(let count): count
      }
    total = min(max(wanted, 0), size)
    var shares = strata.map {
      Share(stratum: $0.name, size: $0.size, part: 0, among: 1, ground: .proportion, places: 0)
    }
    Self.spread(total, atLeast: terms.leastPerStratum, over: &shares)
    self.shares = shares
  }

  private static func spread(_ total: Int, atLeast least: Int, over shares: inout [Share]) {
    var free = Array(shares.indices)
    var rest = total
    while true {
      let among = free.reduce(0) { $0 + shares[$1].size }
      guard among > 0 else { return }
      for i in free {
        let (whole, _) = quotient(rest, shares[i].size, among)
        (shares[i].part, shares[i].among) = (rest, among)
        (shares[i].places, shares[i].ground) = (whole, .proportion)
      }
      let given = free.reduce(0) { $0 + shares[$1].places }
      let byRemainder = free.sorted {
        let (a, b) = (
          quotient(rest, shares[$0].size, among).rest, quotient(rest, shares[$1].size, among).rest
        )
        return a == b ? $0 < $1 : a > b
      }
      for i in byRemainder.prefix(max(0, rest - given)) {
        shares[i].places += 1
        shares[i].ground = .remainder
      }
      let short = free.filter { shares[$0].places < min(least, shares[$0].size) }
      if short.isEmpty { return }
      for i in short {
        (shares[i].places, shares[i].ground) = (min(least, shares[i].size), .least)
        rest -= shares[i].places
      }
      free.removeAll(where: short.contains)
      rest = max(0, rest)
    }
  }

  private static func quotient(_ rest: Int, _ size: Int, _ among: Int) -> (whole: Int, rest: Int) {
    let (high, low) = rest.multipliedFullWidth(by: size)
    // At most `size`, since never more is to be given than there are.
    guard among > high else { return (size, 0) }
    let result = among.dividingFullWidth((high, low))
    return (result.quotient, result.remainder)
  }
}
