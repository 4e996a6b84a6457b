/// Which scalars make words, which are blanks, which must not stand in code.
enum CharacterClass {
  /// Letters, digits, `_` and Han: what runs are made of. Expects a folded scalar.
  static func isRun(_ value: UInt32) -> Bool {
    if value < 0x80 { return isASCIIRun(value) }
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF: return true
    // ○, typed for 〇 in years.
    case 0x25CB: return true
    // Katakana and half-width middle dots count as letters in Unicode; here they are signs.
    case 0x30FB, 0xFF65: return false
    case 0x2000...0x2BFF: return (0x2160...0x2188).contains(value)
    case 0x3000...0x303F, 0xFE00...0xFE0F, 0xFE10...0xFE6F, 0xE000...0xF8FF: return false
    default: break
    }
    guard let scalar = Unicode.Scalar(value), !isInvisible(value), !isBidirectional(value) else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  static func isASCIIRun(_ value: UInt32) -> Bool {
    isDigit(value) || isLetter(value) || value == 0x5F
  }

  static func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value }

  static func isLetter(_ value: UInt32) -> Bool { 0x41...0x5A ~= value || 0x61...0x7A ~= value }

  /// `%` and `‰`, part of a run after a digit.
  static func isShare(_ value: UInt32) -> Bool { value == 0x25 || value == 0x2030 }

  /// Space, tab, U+00A0, U+3000; a carriage return is a blank before the line feed.
  static func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x0D, 0xA0, 0x3000: return true
    default: return false
    }
  }

  /// Scalars that show nothing, or a blank of unusual width. Read as blanks and reported.
  static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x115F, 0x1160, 0x1680,
      0x17B4, 0x17B5, 0x180B...0x180F, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F...0x2065,
      0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
      0xE0000...0xE0FFF:
      return true
    default: return false
    }
  }

  /// Controls that turn the direction of the text around them, so that it reads otherwise than it runs.
  static func isBidirectional(_ value: UInt32) -> Bool {
    switch value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return true
    default: return false
    }
  }
}
