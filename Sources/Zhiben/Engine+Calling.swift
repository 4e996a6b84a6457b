import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenSemantics

extension Engine {
  /// Calls a function of the script (函数) over the facts as of a day. What it writes (记入, 修改, 注销) is thrown away.
  ///
  ///     let score: Int? = try engine.call("风险分", 80, in: script, asOf: day)
  /// - Throws: the script has no such function (E0312); arguments or result are of other types (E0819); what the function ends in.
  public func call<each Argument: ScriptValue, Result: ScriptValue>(
    _ name: String, _ arguments: repeat each Argument, in script: Script, asOf: CivilDate,
    budget: Budget = .standard, cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> Result {
    var values: [Value?] = []
    repeat values.append((each arguments).scriptValue)
    let value = try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try engine.call(name, values, script, asOf, budget, cancellation)
    }
    guard let result = Result(script: value) else {
      throw Diagnostics([
        Diagnostic(
          "E0819", at: .none,
          [
            "name": Wording(name),
            "reason": Wording(zh: "结果不是所要的类型", en: "the result is of another type"),
          ])
      ])
    }
    return result
  }

  private func call(
    _ name: String, _ arguments: [Value?], _ script: Script, _ asOf: CivilDate, _ budget: Budget,
    _ cancellation: Cancellation?
  ) throws(Diagnostics) -> Value? {
    guard let function = script.program.functions.firstIndex(where: { $0.name == name }) else {
      let names = script.program.functions.map(\.name)
      throw Diagnostics([
        Diagnostic(
          "E0312", at: .none, ["name": Wording(name), "candidates": .choices(names, near: name)])
      ])
    }
    let snapshot = try script.facts(
      in: store, script.program, script.program.reads(of: script.program.functions[function]), asOf)
    let world = World(
      program: script.program, snapshot: snapshot, calendar: script.calendar, day: asOf,
      hostFunctions: script.host.functions.map(\.body))
    do throws(ScriptFailure) {
      return try FastInterpreter(world).call(
        function: function, arguments: arguments, budget: budget, cancellation: cancellation
      ).result
    } catch {
      throw Diagnostics([error.diagnostic(sources: script.program.sources)])
    }
  }
}
