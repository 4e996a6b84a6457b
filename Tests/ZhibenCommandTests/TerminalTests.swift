import Foundation
import SmallTown
import Testing

/// 交互, at a real terminal: keys in, screen out. How far the cursor moves is what tmux thinks of the characters, not what we think.
@Suite(.serialized) struct TerminalTests {
  /// The program in the small town, ready for input.
  private func start(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], desk: Desk? = nil
  ) throws -> Terminal {
    let terminal = try Terminal(
      desk ?? Desk.withSmallTown(), ["repl", "小镇.plan"] + SmallTown.there, columns: columns,
      rows: rows, environment: environment)
    try terminal.seeLast(Self.prompt)
    return terminal
  }

  private static let prompt = "治本(2025-04-15)>"
  /// Its columns: two for each Chinese character, and a blank.
  private static let promptWidth = 4 + 13 + 1

  @Test func chineseIsTypedAndDeleted() throws {
    let terminal = try start()
    try terminal.type("企业改")
    try terminal.seeLast(Self.prompt + " 企业改")
    try terminal.seeCursor(Self.promptWidth + 6)
    try terminal.press("BSpace")
    try terminal.seeLast(Self.prompt + " 企业")
    try terminal.seeCursor(Self.promptWidth + 4)
    try terminal.press("Left")
    try terminal.seeCursor(Self.promptWidth + 2)
    try terminal.type("A①")
    try terminal.seeLast(Self.prompt + " 企A①业")
    try terminal.press("BSpace", "BSpace", "C-e")
    try terminal.type(" 选取 名称")
    try terminal.press("Enter")
    try terminal.see("丙机械厂\n3 行")
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "zh_CN.UTF-8"]])
  func aBareLocaleCutsNoCharacter(_ environment: [String: String]) throws {
    let terminal = try start(environment: environment)
    try terminal.type("企改")
    try terminal.press("BSpace")
    try terminal.seeLast(Self.prompt + " 企")
    try terminal.seeCursor(Self.promptWidth + 2)
    try terminal.type("业")
    try terminal.press("Enter")
    try terminal.see("甲木业有限公司")
  }

  @Test func aLongLineWraps() throws {
    let terminal = try start(columns: 40)
    try terminal.type("企业 其中 名称 = \"甲乙丙丁戊己庚辛壬癸子丑寅卯辰\"")
    // 18 for the prompt, 49 for the text.
    try terminal.seeCursor(Self.promptWidth + 49 - 40)
    for _ in 0..<16 { try terminal.press("BSpace") }
    try terminal.type("甲木业有限公司\" 选取 代码")
    try terminal.press("Enter")
    try terminal.see("A1\n1 行")
  }

  // MARK: - Completing

  @Test func soundsBecomeWords() throws {
    let terminal = try start()
    try terminal.type("隐患 选取 zgqx")
    try terminal.press("Tab")
    try terminal.seeLast(Self.prompt + " 隐患 选取 整改期限")
    try terminal.press("C-u")
    try terminal.type("企业「jiamu")
    try terminal.press("Tab")
    try terminal.seeLast(Self.prompt + " 企业「甲木业有限公司")
    try terminal.press("C-u")
    try terminal.type("：biao")
    try terminal.press("Tab")
    try terminal.seeLast(Self.prompt + " ：表")
  }

  @Test func candidatesSayWhatTheyAre() throws {
    let terminal = try start()
    try terminal.type("zaice")
    try terminal.press("Tab")
    try terminal.seeLast(Self.prompt + " 在册企业")
    try terminal.press("C-u")
    try terminal.type("整")
    try terminal.press("Tab")
    try terminal.see("整改")
    try terminal.press("C-u")
    try terminal.type("企业 其中 企")
    try terminal.press("Tab")
    try terminal.see("字段")
    try terminal.seeLast(Self.prompt + " 企业 其中 企业")
  }

  // MARK: - Several lines

  @Test func anOpenBraceStandsInThePrompt() throws {
    let terminal = try start()
    try terminal.enter("职责 月检 {")
    try terminal.seeLast("职责…>")
    try terminal.enter("依据 \"一\"；对象 企业；频次 每月1次；凭证 自查")
    try terminal.enter("}")
    try terminal.see("已声明 职责 月检")
    try terminal.enter("显示 （1 +")
    try terminal.seeLast("（…>")
    try terminal.press("C-c")
    try terminal.seeLast(Self.prompt)
    try terminal.enter("企业 其中")
    try terminal.seeLast("其中…>")
    try terminal.enter("高危 选取 代码")
    try terminal.see("B2")
    // All of it is one entry of the history.
    try terminal.press("Up")
    try terminal.see("企业 其中\n高危 选取 代码")
  }

  @Test func aPastedPlanIsOneInput() throws {
    let desk = try Desk()
    let terminal = try Terminal(desk, ["repl"], rows: 50)
    try terminal.seeLast("治本>")
    try terminal.paste(SmallTown.plan)
    try terminal.press("Enter")
    try terminal.see("已声明 目标 自查覆盖")
    try terminal.enter("：规则")
    try terminal.see("4 条规则")
    let history = String(decoding: try desk.read(".local/state/zhiben/history"), as: UTF8.self)
    #expect(history.split(separator: "\n").count == 2)
  }

  // MARK: - Ending things

  @Test func interruptsEndWhatRuns() throws {
    let terminal = try start()
    try terminal.type("没有写完")
    try terminal.press("C-c")
    try terminal.seeLast(Self.prompt)
    try terminal.enter("循环 1 = 1 { 令 x = 1 }")
    try terminal.see("循环 1 = 1 { 令 x = 1 }")
    try terminal.press("C-c")
    try terminal.see("E0806")
    try terminal.enter("1 + 1")
    try terminal.see("\n2\n")
    try terminal.press("C-c")
    try terminal.see("再按一次 Ctrl-C 退出")
    try terminal.press("C-c")
    try terminal.seeEnd()
  }

  @Test func endOfInputLeaves() throws {
    let terminal = try start()
    try terminal.press("C-d")
    try terminal.seeEnd()
    let other = try start()
    try other.enter("退出")
    try other.seeEnd()
  }

  @Test func nothingIsWrittenWithoutAYes() throws {
    let desk = try Desk.withSmallTown()
    let terminal = try start(desk: desk)
    try terminal.enter("：执行")
    try terminal.see("y/n")
    try terminal.enter("否")
    try terminal.see("没有确认")
    try terminal.enter("：执行")
    try terminal.wait("a second question") { $0.components(separatedBy: "y/n").count > 2 }
    try terminal.enter("是")
    try terminal.see("已写入第 1 次运行")
    #expect(try desk.zhiben("store", "verify", "小镇.db").status == 0)
  }

  @Test func whatWaitsIsWrittenOrLetGo() throws {
    let desk = try Desk.withSmallTown()
    let terminal = try start(desk: desk)
    try terminal.enter("修改 企业「A1」 { 高危：是 }")
    try terminal.seeLast("治本(2025-04-15)*>")
    try terminal.press("C-d")
    try terminal.see("还有 1 条变更没有写入，放弃它们？（是/否 y/n）>")
    try terminal.enter("否")
    try terminal.seeLast("治本(2025-04-15)*>")
    try terminal.press("C-c")
    try terminal.see("再按一次 Ctrl-C 退出")
    try terminal.press("C-c")
    try terminal.wait("a second question") {
      $0.components(separatedBy: "放弃它们").count > 2
    }
    try terminal.press("C-c")
    try terminal.seeLast("治本(2025-04-15)*>")
    try terminal.enter("：执行")
    try terminal.see("修改 1")
    try terminal.enter("y")
    try terminal.see("已写入第 1 次运行")
    try terminal.seeLast(Self.prompt)
    try terminal.enter("退出")
    try terminal.seeEnd()
    #expect(try desk.town("ask", "企业 其中 高危 选取 代码", "--format", "csv").output.contains("A1"))
  }

  // MARK: - Screen and history

  @Test func theScreenMayChange() throws {
    let terminal = try start(columns: 120)
    try terminal.enter("隐患")
    try terminal.see("编号  企业")
    try terminal.resize(columns: 36, rows: 24)
    try terminal.enter("清屏")
    try terminal.wait("a clear screen") { !$0.contains("编号") }
    try terminal.enter("隐患 前 1")
    try terminal.see("编号      H1\n企业      乙化工有限公司")
  }

  @Test func longAnswersGoThroughThePager() throws {
    let terminal = try start(rows: 10, environment: ["PAGER": "sed s/^/页:/"])
    try terminal.enter("：帮助")
    try terminal.see("页:设")
    try terminal.enter("企业 选取 代码")
    try terminal.see("\nA1")
  }

  @Test func historyIsKeptForItsOwnerOnly() throws {
    let desk = try Desk.withSmallTown()
    let terminal = try start(desk: desk)
    try terminal.enter("1 + 1")
    try terminal.see("\n2\n")
    try terminal.enter("1 + 1")
    try terminal.enter(" 2 + 2")
    try terminal.see("\n4\n")
    try terminal.enter("3 + 3")
    try terminal.see("\n6\n")
    try terminal.press("C-d")
    try terminal.seeEnd()
    let path = ".local/state/zhiben/history"
    #expect(String(decoding: try desk.read(path), as: UTF8.self) == "1 + 1\n3 + 3\n")
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: desk.folder.appendingPathComponent(path).path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let other = try start(desk: desk)
    try other.press("Up")
    try other.seeLast(Self.prompt + " 3 + 3")
    try other.press("Up")
    try other.seeLast(Self.prompt + " 1 + 1")
  }

  @Test func keysAreOnesOwn() throws {
    let desk = try Desk.withSmallTown()
    try desk.write(".inputrc", "$if zhiben\n\"\\C-t\": \"企业 选取 代码\\C-m\"\n$endif\n")
    let terminal = try start(desk: desk)
    try terminal.press("C-t")
    try terminal.see("A1")
  }
}
