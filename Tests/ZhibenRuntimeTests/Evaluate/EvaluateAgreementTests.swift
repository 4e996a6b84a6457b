import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("The fast evaluator says what the reference evaluator says")
struct EvaluateAgreementTests {
  /// One question put to both evaluators.
  struct Case {
    var program: Program
    var store: TinyStore
    var core: Core
    var subject: Int32
    var day: CivilDate
    var targetPeriod: DayRange?

    func evaluator<E: Evaluator>(_: E.Type) -> E {
      let evaluator = E(program: program, snapshot: store.snapshot, calendar: .china)
      evaluator.targetPeriod = targetPeriod
      return evaluator
    }

    /// The smallest store on which the complaint still stands, and what it is.
    func report(_ complaint: (Case) -> String?) -> String {
      var smallest = self
      while let smaller = smallest.smaller.first(where: { complaint($0) != nil }) {
        smallest = smaller
      }
      let printer = ProgramPrinter(program)
      let scopes = program.scopes.map { "\($0.name) = \(printer.text($0.condition))" }
      let partitions = program.partitions.map { partition in
        "\(partition.name) 于 \(printer.text(partition.domain)): "
          + partition.arms.map(printer.text).joined(separator: " | ")
      }
      let lines = [
        complaint(smallest) ?? "", "on \(day), subject \(subject)",
        "target \(targetPeriod?.description ?? "none")", printer.text(core),
      ]
      return (lines + scopes + partitions + [smallest.store.text(printer)])
        .joined(separator: "\n")
    }

    /// Fields by name.
    func text(_ fields: Set<FieldRef>) -> String {
      fields.sorted().map { "\(store.schema[$0.register].name).\(store.schema[$0].name)" }
        .joined(separator: "、")
    }

    private var smaller: [Case] {
      store.smaller.map { store in
        var other = self
        other.store = store
        return other
      }
    }
  }

  /// Questions over one random world.
  static func cases(seed: UInt64, count: Int, _ make: (inout RandomCore, [RegisterID]) -> Core)
    -> [Case]
  {
    let world = RandomWorld(seed: seed)
    var core = RandomCore(program: world.program, rng: world.rng)
    return (0..<count).map { _ in
      let register = RegisterID(core.rng.below(world.program.schema.registers.count))
      let expression = make(&core, [register])
      let rows = world.store.records[register.index].count
      let start = RandomWorld.centre.advanced(byDays: core.rng.below(61) - 30)
      let period = DayRange(start.addingMonths(-1), start.advanced(byDays: core.rng.below(20)))
      return Case(
        program: world.program, store: world.store, core: expression,
        subject: Int32(core.rng.below(rows + 1)) - 1, day: start,
        targetPeriod: core.rng.chance(50) ? period : nil)
    }
  }

  /// What is wrong with the answers, if anything.
  static func disagreement(_ one: Case) -> String? {
    let (reference, fast) = (
      one.evaluator(ReferenceEvaluator.self), one.evaluator(FastEvaluator.self)
    )
    reference.collectsBlanks = true
    fast.collectsBlanks = true
    let meant = reference.value(one.core, subject: one.subject, row: -1, day: one.day.days)
    let compiled = fast.prepare(one.core)
    // Twice: the second time from what was kept.
    for turn in 1...2 {
      fast.blanks = []
      let found = fast.value(compiled, subject: one.subject, row: -1, day: one.day.days)
      let printer = ProgramPrinter(one.program)
      if found != meant {
        return
          "turn \(turn): \(printer.text(found)), not \(printer.text(meant))"
      }
      if fast.blanks != reference.blanks {
        return
          "turn \(turn): blanks \(one.text(fast.blanks)), not \(one.text(reference.blanks))"
      }
      if one.core.type == .bool,
        fast.truth(compiled, subject: one.subject, row: -1, day: one.day.days) != Truth(meant)
      {
        return "turn \(turn): another truth than value"
      }
    }
    return nil
  }

  /// What is wrong with the rows of an aggregate, if anything.
  static func disagreementOnRows(_ one: Case) -> String? {
    guard case .aggregate(let aggregate) = one.core.node else { return nil }
    func ask(_ evaluator: some Evaluator) -> (rows: [JudgedRow], blanks: Set<FieldRef>) {
      evaluator.collectsBlanks = true
      let rows = evaluator.rows(
        of: evaluator.prepare(rows: aggregate), subject: one.subject, row: -1, day: one.day.days)
      return (rows, evaluator.blanks)
    }
    let (meant, found) = (
      ask(one.evaluator(ReferenceEvaluator.self)), ask(one.evaluator(FastEvaluator.self))
    )
    if meant.rows != found.rows { return "rows \(found.rows), not \(meant.rows)" }
    return meant.blanks == found.blanks
      ? nil : "blanks \(one.text(found.blanks)), not \(one.text(meant.blanks))"
  }

  /// What is wrong with the promise of the edge, if anything: on every day before it the reference evaluator says the same. Days are tried
  /// next to both ends and in between.
  static func brokenPromise(_ one: Case) -> String? {
    let (reference, fast) = (
      one.evaluator(ReferenceEvaluator.self), one.evaluator(FastEvaluator.self)
    )
    let compiled = fast.prepare(one.core)
    let now = fast.value(compiled, subject: one.subject, row: -1, day: one.day.days)
    let edge = fast.edge
    fast.edge = .max
    _ = fast.value(compiled, subject: one.subject, row: -1, day: one.day.days)
    guard fast.edge == edge else { return "edge \(edge), and \(fast.edge) from what was kept" }
    guard edge > one.day.days else { return "the edge \(edge) is not later" }
    let last = min(edge, one.day.days + 800) - 1
    var rng = SeededGenerator(seed: UInt64(one.day.days))
    var days = [one.day.days + 1, last, last - 1, last - 2]
    for _ in 0..<4 { days.append(Int32.random(in: one.day.days...last, using: &rng)) }
    for _ in 0..<4 { days.append(one.day.days + Int32(rng.below(45))) }
    for day in days where day > one.day.days && day <= last {
      let later = reference.value(one.core, subject: one.subject, row: -1, day: day)
      if later != now {
        let printer = ProgramPrinter(one.program)
        return "edge \(CivilDate(days: edge)), but on \(CivilDate(days: day)) "
          + "\(printer.text(later)), not \(printer.text(now))"
      }
    }
    return nil
  }

  static func check(
    seeds: Range<Int>, _ complaint: (Case) -> String?,
    _ make: (inout RandomCore, [RegisterID]) -> Core
  ) {
    for seed in seeds {
      for one in cases(seed: UInt64(seed), count: 12, make) where complaint(one) != nil {
        Issue.record("seed \(seed)\n\(one.report(complaint))")
        return
      }
    }
  }

  @Test("Conditions of every kind", arguments: 0..<20)
  func conditions(batch: Int) {
    Self.check(seeds: batch * 10..<batch * 10 + 10, Self.disagreement) { $0.bool(4, $1) }
  }

  @Test("Values of every type", arguments: 0..<20)
  func values(batch: Int) {
    Self.check(seeds: batch * 10..<batch * 10 + 10, Self.disagreement) {
      $0.make($0.valueType(), 3, $1)
    }
  }

  @Test("Rows that are certain and rows that are not", arguments: 0..<20)
  func rows(batch: Int) {
    Self.check(seeds: batch * 10..<batch * 10 + 10, Self.disagreementOnRows) {
      $0.aggregate(.count, .number(unit: ""), 3, $1) ?? .whole(0)
    }
  }

  @Test("Nothing changes before the edge", arguments: 0..<20)
  func edges(batch: Int) {
    let depth = 1 + batch % 4
    Self.check(seeds: batch * 10..<batch * 10 + 10, Self.brokenPromise) { $0.bool(depth, $1) }
  }

  @Test("Nothing changes in a value before the edge", arguments: 0..<20)
  func valueEdges(batch: Int) {
    Self.check(seeds: batch * 10..<batch * 10 + 10, Self.brokenPromise) {
      $0.make($0.valueType(), 1 + batch % 3, $1)
    }
  }

  @Test("The questions are worth asking: answers vary, and edges reach beyond the next day")
  func questionsVary() {
    var (answers, far, total): ([Truth: Int], Int, Int) = ([:], 0, 0)
    for seed in 0..<40 {
      for one in Self.cases(seed: UInt64(seed), count: 12, { $0.bool(3, $1) }) {
        let fast = one.evaluator(FastEvaluator.self)
        let truth = fast.truth(
          fast.prepare(one.core), subject: one.subject, row: -1, day: one.day.days)
        answers[truth, default: 0] += 1
        total += 1
        if fast.edge < .max, fast.edge > one.day.days + 1 { far += 1 }
      }
    }
    for truth in [Truth.yes, .no, .unknown] { #expect(answers[truth, default: 0] * 8 > total) }
    #expect(far * 10 > total)
  }
}
