import Foundation
import Testing

/// The standard register, read line by line: enough of it to judge the sample's cells, and apart from the product's own parser.
struct RegisterText {
  struct Field {
    var name: String
    var type: String
    var isKey = false
    var isMany = false
  }
  var registers: [String: [Field]] = [:]
  /// Values and synonyms by list; inline lists by their text.
  var lists: [String: Set<String>] = [:]

  /// The repository's folder, found from this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    let url = Self.root.appendingPathComponent("Scripts/标准台账.plan")
    let text = try String(contentsOf: url, encoding: .utf8)
    var register: String?
    var list: String?
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("//") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("登记 ") {
        register = words[1]
      } else if line.hasPrefix("取值 ") {
        list = words[1]
        if let open = line.firstIndex(of: "{") { add(line[line.index(after: open)...], to: list) }
        if line.contains("}") { list = nil }
      } else if line == "}" {
        (register, list) = (nil, nil)
      } else if let register {
        registers[register, default: []].append(field(line))
      } else if list != nil {
        add(line[...], to: list)
      }
    }
  }

  private mutating func add(_ text: Substring, to list: String?) {
    guard let list else { return }
    let bare = text.replacingOccurrences(of: "}", with: "").trimmingCharacters(in: .whitespaces)
    for value in bare.split(separator: "；") {
      let parts = value.components(separatedBy: " 别名 ")
      let names = [parts[0]] + (parts.count > 1 ? parts[1].components(separatedBy: "、") : [])
      lists[list, default: []].formUnion(names.map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }

  /// `  名称 别名 name：文本 必填`
  private mutating func field(_ line: String) -> Field {
    let halves = line.split(separator: "：", maxSplits: 1).map(String.init)
    let name = halves[0].split(separator: " ").first.map(String.init) ?? ""
    let rest = halves.count > 1 ? halves[1] : ""
    if rest.hasPrefix("{") {
      let inner = rest.dropFirst().prefix { $0 != "}" }
      lists[String(inner)] = Set(inner.components(separatedBy: "、"))
      return Field(name: name, type: String(inner))
    }
    let words = rest.split(separator: " ").map(String.init)
    return Field(
      name: name, type: words.first ?? "", isKey: words.contains("标识"),
      isMany: words.contains("多值"))
  }
}

/// A CSV text as rows of cells; quoted cells may hold commas, quotes and line ends.
func rows(ofCSV text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var before: Character?
  for character in text {
    switch character {
    case "\"" where isQuoted: isQuoted = false
    case "\"":
      isQuoted = true
      if before == "\"" { cell.append("\"") }
    case "," where !isQuoted:
      row.append(cell)
      cell = ""
    case "\n" where !isQuoted, "\r\n" where !isQuoted:
      rows.append(row + [cell])
      (row, cell) = ([], "")
    default: cell.append(character)
    }
    before = character
  }
  return rows
}

/// Year, month and day of a date as people write it, or nil if there is no such day.
func day(written text: String) -> (year: Int, month: Int, day: Int)? {
  var parts = text.split { "年月日-/.".contains($0) }.compactMap { Int($0) }
  if parts.count == 1, text.count == 8, let number = parts.first {
    parts = [number / 10_000, number / 100 % 100, number % 100]
  }
  guard parts.count == 3 else { return nil }
  let (year, month, day) = (parts[0], parts[1], parts[2])
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
  return (year, month, day)
}
