import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension Store {
  /// Answers a question from the store as of a day, in as many statements as there are registers in it and never one for each record.
  ///
  /// Records in the answer are positions in the registers' tables by ascending row id, as in any snapshot of this version of the store.
  /// - Parameters:
  ///   - variables: the values of the slots that the question reads.
  ///   - evaluator: does what the database cannot; which steps those were is in the answer's plan.
  /// - Throws: a field whose type is another than in the store; failures of the file.
  public func answer(
    _ query: Query, program: Program, day: CivilDate, variables: [Value?] = [],
    evaluator: some QueryEvaluator
  ) throws(Diagnostics) -> AnswerTable {
    try reading { db in
      let facts = try StoredFacts(db, program, day: day)
      try facts.prepare(for: program.reads(of: query).fields)
      let run = AnswerRun(
        db: db, facts: facts, program: program, day: day, variables: variables,
        evaluator: evaluator)
      return try run.answer(query)
    }
  }
}

/// Answers one question.
private struct AnswerRun<Evaluator: QueryEvaluator> {
  let db: Database
  let facts: StoredFacts
  let program: Program
  let day: CivilDate
  let variables: [Value?]
  let evaluator: Evaluator

  func answer(_ query: Query) throws -> AnswerTable {
    let compiler = SQLCompiler(
      program: program, dialect: .sqlite, facts: facts, calendar: evaluator.calendar,
      variables: variables
    ) { evaluator.value(of: $0, on: $1, variables: variables) }
    let compiled: PushedQuery
    do {
      compiled = try compiler.compile(query, day)
    } catch {
      if let failure = facts.failure { throw failure }
      if let answer = try answerInnerFirst(query) { return answer }
      return try inMemory(query, [QueryStep(.source, "", error.reason)])
    }
    if let failure = facts.failure { throw failure }
    if compiled.reach < .shape, let answer = try answerInnerFirst(query) { return answer }
    do {
      return try run(query, compiled, compiler)
    } catch let error as DatabaseError {
      guard let reason = ResidualReason(error) else { throw error }
      return try inMemory(query, compiled.steps.map { QueryStep($0.kind, $0.text, reason) })
    }
  }

  // MARK: Database

  private func run(_ query: Query, _ compiled: PushedQuery, _ compiler: SQLCompiler) throws
    -> AnswerTable
  {
    var plan = QueryPlan(steps: compiled.steps, statements: [])
    var undecided = 0
    if compiled.reach > .candidates {
      let own = compiled.countUndecided(compiler.dialect)
      for count in compiled.innerCounts + [own].compactMap({ $0 }) {
        let statement = try prepare(count, &plan)
        if try statement.step() { undecided += Int(statement.int(0)) }
      }
    }
    if compiled.reach == .shape {
      let select: ValueSelect
      do {
        select = try compiled.select(compiler, ordinal: false)
      } catch {
        return try inMemory(query, compiled.steps.map { QueryStep($0.kind, $0.text, error.reason) })
      }
      let statement = try prepare(select.sql, &plan)
      var rows: [[Value?]] = []
      while try statement.step() { rows.append(try read(select.values, statement)) }
      let (columns, isList) = query.columns(program)
      return AnswerTable(
        columns: columns, rows: rows, undecided: undecided, plan: plan, isList: isList)
    }
    guard let select = compiled.selectRows(compiler.dialect),
      let register = compiled.record?.register
    else { return try inMemory(query, compiled.steps) }
    let statement = try prepare(select, &plan)
    var positions: [Int] = []
    while try statement.step() {
      if let position = try facts.position(of: statement.int(0), in: register) {
        positions.append(position)
      }
    }
    var answer = try inMemory(query, compiled.steps, among: positions)
    answer.undecided += undecided
    answer.plan.statements = plan.statements
    return answer
  }

  private func prepare(_ sql: Fragment, _ plan: inout QueryPlan) throws -> RawStatement {
    plan.statements.append(
      QueryPlan.Statement(sql: sql.sql, bindings: sql.values.map(\.description)))
    return try RawStatement(db, sql)
  }

  private func read(_ values: [SQLValue], _ statement: RawStatement) throws -> [Value?] {
    var column = 0
    return try values.map { value throws -> Value? in
      defer { column += value.width }
      guard value.width > 0, !statement.isNull(column) else { return nil }
      let cell = statement.int(column)
      switch value {
      case .unknown, .constants, .list: return nil
      case .plain(_, .bool): return .bool(cell != 0)
      case .plain(_, .date): return .date(CivilDate(days: Int32(clamping: cell)))
      case .plain(_, .moment): return .moment(Int(cell))
      case .plain(_, .enumeration(let id)): return .enumeration(id, Int(cell))
      case .text: return .text(statement.text(column))
      case .number(let number):
        let divisor = number.divisor == nil ? 1 : Int(statement.int(column + 1))
        let (over, overflow) = number.scale.multipliedReportingOverflow(by: divisor)
        guard !overflow else { throw DatabaseError(message: "integer overflow") }
        return Rational(Int(cell), over: over).map { .number($0) }
      case .record(let record):
        return try facts.position(of: cell, in: record.register)
          .map { .record(record.register, $0) }
      }
    }
  }

  // MARK: Memory

  /// A question about another question's rows: that one first, which may be the database's business.
  private func answerInnerFirst(_ query: Query) throws -> AnswerTable? {
    guard case .list(let list) = query.source, case .query(let inner) = list.node else {
      return nil
    }
    let base = try answer(inner)
    var outer = query
    var constant = list
    constant.node = .constant(base.value)
    outer.source = .list(constant)
    var answer = try inMemory(outer, base.plan.steps + [QueryStep(.source, "", .listSource)])
    answer.undecided += base.undecided
    answer.plan.statements = base.plan.statements
    return answer
  }

  private func inMemory(_ query: Query, _ steps: [QueryStep], among rows: [Int]? = nil) throws
    -> AnswerTable
  {
    let reads = program.reads(of: query)
    var reader = SnapshotReader(
      schema: program.schema, demand: Demand(reads, program.schema), stored: facts.stored,
      outcomes: facts.outcomes)
    let found = try evaluator.answer(
      query, among: rows, in: try reader.read(db), on: day, variables: variables)
    let (columns, isList) = query.columns(program)
    return AnswerTable(
      columns: columns,
      rows: (found?.rows ?? []).map { row in
        if case .structure(let fields) = row, !isList { return fields }
        return [row == .unknown ? nil : row]
      }, undecided: found?.undecided ?? 0, plan: QueryPlan(steps: steps, statements: []),
      isList: isList, isUnknown: found == nil)
  }
}

extension ResidualReason {
  /// Why the database refused a statement that is right but too much for it; nil for anything else.
  fileprivate init?(_ error: DatabaseError) {
    let message = error.message ?? ""
    if message.contains("integer overflow") {
      self = .overflow
    } else if error.resultCode == .SQLITE_TOOBIG
      || ["too large", "too many", "at most 64 tables", "parser stack overflow"]
        .contains(where: { message.contains($0) })
    {
      self = .tooLarge
    } else {
      return nil
    }
  }
}

extension Fragment.Bound: CustomStringConvertible {
  var description: String {
    switch self {
    case .integer(let number): String(number)
    case .text(let text): "'\(text)'"
    case .null: "NULL"
    }
  }
}
