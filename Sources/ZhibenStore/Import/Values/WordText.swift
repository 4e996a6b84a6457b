import Foundation
import ZhibenDiagnostics
import ZhibenSemantics

/// Reads words of a closed list: yes and no, and the values of 取值 with their synonyms.
enum WordText {
  private static let yes = ["是", "有", "√", "✓", "✔", "对", "y", "yes", "t", "true", "1"]
  private static let no = [
    "否", "无", "没有", "不是", "×", "✗", "✘", "x", "错", "n", "no", "f", "false", "0",
  ]

  /// The words that people choose from.
  static let shown = ["是", "否"]

  /// Yes or no.
  static func bool(_ cell: CellBytes) throws(CellProblem) -> Int64 {
    let word = String(decoding: CellText.folded(cell), as: UTF8.self)
    if yes.contains(word) { return 1 }
    if no.contains(word) { return 0 }
    throw CellProblem(
      ImportCode.noValue,
      ["owner": Wording(zh: "是否", en: "yes/no"), "candidates": Wording(zh: "是、否", en: "yes, no")])
  }
}

/// The values of a list by every spelling.
struct EnumSpellings {
  private let name: String
  private let values: [String]
  /// The store's codes by value or synonym, compatible characters unified and without case and blanks; `nil` where two values share one.
  private var codes: [String: Int64?] = [:]
  private var names: [Int64: String] = [:]

  /// Makes the table of a list.
  /// - Parameter stored: the store's codes, by value.
  init(_ list: EnumSchema, stored: [String: Int]) {
    name = list.name
    values = list.values
    for (value, synonyms) in zip(list.values, list.synonyms) {
      let spellings = [value] + synonyms
      guard let code = spellings.lazy.compactMap({ stored[$0] }).first else { continue }
      for spelling in Set(spellings.map(Self.folded)) {
        let known = codes[spelling]
        codes[spelling] = known == nil || known == .some(Int64(code)) ? Int64(code) : .some(nil)
      }
    }
    // A value itself is never ambiguous.
    for value in list.values {
      codes[Self.folded(value)] = stored[value].map { Int64($0) } ?? nil
      if let code = stored[value] { names[Int64(code)] = value }
    }
  }

  /// The store's code of what a cell says.
  func code(_ cell: CellBytes) throws(CellProblem) -> Int64 {
    if let code = codes[Self.folded(String(decoding: cell, as: UTF8.self))] ?? nil { return code }
    throw CellProblem(
      ImportCode.noValue, ["owner": Wording(name), "candidates": Wording.list(values)])
  }

  /// The value of a store's code.
  func value(_ code: Int64) -> String? { names[code] }

  /// `Ⅲ`, `ⅲ` and `III` are one spelling, `Ａ级` and `a级` another.
  private static func folded(_ text: String) -> String {
    let unified = text.precomposedStringWithCompatibilityMapping
    return String(decoding: CellText.folded(unified), as: UTF8.self)
  }
}
