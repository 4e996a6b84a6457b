import Foundation
import ZhibenDiagnostics
@_spi(Measuring) import ZhibenSemantics
import ZhibenSyntax

/// How long check and compile of many rules take, stage by stage, and how that grows.
enum CompileBenchmark {
  private static let stages = ["lex", "parse", "resolve", "check", "analyse"]

  static func run(_ counts: [Int]) {
    print("milliseconds of processor time, medians")
    print((["rules"] + stages + ["all", "a rule, µs", "exponent"]).map(padded).joined())
    var before: (count: Int, time: Double)?
    for count in counts {
      let file = SourceFile(name: "benchmark.plan", text: plan(rules: count))
      let turns = count > 10_000 ? 3 : 20
      let rows = (0..<turns).map { _ in times(file) }
      let medians = rows[0].indices.map { column in
        rows.map { $0[column] }.sorted()[turns / 2]
      }
      let all = medians.last ?? 0
      var line =
        padded("\(count)") + medians.map { padded(String(format: "%.2f", $0 / 1e6)) }.joined()
      line += padded(String(format: "%.1f", all / 1e3 / Double(count)))
      if let before {
        let exponent = log(all / before.time) / log(Double(count) / Double(before.count))
        line += padded(String(format: "%.2f", exponent))
      }
      print(line)
      before = (count, all)
    }
  }

  /// Nanoseconds of each stage, and of a whole compilation with all that is freed behind it.
  private static func times(_ file: SourceFile) -> [Double] {
    let lexing = spent { _ = Lexer.lex(file) }
    var ends: [Double] = []
    let start = processorTime()
    let compiled = Compiler.compile(plan: file) { _ in ends.append(processorTime()) }
    guard !compiled.diagnostics.hasErrors else {
      print(Renderer().render(compiled.diagnostics))
      exit(1)
    }
    var stages = zip(ends, [start] + ends).map { $0 - $1 }
    stages[0] -= lexing
    return [lexing] + stages + [spent { _ = Compiler.compile(plan: file) }]
  }

  private static func spent(_ work: () -> Void) -> Double {
    let start = processorTime()
    work()
    return processorTime() - start
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(1, 11 - text.count)) + text
  }

  /// Duties of eight lines each, with an exception and evidence.
  private static func plan(rules count: Int) -> String {
    var text = """
      计划 量 { 期间 2024年1月1日 至 2026年12月31日 }
      登记 企业 { 名称：文本 标识；等级：{A、B、C、D}；人数：整数；高危：是否；入库日：日期 }
      登记 自查 { 企业：企业；检查日：日期 日期；带队人：文本；合格：是否 }
      范围 大企业 = 企业 其中 人数 不少于 300

      """
    for index in 0..<count {
      text += """
        职责 带队检查\(index) {
          依据 "二（\(index)）6"
          对象 企业 其中 等级 属于 {C、D} 且 人数 > \(index % 500)
          由 企业
          频次 每季度至少1次
          例外 大企业：每月至少1次
          凭证 自查 其中 带队人 不为空 且 合格
        }

        """
    }
    return text
  }
}
