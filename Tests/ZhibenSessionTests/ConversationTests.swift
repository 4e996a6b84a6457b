import Foundation
import Synchronization
import Testing
import Zhiben

@testable import ZhibenSession

/// What transcripts do not show.
@Suite struct ConversationTests {
  @Test func nothingOfAnInputHoldsThatFails() throws {
    let talk = try Talk()
    talk.say("令 a = 1\n令 b = 没有")
    #expect(talk.hasFailed)
    #expect(talk.conversation.workspace.variables.isEmpty)
    talk.say("范围 新 = 企业\n断言 1 = 2，\"不\"")
    #expect(talk.hasFailed)
    #expect(talk.conversation.script.program.scopes.allSatisfy { $0.name != "新" })
  }

  @Test func aVariableKeepsItsRecordsWhenDeclarationsAreAdded() throws {
    let talk = try Talk()
    talk.say("令 重 = 隐患 其中 级别 = 重大")
    talk.say("令 级 = 企业「B2」.状态")
    talk.say("登记 村 别名 village { 名称 别名 name：文本 标识 }\n取值 颜色 { 红；绿 }")
    talk.say("划分 大小 于 企业 { 大：高危；小：其他 }")
    #expect(talk.say("重 选取 编号").contains("H1"))
    #expect(talk.say("级") == "在产\n")
    talk.say("记入 村 { 名称：\"洋口\" }")
    talk.say("参数 数目 = 3")
    #expect(talk.say("村 选取 名称").contains("洋口"))
    #expect(talk.say("数量（村）") == "1\n")
  }

  @Test func writesAreSeenByWhatFollowsAndByNobodyElse() throws {
    let talk = try Talk()
    talk.say("记入 隐患 { 编号：\"H9\"，企业：企业「B2」，发现日：2025年4月1日，级别：重大，整改期限：2025年4月2日 }")
    #expect(talk.say("违反 选取 对象").contains("H9"))
    #expect(!talk.say("：任务").contains("H9"))
    #expect(talk.conversation.workspace.writes.count == 1)
    let stored = try talk.conversation.engine.contents().registers
    #expect(stored.first { $0.name == "隐患" }?.records == 3)
  }

  @Test func whatIsNotConfirmedIsNotDone() throws {
    let talk = try Talk()
    talk.confirms = false
    #expect(talk.say("：执行").contains("没有确认"))
    #expect(talk.hasFailed)
    #expect(try talk.conversation.engine.planRuns().isEmpty)
    try talk.write("有.csv", "旧")
    talk.say("：输出 目录/有.csv")
    talk.say("企业 选取 名称")
    #expect(try talk.read("有.csv") == "旧")
  }

  @Test func tablesAndScriptsGoIntoFiles() throws {
    let talk = try Talk()
    talk.say("：输出 目录/企业.csv")
    talk.say("企业 选取 代码")
    talk.say("自查 选取 编号")
    talk.say("：输出")
    #expect(try talk.text("企业.csv") == "\u{FEFF}代码\r\nA1\r\nB2\r\nC3\r\n编号\r\nZ1\r\nZ2\r\nZ3\r\n")
    talk.say("：输出 目录/两张.xlsx")
    talk.say("企业 选取 代码")
    #expect(talk.say("自查 选取 编号") == "已写入 目录/两张.xlsx（3 行）\n")
    #expect(try talk.bytes("两张.xlsx").starts(with: Array("PK".utf8)))
    talk.say("：输出 目录/没有/这里.csv")
    #expect(talk.say("企业 选取 代码").contains("E0730"))
    #expect(talk.hasFailed)
    talk.say("：输出")
    talk.say("令 甲 = 1")
    talk.say("范围 好 = 企业")
    talk.say("：保存 目录/存.plan 11－12")
    #expect(try talk.read("存.plan") == "令 甲 = 1\n范围 好 = 企业\n")
    let other = try Talk()
    try other.write("存.plan", try talk.read("存.plan"))
    other.say("：读入 目录/存.plan")
    #expect(other.say("甲") == "1\n")
  }

  @Test func aDocumentIsReadWhole() throws {
    let talk = try Talk()
    try talk.write(
      "补充.plan.md",
      "# 补充\n\n## 一\n\n```plan\n范围 乙组 = 甲组\n```\n\n文字。\n\n```plan\n范围 甲组 = 企业 其中 高危\n```\n")
    talk.say("：读入 目录/补充.plan.md")
    #expect(!talk.hasFailed)
    #expect(talk.say("乙组 选取 名称").contains("乙化工"))
  }

  @Test func aScriptStopsAtItsFirstErrorAndSaysWhere() throws {
    let talk = try Talk(isPerson: false)
    let reply = talk.conversation.run("1\n:计时 关\n\n令 a =\n  没有\n2\n", name: "标准输入")
    guard case .failed(let error as Diagnostics) = reply else {
      Issue.record("\(reply)")
      return
    }
    guard case .file(let file, let span)? = error.ordered.first?.primary else {
      Issue.record("\(error)")
      return
    }
    #expect(file.name == "标准输入")
    #expect(file.line(at: span.start) == 5)
    #expect(talk.conversation.session.output.take() == "1\n-\n1\n")
  }

  @Test func aScriptMayNameWhatItDeclaresLater() throws {
    let talk = try Talk(isPerson: false)
    let reply = talk.conversation.run(
      "范围 乙组 = 甲组\n范围 甲组 = 企业\n:格式 csv\n乙组 选取 代码\n:退出\n1 / 0\n", name: "")
    guard case .leave = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(talk.conversation.session.output.take() == "代码\r\nA1\r\nB2\r\nC3\r\n")
  }

  @Test func longTablesAreCutForPeopleOnly() throws {
    let talk = try Talk()
    talk.say("令 l = {1、2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17、18、19、20、21、22、23、24、25、26}")
    let cut = talk.say("l")
    #expect(cut.contains("20\n …\n22\n"))
    #expect(cut.contains("共 26 行，显示 25；:全部 查看"))
    #expect(talk.say("：全部").contains("20\n21\n22\n"))
    let pipe = try Talk(isPerson: false)
    pipe.say("令 l = {1、2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17、18、19、20、21、22、23、24、25、26}")
    #expect(pipe.say("l").contains("20\n21\n22\n"))
  }

  @Test func anInterruptEndsAnInputAndLeavesNothing() throws {
    let isPressed = Pressed()
    let talk = try Talk(isInterrupted: { isPressed.value.load(ordering: .relaxed) })
    talk.say("令 n = 0")
    isPressed.value.store(true, ordering: .relaxed)
    let said = talk.say("循环 1 = 1 { n := n + 1 }")
    isPressed.value.store(false, ordering: .relaxed)
    #expect(said.contains("E0806"))
    #expect(talk.say("n") == "0\n")
    isPressed.value.store(true, ordering: .relaxed)
    #expect(talk.say("：任务").contains("E0806"))
    #expect(talk.say("企业").contains("E0806"))
    #expect(talk.say("：执行").contains("E0806"))
  }

  private final class Pressed: Sendable { let value = Atomic(false) }

  @Test(arguments: [Language.zh, .en])
  func helpFitsAScreen(_ language: Language) throws {
    let talk = try Talk(language)
    let lines = talk.say("help").split(separator: "\n")
    #expect(lines.count <= 25)
    for line in lines { #expect(DisplayWidth().of(line) <= 80, "\(line)") }
    for command in MetaCommand.all {
      #expect(lines.contains { $0.contains(command.name(in: language)) })
    }
    #expect(talk.say(":help all").contains(language == .zh ? "函数：" : "functions:"))
  }

  /// The clock goes on while a session lasts.
  @Test func theDayChangesAtMidnight() throws {
    let clock = Clock()
    let talk = try Talk(elapsed: { clock.now })
    #expect(talk.say("今日") == "2025-04-15\n")
    clock.now = .seconds(15 * 3600 + 3599)
    #expect(talk.say("今日") == "2025-04-15\n")
    clock.now = .seconds(16 * 3600)
    #expect(talk.say("今日") == "2025-04-16\n推算日期：2025-04-16 周三\n")
    #expect(talk.say("今日") == "2025-04-16\n")
    talk.say("：今天 2025-06-30")
    clock.now = .seconds(48 * 3600)
    #expect(talk.say("今日") == "2025-06-30\n")
  }

  @Test func slowInputsSayHowLongTheyTook() throws {
    let clock = Clock()
    let talk = try Talk(elapsed: {
      clock.now += clock.step
      return clock.now
    })
    clock.step = .milliseconds(50)
    #expect(!talk.say("1 + 1").contains("用时"))
    clock.step = .seconds(3)
    #expect(talk.say("1 + 1").contains("用时 3."))
    clock.step = .milliseconds(50)
    talk.say("：计时 开")
    #expect(talk.say("1 + 1").contains("用时 0."))
  }

  private final class Clock {
    var now = Duration.zero
    var step = Duration.zero
  }

  @Test func whatSetsASessionUpIsNoInput() throws {
    let talk = try Talk()
    talk.conversation.prepare("范围 高危甲 = 企业 其中 高危\n令 红线 = 3\n：格式 csv\n", name: "启动.plan")
    #expect(talk.say("高危甲 选取 代码").hasPrefix("代码\nB2\n"))
    #expect(talk.say("：历史") == "   1  高危甲 选取 代码\n   2  ：历史\n")
    #expect(talk.say("：撤销") == "没有可以撤销的。\n")
    let other = try Talk()
    other.conversation.prepare("1 + 1\n令 a = 没有\n", name: "启动.plan")
    #expect(other.say("2").contains("启动.plan:2:7"))
  }

  @Test func theWidthOfDoubtfulCharactersIsChosen() throws {
    let talk = try Talk()
    #expect(talk.say("：宽字符 2") == "宽字符：2\n")
    #expect(talk.conversation.session.width.ambiguous == 2)
    #expect(talk.say("：宽字符 自动") == "终端没有回答\n")
    #expect(talk.say("：宽字符 ３").contains("写 :宽字符"))
    #expect(talk.say("：宽字符") == "宽字符：2\n")
  }

  @Test func onlyQuestionsAtATerminalAreWatched() throws {
    let talk = try Talk()
    #expect(talk.say("：盯 5") == "还没有问过什么\n")
    talk.say("企业 选取 代码")
    talk.say("令 a = 1")
    #expect(talk.say("：盯 0").contains("写秒数"))
    talk.say("：盯 ６０")
    guard case .watch(60) = talk.lastReply else {
      Issue.record("\(talk.lastReply)")
      return
    }
    _ = talk.conversation.askAgain()
    let said = talk.conversation.session.output.take() + talk.conversation.session.talk.take()
    #expect(said.contains("A1") && said.contains("08:00:00  企业 选取 代码"), "\(said)")
  }

  @Test func theScreenIsCleared() throws {
    let talk = try Talk()
    talk.say("清屏")
    #expect(talk.wasCleared)
    talk.say("exit")
    guard case .leave = talk.lastReply else {
      Issue.record("stays")
      return
    }
  }

  /// What a declaration takes the place of.
  @Test func aNameIsDeclaredAgain() throws {
    let talk = try Talk()
    talk.say("参数 数目 = 3\n范围 甲组 = 企业 其中 高危")
    talk.say("参数 数目 = 4")
    #expect(talk.say("数目") == "4\n")
    #expect(talk.say("甲组 选取 代码").contains("B2"))
    talk.say("范围 甲组 = 企业 其中 代码 = \"A1\"")
    #expect(talk.say("甲组 选取 代码").contains("A1"))
    #expect(talk.conversation.script.program.parameters.map(\.name) == ["数目"])
  }

  /// Each table goes to the program whole, in the format of the session.
  @Test func tablesGoToAProgram() throws {
    let talk = try Talk()
    #expect(talk.say("：输出 ｜ sort -r").contains("以后的表格交给 sort -r"))
    #expect(!talk.say("企业 选取 代码").contains("B2"))
    talk.say("：格式 csv")
    talk.say("企业 选取 代码")
    #expect(talk.piped.map(\.command) == ["sort -r", "sort -r"])
    #expect(talk.piped.last?.text == "代码\r\nA1\r\nB2\r\nC3\r\n", "\(talk.piped)")
    #expect(talk.piped.first?.text.contains("----") == true)
    talk.say("：输出 | false")
    #expect(talk.say("企业 选取 代码").contains("退出码是 1"))
    talk.say("：输出 |没有")
    #expect(talk.say("企业 选取 代码").contains("没有运行起来"))
    talk.say("：输出 |")
    #expect(talk.hasFailed)
    talk.say("：输出")
    #expect(talk.say("企业 选取 代码").contains("B2"))
  }

  /// A program is started only for a line that a person typed: who reads a file must not run what somebody else wrote.
  @Test(arguments: ["读入", "启动", "管道", "读入里的读入"])
  func filesStartNoPrograms(_ place: String) throws {
    let talk = try Talk(isPerson: place != "管道")
    try talk.write("坏.txt", "：输出 | rm x\n企业 选取 代码\n")
    try talk.write("外.txt", "：读入 \(talk.folder.path)/坏.txt\n")
    switch place {
    case "读入": talk.say("：读入 目录/坏.txt")
    case "读入里的读入": talk.say("：读入 目录/外.txt")
    case "启动": talk.conversation.prepare(try talk.read("坏.txt"), name: "启动.plan")
    default: _ = talk.conversation.run(try talk.read("坏.txt"), name: "标准输入")
    }
    #expect(talk.piped.isEmpty)
    if place == "读入" { #expect(talk.hasFailed) }
    talk.say("企业 选取 代码")
    #expect(talk.piped.isEmpty)
  }
}
