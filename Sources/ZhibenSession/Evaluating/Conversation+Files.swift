import Zhiben
import ZhibenSyntax

// Where tables go, and scripts that come and go.

extension Conversation {
  /// Writes an answer to where tables go.
  /// - Throws: the file cannot be written (E0730).
  func write(_ answer: Answer, whole: Bool = false) throws(Diagnostics) {
    switch destination {
    case .screen:
      var text = AnswerText(session: session, answer: answer)
      // Whoever reads a pipe wants all of it.
      text.part = whole || !session.isInteractive ? nil : Self.part
      text.write(format)
    case .program(let command): give(answer, to: command)
    case .file(let path, let before): try write(before + [answer], to: path)
    }
  }

  /// A workbook is one file of many sheets: it is written anew with each.
  private func write(_ answers: [Answer], to path: String) throws(Diagnostics) {
    guard let answer = answers.last else { return }
    try AnswerFile(session: session, answers: answers).write(to: path, format: format)
    destination = .file(path, answers)
    let rows = answer.tables.reduce(0) { $0 + $1.rows.count }.grouped
    session.say(session.text("已写入 \(path)（\(rows) 行）", "written to \(path) (\(rows) rows)"))
  }

  /// Starts the program anew for each table; it reads what would be written to a file.
  private func give(_ answer: Answer, to command: String) {
    var copy = session
    copy.output = ByteStream()
    copy.columns = nil
    AnswerText(session: copy, answer: answer).write(format)
    session.talk.flush()
    guard let status = services.pipe?(command, copy.output.take()) else {
      return session.say(
        session.text("「\(command)」没有运行起来", "\(command) could not be started"))
    }
    if status != 0 {
      session.say(
        session.text("「\(command)」的退出码是 \(status)", "\(command) ended with \(status)"))
    }
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
      destination = .screen
      return session.say(session.text("表格打印到屏幕。", "tables go to the screen."))
    }
    if let bar = path.first, "|｜".contains(bar) {
      return try setProgram(String(path.dropFirst()).trimmingBlanks)
    }
    try confirmOverwriting(path)
    destination = .file(path, [])
    session.say(session.text("以后的表格写进 \(path)", "tables go to \(path)"))
  }

  /// What a file says must not start programs: somebody else may have written it.
  private func setProgram(_ command: String) throws {
    guard isTyped, depth == 0, services.pipe != nil else {
      throw SessionProblem(
        Wording(
          zh: "只有在终端里自己输入的 :输出 | 程序 才会运行程序；写在脚本、启动文件里或从管道送来的不会，免得读一个文件就运行了别人的程序",
          en:
            "a program is started only for :output | PROGRAM that a person types at a terminal, not for lines of scripts, start files or pipes: reading a file must not run somebody else's program"
        ))
    }
    guard !command.isEmpty else {
      throw SessionProblem(
        Wording(zh: "缺少程序，写成 :输出 | less", en: "the program is missing; write :output | less"))
    }
    destination = .program(command)
    session.say(
      session.text("以后的表格交给 \(command)", "tables go to \(command)"))
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
