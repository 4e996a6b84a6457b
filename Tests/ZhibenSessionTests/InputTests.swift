import Testing
import ZhibenSyntax

@testable import ZhibenSession

/// Lines become inputs, inputs become commands, questions for names, and scripts.
@Suite struct InputTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var steps: [InputReader.Step]
    var testDescription: String { lines.joined(separator: "⏎") }
  }

  @Test(arguments: [
    Row(lines: ["1 + 2"], steps: [.input("1 + 2")]),
    Row(lines: ["", "  ", "1"], steps: [.nothing, .nothing, .input("1")]),
    Row(lines: ["显示 （1 +", "2）"], steps: [.open(.parenthesis), .input("显示 （1 +\n2）")]),
    Row(
      lines: ["计划 甲 {", "", "}"],
      steps: [
        .open(.brace(of: "计划 甲")), .open(.brace(of: "计划 甲")), .input("计划 甲 {\n\n}"),
      ]),
    Row(
      lines: ["企业 其中", ""], steps: [.open(.operand(after: "其中")), .input("企业 其中\n")]),
    Row(lines: [":表", "：列 企业"], steps: [.input(":表"), .input("：列 企业")]),
    Row(lines: ["整改期限？", "?企业"], steps: [.input("整改期限？"), .input("?企业")]),
    Row(lines: ["职责 甲 {\n频次 每年1次\n}"], steps: [.input("职责 甲 {\n频次 每年1次\n}")]),
  ])
  func linesAreGathered(_ row: Row) {
    var reader = InputReader()
    let steps = row.lines.map { reader.add($0) }
    #expect(steps == row.steps)
  }

  @Test func whatIsOpenStandsInThePrompt() {
    let things: [OpenThing] = [
      .parenthesis, .brace(of: "计划 小镇"), .block(of: "若 a = 1"), .operand(after: "其中"),
      .brace(of: ""),
    ]
    #expect(things.map(\.prompt) == ["（…", "计划…", "若…", "其中…", "{…"])
  }

  @Test func anInputCanBeDropped() {
    var reader = InputReader()
    _ = reader.add("计划 甲 {")
    let dropped = [reader.drop(), reader.drop()]
    #expect(dropped == [true, false])
    let next = reader.add("1")
    #expect(next == .input("1"))
  }

  // MARK: - Commands

  @Test(arguments: [
    (":表", "表", ""), ("：列  企业 ", "列", "企业"), (": why H1 / 2", "why", "H1 / 2"), ("退出", "退出", ""),
    ("  帮助", "帮助", ""), (":", "", ""),
  ])
  func commandsBeginWithAColon(line: String, word: String, argument: String) {
    let command = MetaLine(line)
    #expect(command?.word == word)
    #expect(command?.argument == argument)
  }

  @Test(arguments: ["帮助 我", "表", "1", "", "企业：甲"])
  func otherLinesAreNone(line: String) { #expect(MetaLine(line) == nil) }

  @Test(arguments: [
    (":表", "tables"), (":TABLES", "tables"), (":exit", "quit"), (":hist", "history"),
    (":计", "timing"), (":全", "all"),
  ])
  func commandsHaveTwoNames(line: String, action: String) throws {
    let command = try #require(MetaLine(line)).command
    #expect((try? command.get().action.rawValue) == action)
  }

  @Test(arguments: [(":t", ["表", "任务", "今天", "计时"]), (":biao", []), (":预眼", ["预演"]), (":", [])])
  func unknownCommandsAreGuessed(line: String, candidates: [String]) throws {
    guard case .failure(let unknown) = try #require(MetaLine(line)).command else {
      Issue.record("found")
      return
    }
    #expect(unknown.candidates == candidates)
  }

  @Test func everyCommandHasNamesOfItsOwn() {
    let names = MetaCommand.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(Set(MetaCommand.all.map(\.action)) == Set(MetaCommand.Action.allCases))
    #expect(MetaCommand.all.count == MetaCommand.Action.allCases.count)
  }

  @Test(arguments: [
    ("整改期限？", "整改期限", false), ("?整改期限", "整改期限", false), ("企业??", "企业", true),
    ("「甲 乙」?", nil, false), ("企业 其中 高危？", nil, false), ("？", nil, false), ("「本」？", "本", false),
  ])
  func namesAreAskedFor(line: String, name: String?, wantsText: Bool) {
    let question = NameQuestion(line)
    #expect(question?.name == name)
    if name != nil { #expect(question?.wantsText == wantsText) }
  }

  // MARK: - Pieces

  @Test func scriptsAreCutAtCommands() {
    let text = "令 a = 1\n:表\n\n职责 甲 {\n  :b\n}\n1\n：退出\n"
    let pieces = Piece.pieces(of: text)
    #expect(pieces.map(\.line) == [1, 2, 3, 8])
    #expect(
      pieces.map { piece in
        if case .script(let text) = piece.content { text } else { "" }
      } == ["令 a = 1\n", "", "\n职责 甲 {\n  :b\n}\n1\n", ""])
  }
}
