import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore
import ZhibenSyntax

/// What a script asks the database for, found out on an empty store of its registers: a store with earlier values or records struck off takes
/// some columns and statements more.
public struct DatabaseWork: Sendable {
  /// The statements of a plan, in order: what is known of the registers, the facts of the rules, the ledger.
  public let loading: [String]
  /// The questions of its statements.
  public let questions: [Question]

  /// A question and how it is answered.
  public struct Question: Sendable {
    /// As `ProgramPrinter` writes it.
    public let text: String
    /// Nil for one that reads variables of the statements around it: it runs in memory with them.
    public let plan: QueryPlan?
  }
}

extension Script {
  /// What the script asks the database for.
  /// - Throws: no store can be made in memory.
  public func databaseWork() throws(Diagnostics) -> DatabaseWork {
    let store = try Store.inMemory()
    try store.prepare(schema: program.schema)
    store.recordStatements()
    let facts = try self.facts(in: store, demand: demand)
    _ = try store.ledger(program: program, snapshot: facts)
    let loading = store.recordedStatements
    let memory = MemoryQuestions(
      program: program, slots: program.main?.slots ?? [], calendar: calendar,
      hostFunctions: host.functions.map(\.body))
    let printer = ProgramPrinter(program)
    var questions: [DatabaseWork.Question] = []
    for query in program.questions {
      var plan: QueryPlan?
      if Core(.query(query), .text, origin).freeVariables.isEmpty {
        plan = try store.answer(
          query, program: program, day: program.plan.period.first, evaluator: memory
        ).plan
      }
      questions.append(DatabaseWork.Question(text: printer.text(query), plan: plan))
    }
    return DatabaseWork(loading: loading, questions: questions)
  }

  private var origin: Origin { Origin(source: 0, span: Span(0, 0)) }
}
