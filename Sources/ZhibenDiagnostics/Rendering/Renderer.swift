import ZhibenSyntax

/// Writes diagnostics as people read them.
///
/// ```
/// 错误[E0302]：「主要负责任人」不是 企业 的字段
///   ┌ 洋口.plan:31:18
/// 31│   凭证 自查 其中 带队人 = 主要负责任人
///   │                           ^^^^^^^^^^^^ 你是否想写「主要负责人」？
///   = 企业 的字段有：主要负责人、安全管理人员、实际控制人
/// ```
///
/// The place is line and column, both from 1; the column counts characters, whatever their width. The carets stand under display columns.
public struct Renderer: Sendable {
  /// The language of the sentences.
  public var language: Language
  /// Whether to colour; the caller decides from the terminal and `NO_COLOR`.
  public var colour: Bool
  /// How wide characters are on the screen.
  public var width: DisplayWidth
  /// The longest piece of a script's line that is shown, in columns; at least 20.
  public var maxColumns: Int

  /// Makes a renderer.
  public init(
    language: Language = .zh, colour: Bool = false, width: DisplayWidth = DisplayWidth(),
    maxColumns: Int = 100
  ) {
    self.language = language
    self.colour = colour
    self.width = width
    self.maxColumns = max(20, maxColumns)
  }

  /// All diagnostics, the first `limit` in full, and the summary line. Ends with a newline; empty if there are none.
  public func render(_ diagnostics: Diagnostics, limit: Int = 20) -> String {
    let ordered = diagnostics.ordered
    guard !ordered.isEmpty else { return "" }
    let marks = PositionMarks(kept: true)
    var text = ordered.prefix(limit).map { render($0, marks) + "\n" }.joined(separator: "\n")
    let hidden = ordered.count - min(limit, ordered.count) + diagnostics.droppedCount
    text += "\n"
    if hidden > 0 { text += (language == .zh ? "还有 \(hidden) 处。" : "\(hidden) more. ") }
    return text + summary(of: diagnostics) + "\n"
  }

  /// One diagnostic in full, without a final newline.
  public func render(_ diagnostic: Diagnostic) -> String { render(diagnostic, PositionMarks()) }

  private func render(_ diagnostic: Diagnostic, _ marks: PositionMarks) -> String {
    let groups = excerpts(of: diagnostic, marks)
    let gutter = String(groups.map(\.lastLine).max() ?? 1).count
    let blank = String(repeating: " ", count: gutter)
    var lines = [headline(of: diagnostic)]
    if groups.isEmpty, let place = place(of: diagnostic.primary, marks) {
      lines.append(paint("\(blank)┌ ", .gutter) + place)
    }
    for group in groups {
      lines.append(paint("\(blank)┌ ", .gutter) + SafeText.line(group.title))
      lines += body(of: group, gutter: gutter, severity: diagnostic.severity)
    }
    for line in trailer(of: diagnostic) { lines.append(paint("\(blank)= ", .gutter) + line) }
    return lines.map(TextWrap.trimmed).joined(separator: "\n")
  }

  /// One diagnostic on one line: place, severity, code, sentence.
  public func concise(_ diagnostic: Diagnostic) -> String {
    guard let place = place(of: diagnostic.primary) else { return headline(of: diagnostic) }
    return place + (language == .zh ? "：" : ": ") + headline(of: diagnostic)
  }

  /// `2 个错误，1 个提醒`; `没有错误` if there is nothing.
  public func summary(of diagnostics: Diagnostics) -> String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count(of: severity)
      guard count > 0 else { return nil }
      let word = severity.wording[language]
      return language == .zh ? "\(count) 个\(word)" : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    if counts.isEmpty { return language == .zh ? "没有错误" : "no errors" }
    return counts.joined(separator: language == .zh ? "，" : ", ")
  }

  /// `洋口.plan:31:18`, `隐患.csv 第 31 行「整改期限」列`, or `nil` for no place.
  public func place(of location: Location) -> String? { place(of: location, PositionMarks()) }

  func place(of location: Location, _ marks: PositionMarks) -> String? {
    switch location {
    case .file(let file, let span):
      let position = SourcePosition(of: span.start, in: file, marks: marks)
      return SafeText.line("\(file.name):\(position.line):\(position.character)")
    case .data(let file, let row, let column):
      var text = file
      if let row { text += language == .zh ? " 第 \(row) 行" : ", row \(row)" }
      if let column { text += language == .zh ? "「\(column)」列" : ", column \(column)" }
      return SafeText.line(text)
    case .none:
      return nil
    }
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.severity.wording[language])[\(diagnostic.code)]"
    let sentence = SafeText.line(diagnostic.message(in: language))
    return paint(head, Style(diagnostic.severity)) + (language == .zh ? "：" : ": ")
      + paint(sentence, .strong)
  }

  /// Help, notes and fixes, in this order.
  private func trailer(of diagnostic: Diagnostic) -> [String] {
    var lines: [String] = []
    if let help = diagnostic.help(in: language) { lines.append(SafeText.line(help)) }
    lines += diagnostic.notes.map { SafeText.line($0[language]) }
    lines += fixLines(of: diagnostic).map(SafeText.line)
    return lines
  }

  func paint(_ text: String, _ style: Style) -> String { style.paint(text, colour) }
}
