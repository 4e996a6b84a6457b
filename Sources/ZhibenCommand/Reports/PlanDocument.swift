import Zhiben
import ZhibenSession

/// A plan for programs: one JSON document with stable English keys.
final class PlanDocument: PlanReport {
  /// The version of this layout; it grows when a key changes its meaning.
  static let schema = "zhiben.plan/1"

  private let session: Session
  private let document: JSONDocument
  private let store: String
  private let limit: Int?
  private var listed: [Int32: Int] = [:]

  init(_ session: Session, store: String, limit: Int?) {
    self.session = session
    document = JSONDocument(session.output, schema: Self.schema)
    self.store = store
    self.limit = limit
  }

  private(set) var hasWrites = false

  func begin(_ script: Script, _ asOf: CivilDate, _ statements: StatementRun?) {
    if statements?.hasFailed == true { return }
    hasWrites = statements?.writes.isEmpty == false
    let plan = script.program.plan
    document.field("plan", .text(plan.name))
    document.field("document_number", .text(plan.documentNumber))
    document.field("script", .text(script.name))
    document.field("script_hash", .text(script.hash))
    document.field("store", .text(store))
    document.field("as_of", .day(asOf))
    if let statements { write(statements) }
    document.beginList("changes")
  }

  /// What the statements showed and change; left out for a script without statements.
  private func write(_ run: StatementRun) {
    let text = AnswerText(session: session, answer: Answer(tables: [], words: run.words))
    list("shown", run.shown.flatMap(\.items)) { item in
      text.document(Answer.Table(title: item.text, value: item.value, type: item.type))
    }
    list("writes", limit.map { Array(run.changes.prefix($0)) } ?? run.changes) { change in
      let (record, place) = (change.record, change.place)
      return .object([
        ("change", .text(change.write.kind.code)), ("register", .text(record.register)),
        ("key", .text(record.key)), ("name", .text(record.name)),
        ("from", .day(change.write.day)),
        (
          "fields",
          .array(
            change.fields.map { field in
              .object([
                ("field", .text(field.name)), ("old", text.value(field.old)),
                ("new", text.value(field.new)), ("confidential", .bool(field.isConfidential)),
              ])
            })
        ), ("script", .text(place.source)), ("line", .number(place.line)),
      ])
    }
    document.field(
      "statements",
      .object(
        Write.Kind.allInOrder.map { ($0.code, .number(run.counts[$0] ?? 0)) } + [
          ("repeated", .number(run.repeated)), ("undecided", .number(run.undecidedCount)),
        ]))
  }

  func add(_ changes: [Change], _ context: RunContext) {
    for change in changes {
      let rule = change.outcome.key.rule
      if let limit, listed[rule, default: 0] >= limit { continue }
      listed[rule, default: 0] += 1
      document.element(OutcomeDocument.change(context.described(change)))
    }
  }

  func finish(_ totals: RuleTotals, _ context: RunContext) {}

  func end(_ summary: PlanSummary, _ script: Script) {
    document.endList()
    document.field("summary", counts(summary))
    document.field("data_version", .number(summary.dataVersion))
    list("rules", summary.totals) { rule($0, script) }
    list("scopes", summary.scopes) { scope($0, script) }
    document.field("complete_registers", .array(script.registersTakenForComplete.map(JSON.text)))
    list("notes", summary.notes) { note in
      .object([
        ("kind", .text(note.kind.rawValue)),
        ("rule", .text(script.program.rules[note.rule].key)), ("subjects", .number(note.count)),
      ])
    }
    document.end()
  }

  private func list<T>(_ name: String, _ values: [T], _ json: (T) -> JSON) {
    document.beginList(name)
    for value in values { document.element(json(value)) }
    document.endList()
  }

  private func counts(_ summary: PlanSummary) -> JSON {
    .object(
      [Change.Kind.insert, .update, .withdraw].map { kind in
        (kind.code, .number(summary.changeCounts[kind] ?? 0))
      } + [("states", states(summary.stateCounts))])
  }

  private func states(_ counts: [OutcomeStatus: Int]) -> JSON {
    .object(
      counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.code, .number($0.value)) })
  }

  private func rule(_ totals: RuleTotals, _ script: Script) -> JSON {
    let rule = script.program.rules[totals.rule]
    return .object([
      ("key", .text(rule.key)), ("name", .text(rule.name)),
      ("kind", .optional(rule.outcomeKind?.code)),
      ("citations", .array(rule.citations.map(JSON.text))),
      ("states", states(totals.counts)),
    ])
  }

  private func scope(_ count: ScopeCount, _ script: Script) -> JSON {
    let scope = script.program.scopes[count.scope]
    return .object([
      ("name", .text(scope.name)),
      ("register", .text(script.program.schema[scope.register].name)),
      ("inside", .number(count.inside)), ("outside", .number(count.outside)),
      ("unknown", .number(count.unknown)),
      (
        "blanks",
        .array(
          count.blanks.map { blank in
            .object([
              ("register", .text(script.program.schema[blank.field.register].name)),
              ("field", .text(script.program.schema[blank.field].name)),
              ("records", .number(blank.count)),
            ])
          })
      ),
    ])
  }
}

/// Outcomes for programs.
enum OutcomeDocument {
  static func change(_ change: PlannedChange) -> JSON {
    var fields: [(String, JSON)] = [("change", .text(change.change.kind.code))]
    fields += outcome(change.described)
    if let before = change.change.before {
      fields.append(
        (
          "before",
          .object([
            ("status", .text(before.status.code)), ("cause", .text(before.cause.code)),
            ("due", day(before.due)), ("happened_on", day(before.happenedOn)),
          ])
        ))
    }
    return .object(fields)
  }

  static func outcome(_ described: DescribedOutcome) -> [(String, JSON)] {
    let outcome = described.outcome
    var fields: [(String, JSON)] = [
      ("key", .text(described.key)), ("rule", .text(described.rule?.key ?? "")),
      ("kind", .text(outcome.kind.code)), ("status", .text(outcome.status.code)),
      ("cause", .text(outcome.cause.code)), ("period", .wording(described.period)),
      ("due", day(outcome.due)), ("due_raw", day(outcome.dueRaw)),
      ("provisional", .bool(described.isProvisional)),
      ("happened_on", day(outcome.happenedOn)), ("last_day", day(outcome.last)),
    ]
    if let subject = described.subject {
      fields.append(
        (
          "subject",
          .object([
            ("register", .text(subject.register)), ("key", .text(subject.key)),
            ("name", .text(subject.name)),
          ])
        ))
    }
    if outcome.kind == .reading {
      fields += [
        ("numerator", .number(Int(outcome.numerator))),
        ("denominator", .number(Int(outcome.denominator))),
        ("unknown_records", .number(Int(outcome.unknownCount))),
      ]
    }
    return fields
  }

  private static func day(_ number: Int32) -> JSON {
    number == Outcome.noDay ? .null : .day(CivilDate(days: number))
  }
}
