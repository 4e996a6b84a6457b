import Zhiben

/// A JSON value that keeps the order of its keys, so that documents can be read by people, too.
package enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case text(String)
  case number(Int)
  case bool(Bool)
  case null

  /// `.text`, or `.null` for nil.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }
  /// A day, or `.null`.
  package static func day(_ day: CivilDate?) -> JSON { optional(day?.description) }
  /// A text in both languages.
  package static func wording(_ wording: Wording) -> JSON {
    .object([("zh", .text(wording.zh)), ("en", .text(wording.en))])
  }

  /// The value on one line.
  package var compact: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += String(number)
    case .text(let string): Self.quote(string, into: &text)
    case .array(let values):
      text += "["
      for (position, value) in values.enumerated() {
        if position > 0 { text += "," }
        value.write(into: &text)
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (position, field) in fields.enumerated() {
        if position > 0 { text += "," }
        Self.quote(field.0, into: &text)
        text += ":"
        field.1.write(into: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}

/// One JSON document, written as its parts come: a field on a line, each element of a list on a line.
package final class JSONDocument {
  private let stream: ByteStream
  private var isEmpty = true
  private var listIsEmpty = true

  package init(_ stream: ByteStream, schema: String) {
    self.stream = stream
    stream.write("{")
    field("schema", .text(schema))
  }

  package func field(_ name: String, _ value: JSON) {
    key(name)
    stream.write(value.compact)
  }

  /// Elements follow until `endList`.
  package func beginList(_ name: String) {
    key(name)
    stream.write("[")
    listIsEmpty = true
  }

  package func element(_ value: JSON) {
    stream.write(listIsEmpty ? "\n    " : ",\n    ")
    stream.write(value.compact)
    listIsEmpty = false
  }

  package func endList() { stream.write(listIsEmpty ? "]" : "\n  ]") }

  package func end() { stream.write("\n}\n") }

  private func key(_ name: String) {
    stream.write(isEmpty ? "\n  " : ",\n  ")
    stream.write(JSON.text(name).compact)
    stream.write(": ")
    isEmpty = false
  }
}
