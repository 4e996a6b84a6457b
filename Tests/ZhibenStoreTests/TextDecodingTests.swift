import Testing

@testable import ZhibenStore

@Suite struct TextDecodingTests {
  /// 企业.
  private static let gbk: [UInt8] = [0xC6, 0xF3, 0xD2, 0xB5]
  /// 𠀀, which has four bytes in GB18030.
  private static let fourBytes: [UInt8] = [0x95, 0x32, 0x82, 0x36]
  private static let long = Array(String(repeating: "企业", count: 15).utf8)

  @Test(
    arguments: [
      (Array("企业".utf8), "企业", TextEncoding.utf8),
      ([0xEF, 0xBB, 0xBF] + Array("企业".utf8), "企业", .utf8),
      (gbk, "企业", .gb18030), (Array("a,".utf8) + gbk, "a,企业", .gb18030),
      (fourBytes, "𠀀", .gb18030), ([0xFF, 0xFE, 0x01, 0x4F, 0x1A, 0x4E], "企业", .utf16),
      ([0xFE, 0xFF, 0x4F, 0x01, 0x4E, 0x1A], "企业", .utf16), ([], "", .utf8),
    ] as [([UInt8], String, TextEncoding)])
  func encodings(_ bytes: [UInt8], _ text: String, _ encoding: TextEncoding) throws {
    let result = try TextDecoding.decode(bytes)
    #expect(String(decoding: result.text, as: UTF8.self) == text)
    #expect(result.encoding == encoding)
  }

  /// The bad byte, the encoding, and how much was read before it.
  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 0xFF, TextEncoding.utf8, 1),
      (gbk + [0xFF], 0xFF, .gb18030, 6),
      ([0x61, 0xC6], 0xC6, .gb18030, 1), (long + [0xFF] + long, 0xFF, .utf8, 90),
    ] as [([UInt8], UInt8, TextEncoding, Int)])
  func badBytes(_ bytes: [UInt8], _ byte: UInt8, _ encoding: TextEncoding, _ before: Int) throws {
    do throws(BadByte) {
      _ = try TextDecoding.decode(bytes)
      Issue.record("read")
    } catch {
      #expect(error.byte == byte && error.encoding == encoding && error.before.count == before)
    }
  }

  @Test(
    arguments: [
      ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xE4, 0xB8], 0),
      ([0xE4, 0xB8, 0xAD, 0xED, 0xA0, 0x80], 3),
      ([0xF0, 0x9F, 0x98, 0x80], nil), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xC3, 0xA9, 0x41], nil),
    ] as [([UInt8], Int?)])
  func validity(_ bytes: [UInt8], _ position: Int?) {
    #expect(TextDecoding.invalidUTF8(bytes).position == position)
  }
}
