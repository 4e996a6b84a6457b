import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore
import ZhibenSyntax

extension Engine {
  /// Answers a question, or does what several statements say, over the registers of a script and what earlier inputs have left. Nothing is stored.
  ///
  /// Questions run as SQL in the store, as far as they go; the rest, and everything else, runs in memory. The registers of outcomes (义务, 台阶 …)
  /// hold what the last run left in the ledger; once statements have changed records, what a run over these would give.
  /// - Parameters:
  ///   - input: as in a script: `企业 其中 等级 = D 按 村 分组 统计 家数 = 数量()`.
  ///   - workspace: the variables and pending changes that it finds.
  ///   - script: whose registers, scopes and rules it speaks of.
  ///   - asOf: the judged day.
  ///   - showsFields: whether a question for records shows their fields and not only their names.
  ///   - budget: how much it may use; by default what this engine is limited to.
  ///   - cancellation: ends it from another thread, or from a handler of signals.
  /// - Throws: what is wrong with the input; what ended it; the store cannot be read. The workspace stays as it was.
  public func evaluate(
    _ input: SourceFile, in workspace: Workspace = Workspace(), script: Script, asOf: CivilDate,
    showsFields: Bool = false, budget: Budget? = nil, cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> Turn {
    let words = Set(Lexer.lex(input).tokens.map(\.text))
    let given = workspace.variables.filter { words.contains($0.name) }
    var program = try script.asking(input, allowing: allowed, variables: given)
    if showsFields { program.showFields() }
    let budget = budget ?? self.budget ?? .standard
    let cancellation = cancellation ?? self.cancellation
    let (asked, names) = (program, given.map(\.name))
    return try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try Turning(
        store: engine.store, script: script, program: asked, input: input, asOf: asOf,
        budget: budget, cancellation: cancellation, arguments: names.map(workspace.value)
      ).run(in: workspace)
    }
  }

  /// The workspace for a script that was changed: what it holds, in the new script's numbers.
  /// - Throws: the script does not compile with a question.
  public func move(_ workspace: Workspace, to script: Script) throws(Diagnostics) -> Workspace {
    if workspace.isEmpty { return workspace }
    let program = try script.asking(SourceFile(name: "", text: "1\n"), allowing: allowed)
    return workspace.moved(to: program.schema)
  }
}

extension Engine {
  /// Whether the store is still what the changes that wait in a workspace rest on.
  /// - Throws: the store cannot be read.
  public func isCurrent(_ workspace: Workspace) throws(Diagnostics) -> Bool {
    guard let draft = workspace.draft else { return true }
    return try store.dataVersion() == draft.dataVersion
  }
}

/// One input on its way.
private struct Turning {
  let store: Store
  let script: Script
  let program: Program
  let input: SourceFile
  let asOf: CivilDate
  let budget: Budget
  let cancellation: Cancellation?
  /// What the variables hold that it knows.
  let arguments: [Value?]

  private var hostFunctions: [World.HostBody?] { script.host.functions.map(\.body) }

  func run(in workspace: Workspace) throws(Diagnostics) -> Turn {
    guard let main = program.main else {
      let words = AnswerWords(SnapshotBuilder(schema: program.schema).snapshot())
      return Turn(
        answer: Answer(tables: [], words: words), writes: [], repeated: 0, workspace: workspace)
    }
    let reads = program.reads(of: main)
    if let questions = plainQuestions(main), workspace.draft == nil {
      var tables: [Answer.Table] = []
      for item in questions {
        tables.append(Answer.Table(title: item.text, try ask(item.query, main)))
      }
      return try turn(tables, workspace, reads)
    }
    return try interpret(main, reads, workspace)
  }

  // MARK: - Questions

  /// The questions, if there is nothing else and the store has all they ask.
  private func plainQuestions(_ main: Procedure) -> [(text: String, query: Query)]? {
    guard script.providedRegisters.isEmpty, main.body.count == 1,
      case .show(let items)? = main.body.first?.node
    else { return nil }
    let questions = items.compactMap { item -> (text: String, query: Query)? in
      if case .query(let query) = item.value.node { (item.text, query) } else { nil }
    }
    return questions.count == items.count ? questions : nil
  }

  private func ask(_ query: Query, _ main: Procedure) throws(Diagnostics) -> AnswerTable {
    let memory = MemoryQuestions(
      program: program, slots: main.slots, calendar: script.calendar,
      hostFunctions: hostFunctions, budget: budget, cancellation: cancellation)
    return try store.answer(
      query, program: program, day: asOf, variables: arguments, evaluator: memory)
  }

  // MARK: - Statements

  private func interpret(
    _ main: Procedure, _ reads: Program.Reads, _ workspace: Workspace
  ) throws(Diagnostics) -> Turn {
    let kept = keptVariables(of: main)
    var procedure = main
    let type = ValueType.structure(kept.map { StructureField($0.slot.name, $0.slot.type) })
    let values = kept.map { Core(.variable($0.number), $0.slot.type, main.origin) }
    procedure.body.append(
      Step(.giveBack(Core(.structure(values), type, main.origin)), main.origin))
    procedure.result = type
    let statement = TypedStatement(
      input, source: main.origin.source, of: program, script: script, in: workspace)
    let written = statement.known(
      try store.written(scriptHash: script.hashWithoutAdditions, asOf: asOf))
    var run: ScriptRun
    if let draft = workspace.draft {
      run = try execute(procedure, draft, plans: true, written)
    } else {
      run = try execute(
        procedure, script.facts(in: store, program, reads, asOf), plans: false, written)
      // What comes after a change of records may read any of them, and what follows from them.
      if !run.writes.isEmpty { run = try execute(procedure, everything(), plans: true, written) }
    }
    var tables = run.shown.flatMap(\.items).map {
      Answer.Table(title: $0.text, value: $0.value, type: $0.type, undecided: 0)
    }
    let undecided = run.undecided.reduce(0) { $0 + $1.count }
    // Counted for the whole run; said once.
    if let last = tables.popLast() { tables.append(last.leavingOut(undecided)) }
    var after = workspace
    if case .structure(let values)? = run.result {
      for (variable, value) in zip(kept, values) {
        after.set(variable.slot.name, variable.slot.type, value)
      }
    }
    after.add(run.writes, of: statement, asOf: asOf, run.snapshot)
    if !run.writes.isEmpty || run.repeated > 0 { after.count(statement) }
    return try turn(
      tables, after, reads, StatementRun(run, program), after.draft == nil ? nil : run.snapshot)
  }

  private func execute(
    _ procedure: Procedure, _ facts: Snapshot, plans: Bool, _ written: Set<String>
  ) throws(Diagnostics) -> ScriptRun {
    var world = World(
      program: program, snapshot: facts, calendar: script.calendar, day: asOf,
      hostFunctions: hostFunctions, written: written)
    if plans, program.outcomes != nil {
      // The ledger is of the store's facts, whose positions a draft keeps.
      let (store, program) = (store, program)
      world.outcomes = .planning(program, calendar: script.calendar) { snapshot in
        try store.ledger(program: program, snapshot: snapshot)
      }
    }
    do throws(ScriptFailure) {
      let run = try FastInterpreter(world).run(
        procedure, arguments: arguments, budget: budget, cancellation: cancellation)
      return run
    } catch {
      throw Diagnostics([error.diagnostic(sources: program.sources)])
    }
  }

  /// The variables at the top, the last of each name.
  private func keptVariables(of main: Procedure) -> [(number: Int, slot: Slot)] {
    var numbers: [String: Int] = [:]
    for number in 0..<main.parameterCount { numbers[main.slots[number].name] = number }
    for case .set(let number, _) in main.body.map(\.node) where !main.slots[number].name.isEmpty {
      numbers[main.slots[number].name] = number
    }
    return numbers.values.sorted().map { ($0, main.slots[$0]) }
  }

  /// All facts.
  private func everything() throws(Diagnostics) -> Snapshot {
    var demand = Demand()
    for (index, register) in program.schema.registers.enumerated() where !register.isReadOnly {
      demand.add(register.fields.indices, of: RegisterID(index))
    }
    return try script.facts(in: store, demand: demand, schema: program.schema)
  }

  // MARK: - Words

  /// - Parameter snapshot: the facts that the tables speak of; nil = those of the store.
  private func turn(
    _ tables: [Answer.Table], _ workspace: Workspace, _ reads: Program.Reads,
    _ statements: StatementRun? = nil, _ snapshot: Snapshot? = nil
  ) throws(Diagnostics) -> Turn {
    let facts: Snapshot
    if let snapshot { facts = snapshot } else { facts = try names(of: tables) }
    let words = AnswerWords(facts)
    var after = workspace
    after.belongs(to: program.schema)
    if let last = tables.last { after.set(Workspace.lastResult, last.type, last.value) }
    let readsLedger = snapshot == nil && !reads.outcomes.isEmpty
    let answer = Answer(
      tables: tables, words: words, asksOutcomes: readsLedger,
      ledgerAsOf: readsLedger ? try store.lastRun(ofPlan: program.plan.name)?.asOf : nil)
    return Turn(
      answer: answer, writes: statements?.changes ?? [], repeated: statements?.repeated ?? 0,
      workspace: after)
  }

  private func names(of tables: [Answer.Table]) throws(Diagnostics) -> Snapshot {
    var named = Program.Reads()
    for (register, fields) in RecordNames.demand(for: program, showing: tables).fields {
      if program.schema[register].isReadOnly {
        named.outcomes.insert(register)
      } else {
        named.fields[register] = fields
      }
    }
    return try script.facts(in: store, program, named, asOf)
  }
}

extension Program {
  /// Makes questions for records show their fields, as far as they are not confidential, the first of them.
  fileprivate mutating func showFields() {
    guard var main else { return }
    main.body = main.body.map { step in
      guard case .show(let items) = step.node else { return step }
      return Step(.show(items.map { item in shown(item) }), step.origin)
    }
    self.main = main
  }

  /// More fields than these make no table that one can read.
  private static let widest = 12

  private func shown(_ item: Step.Shown) -> Step.Shown {
    guard case .query(var query) = item.value.node, case .rows = query.shape,
      case .list(.record(let register)) = item.value.type
    else { return item }
    let origin = item.value.origin
    let type = ValueType.record(register)
    let record: Core =
      switch query.binding {
      case .frame(let frame): Core(.record(frame: frame), type, origin)
      case .variable(let slot): Core(.variable(slot), type, origin)
      }
    let fields = schema[register].fields.enumerated().filter { !$0.element.isConfidential }
    let columns = fields.prefix(Self.widest).map { number, field in
      let ref = FieldRef(register, number)
      return Query.Column(
        name: field.name, value: Core(.field(record, ref), ValueType(field), origin))
    }
    guard !columns.isEmpty, !schema[register].isConfidential else { return item }
    query.shape = .columns(columns)
    let row = ValueType.structure(columns.map { StructureField($0.name, $0.value.type) })
    return Step.Shown(Core(.query(query), .list(row), origin), text: item.text)
  }
}
