/// The manual in Markdown.
struct ManualDocument {
  private(set) var text: String

  init(_ manual: Manual) {
    text = "# \(manual.name) \(manual.version)\n"
    for section in manual.sections {
      text += "\n## \(section.title)\n"
      for block in section.blocks { write(block) }
    }
  }

  private mutating func write(_ block: Manual.Block) {
    switch block {
    case .paragraph(let words): text += "\n\(words)\n"
    case .heading(let words): text += "\n### \(words)\n"
    case .term(let term, let words): text += "\n- `\(term)`: \(words)\n"
    case .line(let line): text += "\n```sh\n\(line)\n```\n"
    }
  }
}
