import Foundation
import Testing

@testable import ZhibenCommand

/// What a shell is told when somebody presses Tab.
@Suite struct CompletionTests {
  @Test(
    arguments: [
      ("命令，中文开头", ["预"], "zh", ["预演"]),
      ("命令，英文开头", ["pla"], "zh", ["plan"]),
      ("命令，拼音", ["tzk"], "zh", ["台账库"]),
      ("command, English", ["che"], "en", ["check"]),
      ("帮助后面是命令", ["帮助", "手"], "zh", ["手册"]),
      ("没有这个命令", ["无此", ""], "zh", []),
      ("子命令", ["store", "v"], "zh", ["verify"]),
      ("子命令，中文", ["台账库", "核"], "zh", ["核验"]),
      ("选项的值", ["check", "a.plan", "--format", "s"], "zh", ["sarif"]),
      ("选项的值，中文", ["check", "--输出", "类"], "zh", ["类型"]),
      ("值在等号后面", ["plan", "a.plan", "--format=json", "--for"], "zh", []),
      ("写过的选项不再给", ["plan", "a.plan", "--截至", "2025-01-01", "--as"], "en", []),
      ("可以写几次的还给", ["check", "--library", "x", "--lib"], "en", ["--library"]),
      ("选项，中文开头", ["check", "--修"], "zh", ["--修正"]),
      ("横线后面没有选项", ["check", "--", "--f"], "zh", ["@scripts"]),
      ("脚本", ["check", ""], "zh", ["@scripts"]),
      ("第二个脚本", ["fmt", "a.plan", ""], "zh", ["@scripts"]),
      ("文件", ["import", ""], "zh", ["@all"]),
      ("文件夹", ["check", "--library", ""], "zh", ["@folders"]),
      ("问句不能列", ["ask", "a.plan", ""], "zh", []),
      ("提示的代码", ["explain", "E0302"], "zh", ["E0302"]),
      ("规则", ["plan", "town.plan", "--rule", "季"], "zh", ["季度自查"]),
      ("规则，拼音", ["plan", "town.plan", "--rule", "jdzc"], "zh", ["季度自查"]),
      ("登记，脚本写在选项里", ["import", "--script", "town.plan", "--register", "厂"], "zh", ["厂子"]),
      ("脚本读不了就没有规则", ["plan", "none.plan", "--rule", ""], "zh", []),
    ] as [(String, [String], String, [String])])
  func tab(_ name: String, _ words: [String], _ language: String, _ expected: [String]) throws {
    let desk = try Desk()
    try desk.write("town.plan", Self.town)
    let answer = try desk.run(
      "zhiben", [CompletionRequest.word] + words, ["ZHIBEN_LANG": language])
    #expect(answer.status == 0 && answer.talk.isEmpty)
    let texts = answer.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(texts.map(String.init) == expected)
  }

  private static let town = """
    计划 镇 { 期间 2025年 }
    登记 厂子 { 编号：文本 标识；建成：日期 }
    登记 查看 { 厂：厂子；日子：日期 日期 }
    职责 季度自查 { 依据 "一"；对象 厂子；频次 每季度至少1次；凭证 查看 }

    """

  /// With nothing typed every command is offered once, in the user's language, and said what it does.
  @Test(arguments: ["zh", "en"])
  func allCommands(_ language: String) throws {
    let answer = try Desk().run(
      "zhiben", [CompletionRequest.word, ""], ["ZHIBEN_LANG": language])
    let names = Guide.all.map { language == "zh" ? $0.chinese : $0.english }
    let lines = answer.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map { String($0[0]) } == names + [language == "zh" ? "帮助" : "help"])
    #expect(lines.allSatisfy { $0.count == 2 })
  }

  /// Every option that is read is offered.
  @Test(arguments: Guide.all.map(\.english))
  func allOptions(_ command: String) throws {
    let guide = try #require(Guide.named(command))
    for option in guide.options {
      for name in option.names {
        let answer = try Desk().run("zhiben", [CompletionRequest.word, command, name])
        #expect(answer.output.split(separator: "\t").first == name[...])
      }
    }
  }

  /// The script of bash, as bash runs it when somebody presses Tab.
  @Test(arguments: [
    ("命令", "zhiben 检", ["检查"]), ("拼音", "zhiben jc", ["检查"]),
    ("值", "zhiben check --format c", ["concise"]),
    ("脚本和文件夹", "zhiben check ", ["文件夹", "甲 乙.plan", "镇.plan.md"]),
    ("文件", "zhiben import 台", ["台账.csv"]),
  ])
  func bash(_ name: String, _ line: String, _ expected: [String]) throws {
    let desk = try Desk()
    for file in ["甲 乙.plan", "镇.plan.md", "台账.csv"] { try desk.write(file, "") }
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("文件夹"), withIntermediateDirectories: true)
    try desk.write(
      "try.sh",
      """
      PATH="\(Desk.programs.path):$PATH"
      source <(zhiben completion bash)
      compopt() { :; }
      COMP_LINE='\(line)'
      read -ra COMP_WORDS <<<"$COMP_LINE"
      case "$COMP_LINE" in *' ') COMP_WORDS+=('') ;; esac
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _zhiben
      printf '%s\\n' "${COMPREPLY[@]}" | LC_ALL=C.UTF-8 sort
      """)
    let found = try desk.shell("bash", "try.sh")
    #expect(found.split(separator: "\n").map(String.init) == expected.sorted())
  }

  @Test(arguments: [
    ("命令", "zhiben 检", ["检查"]), ("值", "zhiben check --format c", ["concise"]),
    ("脚本", "zhiben check 镇", ["镇.plan.md"]),
  ])
  func fish(_ name: String, _ line: String, _ expected: [String]) throws {
    let desk = try Desk()
    try desk.write("镇.plan.md", "")
    try desk.write(
      "try.fish",
      """
      set PATH \(Desk.programs.path) $PATH
      zhiben completion fish | source
      complete -C '\(line)'
      """)
    let found = try desk.shell("fish", "try.fish")
    #expect(
      found.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) } == expected)
  }

  /// zsh runs the script at a terminal of its own, which it has built in.
  @Test(arguments: [("命令", "zhiben 检", "zhiben 检查"), ("拼音", "zhiben tzk", "zhiben 台账库")])
  func zsh(_ name: String, _ line: String, _ expected: String) throws {
    let desk = try Desk()
    try desk.write(
      "try.zsh",
      """
      PATH="\(Desk.programs.path):$PATH"
      zmodload zsh/zpty
      zpty shell 'zsh -f -i'
      zpty -w shell "PS1='> '; autoload -U compinit; compinit -u -D; source <(zhiben completion zsh)"
      zpty -w shell $'bindkey "^I" complete-word; show() { print -r -- "[[$BUFFER]]"; BUFFER=; zle accept-line }; zle -N show; bindkey "^X" show; print ready$((1+1))'
      zpty -r shell found '*ready2*'
      zpty -w -n shell $'\(line)\\t\\x18'
      zpty -r shell found '*]]*'
      print -r -- "$found"
      """)
    #expect(try desk.shell("zsh", "try.zsh").contains("[[\(expected)"))
  }
}
