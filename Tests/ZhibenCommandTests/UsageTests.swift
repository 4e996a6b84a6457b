import Foundation
import Testing
import Zhiben

@testable import ZhibenCommand

/// Command lines that make no sense, help, versions, languages.
@Suite struct UsageTests {
  @Test(arguments: [
    ("无此命令", ["预眼"], "没有「预眼」这个命令；你是否想写「预演」？"),
    ("缺脚本", ["plan", "--store", "a.db"], "缺少 脚本"),
    ("缺台账库", ["plan", "a.plan"], "缺少 --store"),
    ("选项缺值", ["plan", "a.plan", "--store"], "--store 后面缺少值"),
    ("选项写错", ["plan", "a.plan", "--store", "a.db", "--fromat", "json"], "你是否想写 --format？"),
    ("多一个参数", ["check", "a.plan", "b.plan"], "多了一个参数 b.plan"),
    ("不是数", ["plan", "a.plan", "--store", "a.db", "--limit", "x"], "--limit 后面不能写「x」"),
    ("负数", ["plan", "a.plan", "--store", "a.db", "--limit=-1"], "--limit 不能小于零"),
    ("没有这一天", ["plan", "a.plan", "--store", "a.db", "--as-of", "2025-02-30"], "「2025-02-30」不是日期"),
    ("没有这种格式", ["check", "a.plan", "--格式", "xml"], "--format 没有「xml」"),
    ("没有这个阶段", ["check", "a.plan", "--emit", "asm"], "--emit 没有「asm」"),
    ("缺子命令", ["store"], "缺少子命令"),
  ])
  func wrongUsageEndsWith64(_ name: String, _ arguments: [String], _ sentence: String) throws {
    let answer = try Desk().run("zhiben", arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty, "talk belongs to the standard error")
    #expect(answer.talk.hasPrefix("用法错误："))
    #expect(answer.talk.contains(sentence), "\(answer.talk)")
  }

  @Test(arguments: [
    (["plan", "a.plan", "--store", "a.db", "--fromat", "json"], "did you mean --format?"),
    (["plan", "a.plan"], "--store is missing"),
    (["pln"], "did you mean plan?"),
    (
      ["check", "a.plan", "--format", "xml"], "--format: xml is none of text, concise, json, sarif"
    ),
  ])
  func wrongUsageInEnglish(_ arguments: [String], _ sentence: String) throws {
    let answer = try Desk().run("zhiben", arguments, ["ZHIBEN_LANG": "en"])
    #expect(answer.status == 64)
    #expect(answer.talk.hasPrefix("usage error: "))
    #expect(answer.talk.contains(sentence), "\(answer.talk)")
  }

  @Test(arguments: [["help"], ["帮助"], ["--help"], ["-h"], ["--帮助"]])
  func overviewNamesEveryCommandInBothLanguages(_ arguments: [String]) throws {
    let answer = try Desk().run("zhiben", arguments)
    #expect(answer.status == 0)
    for guide in Guide.all {
      #expect(answer.output.contains(guide.english) && answer.output.contains(guide.chinese))
    }
  }

  @Test(arguments: Guide.all.map(\.english), ["zh", "en"])
  func everyCommandHasAPage(_ command: String, _ language: String) throws {
    let guide = try #require(Guide.named(command))
    let desk = try Desk()
    let pages = try [[guide.chinese, "--help"], ["help", command], [command, "-h"]].map {
      try desk.run("zhiben", $0, ["ZHIBEN_LANG": language])
    }
    for page in pages {
      #expect(page.status == 0)
      #expect(page.output == pages[0].output)
      #expect(page.output.contains(language == "zh" ? guide.usage.zh : guide.usage.en))
      for option in guide.options { #expect(page.output.contains(option.names[0])) }
    }
  }

  /// The help is written by hand, so it must say what the parser reads: no more, no less.
  @Test(arguments: Guide.all.map(\.english))
  func helpNamesExactlyTheOptionsThatAreRead(_ command: String) throws {
    let guide = try #require(Guide.named(command))
    let dump = try JSONDecoder().decode(Dump.self, from: Data(RootCommand._dumpHelp().utf8))
    let parsed = try #require(
      dump.command.subcommands?.first { $0.commandName == guide.english })
    #expect(parsed.aliases == [guide.chinese] + guide.synonyms)
    // What its subcommands read is told on its page, unless that has no options at all.
    let all = [parsed] + (guide.options.isEmpty ? [] : parsed.subcommands ?? [])
    let names = all.flatMap { $0.arguments ?? [] }.filter { $0.kind != "positional" }
      .map { $0.names?.map { "--\($0.name)" } ?? [] }
      .filter { !$0.contains("--help") }
    #expect(Set(names.map(Set.init)) == Set(guide.options.map { Set($0.names) }))
  }

  /// The part of the parser's description of itself that is compared.
  private struct Dump: Decodable {
    var command: Command
    struct Command: Decodable {
      var commandName: String
      var aliases: [String]?
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    struct Argument: Decodable {
      var kind: String
      var names: [Name]?
      struct Name: Decodable { var name: String }
    }
  }

  @Test(
    arguments: [
      ([:], "zh"), (["LC_ALL": "en_US.UTF-8"], "en"), (["LC_ALL": "zh_CN.UTF-8"], "zh"),
      (["LC_ALL": "en_US.UTF-8", "ZHIBEN_LANG": "zh"], "zh"),
      (["LC_ALL": "", "LANG": "en_GB"], "en"),
      (["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"], "en"), (["LC_ALL": "C"], "zh"),
    ] as [([String: String], String)])
  func theLocaleChoosesTheLanguage(_ environment: [String: String], _ language: String) throws {
    let answer = try Desk().run("zhiben", ["help"], environment)
    #expect(answer.output.contains("一条命令的用法") == (language == "zh"))
  }

  @Test func nothingTypedShowsWhereToBegin() throws {
    for language in ["zh", "en"] {
      let answer = try Desk().run("zhiben", [], ["ZHIBEN_LANG": language])
      let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 12 && answer.status == 0)
      #expect(lines.count { $0.hasPrefix("  zhiben ") } == 3)
      #expect(lines.allSatisfy { DisplayWidth().of($0) <= 80 })
    }
  }

  /// `-` is the standard input, for every command that takes a script.
  @Test(
    arguments: [
      (["check", "-"], 0), (["plan", "-", "--store", "小镇.db", "--as-of", "2025-04-15"], 0),
      (["run", "-", "--store", "小镇.db", "--as-of", "2025-04-15"], 0),
      (["apply", "-", "--store", "小镇.db", "--as-of", "2025-04-15"], 0),
      (["ask", "-", "数量（企业）", "--store", "小镇.db"], 0),
      (["fmt", "-"], 0), (["inspect", "-"], 0),
      (["check", "-", "--fix"], 64),
      (["plan", "-", "--store", "小镇.db", "--save", "存.json"], 64),
    ] as [([String], Int32)])
  func aScriptMayComeThroughAPipe(_ arguments: [String], _ status: Int32) throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.run("zhiben", arguments, shell: "exec < 小镇.plan")
    #expect(answer.status == status, "\(answer)")
    #expect(status != 0 || !answer.output.isEmpty, "\(answer)")
    #expect(!desk.exists("-"))
  }

  @Test func mistakesOfAPipeHaveAPlace() throws {
    let desk = try Desk()
    try desk.write("坏.plan", "计划 甲 {\n  期间 2025\n}\n")
    let answer = try desk.run("zhiben", ["check", "-", "--格式", "简"], shell: "exec < 坏.plan")
    #expect(answer.status == 1 && answer.output.contains("-:2:"), "\(answer)")
  }

  @Test func versionIsPrinted() throws {
    let answer = try Desk().zhiben("--version")
    #expect(answer.status == 0 && answer.output.hasPrefix("zhiben 0."))
  }

  @Test func aReaderThatLeavesEarlyIsNoFailure() throws {
    let desk = try Desk()
    let answer = try desk.run("zhiben", ["help"], shell: "exec > >(exec head -c 1 >/dev/null)")
    #expect(answer.status == 0)
    #expect(answer.talk.isEmpty)
  }

  @Test func outputThatCannotBeWrittenIsAFailure() throws {
    let answer = try Desk().run("zhiben", ["help"], shell: "exec > /dev/full")
    #expect(answer.status == 74)
    #expect(answer.talk.contains("写不出结果"))
  }
}
