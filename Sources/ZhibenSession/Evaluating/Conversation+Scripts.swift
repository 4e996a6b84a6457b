import Zhiben
import ZhibenFacts
import ZhibenSyntax

// Declarations join the plan; statements are done one after another. Nothing of a text is done before all of it can be read.

extension Conversation {
  func take(_ source: SourceFile) throws(Diagnostics) {
    let parsed = Parser.parse(source)
    let problems = Diagnostics(parsed.issues.map { Diagnostic($0, in: source) })
    if problems.hasErrors { throw problems }
    let before = state
    do {
      let statements = parsed.script.statements
      let declarations = parsed.script.declarations
      if !declarations.isEmpty {
        try declare(declarations, in: source.blanking(statements.map(\.span)))
      }
      for (number, statement) in statements.enumerated() {
        var others = statements.map(\.span)
        others.remove(at: number)
        try perform(statement, in: source.blanking(others + declarations.map(\.span)))
      }
    } catch {
      state = before
      throw error.about(source)
    }
    let asksOnly = parsed.script.statements.allSatisfy(\.asksOnly)
    if !parsed.script.declarations.isEmpty || !asksOnly
      || state.workspace.writes.count != before.workspace.writes.count
    {
      earlier.append((source.firstText, before))
    }
  }

  // MARK: - Declarations

  private func declare(_ declarations: [Declaration], in source: SourceFile) throws(Diagnostics) {
    var after = state
    if state.isImplied, declarations.contains(where: { $0.keyword == .plan }) {
      after.base = try engine.compile(
        text: source.text(Span(0, source.bytes.count)), name: source.name)
      after.isImplied = false
      after.script =
        state.declarations.isEmpty
        ? after.base : try after.base.adding(state.declarations.sources, allowing: engine.allowed)
    } else {
      after.declarations.add(declarations, in: source)
      after.script = try state.base.adding(after.declarations.sources, allowing: engine.allowed)
    }
    after.workspace = try engine.move(state.workspace, to: after.script)
    state = after
    session.report(after.script.warnings.about(source))
    for declaration in declarations.prefix(Self.part.head) {
      let word = KeywordTable.spelling(
        of: declaration.keyword, in: session.language == .zh ? .chinese : .english)
      session.say(
        session.text("已声明 ", "declared ") + word
          + (declaration.name.map { " " + $0.text } ?? ""))
    }
    let rest = declarations.count - Self.part.head
    if rest > 0 { session.say(session.text("还有 \(rest) 条声明", "\(rest) more declarations")) }
  }

  // MARK: - Statements

  private func perform(_ statement: Statement, in source: SourceFile) throws(Diagnostics) {
    if case .asOf(let day) = statement.kind {
      let before = Span(statement.span.start, day.span.start)
      let after = Span(day.span.end, statement.span.end)
      let turn = try evaluate(source.blanking([before, after]))
      guard case .date(let day)? = turn.answer.tables.last?.value else { return }
      return setDay(day)
    }
    let turn = try evaluate(source)
    if state.workspace.writes.isEmpty, !turn.workspace.writes.isEmpty {
      state.since = (state.workspace, [source])
    } else if !statement.asksOnly {
      state.since?.statements.append(source)
    }
    state.workspace = turn.workspace
    if statement.asksOnly { lastQuestion = source }
    try show(turn)
    if case .bind(let name, _, _) = statement.kind { tell(name.text, turn) }
    tell(turn.writes, repeated: turn.repeated)
  }

  func show(_ turn: Turn) throws(Diagnostics) {
    guard !turn.answer.tables.isEmpty else { return }
    lastAnswer = turn.answer
    try write(turn.answer)
    let text = AnswerText(session: session, answer: turn.answer)
    text.tellRun(asOf: day)
    text.tellCalendar(asOf: day)
  }

  func evaluate(_ source: SourceFile) throws(Diagnostics) -> Turn {
    let limits = limits
    return try engine.evaluate(
      source, in: state.workspace, script: state.script, asOf: day, showsFields: true,
      budget: limits.budget, cancellation: limits.cancellation)
  }

  /// What one input may use: as much as it likes, until somebody interrupts it.
  var limits: (budget: Budget, cancellation: Cancellation) {
    let cancellation = Cancellation()
    let isInterrupted = services.isInterrupted
    // The time is what is asked for most often while something runs.
    let budget = Budget(time: .seconds(1 << 40)) {
      if isInterrupted() { cancellation.cancel() }
      return .zero
    }
    return (budget, cancellation)
  }

  func setDay(_ day: CivilDate?) {
    state.day = day
    tellDay()
  }

  func tellDay() {
    session.say(
      session.text(
        "推算日期：\(day) 周\(day.weekdayChinese)", "judged day: \(day), \(day.weekdayEnglish)"))
  }

  // MARK: - Telling

  private func tell(_ name: String, _ turn: Turn) {
    guard let variable = turn.workspace.variables.first(where: { $0.name == name }) else { return }
    session.say(
      "\(name) = " + summary(variable.type, turn.workspace.value(of: name), turn.answer.words))
  }

  /// A value in few words.
  func summary(_ type: ValueType, _ value: Value?, _ words: AnswerWords?) -> String {
    switch value {
    case nil, .unknown?: session.text("未知", "unknown")
    case .list(let elements)?:
      session.text("\(elements.count.grouped) 项", "\(elements.count.grouped) items")
    case .map(let entries)?:
      session.text("\(entries.count.grouped) 项", "\(entries.count.grouped) entries")
    case .record?, .structure?, .cadence?: script.program.schema.name(of: type)[session.language]
    default: words?.text(value, in: session.language) ?? ""
    }
  }

  func tell(_ writes: [PlannedWrite], repeated: Int) {
    WriteLines(session: session).say(repeated: repeated)
    guard !writes.isEmpty else { return }
    for write in writes.prefix(Self.part.head) { session.print(write.text(in: session.language)) }
    if writes.count > Self.part.head {
      let rest = (writes.count - Self.part.head).grouped
      session.print(session.text("还有 \(rest) 条", "\(rest) more"))
    }
    let count = state.workspace.writes.count.grouped
    session.say(
      session.text(
        "待写入 \(count) 条：后面的问句看得到，台账库没有改动（:执行 写入，:撤销 收回）",
        "changes that wait: \(count); questions see them, the store does not (:apply writes, :undo takes back)"
      ))
  }
}

extension Statement {
  /// Whether it only shows something, as far as one can see.
  fileprivate var asksOnly: Bool {
    switch kind {
    case .show, .evaluate: true
    default: false
    }
  }
}

extension SourceFile {
  /// The first line that is not blank.
  var firstText: String {
    (1...max(1, lineStarts.count)).lazy.map { text(lineSpan($0)).trimmingBlanks }
      .first { !$0.isEmpty } ?? ""
  }
}

extension Diagnostics {
  /// All errors, and of the warnings those about one source: others were said before.
  func about(_ source: SourceFile) -> Diagnostics {
    Diagnostics(
      ordered.filter { diagnostic in
        if diagnostic.severity == .error { return true }
        if case .file(let file, _) = diagnostic.primary { return file.name == source.name }
        return false
      })
  }
}
