import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// Walks a program and offers every change that makes a mutant. One walk serves both purposes, so that what is listed is what is made: without a
/// target it notes them all and changes nothing, with one it makes that change and no other.
struct ProgramMutator {
  let target: Int?
  private(set) var found: [Mutant] = []
  private var next = 0
  var owner = ""

  init(target: Int?) { self.target = target }

  /// Notes a change; true if it is to be made.
  mutating func offers(
    _ kind: Mutant.Kind, _ origin: Origin, _ change: Wording, _ reach: Mutant.Reach? = nil
  ) -> Bool {
    defer { next += 1 }
    if let target { return next == target }
    found.append(
      Mutant(
        kind: kind, owner: owner, origin: origin, change: change, number: next,
        reach: reach ?? .judged(origin)))
    return false
  }

  mutating func walk(_ program: inout Program) {
    let schema = program.schema
    for index in program.scopes.indices {
      owner = program.scopes[index].name
      change(&program.scopes[index].condition, schema)
    }
    for index in program.partitions.indices {
      owner = program.partitions[index].name
      change(&program.partitions[index].domain, schema)
      for arm in program.partitions[index].arms.indices {
        change(&program.partitions[index].arms[arm], schema)
      }
    }
    for index in program.rules.indices {
      owner = program.rules[index].name
      change(&program.rules[index], number: index, schema)
    }
    for index in program.functions.indices {
      owner = program.functions[index].name
      change(&program.functions[index].body, schema)
    }
  }

  // MARK: - Values

  /// A threshold one more and one less.
  mutating func threshold(_ core: inout Core, of judged: Core, _ schema: Schema) {
    guard case .constant(let value?) = core.node else { return }
    for step in [1, -1] {
      guard let other = value.stepped(by: step, schema) else { continue }
      let change = Wording(
        "\(value.plain(schema)) → \(other.plain(schema))")
      if offers(.threshold, core.origin, change, .judged(judged.origin)) {
        core.node = .constant(other)
      }
    }
  }

  /// A term one more.
  mutating func term(
    _ term: inout Term, _ kind: Mutant.Kind, _ origin: Origin, _ reach: Mutant.Reach? = nil
  ) {
    let longer = Term(term.count.addingSaturating(1), term.unit)
    let change = Wording(zh: "\(term) → \(longer)", en: "\(term.english) → \(longer.english)")
    if offers(kind, origin, change, reach) { term = longer }
  }

  mutating func day(_ day: inout CivilDate, _ origin: Origin, _ reach: Mutant.Reach) {
    let later = day.next
    if offers(.deadline, origin, Wording("\(day) → \(later)"), reach) { day = later }
  }
}

extension Int {
  func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? self : sum
  }
}

extension Value {
  /// The neighbouring value; nil where there is none.
  fileprivate func stepped(by step: Int, _ schema: Schema) -> Value? {
    switch self {
    case .number(let number):
      // A share is given in hundredths.
      let unit = number.isInteger ? Rational(step) : Rational(step, over: 100)
      return unit.flatMap { number.adding($0) }.map { .number($0) }
    case .date(let date): return .date(date.advanced(byDays: step))
    case .enumeration(let list, let position):
      let known = schema[list]
      guard known.isOrdered, known.values.indices.contains(position + step) else { return nil }
      return .enumeration(list, position + step)
    default: return nil
    }
  }

  fileprivate func plain(_ schema: Schema) -> String {
    switch self {
    case .number(let number): number.description
    case .date(let date): date.description
    case .enumeration(let list, let position):
      schema[list].values.indices.contains(position) ? schema[list].values[position] : "?"
    default: "?"
    }
  }
}
