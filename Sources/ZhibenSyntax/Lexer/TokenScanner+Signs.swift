/// Signs in every width, and the signs of other languages, read for what they mean with an error that carries the fix.
extension TokenScanner {
  mutating func scanSign() {
    let start = position
    let (first, next) = text.scalar(start)
    if scanComment(first, start, next) || scanQuote(first, start, next) { return }
    let (second, after) = text.scalar(next)
    if let pair = TokenScanner.pairs.first(where: { $0.first == first && $0.second == second }) {
      var end = after
      // `===`, `!==` read as one.
      if second == 0x3D, pair.fixes != nil, text.scalar(end).value == 0x3D {
        end = text.scalar(end).next
      }
      return appendSign(pair.kind, Span(start, end), fixes: pair.fixes)
    }
    if let single = TokenScanner.singles[first] {
      if case .separator = single.kind, first != 0x0A { return appendStop(start, next) }
      return appendSign(single.kind, Span(start, next), fixes: single.fixes)
    }
    appendForeign(first, start, next)
  }

  private mutating func appendSign(_ kind: TokenKind, _ span: Span, fixes: [String]?) {
    var spelling = ""
    if case .reserved(let ids) = kind, let id = ids.first {
      spelling = KeywordTable.spelling(of: id, in: .chinese)
    }
    append(kind, span, text: spelling)
    if let fixes {
      report(
        .foreignOperator, span, arguments: [text.plain(span.start, span.end)], fixes: fixes)
    }
    position = span.end
  }

  private mutating func appendStop(_ start: Int, _ next: Int) {
    append(.separator, Span(start, next))
    position = next
  }

  /// A character that is no part of the language: one token for a stretch of the same.
  private mutating func appendForeign(_ value: UInt32, _ start: Int, _ next: Int) {
    var end = next
    while text.scalar(end).value == value { end = text.scalar(end).next }
    let fixes = TokenScanner.replacements[value] ?? []
    append(.invalid, Span(start, end))
    report(
      .foreignCharacter, Span(start, end), arguments: [text.plain(start, next)], fixes: fixes)
    position = end
  }

  /// `//`; and, as errors, `#` and a line that begins with `、、`.
  private mutating func scanComment(_ first: UInt32, _ start: Int, _ next: Int) -> Bool {
    let second = text.scalar(next).value
    switch first {
    case 0x2F where second == 0x2F && text.raw(start).value != 0xF7: break
    case 0x23:
      var end = next
      while text.scalar(end).value == 0x23 { end = text.scalar(end).next }
      report(.hashComment, Span(start, end), arguments: [text.plain(start, end)], fixes: ["//"])
    case 0x3001 where second == 0x3001 && atLineStart:
      let end = text.scalar(next).next
      report(.hashComment, Span(start, end), arguments: [text.plain(start, end)], fixes: ["//"])
    default: return false
    }
    position = lineEnd(start)
    return true
  }

  private struct Pair {
    let first: UInt32
    let second: UInt32
    let kind: TokenKind
    let fixes: [String]?

    init(_ spelling: String, _ kind: TokenKind, _ fixes: [String]? = nil) {
      let scalars = Array(spelling.unicodeScalars.map(\.value))
      (first, second) = (scalars.first ?? 0, scalars.dropFirst().first ?? 0)
      (self.kind, self.fixes) = (kind, fixes)
    }
  }

  private static let pairs: [Pair] = [
    Pair(":=", .sign(.assign)), Pair("->", .sign(.arrow)), Pair("!=", .sign(.notEqual)),
    Pair("<>", .sign(.notEqual)), Pair("<=", .sign(.lessOrEqual)),
    Pair(">=", .sign(.greaterOrEqual)), Pair("==", .sign(.equal), ["="]),
    Pair("&&", .reserved([.and]), ["且", "and"]), Pair("||", .reserved([.or]), ["或", "or"]),
    Pair("=>", .sign(.arrow), ["->", ">="]), Pair("=<", .sign(.lessOrEqual), ["<="]),
    Pair("《=", .sign(.lessOrEqual), ["<="]), Pair("》=", .sign(.greaterOrEqual), [">="]),
    Pair("——", .invalid, nil),
  ].filter { $0.kind != .invalid }

  private static let singles: [UInt32: (kind: TokenKind, fixes: [String]?)] = {
    var table: [UInt32: (kind: TokenKind, fixes: [String]?)] = [:]
    func add(_ spellings: String, _ kind: TokenKind, _ fixes: [String]? = nil) {
      for scalar in spellings.unicodeScalars { table[scalar.value] = (kind, fixes) }
    }
    add("{【", .sign(.leftBrace))
    add("}】", .sign(.rightBrace))
    add("(", .sign(.leftParen))
    add(")", .sign(.rightParen))
    add(",、", .sign(.comma))
    add(":", .sign(.colon))
    add(".", .sign(.dot))
    add("=", .sign(.equal))
    add("≠", .sign(.notEqual))
    add("<", .sign(.less))
    add("≤", .sign(.lessOrEqual))
    add(">", .sign(.greater))
    add("≥", .sign(.greaterOrEqual))
    add("+", .sign(.plus))
    add("-−", .sign(.minus))
    add("*×", .sign(.times))
    add("/÷", .sign(.divide))
    add("→", .sign(.arrow))
    add("?", .sign(.question))
    add(";。", .separator)
    add("《", .sign(.less), ["<"])
    add("》", .sign(.greater), [">"])
    add("≦", .sign(.lessOrEqual), ["≤"])
    add("≧", .sign(.greaterOrEqual), ["≥"])
    add("&", .reserved([.and]), ["且", "and"])
    add("|", .reserved([.or]), ["或", "or"])
    add("!", .reserved([.not]), ["非", "not"])
    add("⇒", .sign(.arrow), ["→"])
    return table
  }()

  /// What to write instead of a character that is not in the language.
  private static let replacements: [UInt32: [String]] = {
    var table: [UInt32: [String]] = [:]
    for (from, to) in [
      ("[", "{"), ("〔", "{"), ("〖", "{"), ("]", "}"), ("〕", "}"), ("〗", "}"), ("—", " 至 "),
      ("–", " 至 "), ("~", " 至 "), ("”", "\""), ("’", "\""), ("』", "」"), ("·", "."), ("｡", "。"),
      ("､", "、"), ("•", ""), ("●", ""), ("`", ""),
    ] {
      if let scalar = from.unicodeScalars.first { table[scalar.value] = [to] }
    }
    return table
  }()
}
