import Foundation
import Testing

@testable import ZhibenCommand

/// 新建: what is made runs as it is.
@Suite struct NewTests {
  @Test(arguments: [
    ("洋口镇", "zh"), ("洋口镇 2026—2028年〔试行〕", "zh"), ("yangkou", "en"), ("A/B \"x\" 「甲」", "en"),
  ])
  func whatIsMadeRuns(_ name: String, _ language: String) throws {
    let desk = try Desk()
    func zhiben(_ arguments: [String]) throws -> Desk.Answer {
      try desk.run("zhiben", arguments, ["ZHIBEN_LANG": language])
    }
    let made = try zhiben(["new", name])
    #expect(made.status == 0, "\(made.talk)")
    let folder = NewFiles.stem(name)
    let files = NewFiles(folder, language == "zh" ? .zh : .en)
    func path(_ file: String) -> String { "\(folder)/\(file)" }

    let check = try zhiben(["check", path(files.plan), "--warnings-as-errors"])
    #expect(check.status == 0, "\(check.output)\(check.talk)")
    #expect(try zhiben(["fmt", "--check", path(files.plan), path(files.tests)]).status == 0)
    let tests = try zhiben(["test", path(files.plan)])
    #expect(tests.status == 0, "\(tests.output)\(tests.talk)")
    let imported = try zhiben([
      "import", path(files.ledger), "--store", path(files.store), "--strict",
    ])
    #expect(imported.status == 0, "\(imported.output)\(imported.talk)")
    let plan = try zhiben(["plan", path(files.plan), "--store", path(files.store)])
    #expect(plan.status == 0, "\(plan.talk)")
    let cron = String(decoding: try desk.read(path(files.cron)), as: UTF8.self)
    #expect(cron.contains(files.store) && cron.hasPrefix("# ") && !cron.contains("%"))
    // Every file that the guide names is there.
    let guide = String(decoding: try desk.read(path(files.guide)), as: UTF8.self)
    for file in [files.plan, files.tests, files.ledger, files.store, files.cron] {
      #expect(guide.contains("`\(file)`") && desk.exists(path(file)))
    }
  }

  /// The line for cron, as cron runs it.
  @Test func theNightRuns() throws {
    let desk = try Desk()
    try desk.zhiben("new", "洋口镇")
    let lines = String(decoding: try desk.read("洋口镇/定时.cron"), as: UTF8.self)
    let command = try #require(lines.split(separator: "\n").last).split(separator: " ").dropFirst(5)
    let answer = try desk.shell("env", "-i", "/bin/sh", "-c", command.joined(separator: " "))
    #expect(answer.isEmpty, "\(answer)")
    #expect(desk.exists("洋口镇/zhiben.log"))
  }

  @Test func nothingIsWrittenOver() throws {
    let desk = try Desk()
    try desk.zhiben("new", "甲")
    try desk.write("甲/甲.plan", "// mine")
    let answer = try desk.zhiben("new", "甲")
    #expect(answer.status == 73)
    #expect(answer.talk.contains("文件夹里已有文件"), "\(answer.talk)")
    #expect(try desk.read("甲/甲.plan") == Data("// mine".utf8))
    #expect(try desk.zhiben("new", "甲", "--folder", "乙/丙").status == 0)
    #expect(desk.exists("乙/丙/甲.plan"))
  }

  @Test(arguments: ["", "  ", "a\nb"])
  func namesThatAreNone(_ name: String) throws {
    #expect(try Desk().zhiben("new", name).status == 64)
  }
}
