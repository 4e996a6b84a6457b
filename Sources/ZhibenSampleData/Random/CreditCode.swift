/// 统一社会信用代码 with right check characters (GB 32100, GB 11714).
enum CreditCode {
  /// The 31 characters of GB 32100, in the order of their values: no I O S V Z.
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// The check character of the first 17, or nil if one of them is not in the alphabet.
  static func check(_ first17: [UInt8]) -> UInt8? {
    guard first17.count == weights.count else { return nil }
    var sum = 0
    for (byte, weight) in zip(first17, weights) {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      sum += value * weight
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// A code of an enterprise of 如东县 (320623); different for different indices below 31⁶.
  static func make(seed: UInt64, index: Int) -> String {
    let space = 887_503_681  // 31⁶
    // A multiplier prime to 31 makes the map one-to-one; the seed only shifts it.
    let shift = Int(seed % UInt64(space))
    var serial = (index % space * 620_448_401 % space + shift) % space
    var body: [UInt8] = Array("MA".utf8)
    var digits: [UInt8] = []
    for _ in 0..<6 {
      digits.append(alphabet[serial % 31])
      serial /= 31
    }
    body += digits.reversed()
    var code = Array("91320623".utf8) + body
    code.append(organisationCheck(body))
    if let last = check(code) { code.append(last) }
    return String(decoding: code, as: UTF8.self)
  }

  private static func organisationCheck(_ body: [UInt8]) -> UInt8 {
    var sum = 0
    for (byte, weight) in zip(body, organisationWeights) {
      // 0–9 and A–Z have the values 0…35 here.
      let value = byte < 0x41 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10
      sum += value * weight
    }
    switch 11 - sum % 11 {
    case 10: return 0x58  // X
    case 11: return 0x30
    case let digit: return UInt8(0x30 + digit)
    }
  }
}
