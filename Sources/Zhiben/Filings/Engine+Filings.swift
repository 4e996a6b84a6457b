import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

/// The table of a report (报送), ready to be printed.
public struct Filing: Sendable {
  /// The rule that asks for it.
  public let rule: Rule
  /// 致, as written.
  public let recipients: [String]
  /// By when it is due.
  public let due: CivilDate
  /// The days that its figures are about.
  public let span: DayRange
  /// The day as of which they were read: the last of the span, or the judged day while it is not over.
  public let cutOff: CivilDate
  /// One row for each unit, the unit first; nil is unknown. Behind them the totals, if there are any, with no unit.
  public let answer: Answer
  /// Whether the last row holds totals.
  public let hasTotals: Bool
  /// The columns that are added up, by position in the table.
  public let totalled: Set<Int>
  /// The columns that a person fills in, by position in the table.
  public let blanks: Set<Int>
  /// Units of which it is unknown whether they owe it.
  public let undecided: Int
}

/// What is known of a report.
public enum FilingAnswer: Sendable {
  /// Its table.
  case sheet(Filing)
  /// It is not due on that day, but on these.
  case notDue(on: [CivilDate])
}

extension Engine {
  /// The table of a report as of a day.
  /// - Parameters:
  ///   - name: the rule's.
  ///   - script: whose rule it is.
  ///   - asOf: the judged day.
  ///   - due: by when it is due; nil for the next due day from the judged day on, or the last if there is none.
  /// - Throws: no report is called so (E0305); the store cannot be read.
  public func filing(
    _ name: String, script: Script, asOf: CivilDate, due: CivilDate? = nil
  ) throws(Diagnostics) -> FilingAnswer {
    let program = script.program
    let reports = program.rules.indices.filter {
      if case .report = program.rules[$0].body { true } else { false }
    }
    guard let rule = reports.first(where: { program.rules[$0].name == name }),
      case .report(let report) = program.rules[rule].body
    else {
      let known = reports.map { program.rules[$0].name }
      throw Diagnostics([
        Diagnostic("E0305", at: .none, ["name": Wording(name), "candidates": .list(known)])
      ])
    }
    var demand = script.demand
    demand.add(RecordNames.demand(for: program))
    demand.addKeys(for: script.host, program.schema)
    let facts = try Facts(script, store, asOf: asOf, demand: demand, over: Workspace())
    let reader = FilingReader<FastEvaluator>(
      rule: rule, program: program, snapshot: facts.snapshot, asOf: asOf,
      calendar: script.calendar)
    guard let reader, let day = due ?? reader.nextDue, let sheet = reader.sheet(due: day) else {
      return .notDue(on: reader?.dueDays ?? [])
    }
    return .sheet(Filing(program.rules[rule], report, sheet, facts.snapshot))
  }
}

extension Filing {
  fileprivate init(
    _ rule: Rule, _ report: ReportRule, _ sheet: FilingSheet, _ snapshot: Snapshot
  ) {
    let register = report.duty.subject.register
    let unit = ValueType.record(register)
    let columns =
      [StructureField(snapshot.schema[register].name, unit)]
      + report.columns.map { StructureField($0.name, $0.value?.type ?? .text) }
    var rows = sheet.rows.map { row in
      [Value?.some(.record(register, Int(row.unit)))] + row.values
    }
    if let totals = sheet.totals { rows.append([nil] + totals) }
    let table = Answer.Table(
      title: rule.name, columns: columns, rows: rows, undecided: 0, plan: nil,
      type: .list(.structure(columns)), value: nil)
    self.rule = rule
    recipients = report.to.map(\.text)
    (due, span, cutOff, undecided) = (sheet.due, sheet.span, sheet.cutOff, sheet.undecided)
    answer = Answer(tables: [table], words: AnswerWords(snapshot))
    hasTotals = sheet.totals != nil
    func positions(_ fits: (ReportRule.Column) -> Bool) -> Set<Int> {
      Set<Int>(report.columns.indices.filter { fits(report.columns[$0]) }.map { $0 + 1 })
    }
    totalled = positions { $0.isTotalled }
    blanks = positions { $0.value == nil }
  }

  /// The table as it is sent: what is unknown says so, what a person fills in is empty, and a total says what it is. Columns that are not added
  /// up have no total.
  /// - Parameter language: of the words that are put in.
  public func printed(in language: Language) -> Answer {
    guard let table = answer.tables.first else { return answer }
    let unknown = Wording(zh: "未知", en: "unknown")[language]
    let rows = table.rows.enumerated().map { number, row -> [Value?] in
      let isTotal = hasTotals && number == table.rows.count - 1
      return row.enumerated().map { column, value -> Value? in
        if isTotal, column == 0 { return .text(Wording(zh: "合计", en: "total")[language]) }
        if isTotal, !totalled.contains(column) { return .text("") }
        if blanks.contains(column) { return .text("") }
        return value ?? .text(unknown)
      }
    }
    return Answer(
      tables: [
        Answer.Table(
          title: table.title, columns: table.columns, rows: rows, undecided: 0, plan: nil,
          type: table.type, value: nil)
      ], words: answer.words)
  }
}
