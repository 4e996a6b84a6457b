import Foundation

/// A list inside a cell: JSON text, as in `["甲","乙"]` or `[1,2]`. Only earlier values of many-valued fields are kept so.
enum ListText {
  enum Element: Hashable {
    case number(Int64)
    case text(String)
  }

  /// The JSON of a list.
  static func encode(_ elements: [Element]) -> String {
    let parts = elements.map { element in
      switch element {
      case .number(let number): String(number)
      case .text(let text): quoted(text)
      }
    }
    return "[" + parts.joined(separator: ",") + "]"
  }

  /// The list of a JSON text; empty if it is none.
  static func decode(_ json: String) -> [Element] {
    guard let value = try? JSONDecoder().decode([Item].self, from: Data(json.utf8)) else {
      return []
    }
    return value.map(\.element)
  }

  private struct Item: Decodable {
    let element: Element

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        element = .number(number)
      } else {
        element = .text(try container.decode(String.self))
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
