import Zhiben

/// The manual of the program, made from the same table as its help.
struct Manual {
  /// A piece of a section.
  enum Block {
    case paragraph(String)
    case heading(String)
    /// Something and what is said of it.
    case term(String, String)
    /// A line to copy.
    case line(String)
  }

  struct Section {
    let title: String
    let blocks: [Block]
  }

  let language: Language
  let name = "zhiben"
  let version = Version.current
  let sections: [Section]

  init(language: Language) {
    self.language = language
    func text(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    func terms(_ list: [(String, Wording)]) -> [Block] { list.map { .term($0.0, $0.1[language]) } }
    sections = [
      Section(
        title: text("名称", "NAME"),
        blocks: [
          .paragraph(
            text(
              "zhiben - 让安全生产方案跑起来的脚本工具（治本）", "zhiben - runs the plans of work-safety supervision"))
        ]),
      Section(
        title: text("用法", "SYNOPSIS"),
        blocks: [
          .paragraph(text("zhiben 命令 [脚本] [选项]", "zhiben COMMAND [SCRIPT] [options]")),
          .paragraph(text("zhiben（在终端里：逐句问答）", "zhiben (at a terminal: line by line)")),
        ]),
      Section(
        title: text("命令", "COMMANDS"), blocks: Guide.all.flatMap { Self.blocks($0, language) }),
      Section(
        title: text("退出码", "EXIT STATUS"),
        blocks: terms(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })),
      Section(
        title: text("环境变量", "ENVIRONMENT"),
        blocks: terms(Surroundings.variables.map { ($0.name, $0.meaning) })),
    ]
  }

  private static func blocks(_ guide: Guide, _ language: Language) -> [Block] {
    var blocks: [Block] = [
      .heading("\(guide.english)  \(guide.chinese)"), .paragraph(guide.summary[language]),
      .line(guide.usage[language]),
    ]
    blocks += guide.notes.map { .paragraph($0[language]) }
    blocks += guide.options.map { .term($0.label(language), $0.help[language]) }
    for (line, does) in guide.examples {
      blocks += [.line(line[language]), .paragraph(does[language])]
    }
    return blocks
  }
}
