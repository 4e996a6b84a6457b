import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 计划: the header.

extension Checker {
  /// The clauses of the plan's header; reports that there is none, or a second one.
  func planClauses(_ items: [Loaded]) -> (Name, Clauses)? {
    var found: (Name, Clauses)?
    for item in items where item.declaration.keyword == .plan {
      guard case .clauses(let clauses) = item.declaration.body, let name = item.declaration.name
      else { continue }
      if let first = found {
        reporter.report(
          "E0519", at: item.nameOrigin, [:],
          secondary: [(first.1.item.origin(first.0.span), .declaredHere)])
      } else {
        found = (name, Clauses(item: item, all: clauses))
      }
    }
    // What is no text was said to be none.
    let isText = !reporter.diagnostics.contains { $0.code == "E0101" }
    if found == nil, isText, !items.contains(where: { $0.declaration.keyword == .plan }) {
      reporter.report("E0520", at: Origin(source: 0, span: Span(0, 0)))
    }
    return found
  }

  /// The header. Its period and what 日 counts are known to the checker before any rule is lowered.
  func header(_ name: Name, _ clauses: Clauses) -> PlanHeader? {
    let isSound = isWellFormed(clauses, name.text)
    let calendar = calendar(clauses)
    let readings = self.readings.indices.map { reading($0) }
    guard isSound, let calendar, let period else { return nil }
    var header = PlanHeader(name: name.text, period: period, calendar: calendar)
    if case .text(let number, _)? = clauses[.docno]?.value { header.documentNumber = number }
    header.jurisdictions = clauses.names(.area).map(\.text)
    header.readings = readings.compactMap { $0 }
    return header
  }

  private static let calendars: [String: PlanHeader.Calendar] = [
    "中国": .china, "china": .china, "China": .china, "仅周末": .weekendsOnly,
    "weekends": .weekendsOnly, "无": .none, "none": .none,
  ]

  private func calendar(_ clauses: Clauses) -> PlanHeader.Calendar? {
    guard let name = clauses.names(.calendar).first else { return .china }
    if let calendar = Self.calendars[name.text] { return calendar }
    let known = ["中国", "仅周末", "无"]
    reporter.report(
      "E0304", at: clauses.item.origin(name.span),
      ["name": Wording(name.text), "owner": Self.word(.calendar), "candidates": .list(known)],
      suggest: Suggestions.closest(to: name.text, among: known))
    return nil
  }

  // MARK: - 口径

  /// 口径 of the header and of the file, as declarations to check when first needed.
  func declareReadings(_ items: [Loaded], _ header: Clauses?) {
    var written = items.filter { $0.declaration.keyword == .reading }
    for clause in header?.all ?? [] {
      guard let header, case .reading(let name, let value) = clause.value else { continue }
      written.append(
        Loaded(
          source: header.item.source,
          declaration: Declaration(
            keyword: .reading, keywordSpan: clause.headSpan, name: name,
            headings: header.item.declaration.headings, span: clause.span,
            body: .value(value, []))))
    }
    for item in written {
      guard let name = item.declaration.name else { continue }
      readings.append(Lazily(item: item))
      if name.text == "日" {
        readDay(item)
      } else {
        declare(name.text, .reading(readings.count - 1), item)
      }
    }
  }

  /// `口径 日 = 工作日 | 自然日` settles every bare 日 (time 27).
  private func readDay(_ item: Loaded) {
    guard case .value(let expression, _) = item.declaration.body,
      case .name(let word) = expression.kind
    else { return }
    switch word.text {
    case "工作日", "workdays": dayReading = .workday
    case "自然日", "days": dayReading = .calendarDay
    default:
      let known = ["工作日", "自然日"]
      reporter.report(
        "E0304", at: item.origin(word.span),
        [
          "name": Wording(word.text), "owner": Wording(zh: "口径 日", en: "reading 日"),
          "candidates": .list(known),
        ], suggest: Suggestions.closest(to: word.text, among: known))
    }
  }

  /// Declares a name of the common namespace.
  func declare(_ name: String, _ symbol: Symbol, _ item: Loaded) {
    guard let earlier = symbols.declare(name, symbol, at: item.nameOrigin) else { return }
    reporter.report(
      "E0307", at: item.nameOrigin, ["name": Wording(name)],
      secondary: [(earlier, .declaredHere)])
  }
}
