import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct SourcePositionTests {
  @Test(arguments: [
    (0, 1, 1, 1, 1), (3, 1, 4, 2, 2), (4, 2, 1, 1, 1), (8, 2, 5, 2, 3), (11, 2, 8, 3, 4),
    (12, 2, 9, 4, 5), (14, 3, 1, 1, 1), (17, 3, 4, 2, 3), (18, 3, 5, 3, 4), (99, 3, 5, 3, 4),
    (-1, 1, 1, 1, 1),
  ])
  func places(_ offset: Int, _ line: Int, _ utf8: Int, _ character: Int, _ utf16: Int) {
    // Line 1 一; line 2 😀一x with CRLF; line 3 e + combining acute, a stray byte.
    let bytes: [UInt8] =
      Array("一\n😀一x".utf8) + [0x0D, 0x0A] + Array("e\u{301}".utf8) + [0xFF]
    let file = SourceFile(name: "a.plan", bytes: bytes)
    let position = SourcePosition(of: offset, in: file)
    let found: [Int] = [position.line, position.utf8, position.character, position.utf16]
    #expect(found == [line, utf8, character, utf16])
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func offsetsSurviveTheWayThroughUTF16(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let alphabet: [Character] = ["a", "一", "😀", "\n", "é", "\u{3000}", "“", "𠮷", " ", "👍🏽"]
    for _ in 0..<200 {
      let text = String((0..<40).compactMap { _ in alphabet.randomElement(using: &generator) })
      let file = SourceFile(name: "a.plan", text: text)
      var offset = 0
      for scalar in text.unicodeScalars {
        let position = SourcePosition(of: offset, in: file)
        let back = SourcePosition.offset(line: position.line, utf16: position.utf16, in: file)
        #expect(back == offset, "seed \(seed), \(text.debugDescription) at \(offset)")
        offset += UTF8.width(scalar)
      }
    }
  }

  /// Counting on from a mark in a very long line says what counting from its start says.
  @Test(arguments: [21, 22, 23] as [UInt64])
  func marksOfLongLinesChangeNothing(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let pieces: [[UInt8]] =
      ["a", "一", "😀", "e\u{301}", "👩‍👩‍👧", "🇨🇳", "\u{200D}", "\n"].map { Array($0.utf8) } + [[0xFF]]
    var bytes: [UInt8] = []
    while bytes.count < 30_000 {
      let piece = pieces.randomElement(using: &generator) ?? []
      if piece != [0x0A] || Int.random(in: 0..<500, using: &generator) == 0 { bytes += piece }
    }
    let file = SourceFile(name: "a.plan", bytes: bytes)
    let marks = PositionMarks(kept: true)
    for _ in 0..<100 {
      let offset = Int.random(in: 0...bytes.count, using: &generator)
      let position = SourcePosition(of: offset, in: file, marks: marks)
      #expect(position == SourcePosition(of: offset, in: file), "seed \(seed) at \(offset)")
    }
  }

  @Test func columnsPastTheEndMeanTheEnd() {
    let file = SourceFile(name: "a.plan", text: "甲乙\n丙")
    #expect(SourcePosition.offset(line: 1, utf16: 99, in: file) == 6)
    #expect(SourcePosition.offset(line: 9, utf16: 1, in: file) == 10)
    #expect(SourcePosition.offset(line: 0, utf16: 0, in: file) == 0)
  }

  /// Every stretch of bytes is walked without gap, whatever it holds.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func stepsTileAnyBytes(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let leads: [UInt8] = [0x41, 0xC3, 0xA9, 0xE4, 0xB8, 0x80, 0xF0, 0x9F, 0x98, 0xED, 0xA0, 0xFF]
    for _ in 0..<300 {
      let bytes = (0..<24).compactMap { _ in leads.randomElement(using: &generator) }
      var position = 0
      var text = ""
      ByteCharacters.forEach(in: bytes, 0..<bytes.count) { step in
        #expect(step.bytes.lowerBound == position, "seed \(seed)")
        position = step.bytes.upperBound
        if let character = step.character {
          #expect(Array(String(character).utf8) == Array(bytes[step.bytes]), "seed \(seed)")
          text.append(character)
        } else {
          #expect(step.bytes.count == 1)
        }
      }
      #expect(position == bytes.count)
      let valid = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FFFD}" }
      #expect(Array(text.unicodeScalars) == Array(valid), "seed \(seed): \(bytes)")
    }
  }
}
