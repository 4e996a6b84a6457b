import Foundation
import SmallTown
import Testing

/// 检查
@Suite struct CheckTests {
  @Test func warningsMayCountAsErrors() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("提醒.plan", SmallTown.plan + "参数 数目 = 3\n")
    let rows: [(arguments: [String], status: Int32)] = [
      ([], 0), (["--warnings-as-errors"], 1), (["--提醒即错", "--format", "json"], 1),
    ]
    for (arguments, status) in rows {
      let answer = try desk.run("zhiben", ["check", "提醒.plan"] + arguments)
      #expect(answer.status == status && answer.output.contains("W0514"), "\(answer)")
    }
    #expect(try desk.zhiben("check", "小镇.plan", "--提醒即错").status == 0)
  }

  private static let sound = """
    计划 试点 {
      期间 2025年
    }
    登记 企业 别名 enterprise {
      名称 别名 name：文本 标识
      入库日 别名 entered_on：日期 日期
      人数 别名 headcount：整数
    }
    登记 自查 别名 self_check {
      企业 别名 enterprise：企业
      日期 别名 checked_on：日期 日期
    }
    职责 大厂登记 {
      依据 "第一条"
      对象 企业 其中 人数 > 50
      频次 每季度至少1次
      凭证 自查
    }

    """

  /// Five mistakes of five kinds.
  private static let wrong = """
    计划 试点 {
      期间 2025年
    }
    引用 没有的库
    登记 企业 别名 enterprise {
      名称 别名 name：文本 标识
      人数 别名 headcount：整数
    }
    职责 甲 {
      依据 "第一条"
      对象 企业 其中 人数 > "多"
      频次 每季度至少1次
    }
    职责 乙 {
      依据 "第二条"
      对象 企业 其中 人手 > 50
      频率 每季度至少1次
    }
    职责 丙 {
      依据 "第三条"
      对象 企页
      2025年2月30日前
    }

    """

  @Test func aSoundScriptEndsWith0() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sound)
    for command in ["check", "检查"] {
      let answer = try desk.zhiben(command, "a.plan")
      #expect(answer.status == 0, "\(answer.output)\(answer.talk)")
      #expect(answer.output == "a.plan：没有错误\n")
      #expect(answer.talk.isEmpty)
    }
  }

  @Test func everyMistakeIsTold() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.wrong)
    let answer = try desk.zhiben("检查", "a.plan")
    #expect(answer.status == 1)
    for line in [4, 11, 16, 17, 21, 22] {
      #expect(answer.output.contains("a.plan:\(line):"), "line \(line): \(answer.output)")
    }
    let concise = try desk.zhiben("检查", "a.plan", "--格式", "简").output.split(separator: "\n")
    #expect(concise.allSatisfy { $0.hasPrefix("a.plan:") })
    let english = try desk.run("zhiben", ["check", "a.plan"], ["ZHIBEN_LANG": "en"])
    #expect(english.output.contains("error[E"))
  }

  @Test func programsReadJSON() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.wrong)
    let answer = try desk.zhiben("check", "a.plan", "--format", "json")
    #expect(answer.status == 1)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? Int == 1)
    let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
    #expect(
      document["errors"] as? Int == diagnostics.count { $0["severity"] as? String == "error" })
    for diagnostic in diagnostics {
      #expect(diagnostic["code"] is String)
      let message = try #require(diagnostic["message"] as? [String: String])
      #expect(message["zh"] != nil && message["en"] != nil)
    }
  }

  /// A script with a rule, a question that the store answers and one that reads a variable.
  static let staged = """
    计划 试点 { 期间 2025年 }
    登记 企业 { 名称：文本 标识；人数：整数；入库日：日期 日期 }
    登记 检查 { 企业：企业；日：日期 日期 }
    范围 大厂 = 企业 其中 人数 ≥ 100
    职责 大厂检查 { 依据 "一"；对象 大厂；频次 每季度1次；凭证 检查 }
    令 线 = 50
    显示 企业 其中 人数 > 20 排序 名称 前 3
    显示 企业 其中 人数 > 线

    """

  /// What each stage prints of it is kept, byte by byte.
  @Test(arguments: ["tokens", "tree", "ast", "types", "ir", "sql", "plan"])
  func everyStageCanBePrinted(_ stage: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.staged)
    let answer = try desk.zhiben("check", "a.plan", "--emit", stage)
    #expect(answer.status == 0 && answer.talk.isEmpty, "\(answer.talk)")
    try Golden(path: "Stages/\(stage).txt").check(answer.output)
    #expect(try desk.zhiben("检查", "a.plan", "--输出", stage).output == answer.output)
    // Of a script with an error the early stages are still there.
    try desk.write("b.plan", Self.staged + "显示 没有的\n")
    let broken = try desk.zhiben("check", "b.plan", "--emit", stage)
    #expect(broken.status == 1 && broken.talk.contains("E0301"), "\(broken.talk)")
    #expect(broken.output.isEmpty == !["tokens", "tree", "ast"].contains(stage))
  }

  @Test(arguments: [
    ("missing.plan", "没有这个文件"), (".", "这是文件夹"), ("a.plan/b.plan", "没有这个文件"),
  ])
  func aScriptThatCannotBeReadEndsWith66(_ path: String, _ reason: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sound)
    let answer = try desk.zhiben("check", path)
    #expect(answer.status == 66)
    #expect(answer.talk.contains("E0711") && answer.talk.contains(reason), "\(answer.talk)")
  }

  @Test func anyBytesEndInMessages() throws {
    let desk = try Desk()
    let nested = String(repeating: "（", count: 100_000)
    try Data([0xFF, 0xFE, 0x00, 0xB0, 0xA1]).write(to: desk.folder.appendingPathComponent("b.plan"))
    try desk.write("c.plan", "")
    try desk.write("d.plan", "范围 甲 = " + nested)
    for name in ["b.plan", "c.plan", "d.plan"] {
      let answer = try desk.zhiben("check", name)
      #expect(answer.status == 1, "\(name): \(answer.status)")
      #expect(answer.output.contains("错误[E"), "\(name)")
    }
  }

  @Test func usedScriptsAreFoundInTheLibrary() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("lib"), withIntermediateDirectories: true)
    let parts = Self.sound.components(separatedBy: "职责 ")
    let registers = parts[0].components(separatedBy: "登记 企业")
    try desk.write("lib/底册.plan", "登记 企业" + registers[1])
    try desk.write("a.plan", registers[0] + "引用 底册\n职责 " + parts[1])
    #expect(try desk.zhiben("check", "a.plan").status == 1)
    #expect(try desk.zhiben("check", "a.plan", "--library", "lib").status == 0)
    let byVariable = try desk.run("zhiben", ["check", "a.plan"], ["ZHIBEN_LIBRARY": "nowhere:lib"])
    #expect(byVariable.status == 0)
    try desk.write("lib/a.plan", registers[0] + "引用 底册\n职责 " + parts[1])
    #expect(try desk.zhiben("check", "lib/a.plan").status == 0, "found beside the script")
  }

  @Test func theProjectsOwnScriptsAreSound() throws {
    let scripts = Desk.project.appendingPathComponent("Scripts")
    let answer = try Desk().zhiben("check", scripts.appendingPathComponent("洋口镇.plan.md").path)
    #expect(answer.status == 0, "\(answer.output)")
  }

  /// 帐 for 账: the nearest script of the folders is offered.
  @Test func aMisspeltScriptIsNamed() throws {
    let desk = try Desk()
    try desk.write("底册.plan", "取值 级 { 高；低 }\n")
    try desk.write("a.plan", "计划 甲 { 期间 2025年 }\n引用 底测\n")
    let answer = try desk.zhiben("check", "a.plan")
    #expect(answer.status == 1)
    #expect(answer.output.contains("你是否想写「底册」？"), "\(answer.output)")
  }
}
