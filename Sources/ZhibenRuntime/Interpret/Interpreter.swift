import ZhibenFacts
import ZhibenSemantics

/// Runs procedures.
///
/// There are two: the reference interpreter, which is the meaning, and the fast one. Both give the same results, the same errors at the same places and
/// the same counts of steps and bytes. Not shared by threads: make one for each; a `World` is shared.
///
/// Unknown: arithmetic that overflows or divides by zero is unknown in procedures as it is in rules, so that an expression means the same in
/// both and in a store. What is unknown decides nothing: 若 does nothing and is noted (`ScriptRun.undecided`), so is 对每个 over an unknown list; the
/// condition of 循环, 断言, 截至, and records to be changed have to be known. 且 and 或 judge their parts in order up to the one that decides.
///
/// Writes and the judged day: what a statement writes is seen by whatever is judged after it. 截至 in a function holds until it returns.
public protocol Interpreter: AnyObject {
  /// Makes an interpreter.
  init(_ world: World)

  /// Runs the statements of a procedure.
  /// - Parameters:
  ///   - arguments: the values of its parameters; nil is unknown.
  func run(
    _ procedure: Procedure, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun

  /// Calls a function of the program, by position in `Program.functions`.
  func call(
    function: Int, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun
}

extension Interpreter {
  /// Runs a procedure without parameters.
  public func run(
    _ procedure: Procedure, budget: Budget = .standard, cancellation: Cancellation? = nil
  ) throws(ScriptFailure) -> ScriptRun {
    try run(procedure, arguments: [], budget: budget, cancellation: cancellation)
  }
}

extension Procedure {
  /// How deep its statements and expressions are nested.
  var nesting: Int { body.reduce(0) { max($0, $1.nesting) } }
}

extension Step {
  fileprivate var nesting: Int {
    1 + max(inner.reduce(0) { max($0, $1.nesting) }, cores.reduce(0) { max($0, $1.nesting) })
  }
}

extension Core {
  fileprivate var nesting: Int { 1 + parts.reduce(0) { max($0, $1.nesting) } }
}

extension Program {
  /// How deep the statements and expressions of its functions are nested.
  var nesting: Int { functions.reduce(0) { max($0, $1.nesting) } }
}

/// The stack of calls that are nested in each other.
struct CallRoom {
  /// What one call takes at most.
  private let call: Int
  private let depth: Int

  /// - Parameters:
  ///   - nesting: of the statements and expressions of all that is called.
  ///   - depth: how many calls are wanted.
  ///   - level: what one level of a statement or expression takes at most.
  init(nesting: Int, depth: Int, level: Int) {
    // Beside what is written a call takes some levels of its own.
    let (call, isTooLarge) = (max(0, nesting) + 16).multipliedReportingOverflow(by: level)
    self.call = isTooLarge ? Self.most : call
    self.depth = max(0, depth)
  }

  /// Runs `body` with room for the calls; it is told how many there may be, which are fewer than wanted only if they take more than a gigabyte.
  func with<Result>(_ body: (_ depth: Int) -> Result) -> Result {
    let (needed, isTooMuch) = call.multipliedReportingOverflow(by: depth + 1)
    let bytes = isTooMuch ? Self.most : min(needed, Self.most)
    return StackRoom.with(bytes) { body(min(depth, $0 / call)) }
  }

  /// How many calls there is room for here, up to those wanted.
  var limit: Int { min(depth, (StackRoom.free ?? .max) / call) }

  private static let most = 1 << 30
}

/// How a statement ends.
enum Flow: Equatable {
  case next, breakLoop, continueLoop
  /// The value lies where the interpreter keeps it.
  case giveBack
  /// The run ends.
  case stop
}

extension Procedure {
  /// What is wrong with arguments from outside, if anything.
  func complaint(about arguments: [Value?]) -> ScriptFailure? {
    let fits =
      arguments.count == parameterCount
      && zip(arguments, slots).allSatisfy { $0?.conforms(to: $1.type) ?? true }
    if fits { return nil }
    return ScriptFailure(
      "E0819", origin,
      [
        "name": .init(name),
        "reason": .init(
          zh: "需要 \(parameterCount) 个，类型如声明",
          en: "\(parameterCount) of the declared types are needed"),
      ])
  }
}
