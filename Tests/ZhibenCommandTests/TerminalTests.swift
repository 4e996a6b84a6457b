import Foundation
import SmallTown
import Testing
import Zhiben

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

  /// What is typed stands where PyPI wcwidth 0.7.0 says (`wcwidth.wcswidth`), one character more at a time and one less.
  @Test(arguments: [
    ("整改期限，2025年6月", [2, 4, 6, 8, 10, 11, 12, 13, 14, 16, 17, 19]),
    ("ＡＢ１２％＝（甲）", [2, 4, 6, 8, 10, 12, 14, 16, 18]),
    ("“督办”—①·≥Ⅲ级", [1, 3, 5, 6, 7, 8, 9, 10, 11, 13]),
    ("㎡℃〔〕「」、。ｱ가", [2, 3, 5, 7, 9, 11, 13, 15, 16, 18]),
    ("䶮𠮷峣 a-9_é", [2, 4, 6, 7, 8, 9, 10, 11, 12]),
  ])
  func theCursorStandsWhereTheOracleSays(_ text: String, _ widths: [Int]) throws {
    let terminal = try start()
    for (character, width) in zip(text, widths) {
      try terminal.type(String(character))
      try terminal.seeCursor(Self.promptWidth + width)
    }
    #expect(text.count == widths.count)
    for width in ([0] + widths).dropLast().reversed() {
      try terminal.press("BSpace")
      try terminal.seeCursor(Self.promptWidth + width)
    }
    try terminal.seeLast(Self.prompt)
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

  /// A town in which a question for all pairs takes minutes.
  private func largeTown() throws -> Desk {
    let desk = try Desk.withSmallTown()
    var enterprises = "代码,名称,入库日,状态,高危\n"
    var hazards = "编号,企业,发现日,级别,整改期限,进度\n"
    for number in 0..<3_000 {
      enterprises += "E\(number),第\(number)厂,2024-01-01,在产,否\n"
      hazards += "G\(number),E\(number),2025-01-01,重大,2025-02-28,整改中\n"
    }
    try desk.write("企业.csv", enterprises)
    try desk.write("隐患.csv", hazards)
    let imported = try desk.zhiben(
      "import", "企业.csv", "隐患.csv", "--store", "小镇.db", "--script", "小镇.plan")
    #expect(imported.status == 0, "\(imported.talk)")
    return desk
  }

  private static let pairs = "企业 其中 数量（全部 隐患 其中 发现日 > 该企业.入库日） > 3 统计 数 = 数量()"

  /// Inside of SQL, among rows in memory, in statements, while changes wait: the session goes on, and nothing is half done.
  @Test func interruptsEndWhatIsLong() throws {
    let desk = try largeTown()
    let terminal = try start(columns: 120, rows: 50, desk: desk)
    for input in [
      Self.pairs, "企业 其中 工作日数（入库日，今日）> 0 且 数量（全部 隐患 其中 发现日 > 该企业.入库日） > 3 选取 代码",
      "对 每个 厂 于 企业 { 修改 厂 { 高危：（数量（全部 隐患 其中 发现日 > 厂.入库日） > 3） } }",
    ] {
      try terminal.enter("清屏")
      try terminal.seeLast(Self.prompt)
      try terminal.enter(input)
      try terminal.seeBusy()
      try terminal.press("C-c")
      try terminal.see("E0806")
      try terminal.seeLast(Self.prompt)
    }
    // What waited before waits still, as it was.
    try terminal.enter("清屏")
    try terminal.enter("修改 企业「E1」 { 高危：是 }")
    try terminal.seeLast("治本(2025-04-15)*>")
    try terminal.enter(Self.pairs)
    try terminal.seeBusy()
    try terminal.press("C-c")
    try terminal.see("E0806")
    try terminal.enter("企业 其中 高危 选取 代码")
    try terminal.see("B2\nE1\n")
    try terminal.enter("：执行")
    try terminal.see("y/n")
    try terminal.enter("是")
    try terminal.see("已写入第 3 号记录")
    #expect(try desk.zhiben("store", "verify", "小镇.db").status == 0)
  }

  /// A program of the person's own gets the tables, at the same terminal.
  @Test func tablesGoToAProgram() throws {
    let desk = try Desk.withSmallTown()
    let terminal = try start(desk: desk)
    try terminal.enter("：输出 | sort -r | head -n 2")
    try terminal.see("以后的表格交给 sort -r | head -n 2")
    try terminal.enter("：格式 tsv")
    try terminal.enter("企业 选取 代码")
    try terminal.see("代码\nC3\n")
    try terminal.seeLast(Self.prompt)
  }

  /// One Ctrl-C ends the question, another within two seconds leaves; typing in between does not.
  @Test func aSecondInterruptLeaves() throws {
    let desk = try largeTown()
    let terminal = try start(desk: desk)
    try terminal.enter(Self.pairs)
    try terminal.seeBusy()
    try terminal.press("C-c")
    try terminal.see("E0806")
    try terminal.type("1")
    try terminal.seeLast(Self.prompt + " 1")
    try terminal.press("C-c")
    try terminal.see("再按一次 Ctrl-C 退出")
    try terminal.type("2")
    try terminal.seeLast(Self.prompt + " 2")
    try terminal.press("C-u")
    try terminal.press("C-c")
    try terminal.wait("a second warning") { $0.components(separatedBy: "再按一次").count > 2 }
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
    try terminal.see("已写入第 2 号记录")
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
    try terminal.see("已写入第 2 号记录")
    try terminal.seeLast(Self.prompt)
    try terminal.enter("退出")
    try terminal.seeEnd()
    #expect(try desk.town("ask", "企业 其中 高危 选取 代码", "--format", "csv").output.contains("A1"))
  }

  // MARK: - Setting up

  @Test func aStartFileSetsUpTheSession() throws {
    let desk = try Desk.withSmallTown()
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent(".config/zhiben"), withIntermediateDirectories: true)
    try desk.write(".config/zhiben/启动.plan", "范围 高危甲 = 企业 其中 高危\n显示 \"早\"\n")
    let terminal = try start(desk: desk)
    try terminal.see("\n早\n")
    try terminal.enter("高危甲 选取 代码")
    try terminal.see("B2")
    let clean = try Terminal(desk, ["repl", "小镇.plan", "--干净"] + SmallTown.there)
    try clean.seeLast(Self.prompt)
    try clean.enter("高危甲 选取 代码")
    try clean.see("E0303")
    // Scripts do the same wherever they run.
    try desk.write("问.txt", "高危甲 选取 代码\n")
    let answer = try desk.run(
      "zhiben", ["repl", "小镇.plan"] + SmallTown.there, ["HOME": desk.folder.path],
      shell: "exec < 问.txt")
    #expect(answer.status == 1 && answer.output.isEmpty)
  }

  @Test func theTerminalSaysHowWideItsCharactersAre() throws {
    let terminal = try start()
    try terminal.enter("：宽字符 自动")
    // tmux gives one column to ─.
    try terminal.see("宽字符：1")
    try terminal.enter("显示 \"─①\"")
    try terminal.see("\n─①\n")
  }

  @Test func aQuestionIsWatched() throws {
    let terminal = try start()
    try terminal.enter("企业 选取 代码")
    try terminal.see("3 行")
    try terminal.enter("：盯 1")
    try terminal.wait("three times") { $0.components(separatedBy: "3 行").count > 3 }
    try terminal.press("C-c")
    try terminal.seeLast(Self.prompt)
    try terminal.enter("1 + 1")
    try terminal.see("\n2\n")
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

  /// Help, answers, explanations at 80×24: nothing runs over the edge, no line begins with a mark that ends one.
  @Test func everythingFitsEightyColumns() throws {
    let terminal = try start()
    for input in ["：表", "：任务", "隐患", "：为何 季度自查/B2/2025-03-01", "企业 其中 没有此栏 且 高危"] {
      try terminal.enter("清屏")
      try terminal.seeLast(Self.prompt)
      try terminal.enter(input)
      // tmux wraps what is too long, which leaves a line of its full width.
      let screen = try terminal.wait("an answer") {
        let lines = $0.split(separator: "\n")
        return lines.count > 2 && lines.last.map(String.init) == Self.prompt
      }
      for line in screen.split(separator: "\n") {
        #expect(line.first.map { !"，。；：）」".contains($0) } ?? true, "\(input): \(line)")
        #expect(DisplayWidth().of(line) <= 80, "\(input): \(line)")
      }
    }
  }

  @Test func aSmallerWindowTakesTheLineAlong() throws {
    let terminal = try start(columns: 100)
    try terminal.type("企业 其中 名称 = \"甲乙丙丁戊己庚辛壬癸子丑寅卯\"")
    try terminal.seeCursor(Self.promptWidth + 47)
    try terminal.resize(columns: 40, rows: 24)
    try terminal.seeCursor(Self.promptWidth + 47 - 40)
    try terminal.press("BSpace")
    try terminal.seeCursor(Self.promptWidth + 46 - 40)
    try terminal.press("C-a")
    try terminal.seeCursor(Self.promptWidth)
    try terminal.resize(columns: 100, rows: 24)
    try terminal.press("C-e")
    try terminal.seeCursor(Self.promptWidth + 46)
  }

  @Test(
    arguments: [
      (["TERM": "dumb"], [String]()), (["NO_COLOR": "1"], []), ([:], ["--no-color"]),
    ] as [([String: String], [String])])
  func whoWantsNoColoursGetsNone(_ environment: [String: String], _ arguments: [String]) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("坏.plan", "计划 甲 { 期间 2025年 }\n范围 乙 = 丙\n")
    func escapes(_ environment: [String: String], _ arguments: [String]) throws -> Int {
      let terminal = try Terminal(
        desk, ["plan", "坏.plan", "--store", "小镇.db"] + arguments, environment: environment)
      try terminal.seeEnd()
      let shown = try terminal.colouredScreen()
      #expect(shown.contains("坏.plan:2:8"))
      return shown.unicodeScalars.count { $0 == "\u{1B}" }
    }
    #expect(try escapes(environment, arguments) == 0)
    #expect(try escapes([:], []) > 0)
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
