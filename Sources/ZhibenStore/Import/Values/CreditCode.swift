/// 统一社会信用代码 (GB 32100-2015): 18 digits and letters, the last of which checks the others. The 15 digits of an old 注册号 are taken as they
/// are.
enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  /// By byte: the value of a digit or letter, −1 for what is none.
  private static let values: [Int] = (0..<256).map { byte in
    alphabet.firstIndex(of: UInt8(truncatingIfNeeded: byte)) ?? -1
  }

  /// Whether a field holds credit codes.
  static func isHeld(byFieldNamed name: String, column: String) -> Bool {
    name == "统一社会信用代码" || column == "credit_code"
  }

  /// Checks a code of half-width capitals.
  static func check(_ code: CellBytes) throws(CellProblem) {
    if code.count == 15, code.allSatisfy({ (0x30...0x39).contains($0) }) { return }
    guard code.count == 18, code.allSatisfy({ values[Int($0)] >= 0 }) else {
      throw CellProblem(ImportCode.noCreditCode)
    }
    let expected = checkDigit(code)
    if code[17] != expected {
      let digit = String(decoding: [expected], as: UTF8.self)
      throw CellProblem(ImportCode.checkDigit, ["expected": "\(digit)"])
    }
  }

  /// What the last character should be after the first 17.
  private static func checkDigit(_ code: CellBytes) -> UInt8 {
    var sum = 0
    for (index, weight) in weights.enumerated() { sum += weight * values[Int(code[index])] }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// The code in half-width capitals without blanks.
  static func normalized(_ cell: CellBytes) -> [UInt8] {
    CellText.folded(cell).map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
  }

  /// Whether a cell is in that form already.
  static func isNormalized(_ cell: CellBytes) -> Bool {
    cell.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
