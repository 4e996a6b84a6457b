/// Rows that an import must refuse, each for one reason.
enum DirtyRows {
  static func write(to sink: Sink, seed: UInt64) {
    let code = CreditCode.make(seed: seed, index: 0)
    enterprise(sink, wrongCheck(code), "如东校验位有误五金厂", "在产")
    enterprise(sink, "9.13206E+17", "如东科学计数法五金厂", "在产")
    enterprise(sink, CreditCode.make(seed: seed, index: 887_000_001), "如东状态不明五金厂", "半停产")
    hazard(sink, "YHX-1", code, "重大", "2025年2月30日")
    hazard(sink, "YHX-2", code, "特大", "2025-03-01")
    hazard(sink, "YHX-3", CreditCode.make(seed: seed, index: 887_000_002), "一般", "2025-03-01")
  }

  /// The code with another last character.
  private static func wrongCheck(_ code: String) -> String {
    let last = code.last == "7" ? "8" : "7"
    return String(code.dropLast()) + last
  }

  private static func enterprise(_ sink: Sink, _ code: String, _ name: String, _ status: String) {
    var cells = SampleTable.enterprises.header.map { _ in Cell.blank }
    for (position, field) in SampleTable.enterprises.header.enumerated() {
      switch field {
      case "统一社会信用代码": cells[position] = .text(code)
      case "名称": cells[position] = .text(name)
      case "入库日": cells[position] = .day(Day(2024, 1, 8))
      case "状态": cells[position] = .text(status)
      default: break
      }
    }
    sink.write(.enterprises, cells)
  }

  private static func hazard(
    _ sink: Sink, _ id: String, _ code: String, _ severity: String, _ found: String
  ) {
    var cells = SampleTable.hazards.header.map { _ in Cell.blank }
    for (position, field) in SampleTable.hazards.header.enumerated() {
      switch field {
      case "编号": cells[position] = .text(id)
      case "企业": cells[position] = .text(code)
      case "级别": cells[position] = .text(severity)
      case "发现日期": cells[position] = .text(found)
      case "状态": cells[position] = .text("整改中")
      default: break
      }
    }
    sink.write(.hazards, cells)
  }
}
