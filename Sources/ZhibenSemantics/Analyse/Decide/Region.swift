/// Cases as a box: for each variable the values it may have. A variable that is not named may have any.
struct Region: Hashable {
  /// By the number of the variable.
  private(set) var sets: [Int: ValueSet] = [:]

  /// All cases.
  static let everything = Region()

  /// The cases in which one variable has certain values.
  init(_ variable: Int, _ set: ValueSet) { sets = [variable: set] }

  private init() {}

  /// The cases that are in both; nil if there are none.
  func intersection(_ other: Region) -> Region? {
    var result = self
    for (variable, set) in other.sets {
      let both = sets[variable]?.intersection(set) ?? set
      if both.isEmpty { return nil }
      result.sets[variable] = both
    }
    return result
  }

  /// The cases of this box that are not in the other, as boxes that are apart.
  /// - Parameter domain: all values that a variable may have.
  func subtracting(_ other: Region, domain: (Int) -> ValueSet) -> [Region] {
    guard intersection(other) != nil else { return [self] }
    var (pieces, inside) = ([Region](), self)
    for (variable, taken) in other.sets.sorted(by: { $0.key < $1.key }) {
      let all = inside.sets[variable] ?? domain(variable)
      let left = all.subtracting(taken)
      if !left.isEmpty {
        var piece = inside
        piece.sets[variable] = left
        pieces.append(piece)
      }
      inside.sets[variable] = all.intersection(taken)
    }
    return pieces
  }

  /// Whether a case is in both.
  func intersects(_ other: Region) -> Bool { intersection(other) != nil }

  /// Whether every case of this box is one of the other.
  func isInside(_ other: Region) -> Bool {
    other.sets.allSatisfy { variable, set in sets[variable]?.isSubset(of: set) ?? false }
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
