import ZhibenSyntax

/// Decides which cases the lines of a choice cover, by trying one witness of every class of key values that the labels can tell apart.
struct ArmCases {
  /// Beyond this many combinations nothing is decided.
  static let maximumCombinations = 20_000
  /// Beyond this many comparisons of a combination with a line nothing is decided.
  static let maximumComparisons = 1_000_000

  let schema: Schema
  let keys: [Core]
  let arms: [[KeyTest]]

  struct Result {
    /// Lines that no case reaches, with the earlier line that takes the first of their cases.
    var unreachable: [(arm: Int, by: (arm: Int, witness: String))] = []
    /// A case that no line takes.
    var uncovered: String?
  }

  /// One class of values of a key.
  private enum Cell {
    case value(Value)
    /// Any value that no label names.
    case other
  }

  /// Nil when there are too many combinations to try.
  func analysed() -> Result? {
    // Every line adds a combination or more, so that this bounds the work of finding them, too.
    guard arms.count <= Self.maximumComparisons / max(arms.count, 1) else { return nil }
    let cells = keys.indices.map { self.cells(of: $0) }
    var total = 1
    for list in cells {
      total = total.multipliedReportingOverflow(by: max(list.count, 1)).partialValue
      guard total > 0, total <= Self.maximumCombinations,
        total <= Self.maximumComparisons / max(arms.count, 1)
      else { return nil }
    }
    var result = Result()
    var reached: Set<Int> = []
    var taken: [Int: (arm: Int, witness: String)] = [:]
    for number in 0..<total {
      let tuple = combination(number, of: cells)
      let matching = arms.indices.filter { matches(arms[$0], tuple) }
      guard let first = matching.first else {
        if result.uncovered == nil { result.uncovered = witness(tuple) }
        continue
      }
      reached.insert(first)
      for later in matching.dropFirst() where taken[later] == nil {
        taken[later] = (first, witness(tuple))
      }
    }
    for arm in arms.indices where !reached.contains(arm) {
      if let earlier = taken[arm] { result.unreachable.append((arm, earlier)) }
    }
    return result
  }

  private func combination(_ number: Int, of cells: [[Cell]]) -> [Cell] {
    var (rest, tuple) = (number, [Cell]())
    for list in cells {
      tuple.append(list[rest % list.count])
      rest /= list.count
    }
    return tuple
  }

  // MARK: - Cells

  private func cells(of key: Int) -> [Cell] {
    let atoms = arms.flatMap { tests -> [KeyTest.Atom] in
      if case .alternatives(let atoms) = tests[key] { atoms } else { [] }
    }
    switch keys[key].type.element {
    case .enumeration(let list):
      return schema[list].values.indices.map { .value(.enumeration(list, $0)) }
    case .bool: return [.value(.bool(true)), .value(.bool(false))]
    case .number: return numbers(atoms, isWhole: isWhole(keys[key]))
    default:
      var seen: [Value] = []
      for value in atoms.flatMap(values) where !seen.contains(value) { seen.append(value) }
      return seen.map { .value($0) } + [.other]
    }
  }

  private func values(_ atom: KeyTest.Atom) -> [Value] {
    switch atom {
    case .equal(let value), .compare(_, let value): [value]
    case .range(let low, let high): [low, high]
    }
  }

  /// The named numbers, and one number below, between and above them.
  private func numbers(_ atoms: [KeyTest.Atom], isWhole: Bool) -> [Cell] {
    let named = Set(
      atoms.flatMap(values).compactMap { value -> Rational? in
        if case .number(let number) = value { number } else { nil }
      }
    ).sorted()
    guard let lowest = named.first, let highest = named.last else { return [.other] }
    var points: [Rational?] = [lowest.adding(Rational(-1))]
    for (index, number) in named.enumerated() {
      points.append(number)
      guard named.indices.contains(index + 1) else { break }
      if isWhole {
        // Between 49 and 50 there is no number of people.
        let next = Rational(number.roundedDown).adding(Rational(1))
        if let next, next < named[index + 1] { points.append(next) }
      } else {
        points.append(number.adding(named[index + 1])?.divided(by: Rational(2)))
      }
    }
    points.append(highest.adding(Rational(1)))
    return points.compactMap { $0 }.map { .value(.number($0)) }
  }

  /// Whether a key only takes whole numbers.
  private func isWhole(_ key: Core) -> Bool {
    switch key.node {
    case .field(_, let ref): schema[ref].type == .integer
    case .aggregate(let aggregate): aggregate.kind == .count || aggregate.kind == .distinct
    default: false
    }
  }

  // MARK: - Matching

  private func matches(_ tests: [KeyTest], _ tuple: [Cell]) -> Bool {
    zip(tests, tuple).allSatisfy { test, cell in
      switch (test, cell) {
      case (.any, _): true
      case (.alternatives, .other): false
      case (.alternatives(let atoms), .value(let value)):
        atoms.contains { Self.holds($0, value) }
      }
    }
  }

  /// Whether a label's alternative holds for a value.
  static func holds(_ atom: KeyTest.Atom, _ value: Value) -> Bool {
    switch atom {
    case .equal(let other): order(value, other) == 0
    case .range(let low, let high):
      (order(value, low).map { $0 >= 0 } ?? false) && (order(value, high).map { $0 <= 0 } ?? false)
    case .compare(let operation, let other):
      switch (operation, order(value, other)) {
      case (_, nil): false
      case (.equal, let order?): order == 0
      case (.notEqual, let order?): order != 0
      case (.less, let order?): order < 0
      case (.lessOrEqual, let order?): order <= 0
      case (.greater, let order?): order > 0
      case (.greaterOrEqual, let order?): order >= 0
      default: false
      }
    }
  }

  private static func order(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.enumeration(_, let a), .enumeration(_, let b)): (a - b).signum()
    case (.date(let a), .date(let b)): a < b ? -1 : a == b ? 0 : 1
    default: a == b ? 0 : nil
    }
  }

  private func witness(_ tuple: [Cell]) -> String {
    tuple.map { cell in
      switch cell {
      case .other: "其他"
      case .value(let value): ProgramPrinter.text(value, schema)
      }
    }.joined(separator: "、")
  }
}
