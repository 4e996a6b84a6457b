import ZhibenSyntax

extension SyntaxMessages {
  var code: DiagnosticCode {
    switch issue.kind {
    case .invalidUTF8: "E0101"
    case .unterminatedString: "E0102"
    case .mixedQuotes: "W0103"
    case .unterminatedName: "E0104"
    case .unterminatedInterpolation: "E0105"
    case .invisibleCharacter: isZeroWidthBlank ? "W0106" : "E0107"
    case .bidirectionalControl: "E0108"
    case .foreignCharacter: "E0109"
    case .foreignOperator: "E0110"
    case .hashComment: "E0111"
    case .nonexistentDate: "E0112"
    case .ambiguousDate: "E0113"
    case .ambiguousNumber: "E0114"
    case .gluedDecimal: "E0115"
    case .deadlineWithoutMonth: "E0118"
    case .numberTooLarge: "E0119"
    case .unclosedFence: "E0120"
    case .unexpected: "E0201"
    case .missing: "E0202"
    case .unclosedBrace: "E0203"
    case .unclosedParenthesis: "E0204"
    case .unmatchedCloser: "E0205"
    case .clauseNeedsSeparator: "E0206"
    case .unknownClause: "E0207"
    case .unknownDeclaration: "E0208"
    case .nameInTwoWords: "E0209"
    case .homophone: "E0210"
    case .gluedRun: "E0211"
    case .literalGoesOn: "E0212"
    case .rungAsCondition: "E0213"
    case .missingBraces: "E0215"
    case .duringAfterWhere: "E0216"
    case .tooDeep: "E0217"
    case .laterDeclaration: "E0219"
    case .meaningChanged: "E0220"
    case .foreignWord: "E0221"
    case .uselessComparison: "W0222"
    }
  }

  var arguments: [String: Wording] {
    switch issue.kind {
    case .invalidUTF8: ["bytes": Wording(hexBytes)]
    case .unterminatedString:
      ["opener": Wording(opener), "closer": Wording(Self.closer(of: opener))]
    case .mixedQuotes:
      ["opener": Wording(opener), "closer": Wording(given(1) ?? lastCharacter)]
    case .unterminatedInterpolation: ["opener": Wording(given(0) ?? "{")]
    case .invisibleCharacter, .bidirectionalControl:
      ["character": CharacterNames.wording(scalar)]
    case .foreignCharacter: ["character": CharacterNames.wording(scalar)]
    case .foreignOperator, .homophone, .foreignWord:
      ["found": Wording(argument(0)), "right": Wording(given(1) ?? issue.fixes.first ?? "")]
    case .hashComment: ["found": Wording(given(0) ?? String(opener.prefix(1)))]
    case .unexpected: ["found": found, "slot": given(1).map(SlotNames.wording) ?? ""]
    case .missing:
      ["slot": given(0).map(SlotNames.wording) ?? Wording(zh: "内容", en: "something")]
    case .unclosedBrace, .unclosedParenthesis:
      ["opener": Wording(bracket), "closer": Wording(Self.closer(of: bracket))]
    case .clauseNeedsSeparator: ["clause": Wording(argument(0))]
    case .unknownClause:
      [
        "found": Wording(argument(0)),
        "body": given(1).map(SlotNames.body) ?? Wording(zh: "这里", en: "this"),
        "candidates": .choices(rest(from: 2), near: argument(0)),
      ]
    case .unknownDeclaration:
      ["found": Wording(argument(0)), "candidates": .choices(rest(from: 1), near: argument(0))]
    case .literalGoesOn: ["literal": Wording(argument(0)), "found": Wording(argument(1))]
    case .missingBraces:
      ["place": given(0).map(SlotNames.wording) ?? Wording(zh: "这里的内容", en: "what stands here")]
    case .tooDeep: ["limit": Wording(given(0) ?? "")]
    case .nonexistentDate, .ambiguousDate, .ambiguousNumber, .gluedDecimal,
      .deadlineWithoutMonth, .numberTooLarge, .unmatchedCloser,
      .nameInTwoWords, .gluedRun, .rungAsCondition, .laterDeclaration, .uselessComparison:
      ["found": Wording(argument(0))]
    case .unterminatedName, .unclosedFence, .duringAfterWhere, .meaningChanged:
      [:]
    }
  }

  /// What stands beside the carets.
  var label: Wording? {
    issue.kind == .nonexistentDate ? DateReason.wording(argument(0)) : nil
  }

  /// A hint for characters of other languages.
  var notes: [Wording] {
    guard issue.kind == .foreignCharacter, let hint = CharacterNames.hint(scalar) else { return [] }
    return [hint]
  }

  /// What the parser found, in quotes, or the end of the line or of the file.
  private var found: Wording {
    if let given = given(0) { return Self.quoted(given) }
    let start = min(max(issue.span.start, 0), file.bytes.count)
    if start == file.bytes.count { return Wording(zh: "文件末尾", en: "the end of the file") }
    let text = argument(0)
    return text.isEmpty ? Wording(zh: "行末", en: "the end of the line") : Self.quoted(text)
  }

  private static func quoted(_ text: String) -> Wording {
    Wording(zh: "「\(text)」", en: "“\(text)”")
  }

  private var opener: String { given(0) ?? String(file.text(issue.span).prefix(1)) }

  private var lastCharacter: String { String(file.text(issue.span).suffix(1)) }

  /// The bracket as it stands in the source, whatever the arguments say.
  private var bracket: String {
    let written = String(file.text(places.primary).prefix(1))
    if Self.closers[written] != nil { return written }
    return issue.kind == .unclosedBrace ? "{" : "("
  }

  private static let closers = [
    "\"": "\"", "＂": "＂", "“": "”", "{": "}", "｛": "｝", "【": "】", "(": ")", "（": "）",
  ]

  private static func closer(of opener: String) -> String { closers[opener] ?? opener }

  private var scalar: Unicode.Scalar? { file.text(issue.span).unicodeScalars.first }

  private var isZeroWidthBlank: Bool { scalar?.value == 0x200B || scalar?.value == 0xFEFF }

  /// The first bytes under the span, `0xD1 0xF3`.
  private var hexBytes: String {
    let start = min(max(issue.span.start, 0), file.bytes.count)
    let end = min(max(issue.span.end, start), file.bytes.count)
    let shown = file.bytes[start..<end].prefix(4).map { byte in
      "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return shown.joined(separator: " ") + (end - start > 4 ? " ..." : "")
  }
}
