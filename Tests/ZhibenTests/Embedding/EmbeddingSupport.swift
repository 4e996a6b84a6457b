import Foundation
import Synchronization
import Testing
import Zhiben

/// A small script with a register of its own and one that the host gives.
enum Bench {
  static let day = CivilDate(iso: "2025-06-30") ?? .min

  static let registers = """
    计划 试 { 期间 2025年 }
    取值 种类 { 温度 别名 热；气体 }
    登记 企业 别名 firm { 编号 别名 code：文本 标识；人数 别名 staff：整数 }
    登记 传感器 别名 sensor {
      编号 别名 code：文本 标识；企业 别名 firm：企业；读数 别名 reading：数；种类 别名 kind：种类
      测于 别名 read_on：日期；标签 别名 tags：文本 多值
    }

    """

  static let duty = """
    职责 看读数 { 依据 "一"；对象 传感器 其中 读数 > 5；由 企业；频次 每季度至少1次 }

    """

  /// The codes that a body ends in.
  static func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.ordered.map(\.code.rawValue)
    } catch {
      return ["\(error)"]
    }
  }

  static func engine(_ host: ScriptHost = ScriptHost(), allowing: Set<String> = []) throws -> Engine
  {
    try Engine(store: .memory, host: host, allowing: allowing)
  }
}

/// What was said, by whichever thread.
final class Said: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

/// A source of numbers that other threads may change.
final class Level: Sendable {
  private let level: Mutex<Int>
  init(_ value: Int) { level = Mutex(value) }
  var value: Int {
    get { level.withLock { $0 } }
    set { level.withLock { $0 = newValue } }
  }
}

/// A folder of its own, removed at the end.
final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("zhiben-embedding-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ name: String, _ text: String) throws -> String {
    let path = url.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

extension Engine {
  /// The runs in the log, without the imports.
  func planRuns() throws -> [RunRecord] { try runs().filter { $0.kind == .run } }
}
