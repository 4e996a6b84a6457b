import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Runs procedures compiled to nodes over a stack of variables. Says what the reference interpreter says.
public final class FastInterpreter: Interpreter {
  private let machine: FastMachine
  private let memory = FrameMemory(words: 256, values: 64)

  private lazy var functionNesting = machine.world.program.nesting

  private func room(_ nesting: Int, _ budget: Budget) -> CallRoom {
    #if DEBUG
      CallRoom(nesting: nesting, depth: budget.depth, level: 4096)
    #else
      CallRoom(nesting: nesting, depth: budget.depth, level: 512)
    #endif
  }

  /// Makes an interpreter.
  public init(_ world: World) { machine = FastMachine(world) }

  /// Runs the statements of a procedure.
  public func run(
    _ procedure: Procedure, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun {
    if let complaint = procedure.complaint(about: arguments) { throw complaint }
    machine.begin(Meter(budget, cancellation), procedure.body)
    let nesting = max(functionNesting, procedure.nesting)
    let result = room(nesting, budget).with { depth in
      let code = ProcedureCode(procedure)
      machine.compiler.fill(code, procedure.body)
      return execute(code, arguments, procedure.result ?? .bool, depth)
    }
    return try machine.run.finish(result)
  }

  /// Calls a function of the program.
  public func call(
    function: Int, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun {
    let procedure = machine.world.program.functions[function]
    if let complaint = procedure.complaint(about: arguments) { throw complaint }
    machine.begin(Meter(budget, cancellation))
    let result = room(functionNesting, budget).with { depth in
      let code = machine.compiler.code(function, in: machine.codes)
      return execute(code, arguments, procedure.result ?? .bool, depth)
    }
    return try machine.run.finish(result)
  }

  private func execute(
    _ code: ProcedureCode, _ arguments: [Value?], _ result: ValueType, _ depth: Int
  ) -> Value? {
    let stack = memory.stack
    _ = stack.pointee.reserve(code.shape)
    defer { stack.pointee.release(code.shape) }
    var judgement = Judgement(
      memory: memory, fuel: machine.run.meter.fuel, machine: machine)
    judgement.depthLimit = depth
    judgement.day = machine.world.day.days
    judgement.reserve(frames: code.frameCount)
    for frame in 0..<code.frameCount { judgement.put(-1, in: frame) }
    for (place, argument) in zip(code.layout.places, arguments) {
      judgement.store(argument, at: place)
    }
    guard code.run(&judgement) == .giveBack else { return nil }
    switch result {
    case .number:
      guard judgement.givenWords.1 > 0 else { return nil }
      return Rational(Int(judgement.givenWords.0), over: Int(judgement.givenWords.1))
        .map { .number($0) }
    case .bool, .date, .moment, .enumeration, .record:
      return machine.interner.value(judgement.givenWords.0, result)
    case .text, .term, .list, .map, .structure, .cadence, .period: return judgement.givenValue
    }
  }

  /// Makes a function ready to be called many times. What it shows and writes is lost: for functions that only give something back.
  /// - Parameters:
  ///   - budget: of each call.
  public func prepare(
    function: Int, budget: Budget = .standard, cancellation: Cancellation? = nil
  ) -> PreparedFunction {
    PreparedFunction(self, function, budget, cancellation)
  }

  /// A function that is ready to be called, with no more calls in it than fit the stack where it was made ready. Of use only as long as its interpreter runs nothing else.
  public struct PreparedFunction {
    private let interpreter: FastInterpreter
    private let code: ProcedureCode
    private let budget: Budget
    private let result: ValueType
    private let meter: Meter
    private let depth: Int

    fileprivate init(
      _ interpreter: FastInterpreter, _ function: Int, _ budget: Budget,
      _ cancellation: Cancellation?
    ) {
      let machine = interpreter.machine
      (self.interpreter, self.budget) = (interpreter, budget)
      meter = Meter(budget, cancellation)
      machine.begin(meter)
      code = machine.compiler.code(function, in: machine.codes)
      result = machine.world.program.functions[function].result ?? .bool
      depth = interpreter.room(interpreter.functionNesting, budget).limit
    }

    /// Calls it; nil is unknown.
    public func callAsFunction(_ arguments: Value?...) throws(ScriptFailure) -> Value? {
      meter.restart()
      let value = interpreter.execute(code, arguments, result, depth)
      if meter.stop != nil { _ = try interpreter.machine.run.finish(nil) }
      return value
    }
  }
}
