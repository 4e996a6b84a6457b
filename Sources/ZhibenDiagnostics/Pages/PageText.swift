/// Writes a page as people read it.
///
/// ```
/// 错误[E0302]：「…」不是 … 的字段
///
/// 条件里单写一个名称，指这条规则对象的字段。……
///
/// 错：
///   范围 甲类 = 企业 其中 从业人员数 > 50
/// 对：
///   范围 甲类 = 企业 其中 从业人数 > 50
/// ```
public struct PageText: Sendable {
  /// The language of the sentences; examples are the same in both.
  public var language: Language
  /// How wide characters are on the screen.
  public var width: DisplayWidth
  /// Where sentences are broken, in columns.
  public var columns: Int

  /// Makes a writer of pages.
  public init(language: Language, width: DisplayWidth = DisplayWidth(), columns: Int = 80) {
    self.language = language
    self.width = width
    self.columns = max(20, columns)
  }

  /// The page; ends with a newline.
  public func text(of page: CataloguePage) -> String {
    var lines = [headline(of: page.code), ""]
    lines += TextWrap.lines(page.text[language], columns: columns, width: width)
    let example = page.example
    lines.append("")
    lines += block(title(zh: "错", en: "wrong", of: example), example.wrong, example.form)
    lines += block(title(zh: "对", en: "right", of: example), example.right, example.form)
    if example.form == .declarations || example.form == .test {
      lines.append("")
      lines.append(language == .zh ? "例子接在这两行后面：" : "The examples stand below these lines:")
      lines += indented(CataloguePage.Example.heading)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line for a code: the code and its sentence.
  public func headline(of code: DiagnosticCode) -> String {
    let sentence = Catalogue.entry(for: code)?.message.filled(with: [:], in: language) ?? ""
    return "\(code.severity.wording[language])[\(code)]\(language == .zh ? "：" : ": ")\(sentence)"
  }

  private func title(zh: String, en: String, of example: CataloguePage.Example) -> String {
    var title = language == .zh ? zh : en
    if example.form == .data {
      title += language == .zh ? "（\(example.register).csv）" : " (\(example.register).csv)"
    }
    return title + (language == .zh ? "：" : ":")
  }

  private func block(_ title: String, _ text: String, _ form: CataloguePage.Form) -> [String] {
    [title] + indented(text, prompt: form == .session || form == .situation ? "$ " : "")
  }

  private func indented(_ text: String, prompt: String = "") -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWrap.trimmed("  \(prompt)\(SafeText.line(String($0)))") }
      .dropLast(text.hasSuffix("\n") ? 1 : 0)
  }
}
