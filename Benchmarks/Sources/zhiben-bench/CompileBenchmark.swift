import Foundation
import Zhiben

/// How long check and compile of many rules take, and how that grows.
enum CompileBenchmark {
  static func run() throws {
    print("rules    median processor time   a rule     growth exponent")
    var before: (count: Int, time: Double)?
    for count in [100, 1_000, 10_000, 100_000] {
      let text = plan(rules: count)
      let turns = count > 10_000 ? 3 : 20
      let times = try (0..<turns).map { _ in
        let start = processorTime()
        _ = try Script(text: text)
        return processorTime() - start
      }
      let median = times.sorted()[turns / 2]
      var line = "\(count)".padding(toLength: 8, withPad: " ", startingAt: 0)
      line += String(format: "%9.1f ms %18.1f µs", median / 1e6, median / 1e3 / Double(count))
      if let before {
        let exponent = log(median / before.time) / log(Double(count) / Double(before.count))
        line += String(format: "%14.2f", exponent)
      }
      print(line)
      before = (count, median)
    }
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
