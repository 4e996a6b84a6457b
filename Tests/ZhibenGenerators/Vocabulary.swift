/// The types that generated scripts reckon with.
indirect enum Kind: Equatable, Sendable {
  /// A number with a unit; empty for none.
  case number(String)
  case text, bool, date, period
  /// A value of the closed list with that position in `Vocabulary.enumerations`.
  case choice(Int)
  /// A record of the register with that position in `Vocabulary.registers`.
  case record(Int)
  case list(Kind)
  /// From texts.
  case map(Kind)
  /// Named columns.
  case row([Column])

  struct Column: Equatable, Sendable {
    var name: String
    var kind: Kind
  }
}

/// The registers that generated scripts are about: their declarations, and what a generator must know of them.
enum Vocabulary {
  struct Register: Sendable {
    var name: String
    /// Fields with one value.
    var fields: [Kind.Column]
    /// The registers with one reference to this one.
    var referredBy: [Int]
    var key: String
    var isDated: Bool
  }

  static let declarations = """
    计划 试 { 期间 2024年1月1日 至 2026年12月31日 }
    取值 级别 由轻到重 { 轻；中；重 }
    取值 类别 { 木；铁；布 }
    登记 村 别名 village { 村名 别名 name：文本 标识；村长 别名 head：文本；户数 别名 households：整数 }
    登记 厂 别名 factory {
      厂号 别名 code：文本 标识
      厂名 别名 name：文本
      建厂日 别名 built_on：日期 日期
      所在村 别名 village：村
      厂类 别名 trade：类别
      厂级 别名 grade：级别
      职工 别名 staff：数（人）
      产值 别名 output：数（元）
      得分 别名 score：数
      停产 别名 is_idle：是否
    }
    登记 隐患 别名 hazard {
      患号 别名 code：文本 标识
      所在厂 别名 factory：厂
      患级 别名 severity：级别
      查出日 别名 found_on：日期 日期
      整改日 别名 due_on：日期
      罚款 别名 fine：数（元）
      已改 别名 is_done：是否
    }
    范围 停产厂 = 厂 其中 停产
    参数 基数 = 3 { 文件未规定 }
    参数 限额 = 5万元 { 文件未规定 }

    """

  static let enumerations: [(name: String, values: [String], isOrdered: Bool)] = [
    ("级别", ["轻", "中", "重"], true), ("类别", ["木", "铁", "布"], false),
  ]

  static let registers: [Register] = [
    Register(
      name: "村",
      fields: [
        .init(name: "村名", kind: .text), .init(name: "村长", kind: .text),
        .init(name: "户数", kind: .number("")),
      ], referredBy: [1], key: "村名", isDated: false),
    Register(
      name: "厂",
      fields: [
        .init(name: "厂号", kind: .text), .init(name: "厂名", kind: .text),
        .init(name: "建厂日", kind: .date), .init(name: "所在村", kind: .record(0)),
        .init(name: "厂类", kind: .choice(1)), .init(name: "厂级", kind: .choice(0)),
        .init(name: "职工", kind: .number("人")), .init(name: "产值", kind: .number("元")),
        .init(name: "得分", kind: .number("")), .init(name: "停产", kind: .bool),
      ], referredBy: [2], key: "厂号", isDated: true),
    Register(
      name: "隐患",
      fields: [
        .init(name: "患号", kind: .text), .init(name: "所在厂", kind: .record(1)),
        .init(name: "患级", kind: .choice(0)), .init(name: "查出日", kind: .date),
        .init(name: "整改日", kind: .date), .init(name: "罚款", kind: .number("元")),
        .init(name: "已改", kind: .bool),
      ], referredBy: [], key: "患号", isDated: true),
  ]
}

/// A small generator of random numbers with a fixed seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 to one below the limit.
  mutating func below(_ limit: Int) -> Int { limit < 1 ? 0 : Int(next() % UInt64(limit)) }

  /// True so often in a hundred.
  mutating func hits(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }
}
