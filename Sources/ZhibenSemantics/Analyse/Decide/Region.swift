/// Cases as a box: for each variable the values it may have. A variable that is not named may have any.
struct Region: Hashable {
  /// One side of a box.
  struct Side: Hashable {
    var variable: Int
    var set: ValueSet
  }
  /// Ascending by variable: boxes have few sides, and walking along two of them is cheaper than looking each up.
  private(set) var sides: [Side] = []

  /// All cases.
  static let everything = Region()

  /// The cases in which one variable has certain values.
  init(_ variable: Int, _ set: ValueSet) { sides = [Side(variable: variable, set: set)] }

  private init() {}

  /// The values of a variable; nil: any.
  subscript(variable: Int) -> ValueSet? {
    get { sides.first { $0.variable == variable }?.set }
    set {
      let index = sides.firstIndex { $0.variable >= variable } ?? sides.count
      let isKnown = index < sides.count && sides[index].variable == variable
      switch (isKnown, newValue) {
      case (true, let set?): sides[index].set = set
      case (true, nil): sides.remove(at: index)
      case (false, let set?): sides.insert(Side(variable: variable, set: set), at: index)
      case (false, nil): break
      }
    }
  }

  /// The cases that are in both; nil if there are none.
  func intersection(_ other: Region) -> Region? {
    if sides.isEmpty { return other }
    var result = Region()
    result.sides.reserveCapacity(sides.count + other.sides.count)
    var (i, j) = (0, 0)
    while i < sides.count, j < other.sides.count {
      let (a, b) = (sides[i].variable, other.sides[j].variable)
      if a == b {
        let both = sides[i].set.intersection(other.sides[j].set)
        if both.isEmpty { return nil }
        result.sides.append(Side(variable: a, set: both))
        (i, j) = (i + 1, j + 1)
      } else if a < b {
        result.sides.append(sides[i])
        i += 1
      } else {
        result.sides.append(other.sides[j])
        j += 1
      }
    }
    result.sides += sides[i...]
    result.sides += other.sides[j...]
    return result
  }

  /// The cases of this box that are not in the other, as boxes that are apart.
  /// - Parameter domain: all values that a variable may have.
  func subtracting(_ other: Region, domain: (Int) -> ValueSet) -> [Region] {
    guard intersection(other) != nil else { return [self] }
    var (pieces, inside) = ([Region](), self)
    for side in other.sides {
      let all = inside[side.variable] ?? domain(side.variable)
      let left = all.subtracting(side.set)
      if !left.isEmpty {
        var piece = inside
        piece[side.variable] = left
        pieces.append(piece)
      }
      inside[side.variable] = all.intersection(side.set)
    }
    return pieces
  }

  /// Whether a case is in both.
  func intersects(_ other: Region) -> Bool { intersection(other) != nil }

  /// Whether every case of this box is one of the other.
  func isInside(_ other: Region) -> Bool {
    other.sides.allSatisfy { self[$0.variable]?.isSubset(of: $0.set) ?? false }
  }
}

/// When a condition holds and when it does not. The cases that are in neither leave it unknown (time 7).
struct Truths {
  /// The cases in which it holds, as boxes that may overlap; nil if there are too many to tell.
  var yes: [Region]?
  /// The cases in which it does not.
  var no: [Region]?

  static let always = Truths(yes: [.everything], no: [])
  static let never = Truths(yes: [], no: [.everything])
  /// Unknown in every case.
  static let unknown = Truths(yes: [], no: [])
  static let undecided = Truths(yes: nil, no: nil)

  var negated: Truths { Truths(yes: no, no: yes) }
}
