import Foundation
import SmallTown
import Testing
import Zhiben

/// Who wrote to a store, as the command keeps and tells it.
@Suite struct AuditTests {
  private static let login = String(cString: getpwuid(geteuid()).pointee.pw_name)

  @Test func everyWriteIsSigned() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("句.txt", "记入 企业 { 代码：\"D4\"，名称：\"丁厂\" }\n：执行\n")
    try desk.write("zhiben.yaml", "经手: 文件里的人\n")
    try desk.run("zhiben", ["apply", "小镇.plan", "--经手", "张三"] + SmallTown.there)
    try desk.run(
      "zhiben", ["repl", "小镇.plan", "--confirm"] + SmallTown.there, ["ZHIBEN_BY": "李四"],
      shell: "exec < 句.txt")
    try desk.run(
      "zhiben", ["run", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-16"],
      ["SUDO_USER": "wang"])
    let log = try desk.log("小镇.db")
    #expect(log.compactMap { $0["by"] as? String } == ["", "张三", "李四", "文件里的人"])
    #expect(log.compactMap { $0["kind"] as? String } == ["import", "run", "run", "run"])
    #expect(log.allSatisfy { $0["login"] as? String == Self.login })
    #expect(log.compactMap { $0["on_behalf_of"] as? String } == ["", "", "", "wang"])
    let files = log.first?["files"] as? [[String: String]] ?? []
    #expect(files.map { $0["name"] } == ["企业.csv", "自查.csv", "隐患.csv"])
    #expect(try desk.shell("sha256sum", "企业.csv").hasPrefix(files[0]["sha256"] ?? "?"))
    #expect(try desk.zhiben("store", "verify", "小镇.db").status == 0)

    let told = try desk.zhiben("台账库", "记录", "小镇.db").output
    for said in ["导入 企业.csv、自查.csv、隐患.csv", "运行 小镇", "张三（\(Self.login)）", "sudo wang"] {
      #expect(told.contains(said), "\(told)")
    }
    let last = try desk.zhiben("store", "log", "小镇.db", "--last", "1").output
    #expect(last.contains("文件里的人") && !last.contains("张三"), "\(last)")
    #expect(try desk.zhiben("store", "info", "小镇.db").output.contains("张三"))
  }

  @Test(arguments: ["--by=", "--经手=a\nb", "--last=0"])
  func whatMakesNoSenseIsUsage(_ option: String) throws {
    let desk = try Desk.withSmallTown()
    let command = option.hasPrefix("--last") ? ["store", "log"] : ["run", "小镇.plan"]
    #expect(try desk.run("zhiben", command + ["--store", "小镇.db", option]).status == 64)
    #expect(try desk.runs("小镇.db").isEmpty)
  }

  @Test func anEmptyStoreHasNoLog() throws {
    let desk = try Desk()
    try desk.zhiben("store", "init", "空.db")
    #expect(try desk.zhiben("store", "log", "空.db").output.contains("还没有写过"))
  }
}
