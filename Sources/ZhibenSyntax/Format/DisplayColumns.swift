/// How many columns a text takes on a screen, as far as breaking lines needs to know: Han and full-width signs two, all else one.
enum DisplayColumns {
  static func count(_ text: String) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars { columns += isWide(scalar.value) ? 2 : 1 }
    return columns
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD, 0x201C, 0x201D:
      true
    default: false
    }
  }
}
