/// Telephone numbers: without blanks, without 86 before a mobile's eleven digits, in half-width digits.
enum PhoneText {
  private static let titles = ["电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "固定电话"]
  private static let columns = ["phone", "mobile", "telephone"]

  /// Whether a field holds telephone numbers.
  static func isHeld(byFieldNamed name: String, column: String) -> Bool {
    titles.contains(name) || columns.contains(column)
  }

  /// The numbers that a cell lists; what is none stays as it is.
  static func numbers(in cell: CellBytes) -> [[UInt8]] {
    let bytes = CellText.halfWidth(cell)
    let parts = bytes.withUnsafeBufferPointer { bytes in
      ListCell.parts(of: bytes).map { Array($0) }
    }
    return parts.flatMap { part -> [[UInt8]] in
      let pieces = part.split(separator: UInt8(ascii: "/")).map { normalized($0) }
      if pieces.count > 1, pieces.allSatisfy({ $0 != nil }) { return pieces.compactMap(\.self) }
      let spaced = part.split(separator: UInt8(ascii: " ")).map { normalized($0) }
      if spaced.count > 1, spaced.allSatisfy({ $0.map(isWhole) == true }) {
        return spaced.compactMap(\.self)
      }
      return [normalized(part[...]) ?? part]
    }
  }

  /// A number without what does not belong to it; nil for what is none.
  private static func normalized(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var digits: [UInt8] = []
    var hyphens: [Int] = []
    for byte in text {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case UInt8(ascii: "-"): hyphens.append(digits.count)
      case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"): break
      default: return nil
      }
    }
    for prefix in ["0086", "86"] where digits.starts(with: prefix.utf8) {
      let rest = Array(digits.dropFirst(prefix.utf8.count))
      if isMobile(rest) { return rest }
    }
    if isMobile(digits) { return digits }
    // A landline: the area code stands before a hyphen.
    guard (7...12).contains(digits.count) else { return nil }
    if let first = hyphens.first, hyphens.count == 1, (3...4).contains(first) {
      return digits[..<first] + [UInt8(ascii: "-")] + digits[first...]
    }
    return hyphens.isEmpty ? digits : nil
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && digits[0] == 0x31 && digits[1] >= 0x33
  }

  private static func isWhole(_ number: [UInt8]) -> Bool { number.count >= 7 }
}
