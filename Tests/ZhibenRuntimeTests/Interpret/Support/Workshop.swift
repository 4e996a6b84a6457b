import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// Runs procedures with every interpreter, which must agree in everything.
struct Workshop {
  var store = TinyStore(schema: Village.schema)
  var program = Village.program()
  var day = date("2024-06-30")
  var hostFunctions: [World.HostBody?] = []
  var outcomes: OutcomeProvider?
  var answering: (any QueryAnswering)?
  var budget = Budget(steps: 100_000, bytes: 1 << 20, rows: 10_000, depth: 50)

  /// What can be compared of a run.
  struct Report: Equatable {
    var result: Value?
    var code: DiagnosticCode?
    var origin: Origin?
    var calls: [ScriptFailure.Call] = []
    var record: String?
    var values: [ScriptFailure.Part] = []
    var arguments: [String: Wording] = [:]
    var shown: [ScriptRun.Shown] = []
    var writes: [Write] = []
    var undecided: [ScriptRun.Undecided] = []
    var steps = 0
    var bytes = 0
    /// What is in the registers at the end.
    var facts = ""
  }

  var world: World {
    World(
      program: program, snapshot: store.snapshot, calendar: .china, day: day,
      hostFunctions: hostFunctions, outcomes: outcomes, answering: answering)
  }

  func report<I: Interpreter>(
    _: I.Type, _ procedure: Procedure, _ arguments: [Value?], _ cancellation: Cancellation? = nil
  ) -> Report {
    var report = Report()
    do {
      let run = try I(world).run(
        procedure, arguments: arguments, budget: budget, cancellation: cancellation)
      report.result = run.result
      report.shown = run.shown
      report.writes = run.writes
      report.undecided = run.undecided
      report.steps = run.steps
      report.bytes = run.bytes
      report.facts = Self.text(run.snapshot)
    } catch {
      report.code = error.code
      report.origin = error.origin
      report.calls = error.calls
      report.record = error.record
      report.values = error.values
      report.arguments = error.arguments
      report.shown = error.shown
    }
    return report
  }

  /// What both interpreters say.
  func run(
    _ procedure: Procedure, _ arguments: [Value?] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Report {
    let meant = report(ReferenceInterpreter.self, procedure, arguments)
    let found = report(FastInterpreter.self, procedure, arguments)
    #expect(found == meant, "the fast interpreter", sourceLocation: sourceLocation)
    return meant
  }

  /// Runs a body over variables of these types; the last statement may give a value back.
  func run(
    _ slots: [ValueType], _ body: [Step], _ arguments: [Value?] = [], result: ValueType? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Report {
    run(
      Procedure(
        name: "试", slots: slots.enumerated().map { Slot(name: "v\($0)", type: $1) },
        parameterCount: arguments.count, result: result, body: body, origin: nowhere),
      arguments, sourceLocation: sourceLocation)
  }

  /// The value of an expression.
  func value(
    _ core: Core, _ slots: [ValueType] = [], _ arguments: [Value?] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Value? {
    let report = run(
      slots, [.giveBack(core)], arguments, result: core.type, sourceLocation: sourceLocation)
    #expect(report.code == nil, sourceLocation: sourceLocation)
    return report.result
  }

  private static func text(_ snapshot: Snapshot) -> String {
    snapshot.tables.enumerated().map { index, table in
      let register = snapshot.schema.registers[index]
      let rows = (0..<table.count).map { row in
        register.fields.indices.map { field -> String in
          let evaluator = ReferenceEvaluator(
            program: Village.program(), snapshot: snapshot, calendar: .china)
          let value = evaluator.cell(FieldRef(RegisterID(index), field), row, on: .max, nil)
          return value.map { "\($0)" } ?? "?"
        }.joined(separator: ",") + (table.goneFrom[Int32(row)].map { " † \($0)" } ?? "")
      }
      return register.name + "\n" + rows.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

/// A place of its own for each statement or expression.
func place(_ number: Int) -> Origin { Origin(source: -1, span: Span(number, number)) }

extension Step {
  static func set(_ slot: Int, _ core: Core, at number: Int = 0) -> Step {
    Step(.set(slot, core), place(number))
  }
  static func setPart(_ slot: Int, _ path: [PathPart], _ core: Core, at number: Int = 0) -> Step {
    Step(.setPart(slot, path, core), place(number))
  }
  static func giveBack(_ core: Core?) -> Step { Step(.giveBack(core), nowhere) }
  static func when(_ condition: Core, _ then: [Step], _ otherwise: [Step] = []) -> Step {
    Step(.branch([Branch(condition, then)], otherwise: otherwise), nowhere)
  }
  static func loop(_ condition: Core, _ body: [Step], at number: Int = 0) -> Step {
    Step(.loop(condition, body), place(number))
  }
  static func forEach(_ slot: Int, _ list: Core, _ body: [Step], at number: Int = 0) -> Step {
    Step(.forEach(slot, list, body), place(number))
  }
  static func show(_ cores: Core...) -> Step {
    Step(.show(cores.map { Shown($0, text: "x") }), nowhere)
  }
  static func insert(
    _ register: RegisterID, _ fields: [(String, Core)], at number: Int = 0
  ) -> Step {
    Step(
      .insert(register, fields.map { FieldValue(Village.field(register, $0.0).field, $0.1) }),
      place(number))
  }
  static func perform(_ core: Core) -> Step { Step(.perform(core), nowhere) }
}

extension ValueType {
  static let number = ValueType.number(unit: "")
}

extension Core {
  static func variable(_ slot: Int, _ type: ValueType = .number) -> Core {
    Core(.variable(slot), type)
  }
  static func text(_ text: String) -> Core { .constant(.text(text), .text) }
  static func join(_ parts: Core...) -> Core { Core(.text(parts), .text) }
  static func bool(_ flag: Bool?) -> Core { .constant(flag.map { .bool($0) }) }
  static func add(_ left: Core, _ right: Core) -> Core {
    Core(.arithmetic(.add, left, right), left.type)
  }
  static func arithmetic(_ operation: BinaryOperator, _ left: Core, _ right: Core) -> Core {
    Core(.arithmetic(operation, left, right), left.type)
  }
  static func call(_ function: Int, _ arguments: [Core], _ type: ValueType = .number) -> Core {
    Core(.call(function, arguments), type, place(1000 + function))
  }
  static func builtin(_ function: Builtin, _ parts: Core..., type: ValueType) -> Core {
    Core(.builtin(function, parts), type)
  }
  static func list(_ parts: [Core], of type: ValueType = .number) -> Core {
    Core(.list(parts), .list(type))
  }
  static func element(_ base: Core, _ key: Core, _ type: ValueType) -> Core {
    Core(.element(base, key), type)
  }
  static func unknown(_ type: ValueType) -> Core { .constant(nil, type) }
}

extension Value {
  static func numbers(_ numbers: Int...) -> Value { .list(numbers.map { .number($0) }) }
  static func texts(_ texts: String...) -> Value { .list(texts.map { .text($0) }) }
}
