import Foundation
import Properties
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// Scripts of any length that are made to be hard.
struct Family: Sendable {
  /// What it is made of.
  let name: String
  /// The smallest length that is measured, in pieces.
  let size: Int
  /// The script of so many pieces.
  let make: @Sendable (Int) -> String

  init(_ name: String, _ size: Int, _ make: @escaping @Sendable (Int) -> String) {
    (self.name, self.size, self.make) = (name, size, make)
  }

  /// Times all stages at n, 2n and 4n, and tells whether time grows with length.
  func measure(scale: Double, library: @escaping (String) -> SourceFile?) -> Bool {
    let stages: [(String, (SourceFile) -> Void)] = [
      ("lex", { _ = Lexer.lex($0) }),
      ("parse", { _ = Parser.parse($0) }),
      ("format", { _ = ScriptFormatter.format($0) }),
      ("compile", { _ = Compiler.compile(plan: $0, library: library) }),
      (
        "render",
        { source in
          let parsed = Parser.parse(source)
          let issues = Diagnostics(parsed.issues.map { Diagnostic($0, in: source) })
          _ = Properties.render(issues)
        }
      ),
      (
        "all",
        { source in
          _ = Properties.render(Compiler.compile(plan: source, library: library).diagnostics)
        }
      ),
    ]
    var isLinear = true
    let unit = max(1, Int(Double(size) * scale))
    for (stage, work) in stages {
      var times: [Int] = []
      var lengths: [Int] = []
      for count in [unit, 2 * unit, 4 * unit] {
        let source = Properties.source(Array(make(count).utf8))
        let best = (0..<2).map { _ -> Int in
          let start = threadTime()
          work(source)
          return threadTime() - start
        }.min()
        times.append(best ?? 0)
        lengths.append(source.bytes.count)
      }
      let growth = Double(times[2]) / Double(max(times[0], 1))
      let isSlow = growth > 8 && times[2] > 50_000_000
      let perByte = Double(times[2]) / Double(max(lengths[2], 1))
      if isSlow { isLinear = false }
      print(
        "\(isSlow ? "SLOW" : "ok  ") \(name) \(stage): \(lengths[2]) B, "
          + times.map { String(format: "%.1f", Double($0) / 1e6) }.joined(separator: " ")
          + String(format: " ms, x%.1f, %.0f ns/B", growth, perByte))
      fflush(nil)
    }
    return isLinear
  }
}

extension Family {
  private static func times(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  private static let head = "计划 甲 { 期间 2024年 }\n引用 标准台账\n"

  private static func condition(_ text: String) -> String { head + "范围 甲乙 = 企业 其中 " + text + "\n" }

  /// All families.
  static let all: [Family] =
    pieces.map { name, piece in
      Family(name, 250_000 / max(1, piece.utf8.count)) { times(piece, $0) }
    }
    + expressions + declarations
    + [
      Family("long-line-of-errors", 4_000) { head + times("职责 甲 { 频次 ？ ", $0) },
      Family("long-line-bad-chars", 20_000) { times("@ 甲 ", $0) },
      Family("interpolations", 5_000) {
        head + "目标 甲 { 说明 \"" + times("{企业.名称}", $0) + "\" }"
      },
      Family("nested-interpolation", 2_000) {
        head + "职责 甲 { 说明 “" + times("{“", $0) + "甲" + times("”}", $0) + "” }"
      },
      Family("choice-arms", 3_000) { count in
        head + "职责 甲 { 对象 企业；频次 按 规模 { "
          + (0..<count).map { "甲\($0)：每季度1次；" }.joined() + "} }"
      },
    ]

  private static let pieces: [(String, String)] = [
    ("run", "字"), ("digits", "9"), ("letters", "a"), ("wide-letters", "ａ"), ("parens", "("),
    ("braces", "{"), ("names", "「"), ("quotes", "“"), ("quote-pairs", "“”"), ("straight", "\""),
    ("titles", "《"), ("separators", "；"), ("newlines", "\n"), ("closers", ")}"), ("commas", "、"),
    ("if", "若 "), ("not", "非 "), ("minus", "- "), ("duty", "职责 甲 {\n"), ("every", "每"),
    ("at-least", "至少每"), ("dots", "a."), ("where", "其中 "), ("invalid", "\u{FFFF}"),
    ("fence", "```plan\n甲\n```\n"), ("heading", "# 一\n"), ("open-fences", "```plan\n"),
    ("block-comment", "/*"), ("numbered", "```plan\n```\n一、甲。\n（一）乙\n"), ("and", "且 "),
    ("paren-newline", "（\n"), ("duty-empty", "职责 甲 { }\n"), ("then", "则 否则 若 "),
    ("sets", "{甲、"), ("bidi", "\u{202E}"), ("zero-width", "\u{200B}a "), ("combining", "\u{301}"),
    ("zwj", "\u{200D}😀"), ("number-words", "第一条第二款"), ("ranges", "1-1-1—"),
    ("dates", "2024-02-31 "),
  ]

  private static let expressions: [Family] = [
    Family("conjunction", 10_000) { condition("规上" + times(" 且 规上", $0)) },
    Family("conjunction-of-terms", 3_000) {
      condition("规模 = 规上" + times(" 且 有(隐患 其中 级别 = 重大)", $0))
    },
    Family("disjunction", 10_000) { condition("高危" + times(" 或 高危", $0)) },
    Family("and-short", 49) { condition("高危" + times(" 且 高危", $0)) },
    Family("negations", 49) { condition(times("非 ", $0) + "高危") },
    Family("negations-long", 10_000) { condition(times("非 ", $0) + "高危") },
    Family("minus-long", 10_000) { condition("从业人数 > " + times("-", $0) + "1") },
    Family("sum-long", 10_000) { condition("从业人数 > 1" + times(" + 1", $0)) },
    Family("product-long", 10_000) { condition("从业人数 > 1" + times(" * 1", $0)) },
    Family("comparison-long", 10_000) { condition("从业人数" + times(" > 1", $0)) },
    Family("ifs-else", 10_000) { condition(times("若 高危 则 高危 否则 ", $0) + "高危") },
    Family("ifs-short", 49) { condition(times("若 高危 则 高危 否则 ", $0) + "高危") },
    Family("parens-closed", 49) { condition(times("（", $0) + "高危" + times("）", $0)) },
    Family("exists-nested", 16) {
      condition(times("有(隐患 其中 有(企业 其中 ", $0) + "高危" + times("))", $0))
    },
    Family("rivals-nested", 20) {
      condition(times("有(隐患 其中 级别 = 重大 且 ", $0) + "级别 = 重大" + times(")", $0))
    },
    Family("wheres", 48) { head + "范围 甲乙 = 企业" + times(" 其中 高危", $0) + "\n" },
    Family("wheres-long", 10_000) { head + "范围 甲乙 = 企业" + times(" 其中 高危", $0) + "\n" },
    Family("set-long", 25_000) { condition("规模 属于 {规上" + times("、规上", $0) + "}") },
    Family("set-unknown", 5_000) { count in
      condition("规模 属于 {" + (0..<count).map { "甲\($0)" }.joined(separator: "、") + "}")
    },
    Family("set-numbers", 25_000) { count in
      condition("从业人数 属于 {" + (0..<count).map(String.init).joined(separator: "、") + "}")
    },
    Family("path-long", 10_000) { condition("本企业" + times(".上级", $0) + " = 1") },
    Family("path-unknown", 10_000) { condition("甲" + times(".乙", $0) + " = 1") },
    Family("path-short", 48) { condition("机构" + times(".上级", $0) + " = 1") },
    Family("via-long", 10_000) { condition("有(租赁" + times(" 经 承租方", $0) + ")") },
    Family("union-long", 10_000) { head + "范围 甲乙 = 企业" + times(" 并 企业", $0) + "\n" },
    Family("arguments", 10_000) { condition("有(" + times("企业、", $0) + "企业)") },
    Family("unknown-names", 5_000) { count in
      condition((0..<count).map { "甲乙丙\($0) = 1" }.joined(separator: " 且 "))
    },
    Family("lets", 5_000) { count in
      head + "职责 甲 { 对象 企业；" + times("凭证 自查 其中 带队人 = 甲 且 带队人 = 乙；", count) + " }\n"
    },
    Family("questions", 100) { head + "范围 甲乙 = 企业" + times(" 按 规模 分组 统计 数量()", $0) + "\n" },
  ]

  private static func numbered(_ count: Int, _ line: (Int) -> String) -> String {
    head + (0..<count).map(line).joined()
  }

  private static let declarations: [Family] = [
    Family("duties", 1_000) { numbered($0) { "职责 甲\($0) { 依据 \"一\"；对象 企业；频次 每季度1次；凭证 自查 }\n" } },
    Family("duties-bad", 1_000) { numbered($0) { "职责 甲\($0) { 对像 企业；频次 每次 }\n" } },
    Family("duties-twice", 1_000) { numbered($0) { _ in "职责 甲 { 对象 企业；频次 每季度1次；凭证 自查 }\n" } },
    Family("duties-one-line", 1_000) { numbered($0) { "职责 甲\($0) { 对像 企业；频次 每次 } " } },
    Family("scopes", 2_500) { numbered($0) { "范围 甲\($0) = 企业 其中 高危\n" } },
    Family("scope-chain", 250) {
      numbered($0) { $0 == 0 ? "范围 甲0 = 企业\n" : "范围 甲\($0) = 甲\($0 - 1) 其中 高危\n" }
    },
    Family("scope-chain-short", 15) {
      numbered($0) { $0 == 0 ? "范围 甲0 = 企业\n" : "范围 甲\($0) = 甲\($0 - 1) 其中 高危\n" }
    },
    Family("scope-chain-back", 250) { count in
      numbered(count) { $0 == count - 1 ? "范围 甲\($0) = 企业\n" : "范围 甲\($0) = 甲\($0 + 1) 其中 高危\n" }
    },
    Family("scope-chain-mid", 250) { count in
      numbered(count) {
        $0 == 0 ? "范围 甲0 = 企业\n" : "范围 甲\($0) = 企业 其中 甲\($0 - 1)\n"
      }
    },
    Family("scope-doubling", 15) {
      numbered($0) {
        $0 == 0 ? "范围 甲0 = 企业\n" : "范围 甲\($0) = 甲\($0 - 1) 其中 甲\($0 - 1) 且 甲\($0 - 1)\n"
      }
    },
    Family("scope-deep", 10) { count in
      numbered(count) {
        $0 == 0
          ? "范围 甲0 = 企业\n"
          : "范围 甲\($0) = 企业 其中 " + times("非 ", 190) + "甲\($0 - 1)" + "\n"
      }
    },
    Family("scope-ring", 250) { count in
      numbered(count) { "范围 甲\($0) = 甲\(($0 + 1) % count) 其中 高危\n" }
    },
    // Expressions as deep as the parser lets them be, in definitions as deep as the checker lets them be.
    Family("scope-ring-deep", 25) { count in
      numbered(count) {
        "范围 甲\($0) = 企业 其中 " + times("非 ", 40) + "甲\(($0 + 1) % count)" + " 且 " + times("非 ", 190)
          + "高危\n"
      }
    },
    Family("scope-chain-exists", 25) {
      numbered($0) {
        $0 == 0
          ? "范围 甲0 = 企业\n"
          : "范围 甲\($0) = 企业 其中 有(隐患 其中 有(企业 其中 有(隐患 其中 企业 属于 甲\($0 - 1))))\n"
      }
    },
    Family("rival-conditionals", 5) {
      condition(
        "有(隐患 其中 " + times("状态 = 若 ", $0) + "高危" + times(" 则 在用 否则 停用", $0) + ")")
    },
    Family("values-set", 2_500) { count in
      let names = (0..<count).map { "值\($0)" }.joined(separator: "、")
      return "计划 甲 { 期间 2024年 }\n取值 丑 { \(names) }\n登记 子 {\n标识：文本 标识\n戊：丑\n}\n"
        + "范围 寅 = 子 其中 戊 属于 {\(names)}\n"
    },
    Family("fields-used", 1_000) { count in
      "计划 甲 { 期间 2024年 }\n登记 子 {\n标识：文本 标识\n"
        + (0..<count).map { "字段\($0)：整数\n" }.joined() + "}\n"
        + (0..<count).map { "范围 寅\($0) = 子 其中 字段\($0) > 1\n" }.joined()
    },
    Family("scope-unknown-chain", 250) {
      numbered($0) { "范围 甲\($0) = 甲\($0 - 1) 其中 高危\n" }
    },
    Family("parameters", 2_500) { numbered($0) { "参数 甲\($0) = 30日 { 文件未规定 }\n" } },
    Family("parameter-chain", 250) {
      numbered($0) { $0 == 0 ? "参数 甲0 = 1\n" : "参数 甲\($0) = 甲\($0 - 1) + 1\n" }
    },
    Family("parameter-names", 2_500) { numbered($0) { "范围 甲\($0) = 企业 其中 从业人数 > 乙\($0)\n" } },
    Family("partitions", 300) {
      numbered($0) { "划分 甲\($0) 于 企业 { 子\($0)：高危；丑：其他 }\n" }
    },
    Family("partition-arms", 1_000) { count in
      head + "划分 甲 于 企业 {\n" + (0..<count).map { "子\($0)：从业人数 > \($0)\n" }.joined() + "丑：其他 }\n"
    },
    Family("partition-chain", 15) {
      numbered($0) {
        $0 == 0
          ? "划分 甲0 于 企业 { 是0：高危；否0：其他 }\n"
          : "划分 甲\($0) 于 企业 { 是\($0)：甲\($0 - 1) = 是\($0 - 1)；否\($0)：其他 }\n"
      }
    },
    Family("fields", 2_500) { count in
      "计划 甲 { 期间 2024年 }\n登记 子 {\n" + (0..<count).map { "字段\($0)：文本\n" }.joined() + "}\n"
    },
    Family("fields-same", 2_500) { count in
      "计划 甲 { 期间 2024年 }\n登记 子 {\n" + times("字段：文本\n", count) + "}\n"
    },
    Family("fields-defaults", 1_000) { count in
      "计划 甲 { 期间 2024年 }\n登记 子 {\n" + (0..<count).map { "字段\($0)：数量 默认 1\n" }.joined() + "}\n"
    },
    Family("registers", 1_000) { count in
      "计划 甲 { 期间 2024年 }\n"
        + (0..<count).map { "登记 子\($0) {\n标识：文本 标识\n上级：子\((($0 + 1) % count))\n}\n" }.joined()
    },
    Family("enum-values", 5_000) { count in
      "计划 甲 { 期间 2024年 }\n取值 丑 { " + (0..<count).map { "值\($0)" }.joined(separator: "、") + " }\n"
    },
    Family("enums", 1_000) { count in
      "计划 甲 { 期间 2024年 }\n" + (0..<count).map { "取值 丑\($0) { 甲\($0)、乙\($0) }\n" }.joined()
    },
    Family("ladder", 1_000) { count in
      head + "督办 甲 { 对象 隐患；\n" + (1...count).map { "逾期\($0)日 通报 致 企业.村\n" }.joined() + "}\n"
    },
    Family("uses", 5_000) { numbered($0) { "引用 甲\($0)\n" } },
    Family("plans", 1_000) { numbered($0) { "计划 甲\($0) { 期间 2024年 }\n" } },
    Family("clauses-same", 2_500) { count in
      head + "职责 甲 { 对象 企业；" + times("频次 每季度1次；", count) + " }\n"
    },
    Family("citations", 2_500) { count in
      head + "职责 甲 { 对象 企业；频次 每季度1次；" + times("依据 《安全生产法》第四十一条、第四十二条；", count) + " }\n"
    },
    Family("exceptions", 1_000) { count in
      head + "职责 甲 { 对象 企业；频次 每季度1次；凭证 自查；" + times("例外 高危：每月1次；", count) + " }\n"
    },
  ]
}
