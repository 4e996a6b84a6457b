import Testing

@testable import ZhibenStore

@Suite struct CSVScannerTests {
  /// The rows of a text: cells joined by `|`, rows as `number:cells`.
  private func rows(_ bytes: [UInt8]) -> (rows: [String], unclosed: Int?) {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, delimiter: CSVScanner.delimiter(of: bytes))
      var (result, cells): ([String], [LedgerCell]) = ([], [])
      while scanner.next(&cells) {
        let texts = cells.map { String(decoding: scanner.bytes(of: $0), as: UTF8.self) }
        result.append("\(scanner.row):" + texts.joined(separator: "|"))
      }
      return (result, scanner.unclosedQuoteRow)
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1:a|b", "2:1|2"]), ("a,b\r\n1,2", ["1:a|b", "2:1|2"]),
    ("a,b\r1,2\r", ["1:a|b", "2:1|2"]), ("a\tb,c\td\n", ["1:a|b,c|d"]),
    ("a;b\n1;2", ["1:a|b", "2:1|2"]),
    ("a,\"b\nc\",d\n1,2,3", ["1:a|b\nc|d", "2:1|2|3"]), ("\"a\"\"b\",\"\"", ["1:a\"b|"]),
    ("\"a,b\",c", ["1:a,b|c"]), ("\"a\"b,c", ["1:ab|c"]), ("a\"b,c", ["1:a\"b|c"]),
    ("a,b,\n,,\n", ["1:a|b|", "2:||"]), ("\n\na,b", ["1:", "2:", "3:a|b"]), ("", []),
    ("\n", ["1:"]),
    ("\"", ["1:"]), ("a,\"", ["1:a|"]),
  ])
  func scanning(_ text: String, _ expected: [String]) {
    #expect(rows(Array(text.utf8)).rows == expected)
  }

  @Test func anUnclosedQuoteIsToldByItsRow() {
    #expect(rows(Array("a,b\n1,\"2\n3,4\n".utf8)).unclosed == 2)
    #expect(rows(Array("a,b\n1,\"2\"\n".utf8)).unclosed == nil)
  }

  /// Whatever is written is read again.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func whatIsWrittenIsRead(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("甲,\"\n\ra ;\t")
    let table = (0..<5).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? "a"
          })
      }
    }
    var output = Array("x,y,z\n".utf8)
    for row in table {
      for (index, cell) in row.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Array(cell.utf8).withUnsafeBufferPointer { CSVScanner.append($0, to: &output) }
      }
      output.append(0x0A)
    }
    let expected = table.enumerated().map { "\($0 + 2):" + $1.joined(separator: "|") }
    #expect(rows(output).rows == ["1:x|y|z"] + expected, "seed \(seed)")
  }

  /// Random bytes are taken apart without an end that is never reached, and nothing is dropped but delimiters and quotes.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func noiseIsScanned(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let noise = (0..<400).map { _ in Array("ab,\"\n\r".utf8).randomElement(using: &generator) ?? 0 }
    let kept = rows(noise).rows.joined().filter { "ab".contains($0) }
    #expect(kept.count == noise.count { $0 == 0x61 || $0 == 0x62 }, "seed \(seed)")
  }
}
