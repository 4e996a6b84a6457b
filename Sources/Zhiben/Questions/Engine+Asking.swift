import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// Answers a question, or shows what several statements show, over the registers of a script as of a day. Nothing is written, whatever the
  /// statements say.
  ///
  /// Questions run as SQL in the store, as far as they go; the rest, and everything else, runs in memory. The registers of outcomes (义务, 台阶 …)
  /// hold what the last run left in the ledger.
  /// - Parameter text: as in a script: `企业 其中 等级 = D 按 村 分组 统计 家数 = 数量()`.
  /// - Throws: what is wrong with the text; what ended the statements; the store cannot be read.
  public func ask(_ text: String, script: Script, asOf: CivilDate) throws(Diagnostics) -> Answer {
    let program = try script.asking(text, allowing: allowed)
    guard let main = program.main else {
      return Answer(
        tables: [], words: AnswerWords(SnapshotBuilder(schema: program.schema).snapshot()))
    }
    let reads = program.reads(of: main)
    var tables: [Answer.Table] = []
    // The store does not have what the host holds itself.
    if script.providedRegisters.isEmpty, main.body.count == 1,
      case .show(let items) = main.body[0].node,
      items.allSatisfy({ if case .query = $0.value.node { true } else { false } })
    {
      let memory = MemoryQuestions(
        program: program, slots: main.slots, calendar: script.calendar,
        hostFunctions: script.host.functions.map(\.body))
      for item in items {
        guard case .query(let query) = item.value.node else { continue }
        let found = try store.answer(query, program: program, day: asOf, evaluator: memory)
        tables.append(Answer.Table(title: item.text, found))
      }
    } else {
      tables = try show(main, reads, program, script, asOf)
    }
    let demand = RecordNames.demand(for: program, showing: tables)
    var named = Program.Reads()
    for (register, fields) in demand.fields {
      if program.schema[register].isReadOnly {
        named.outcomes.insert(register)
      } else {
        named.fields[register] = fields
      }
    }
    let names = try script.facts(in: store, program, named, asOf)
    return Answer(
      tables: tables, words: AnswerWords(names), asksOutcomes: !reads.outcomes.isEmpty,
      ledgerAsOf: try store.lastRun(ofPlan: program.plan.name)?.asOf)
  }

  private func show(
    _ main: Procedure, _ reads: Program.Reads, _ program: Program, _ script: Script,
    _ asOf: CivilDate
  ) throws(Diagnostics) -> [Answer.Table] {
    let world = World(
      program: program, snapshot: try script.facts(in: store, program, reads, asOf),
      calendar: script.calendar, day: asOf, hostFunctions: script.host.functions.map(\.body))
    do {
      let run = try ReferenceInterpreter(world).run(
        main, budget: budget ?? .standard, cancellation: cancellation)
      let undecided = run.undecided.reduce(0) { $0 + $1.count }
      let items = run.shown.flatMap(\.items)
      return items.enumerated().map { position, item in
        Answer.Table(
          title: item.text, value: item.value, type: item.type,
          // Counted for the whole run; said once.
          undecided: position == items.count - 1 ? undecided : 0)
      }
    } catch {
      throw Diagnostics([error.diagnostic(sources: program.sources)])
    }
  }
}
