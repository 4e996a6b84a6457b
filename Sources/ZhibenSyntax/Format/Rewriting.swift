/// The way of a script through formatting and translating, with the proof that its meaning stayed.
enum Rewriting {
  /// The script in canonical layout and, with `language`, in that language's keywords.
  static func rewrite(_ source: SourceFile, to language: ScriptLanguage?) -> FormatResult {
    let parsed = Parser.parse(source)
    let old = String(decoding: source.bytes, as: UTF8.self)
    guard parsed.issues.allSatisfy(isHarmless) else {
      return FormatResult(text: old, changed: false, issues: parsed.issues)
    }
    guard old.utf8.elementsEqual(source.bytes) else {
      // Bytes of the prose that are no text would be lost.
      let place = zip(old.utf8, source.bytes).prefix { $0 == $1 }.count
      let issue = SyntaxIssue(.invalidUTF8, Span(place, place + 1))
      return FormatResult(text: old, changed: false, issues: parsed.issues + [issue])
    }
    let text = text(of: parsed, language)
    if text.utf8.elementsEqual(source.bytes) {
      return FormatResult(text: old, changed: false, issues: parsed.issues)
    }
    if let place = difference(parsed, SourceFile(name: source.name, text: text)) {
      let issue = SyntaxIssue(.meaningChanged, place)
      return FormatResult(text: old, changed: false, issues: parsed.issues + [issue])
    }
    return FormatResult(text: text, changed: true, issues: parsed.issues)
  }

  /// Warnings about what the new text no longer holds.
  private static func isHarmless(_ issue: SyntaxIssue) -> Bool {
    switch issue.kind {
    case .mixedQuotes, .uselessComparison: true
    case .invisibleCharacter: issue.arguments == ["U+200B"] || issue.arguments == ["U+FEFF"]
    default: false
    }
  }

  private static func text(of parsed: ParseResult, _ language: ScriptLanguage?) -> String {
    let style = FormatStyle(language ?? parsed.tree.language, isTranslating: language != nil)
    let regions = CodeRegions(parsed.source)
    var composer = Composer(parsed.tree, style, regions)
    let sheets = composer.sheets()
    return regions.assemble(sheets.map { Printer.lines(of: $0, style) })
  }

  /// Where the new text first means something else than the old one or lacks a comment, as a place of the old one.
  static func difference(_ old: ParseResult, _ source: SourceFile) -> Span? {
    let new = Parser.parse(source)
    let start = Span(0, 0)
    guard new.issues.allSatisfy(isHarmless), comments(old) == comments(new) else { return start }
    let declarations = zip(old.script.declarations, new.script.declarations)
    if let pair = declarations.first(where: { $0.normalised != $1.normalised }) {
      return pair.0.keywordSpan
    }
    let statements = zip(old.script.statements, new.script.statements)
    if let pair = statements.first(where: { $0.normalised != $1.normalised }) {
      return pair.0.span
    }
    let isWhole =
      old.script.declarations.count == new.script.declarations.count
      && old.script.statements.count == new.script.statements.count
      && old.script.version == new.script.version
    return isWhole ? nil : start
  }

  private static func comments(_ parsed: ParseResult) -> [String] {
    let regions = CodeRegions(parsed.source)
    return parsed.tokens.flatMap { token in
      Trivia.read(parsed.source, regions.code(of: token.trivia)).compactMap { part in
        if case .comment(let text) = part { text } else { nil }
      }
    }
  }
}

extension SyntaxTree {
  /// The language in which most keywords are spelt; Chinese where there are none.
  var language: ScriptLanguage {
    var balance = 0
    for (token, keyword) in zip(tokens, keywords) where keyword != nil {
      balance += FormatStyle.isEnglish(token.text) ? -1 : 1
    }
    return balance < 0 ? .english : .chinese
  }
}
