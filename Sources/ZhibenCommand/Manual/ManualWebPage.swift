import ZhibenSession

/// The manual as one HTML file that needs nothing else: offices may be without the internet.
struct ManualWebPage {
  private(set) var text: String

  init(_ manual: Manual) {
    text = """
      <!DOCTYPE html>
      <html lang="\(manual.language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <title>\(manual.name) \(manual.version)</title>
      <style>
      body { max-width: 52em; margin: 2em auto; padding: 0 1em; line-height: 1.6; font-family: sans-serif }
      pre, dt { font-family: monospace } pre { background: #f3f3f3; padding: .5em; white-space: pre-wrap }
      dt { margin-top: .5em; font-weight: bold } nav a { margin-right: 1em }
      @media print { nav { display: none } }
      </style>
      </head>
      <body>
      <h1>\(manual.name) \(manual.version)</h1>
      <nav>

      """
    let headings = manual.sections.flatMap(\.blocks).compactMap { block -> String? in
      if case .heading(let words) = block { words } else { nil }
    }
    for heading in headings {
      text += "<a href=\"#\(Self.anchor(heading))\">\(HTMLText.escaped(heading))</a>\n"
    }
    text += "</nav>\n"
    for section in manual.sections {
      text += "<h2>\(HTMLText.escaped(section.title))</h2>\n"
      for block in section.blocks { write(block) }
    }
    text += "</body>\n</html>\n"
  }

  private mutating func write(_ block: Manual.Block) {
    switch block {
    case .paragraph(let words): text += "<p>\(HTMLText.escaped(words))</p>\n"
    case .heading(let words):
      text += "<h3 id=\"\(Self.anchor(words))\">\(HTMLText.escaped(words))</h3>\n"
    case .term(let term, let words):
      text += "<dl><dt>\(HTMLText.escaped(term))</dt><dd>\(HTMLText.escaped(words))</dd></dl>\n"
    case .line(let line): text += "<pre>\(HTMLText.escaped(line))</pre>\n"
    }
  }

  private static func anchor(_ heading: String) -> String {
    String(heading.prefix { $0 != " " })
  }
}
