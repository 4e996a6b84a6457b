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

  /// Ascending and apart from one another.
  private(set) var intervals: [Interval]
  /// Whether only whole numbers count.
  let isWhole: Bool
  /// Whether the blank is in it.
  private(set) var holdsBlank: Bool

  /// Makes a set of intervals in ascending order that are apart.
  private init(_ intervals: [Interval], isWhole: Bool, holdsBlank: Bool) {
    self.isWhole = isWhole
    self.holdsBlank = holdsBlank
    self.intervals = isWhole ? intervals.compactMap(Self.whole) : intervals
  }

  /// The values between two bounds; none if they cross.
  init(from lower: Bound?, to upper: Bound?, isWhole: Bool, holdsBlank: Bool = false) {
    let interval = Interval(lower: lower, upper: upper)
    self.init(
      Self.isEmpty(interval) ? [] : [interval], isWhole: isWhole, holdsBlank: holdsBlank)
  }

  /// The values of a closed stretch of the scale.
  static func closed(_ lower: Rational?, _ upper: Rational?, isWhole: Bool) -> ValueSet {
    ValueSet(
      from: lower.map { Bound(value: $0, isIncluded: true) },
      to: upper.map { Bound(value: $0, isIncluded: true) }, isWhole: isWhole)
  }

  /// No value.
  static func none(isWhole: Bool) -> ValueSet {
    ValueSet([], isWhole: isWhole, holdsBlank: false)
  }

  /// Nothing but the blank.
  static func blank(isWhole: Bool) -> ValueSet {
    ValueSet([], isWhole: isWhole, holdsBlank: true)
  }

  /// The values for which a comparison with a number holds. Membership operators hold for none.
  static func comparing(
    _ operation: ComparisonOperator, _ value: Rational, isWhole: Bool
  ) -> ValueSet {
    func bound(_ isIncluded: Bool) -> Bound { Bound(value: value, isIncluded: isIncluded) }
    let below = Interval(lower: nil, upper: bound(false))
    let above = Interval(lower: bound(false), upper: nil)
    let intervals: [Interval]
    switch operation {
    case .equal: intervals = [Interval(lower: bound(true), upper: bound(true))]
    case .notEqual: intervals = [below, above]
    case .less: intervals = [below]
    case .lessOrEqual: intervals = [Interval(lower: nil, upper: bound(true))]
    case .greater: intervals = [above]
    case .greaterOrEqual: intervals = [Interval(lower: bound(true), upper: nil)]
    case .isIn, .notIn, .contains, .notContains: intervals = []
    }
    return ValueSet(intervals, isWhole: isWhole, holdsBlank: false)
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { intervals.isEmpty && !holdsBlank }

  /// The same values without the blank.
  var known: ValueSet { ValueSet(intervals, isWhole: isWhole, holdsBlank: false) }

  /// The same values and the blank.
  var withBlank: ValueSet { ValueSet(intervals, isWhole: isWhole, holdsBlank: true) }

  // MARK: - Sets

  func intersection(_ other: ValueSet) -> ValueSet {
    var found: [Interval] = []
    var (i, j) = (0, 0)
    while i < intervals.count, j < other.intervals.count {
      let (a, b) = (intervals[i], other.intervals[j])
      let both = Interval(
        lower: Self.later(a.lower, b.lower), upper: Self.earlier(a.upper, b.upper))
      if !Self.isEmpty(both) { found.append(both) }
      if Self.ends(a.upper, before: b.upper) { i += 1 } else { j += 1 }
    }
    return ValueSet(found, isWhole: isWhole, holdsBlank: holdsBlank && other.holdsBlank)
  }

  func subtracting(_ other: ValueSet) -> ValueSet {
    var found = intersection(other.complement).intervals
    if intervals.isEmpty { found = [] }
    return ValueSet(found, isWhole: isWhole, holdsBlank: holdsBlank && !other.holdsBlank)
  }

  func union(_ other: ValueSet) -> ValueSet {
    let neither = complement.intersection(other.complement)
    return ValueSet(
      neither.complement.intervals, isWhole: isWhole, holdsBlank: holdsBlank || other.holdsBlank)
  }

  func isSubset(of other: ValueSet) -> Bool {
    (!holdsBlank || other.holdsBlank) && subtracting(other).isEmpty
  }

  /// The rest of the scale; the blank changes sides, too.
  private var complement: ValueSet {
    var gaps: [Interval] = []
    var start: Bound?
    var isOpen = true
    for interval in intervals {
      if let lower = interval.lower {
        let gap = Interval(
          lower: start, upper: Bound(value: lower.value, isIncluded: !lower.isIncluded))
        if !Self.isEmpty(gap) { gaps.append(gap) }
      }
      guard let upper = interval.upper else {
        isOpen = false
        break
      }
      start = Bound(value: upper.value, isIncluded: !upper.isIncluded)
    }
    if isOpen { gaps.append(Interval(lower: start, upper: nil)) }
    return ValueSet(gaps, isWhole: isWhole, holdsBlank: !holdsBlank)
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
    guard let first = intervals.first else { return nil }
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
