import Zhiben

/// The manual as a page for `man`, in the macros of man(7).
struct ManualPage {
  private(set) var text = ""

  init(_ manual: Manual) {
    text = ".TH ZHIBEN 1 \"\" \"zhiben \(manual.version)\"\n.nh\n.ad l\n"
    for section in manual.sections {
      text += ".SH \(Self.quoted(section.title))\n"
      for block in section.blocks { write(block) }
    }
  }

  private mutating func write(_ block: Manual.Block) {
    switch block {
    case .paragraph(let words): text += ".PP\n\(Self.filled(words))\n"
    case .heading(let words): text += ".SS \(Self.quoted(words))\n"
    case .term(let term, let words):
      text += ".TP\n\\fB\(Self.kept(term))\\fR\n\(Self.filled(words))\n"
    case .line(let line): text += ".PP\n.RS 4\n.nf\n\(Self.kept(line))\n.fi\n.RE\n"
    }
  }

  /// As an argument of a macro.
  private static func quoted(_ words: String) -> String {
    "\"\(escaped(words).replacing("\"", with: "\\(dq"))\""
  }

  /// Words that are filled into lines. The program that sets the page does not know where Chinese may be broken: it is told.
  private static func filled(_ words: String) -> String {
    var broken = ""
    for piece in TextWrap.pieces(words) {
      if !broken.isEmpty, !broken.hasSuffix(" ") { broken += "\\:" }
      broken += escaped(piece)
    }
    return guarded(broken)
  }

  /// Words that stay on their line.
  private static func kept(_ words: String) -> String { guarded(escaped(words)) }

  /// Backslashes and dashes as they are.
  private static func escaped(_ words: String) -> String {
    words.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
  }

  /// A line must not begin with the sign of a macro.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
