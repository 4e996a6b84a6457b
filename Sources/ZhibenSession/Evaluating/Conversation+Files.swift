import Zhiben
import ZhibenSyntax

// Where tables go, and scripts that come and go.

extension Conversation {
  /// Writes an answer to where tables go.
  /// - Throws: the file cannot be written (E0730).
  func write(_ answer: Answer, whole: Bool = false) throws(Diagnostics) {
    guard let path = outputPath else {
      var text = AnswerText(session: session, answer: answer)
      // Whoever reads a pipe wants all of it.
      text.part = whole || !session.isInteractive ? nil : Self.part
      return text.write(format)
    }
    // A workbook is one file of many sheets: it is written anew with each.
    let answers = outputAnswers + [answer]
    try AnswerFile(session: session, answers: answers).write(to: path, format: format)
    outputAnswers = answers
    let rows = answer.tables.reduce(0) { $0 + $1.rows.count }.grouped
    session.say(session.text("已写入 \(path)（\(rows) 行）", "written to \(path) (\(rows) rows)"))
  }

  func write(_ table: TextTable) {
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }

  func showAll() throws {
    guard let lastAnswer else {
      return session.say(session.text("还没有表。", "there is no table yet."))
    }
    try write(lastAnswer, whole: true)
  }

  func setFormat(_ text: String) throws {
    if !text.isEmpty {
      guard let found = TableFormat.named(text.lowercased()) else {
        let all = TableFormat.allCases.map { session.text($0.chinese, $0.rawValue) }
        throw SessionProblem(
          Wording(
            zh: "没有「\(text)」这种格式，可以写：\(all.joined(separator: "、"))、csv、tsv、json、jsonl、md、html",
            en: "there is no format \(text); there are \(all.joined(separator: ", "))"))
      }
      format = found
    }
    session.say(
      session.text("格式：\(format.chinese)（\(format.rawValue)）", "format: \(format.rawValue)"))
  }

  func setOutput(_ path: String) throws {
    guard !path.isEmpty else {
      outputPath = nil
      return session.say(session.text("表格打印到屏幕。", "tables go to the screen."))
    }
    try confirmOverwriting(path)
    outputPath = path
    outputAnswers = []
    session.say(session.text("以后的表格写进 \(path)", "tables go to \(path)"))
  }

  // MARK: - Scripts

  func read(_ path: String) throws {
    guard depth < 16 else {
      throw SessionProblem(
        Wording(zh: "读入嵌套太深：\(path)", en: "files read each other too deep: \(path)"))
    }
    let text = try ScriptText.read(path)
    depth += 1
    defer { depth -= 1 }
    let reply =
      SourceFile(name: path, text: "").isLiterate
      ? answering { try take(SourceFile(name: path, text: text)) } : run(text, name: path)
    if case .failed(let error) = reply {
      session.say(session.text("\(path) 没有读完。", "\(path) was not read to its end."))
      throw Reported(error: error)
    }
  }

  func save(_ argument: String) throws {
    var words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    var range = 1...max(1, inputs.count)
    if words.count > 1, let last = words.last, let chosen = Self.range(last) {
      range = chosen
      words.removeLast()
    }
    let path = words.joined(separator: " ")
    let texts = inputs.enumerated().filter { range.contains($0.offset + 1) && $0.element.isScript }
      .map(\.element.text)
    guard !texts.isEmpty else {
      throw SessionProblem(
        Wording(
          zh: "没有可存的语句和声明（:历史 看编号）",
          en: "there are no statements or declarations to save (:history shows numbers)"))
    }
    try confirmOverwriting(path)
    try OutputFile.write(Array((texts.joined(separator: "\n") + "\n").utf8), to: path)
    session.say(
      session.text("已存入 \(path)（\(texts.count) 条）", "saved in \(path) (\(texts.count) inputs)"))
  }

  /// `3-7`, `3`, with digits and dashes of either width.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(omittingEmptySubsequences: false) { "-－—–~～".contains($0) }
      .map { Int($0.map { $0.wholeNumberValue.map(String.init) ?? "x" }.joined()) }
    guard let first = parts.first, let first, let last = parts.last, let last, parts.count <= 2,
      first <= last
    else { return nil }
    return first...last
  }

  private func confirmOverwriting(_ path: String) throws {
    guard ScriptText.exists(path) else { return }
    try confirm(Wording(zh: "\(path) 已经有了，改写它？", en: "\(path) is there; overwrite it?"))
  }

  func history(_ word: String) {
    for (number, input) in inputs.enumerated() where word.isEmpty || input.text.contains(word) {
      let lines = input.text.split(whereSeparator: \.isNewline).map(String.init)
      for (position, line) in lines.enumerated() {
        let head = position == 0 ? "\(number + 1)" : ""
        session.print(session.width.padded(head, to: 4, alignment: .right) + "  " + line)
      }
    }
  }
}
