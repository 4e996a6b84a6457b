/// Makes characters visible that a terminal would obey or hide: a script must not move the cursor of the one who reads its errors.
enum SafeText {
  /// What is shown for a character.
  static func visible(_ character: Character) -> String {
    if let ascii = character.asciiValue {
      switch ascii {
      case 0x09: return "    "
      case 0x7F: return "\u{2421}"
      case 0..<0x20:
        // "\r\n" is one character with the ASCII value of the newline.
        return Unicode.Scalar(0x2400 + UInt32(ascii)).map { String($0) } ?? "?"
      default: return String(character)
      }
    }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1
    else { return String(character) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate,
      .nonspacingMark, .enclosingMark:
      return "<\(name(of: scalar))>"
    default:
      return scalar.properties.isDefaultIgnorableCodePoint
        ? "<\(name(of: scalar))>" : String(character)
    }
  }

  /// A text of one line that is safe to print.
  static func line(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F
        && !($0.value >= 0x80 && $0.properties.isDefaultIgnorableCodePoint)
        && !(0x80..<0xA0).contains($0.value) && !(0x2028...0x202E).contains($0.value)
        && !(0x2066...0x2069).contains($0.value)
    }
    return isPlain ? text : text.map(visible).joined()
  }

  /// `U+200B`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
