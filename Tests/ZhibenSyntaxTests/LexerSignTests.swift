import Testing

@testable import ZhibenSyntax

/// Signs in every width, and signs of other languages.
struct LexerSignTests {
  @Test(arguments: [
    ("{", ["{", "｛", "【"]), ("}", ["}", "｝", "】"]), ("(", ["(", "（"]), (")", [")", "）"]),
    (",", [",", "，", "、"]), (":", [":", "："]), ("=", ["=", "＝"]),
    ("≠", ["≠", "!=", "！=", "!＝", "！＝", "<>", "＜＞", "<＞"]), ("<", ["<", "＜"]),
    ("≤", ["≤", "<=", "＜=", "<＝", "＜＝"]), (">", [">", "＞"]), ("≥", ["≥", ">=", "＞=", ">＝", "＞＝"]),
    ("+", ["+", "＋"]), ("-", ["-", "－", "−"]), ("*", ["*", "×", "＊"]), ("/", ["/", "÷", "／"]),
    (".", [".", "．"]), (":=", [":=", "：＝", "：=", ":＝"]), ("->", ["->", "→", "－>", "-＞", "－＞"]),
    ("?", ["?", "？"]),
  ])
  func everyWidth(sign: String, spellings: [String]) {
    for spelling in spellings {
      #expect(sketch("甲 \(spelling) 乙") == (sign == ")" ? "甲 ) 乙" : "甲 \(sign) 乙"))
      #expect(lexed("甲\(spelling)乙").tokens.count == 4)
      let kinds = Set(lexed("甲 \(spelling) 乙").issues.map(\.kind))
      // Lone brackets: an open parenthesis is the layout's business.
      #expect(kinds.isEmpty || kinds == [.unclosedParenthesis])
    }
  }

  @Test("Stops", arguments: ["；", ";", "。", "\n", "\r\n"])
  func stops(text: String) { #expect(sketch("甲\(text)乙") == "甲 ; 乙") }

  @Test(
    "Signs of other languages mean what they mean, with an error that mends",
    arguments: [
      ("a == b", "a = b", "=="), ("a ＝＝ b", "a = b", "＝＝"), ("a === b", "a = b", "==="),
      ("a && b", "a 且! b", "&&"), ("a || b", "a 或! b", "||"), ("!a", "非! a", "!"),
      ("！a", "非! a", "！"),
      ("a 《 b", "a < b", "《"), ("a 》 b", "a > b", "》"), ("a 《＝ b", "a ≤ b", "《＝"),
      ("a => b", "a -> b", "=>"),
      ("a =< b", "a ≤ b", "=<"), ("a & b", "a 且! b", "&"),
    ])
  func foreignOperators(text: String, expected: String, found: String) {
    #expect(sketch(text) == expected)
    let issues = lexed(text).issues
    #expect(issues.map(\.kind) == [.foreignOperator])
    #expect(issues.first?.arguments == [found])
    #expect(issues.first?.fixes.isEmpty == false)
  }

  @Test(
    "Characters that are not in the language",
    arguments: [
      ("[", "{"), ("］", "}"), ("〔", "{"), ("〕", "}"), ("—", " 至 "), ("·", "."), ("`", ""),
      ("”", "\""),
    ])
  func foreignCharacters(text: String, fix: String) {
    let result = lexed("甲 \(text) 乙")
    #expect(result.issues.map(\.kind) == [.foreignCharacter])
    #expect(result.issues.first?.arguments == [text])
    #expect(result.issues.first?.fixes == [fix])
    #expect(sketch("甲 \(text) 乙") == "甲 <?\(text)> 乙")
  }

  @Test("A stretch of the same foreign character is one token and one issue")
  func stretches() {
    #expect(sketch("甲 @@@@ 乙") == "甲 <?@@@@> 乙")
    #expect(lexed("@@@@").issues.count == 1)
  }

  @Test(arguments: [
    ("a // b\nc", "a ; c"), ("／／ b\nc", "c"), ("a /／ b\nc", "a ; c"), ("// 只有注释", ""),
  ])
  func comments(text: String, expected: String) {
    #expect(sketch(text) == expected)
    #expect(lexed(text).issues.isEmpty)
  }

  @Test(
    "Comments of other habits",
    arguments: [
      ("# b\nc", "c", "#"), ("a ## b\nc", "a ; c", "##"), ("、、 b\nc", "c", "、、"),
      ("＃ b\nc", "c", "＃"),
    ])
  func foreignComments(text: String, expected: String, found: String) {
    #expect(sketch(text) == expected)
    let issues = lexed(text).issues
    #expect(issues.map(\.kind) == [.hashComment])
    #expect(issues.first?.arguments == [found])
    #expect(issues.first?.fixes == ["//"])
  }

  @Test("Blanks", arguments: [" ", "\t", "\u{A0}", "\u{3000}", "  \u{3000}\t"])
  func blanks(blank: String) {
    #expect(sketch("甲\(blank)乙") == "甲 乙")
    #expect(lexed("甲\(blank)乙").issues.isEmpty)
  }

  @Test("A byte order mark is a blank at the start and invisible elsewhere")
  func byteOrderMark() {
    #expect(lexed("\u{FEFF}甲").issues.isEmpty)
    #expect(sketch("\u{FEFF}甲") == "甲")
    #expect(lexed("甲\u{FEFF}乙").issues.map(\.kind) == [.invisibleCharacter])
  }

  @Test(
    "Invisible characters part words and are reported with their number",
    arguments: [
      ("\u{200B}", "U+200B"), ("\u{2060}", "U+2060"), ("\u{AD}", "U+00AD"), ("\u{200D}", "U+200D"),
      ("\u{3164}", "U+3164"), ("\u{0}", "U+0000"), ("\u{E0041}", "U+E0041"), ("\u{2003}", "U+2003"),
    ])
  func invisible(character: String, name: String) {
    let result = lexed("甲\(character)乙")
    #expect(result.tokens.dropLast().map(\.text) == ["甲", "乙"])
    #expect(result.issues.map(\.kind) == [.invisibleCharacter])
    #expect(result.issues.first?.arguments == [name])
    #expect(result.issues.first?.fixes == [""])
  }

  @Test(
    "Controls of direction are reported wherever they stand",
    arguments: [
      "甲 \u{202E} 乙", "// \u{2066} 注", "\"\u{200F}\"", "「\u{61C}」",
    ])
  func bidirectional(text: String) {
    #expect(lexed(text).issues.map(\.kind) == [.bidirectionalControl])
  }
}
