import ZhibenSyntax

/// The labelled places of one script, with the path and position to print above them.
struct ExcerptGroup {
  let file: SourceFile
  let title: String
  var marks: [Mark]

  struct Mark {
    let span: Span
    let label: String
    let isPrimary: Bool
    let line: Int
  }

  var lastLine: Int { marks.map(\.line).max() ?? 1 }
}

extension Renderer {
  /// The places of a diagnostic by script: the primary's script first, the others in the order in which they are mentioned.
  func excerpts(of diagnostic: Diagnostic, _ marks: PositionMarks) -> [ExcerptGroup] {
    var groups: [ExcerptGroup] = []
    func add(_ location: Location, _ label: String, isPrimary: Bool) {
      guard case .file(let file, let span) = location else { return }
      let mark = ExcerptGroup.Mark(
        span: span, label: label, isPrimary: isPrimary, line: file.line(at: span.start))
      if let index = groups.firstIndex(where: { $0.file.name == file.name }) {
        groups[index].marks.append(mark)
      } else {
        let title = place(of: location, marks) ?? file.name
        groups.append(ExcerptGroup(file: file, title: title, marks: [mark]))
      }
    }
    add(diagnostic.primary, diagnostic.label?[language] ?? "", isPrimary: true)
    for place in diagnostic.secondary {
      add(place.location, place.label[language], isPrimary: false)
    }
    return groups
  }

  /// The lines of a script with the marks under them.
  func body(of group: ExcerptGroup, gutter: Int, severity: Severity) -> [String] {
    var lines: [String] = []
    var previous: Int?
    let marks = group.marks.enumerated().sorted {
      ($0.element.line, $0.element.isPrimary ? 0 : 1, $0.offset)
        < ($1.element.line, $1.element.isPrimary ? 0 : 1, $1.offset)
    }.map(\.element)
    var excerpt: Excerpt?
    for mark in marks {
      let line = group.file.lineSpan(mark.line)
      let end = min(max(mark.span.end, mark.span.start), line.end)
      let isShown =
        excerpt.map { $0.shown.start <= mark.span.start && end <= $0.shown.end } ?? false
      if previous != mark.line || !isShown {
        if let previous, mark.line > previous + 1 {
          lines.append(paint(String(repeating: " ", count: gutter) + "·", .gutter))
        }
        let cut = Excerpt(
          of: group.file, line: line, around: mark.span, width: width, maxColumns: maxColumns)
        let number = String(mark.line)
        let head = String(repeating: " ", count: gutter - number.count) + number
        lines.append(paint("\(head)│", .gutter) + " " + cut.text)
        excerpt = cut
        previous = mark.line
      }
      if let excerpt {
        lines.append(
          paint(String(repeating: " ", count: gutter) + "│", .gutter) + " "
            + underline(mark, end: end, in: excerpt, severity: severity))
      }
    }
    return lines
  }

  private func underline(
    _ mark: ExcerptGroup.Mark, end: Int, in excerpt: Excerpt, severity: Severity
  ) -> String {
    let first = excerpt.column(of: mark.span.start)
    let count = max(1, excerpt.endColumn(of: end) - first)
    let carets = String(repeating: mark.isPrimary ? "^" : "-", count: count)
    let label = mark.label.isEmpty ? "" : " " + SafeText.line(mark.label)
    return String(repeating: " ", count: first)
      + paint(carets + label, mark.isPrimary ? Style(severity) : .gutter)
  }

  /// One line for all plain replacements (`改成：甲  或  乙`) that do not stand beside the carets already, one for every fix with a title of its
  /// own, for insertions and for deletions. A fix on another line than the message names its line.
  func fixLines(of diagnostic: Diagnostic) -> [String] {
    guard case .file(let file, let primary) = diagnostic.primary else { return [] }
    let home = file.line(at: primary.start)
    let question = diagnostic.label?[language] ?? ""
    var replacements: [String] = []
    var lines: [String] = []
    for fix in diagnostic.fixes {
      let line = file.line(at: fix.span.start)
      if let title = fix.title?[language] {
        lines.append(title)
      } else if line == home, fix.span.start < fix.span.end, !fix.replacement.isEmpty {
        let isNamed = question.contains(fix.replacement) || replacements.contains(fix.replacement)
        if !isNamed { replacements.append(fix.replacement) }
      } else {
        lines.append(described(fix, line: line == home ? nil : line))
      }
    }
    if !replacements.isEmpty {
      let choices = replacements.joined(separator: language == .zh ? "  或  " : "  or  ")
      lines.insert(language == .zh ? "改成：\(choices)" : "change to: \(choices)", at: 0)
    }
    return lines
  }

  /// What a fix does, `第 3 行补上：}`.
  private func described(_ fix: Fix, line: Int?) -> String {
    let isInsertion = fix.span.start == fix.span.end
    switch language {
    case .zh:
      let place = line.map { "第 \($0) 行" } ?? ""
      if fix.replacement.isEmpty { return place + "删去这一处" }
      return "\(place)\(isInsertion ? "补上" : "改成")：\(fix.replacement)"
    case .en:
      let place = line.map { " on line \($0)" } ?? ""
      if fix.replacement.isEmpty { return "remove it" + place }
      return "\(isInsertion ? "add" : "change to")\(place): \(fix.replacement)"
    }
  }
}
