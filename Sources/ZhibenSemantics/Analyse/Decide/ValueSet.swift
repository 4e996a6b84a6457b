import ZhibenSyntax

/// Values that a field, or anything else that is compared, may have: intervals on a scale, and the blank.
///
/// Everything lies on one scale: days, minutes and positions in a list are whole numbers, 否 and 是 are 0 and 1, texts are numbered as they come.
struct ValueSet: Hashable {
  /// One end of an interval.
  struct Bound: Hashable {
    var value: Rational
    var isIncluded: Bool
  }
  /// A stretch of the scale; an end that is nil has no bound. Never empty.
  struct Interval: Hashable {
    var lower: Bound?
    var upper: Bound?
  }
  /// Most sets are one interval, and there are many of them: that one needs no array.
  private enum Intervals: Hashable {
    case none
    case one(Interval)
    /// Two at least.
    case many([Interval])

    init(_ intervals: [Interval]) {
      switch intervals.count {
      case 0: self = .none
      case 1: self = .one(intervals[0])
      default: self = .many(intervals)
      }
    }

    var count: Int {
      switch self {
      case .none: 0
      case .one: 1
      case .many(let intervals): intervals.count
      }
    }

    subscript(index: Int) -> Interval {
      switch self {
      case .none: Interval()
      case .one(let interval): interval
      case .many(let intervals): intervals[index]
      }
    }

    mutating func append(_ interval: Interval) {
      switch self {
      case .none: self = .one(interval)
      case .one(let first): self = .many([first, interval])
      case .many(var intervals):
        self = .none
        intervals.append(interval)
        self = .many(intervals)
      }
    }

    /// Moves the upper end of the last interval.
    mutating func extend(to upper: Bound) {
      switch self {
      case .none: break
      case .one(var interval):
        interval.upper = upper
        self = .one(interval)
      case .many(var intervals):
        self = .none
        intervals[intervals.count - 1].upper = upper
        self = .many(intervals)
      }
    }

    func contains(where holds: (Interval) -> Bool) -> Bool {
      switch self {
      case .none: false
      case .one(let interval): holds(interval)
      case .many(let intervals): intervals.contains(where: holds)
      }
    }
  }

  /// Ascending and apart from one another; if only whole numbers count, with whole bounds that are included.
  private var intervals: Intervals
  /// Whether only whole numbers count.
  let isWhole: Bool
  /// Whether the blank is in it.
  private(set) var holdsBlank: Bool

  /// Makes a set of intervals that are as `intervals` must be.
  private init(_ intervals: Intervals, isWhole: Bool, holdsBlank: Bool) {
    self.isWhole = isWhole
    self.holdsBlank = holdsBlank
    self.intervals = intervals
  }

  /// Adds an interval above all others, drawn in to whole numbers if only these count.
  private mutating func add(_ interval: Interval) {
    if isWhole {
      if let drawn = Self.whole(interval) { intervals.append(drawn) }
    } else if !Self.isEmpty(interval) {
      intervals.append(interval)
    }
  }

  /// The values between two bounds; none if they cross.
  init(from lower: Bound?, to upper: Bound?, isWhole: Bool, holdsBlank: Bool = false) {
    self.init(.none, isWhole: isWhole, holdsBlank: holdsBlank)
    add(Interval(lower: lower, upper: upper))
  }

  /// The values of a closed stretch of the scale.
  static func closed(_ lower: Rational?, _ upper: Rational?, isWhole: Bool) -> ValueSet {
    ValueSet(
      from: lower.map { Bound(value: $0, isIncluded: true) },
      to: upper.map { Bound(value: $0, isIncluded: true) }, isWhole: isWhole)
  }

  /// No value.
  static func none(isWhole: Bool) -> ValueSet {
    ValueSet(.none, isWhole: isWhole, holdsBlank: false)
  }

  /// Nothing but the blank.
  static func blank(isWhole: Bool) -> ValueSet {
    ValueSet(.none, isWhole: isWhole, holdsBlank: true)
  }

  /// These values.
  static func listing(_ values: [Rational], isWhole: Bool) -> ValueSet {
    var set = none(isWhole: isWhole)
    var last: Rational?
    for value in values.sorted() where value != last {
      let bound = Bound(value: value, isIncluded: true)
      // Neighbours among whole numbers are one interval.
      if isWhole, value.isInteger, let before = last, before.adding(Rational(1)) == value {
        set.intervals.extend(to: bound)
      } else {
        set.add(Interval(lower: bound, upper: bound))
      }
      last = value
    }
    return set
  }

  /// The values for which a comparison with a number holds. Membership operators hold for none.
  static func comparing(
    _ operation: ComparisonOperator, _ value: Rational, isWhole: Bool
  ) -> ValueSet {
    func bound(_ isIncluded: Bool) -> Bound { Bound(value: value, isIncluded: isIncluded) }
    var set = none(isWhole: isWhole)
    switch operation {
    case .equal: set.add(Interval(lower: bound(true), upper: bound(true)))
    case .notEqual:
      set.add(Interval(lower: nil, upper: bound(false)))
      set.add(Interval(lower: bound(false), upper: nil))
    case .less: set.add(Interval(lower: nil, upper: bound(false)))
    case .lessOrEqual: set.add(Interval(lower: nil, upper: bound(true)))
    case .greater: set.add(Interval(lower: bound(false), upper: nil))
    case .greaterOrEqual: set.add(Interval(lower: bound(true), upper: nil))
    case .isIn, .notIn, .contains, .notContains: break
    }
    return set
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { intervals.count == 0 && !holdsBlank }

  /// The same values without the blank.
  var known: ValueSet { ValueSet(intervals, isWhole: isWhole, holdsBlank: false) }

  /// The same values and the blank.
  var withBlank: ValueSet { ValueSet(intervals, isWhole: isWhole, holdsBlank: true) }

  // MARK: - Sets

  func intersection(_ other: ValueSet) -> ValueSet {
    var found = ValueSet.none(isWhole: isWhole)
    found.holdsBlank = holdsBlank && other.holdsBlank
    // Where both have whole bounds, so has what they share.
    let mustDraw = isWhole && !other.isWhole
    var (i, j) = (0, 0)
    while i < intervals.count, j < other.intervals.count {
      let (a, b) = (intervals[i], other.intervals[j])
      let both = Interval(
        lower: Self.later(a.lower, b.lower), upper: Self.earlier(a.upper, b.upper))
      if mustDraw {
        found.add(both)
      } else if !Self.isEmpty(both) {
        found.intervals.append(both)
      }
      if Self.ends(a.upper, before: b.upper) { i += 1 } else { j += 1 }
    }
    return found
  }

  func subtracting(_ other: ValueSet) -> ValueSet {
    if intervals.count == 0 {
      return ValueSet(.none, isWhole: isWhole, holdsBlank: holdsBlank && !other.holdsBlank)
    }
    return intersection(other.complement)
  }

  func union(_ other: ValueSet) -> ValueSet {
    complement.intersection(other.complement).complement
  }

  func isSubset(of other: ValueSet) -> Bool {
    (!holdsBlank || other.holdsBlank) && subtracting(other).isEmpty
  }

  /// The rest of the scale; the blank changes sides, too.
  private var complement: ValueSet {
    var gaps = ValueSet(.none, isWhole: isWhole, holdsBlank: !holdsBlank)
    var start: Bound?
    for index in 0..<intervals.count {
      let interval = intervals[index]
      if let lower = interval.lower {
        gaps.add(
          Interval(lower: start, upper: Bound(value: lower.value, isIncluded: !lower.isIncluded)))
      }
      guard let upper = interval.upper else { return gaps }
      start = Bound(value: upper.value, isIncluded: !upper.isIncluded)
    }
    gaps.add(Interval(lower: start, upper: nil))
    return gaps
  }

  // MARK: - Intervals

  private static func isEmpty(_ interval: Interval) -> Bool {
    guard let lower = interval.lower, let upper = interval.upper else { return false }
    if lower.value == upper.value { return !(lower.isIncluded && upper.isIncluded) }
    return upper.value < lower.value
  }

  private static func later(_ a: Bound?, _ b: Bound?) -> Bound? {
    guard let a, let b else { return a ?? b }
    if a.value == b.value { return a.isIncluded ? b : a }
    return a.value < b.value ? b : a
  }

  private static func earlier(_ a: Bound?, _ b: Bound?) -> Bound? {
    guard let a, let b else { return a ?? b }
    if a.value == b.value { return a.isIncluded ? b : a }
    return a.value < b.value ? a : b
  }

  private static func ends(_ a: Bound?, before b: Bound?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a.value < b.value || (a.value == b.value && !a.isIncluded)
  }

  /// The interval with its ends drawn in to whole numbers; nil if there are none between them.
  private static func whole(_ interval: Interval) -> Interval? {
    var (lower, upper) = (interval.lower, interval.upper)
    if let bound = lower {
      let first = bound.value.roundedUp
      let steps = !bound.isIncluded && Rational(first) == bound.value
      lower = Bound(
        value: Rational(steps ? first.addingReportingOverflow(1).partialValue : first),
        isIncluded: true)
    }
    if let bound = upper {
      let last = bound.value.roundedDown
      let steps = !bound.isIncluded && Rational(last) == bound.value
      upper = Bound(
        value: Rational(steps ? last.subtractingReportingOverflow(1).partialValue : last),
        isIncluded: true)
    }
    let drawn = Interval(lower: lower, upper: upper)
    return isEmpty(drawn) ? nil : drawn
  }

  // MARK: - Samples

  /// A value in the set: a bound that belongs to it where there is one, else one just inside. Nil if only the blank is in it, or nothing.
  var sample: Rational? {
    guard intervals.count > 0 else { return nil }
    let first = intervals[0]
    if let lower = first.lower {
      if lower.isIncluded { return lower.value }
      guard let upper = first.upper else { return lower.value.adding(Rational(1)) }
      return lower.value.adding(upper.value)?.divided(by: Rational(2))
    }
    guard let upper = first.upper else { return Rational(0) }
    return upper.isIncluded ? upper.value : upper.value.adding(Rational(-1))
  }

  /// Whether a value of the scale is in it.
  func contains(_ value: Rational) -> Bool {
    intervals.contains { interval in
      let isAbove =
        interval.lower.map { $0.value < value || ($0.value == value && $0.isIncluded) } ?? true
      let isBelow =
        interval.upper.map { value < $0.value || ($0.value == value && $0.isIncluded) } ?? true
      return isAbove && isBelow
    } && (!isWhole || value.isInteger)
  }
}
