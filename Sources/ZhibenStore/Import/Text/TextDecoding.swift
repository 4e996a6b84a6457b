import Glibc

/// The encoding that a file was read in.
public enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case gb18030 = "GB18030"
  case utf16 = "UTF-16"

  /// A text in this encoding. UTF-16 is little-endian.
  /// - Parameters:
  ///   - text: the text.
  ///   - marked: whether a byte order mark stands before it; GB18030 gets none.
  public func bytes(of text: String, marked: Bool) -> [UInt8] {
    switch self {
    case .utf8: return (marked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16:
      return (marked ? [0xFF, 0xFE] : [])
        + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    // It has a place for every character, so that nothing is lost.
    case .gb18030: return TextDecoding.gb18030(encoding: Array(text.utf8))
    }
  }
}

/// A byte that belongs to no character of the encoding.
struct BadByte: Error, Hashable {
  var byte: UInt8
  var encoding: TextEncoding
  /// What stands before it, in UTF-8: tells its row and column.
  var before: [UInt8]
}

/// Reads bytes of an unknown encoding (experience 81): a byte order mark decides; what is valid UTF-8 is UTF-8; the rest is GB18030.
enum TextDecoding {
  /// The text in UTF-8 without a byte order mark.
  /// - Parameter certain: with more characters of three bytes than this before it, a byte that does not fit is damage.
  static func decode(
    _ bytes: [UInt8], certain: Int = 20
  ) throws(BadByte) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = Array(bytes[3...])
      if let position = invalidUTF8(text).position { throw bad(text, position, .utf8) }
      return (text, .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (utf16(bytes), .utf16)
    }
    let check = invalidUTF8(bytes)
    guard let position = check.position else { return (bytes, .utf8) }
    // So many characters of three bytes do not come about by chance: the file is UTF-8 with a damaged byte.
    if check.wideCharacters > certain { throw bad(bytes, position, .utf8) }
    return (try gb18030(bytes), .gb18030)
  }

  private static func bad(_ text: [UInt8], _ position: Int, _ encoding: TextEncoding) -> BadByte {
    BadByte(byte: text[position], encoding: encoding, before: Array(text[..<position]))
  }

  // MARK: UTF-8

  /// Where the first byte is that is not UTF-8, and how many characters of three bytes stand before it.
  static func invalidUTF8(_ bytes: [UInt8]) -> (position: Int?, wideCharacters: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var (index, wide) = (0, 0)
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          continue
        }
        guard let length = length(bytes, index) else { return (index, wide) }
        if length == 3 { wide += 1 }
        index += length
      }
      return (nil, wide)
    }
  }

  /// The length of the character of two to four bytes at `index`, or `nil` where there is none.
  private static func length(_ bytes: CellBytes, _ index: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    var next = index + 2
    while next < index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return nil }
      next += 1
    }
    return length
  }

  // MARK: Others

  private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func gb18030(_ bytes: [UInt8]) throws(BadByte) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      throw bad(bytes, 0, .utf8)
    }
    defer { iconv_close(converter) }
    // A character of GB18030 takes at least half as many bytes as in UTF-8.
    var output = [UInt8](repeating: 0, count: 2 * bytes.count + 8)
    let (read, written) = convert(converter, bytes, into: &output)
    output.removeSubrange(written...)
    guard read < bytes.count else { return output }
    throw BadByte(byte: bytes[read], encoding: .gb18030, before: output)
  }

  /// UTF-8 in GB18030.
  static func gb18030(encoding text: [UInt8]) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), Int(bitPattern: converter) != -1 else {
      return text
    }
    defer { iconv_close(converter) }
    var output = [UInt8](repeating: 0, count: 2 * text.count + 8)
    let (_, written) = convert(converter, text, into: &output)
    output.removeSubrange(written...)
    return output
  }

  private static func convert(
    _ converter: iconv_t, _ bytes: [UInt8], into output: inout [UInt8]
  ) -> (read: Int, written: Int) {
    var input = bytes
    return input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var into = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromLeft, intoLeft) = (source.count, target.count)
        _ = iconv(converter, &from, &fromLeft, &into, &intoLeft)
        return (source.count - fromLeft, target.count - intoLeft)
      }
    }
  }
}
