import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

/// A compiled script. Immutable: any number of threads may run it at once.
public struct Script: Sendable {
  /// The checked plan.
  public let program: Program
  /// What the compiler had to say that did not stop it.
  public let warnings: Diagnostics
  /// What its rules read.
  public let demand: Demand
  /// The workdays that its plan asks for (日历).
  public var calendar: WorkCalendar { .builtIn(program.plan.calendar.scheme) }
  /// The digest of its sources, as the run log and saved plans have it.
  public let hash: String
  /// What it is given when it runs.
  let host: ScriptHost

  /// Where scripts that it uses were looked for.
  let place: Place

  /// Where a script looks for others.
  struct Place: Sendable {
    var library: ScriptLibrary
    /// The folder of the script; nil for one that is no file.
    var folder: String?
  }

  /// Sources whose declarations were added to the plan's own.
  public let additions: [SourceFile]

  init(
    program: Program, warnings: Diagnostics, host: ScriptHost, place: Place,
    additions: [SourceFile] = []
  ) {
    self.program = program
    self.additions = additions
    self.warnings = warnings
    self.host = host
    self.place = place
    var demand = Demand(fields: program.demand())
    demand.addKeys(for: host, program.schema)
    self.demand = demand
    hash = ScriptDigest.of(program.sources)
  }

  /// The digest of its sources without those that were added: what sessions over one plan have in common.
  var hashWithoutAdditions: String {
    if additions.isEmpty { return hash }
    return ScriptDigest.of(
      program.sources.filter { !hasAdded($0) })
  }

  /// Whether a source is one of the additions.
  func hasAdded(_ source: SourceFile) -> Bool {
    additions.contains { $0.name == source.name && $0.bytes == source.bytes }
  }

  /// The name of the script's source: the path that it was read from.
  public var name: String { program.sources.first?.name ?? "" }

  /// The clauses that a rule names; where they stand under headings, these are left out: they give the way to the clause, not the clause.
  public func clauses(of rule: Rule) -> [String] {
    let source = rule.origin.source
    guard rule.citations.count > 1, program.sources.indices.contains(source),
      program.sources[source].isLiterate
    else { return rule.citations }
    return Array(rule.citations.dropFirst())
  }

  /// The rule at that position; nil if there is none.
  func rule(_ number: Int32) -> Rule? {
    program.rules.indices.contains(Int(number)) ? program.rules[Int(number)] : nil
  }

  /// The same script with only some of its rules. Scopes and registers stay.
  /// - Parameter name: a rule's name or key, or the beginning of either that no other rule has.
  /// - Throws: no rule, or several, are called so (E0305).
  public func selecting(rule name: String) throws(Diagnostics) -> Script {
    let number = try uniqueRule(named: name)
    var program = program
    program.rules = [program.rules[number]]
    return Script(
      program: program, warnings: warnings, host: host, place: place, additions: additions)
  }

  /// The positions of the rules that somebody may mean: of that name or key; else those whose name begins so; else those whose name holds it.
  func rules(matching typed: String) -> [Int] {
    let tests: [(Rule) -> Bool] = [
      { $0.name == typed || $0.key == typed },
      { $0.name.hasPrefix(typed) || $0.key.hasPrefix(typed) },
      { $0.name.contains(typed) },
    ]
    for test in tests {
      let found = program.rules.indices.filter { test(program.rules[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  func uniqueRule(named typed: String) throws(Diagnostics) -> Int {
    let found = rules(matching: typed)
    if found.count == 1, let only = found.first { return only }
    let names = (found.isEmpty ? Array(program.rules.indices) : found).map {
      program.rules[$0].name
    }
    throw Diagnostics([
      Diagnostic(
        "E0305", at: .none,
        ["name": Wording(typed), "candidates": .choices(names, near: typed)])
    ])
  }
}

extension PlanHeader.Calendar {
  /// The rest days that it names.
  var scheme: RestDayScheme {
    switch self {
    case .china: .china
    case .weekendsOnly: .weekendsOnly
    case .none: .everyDay
    }
  }
}
