import Zhiben
import ZhibenSession

/// What was changed in a script, for people.
struct FixText {
  let session: Session

  /// A line for each change, and a sum.
  func write(_ fixed: FixedScript, path: String, isDry: Bool) {
    for (diagnostic, fix) in fixed.applied {
      guard case .file(let file, _) = diagnostic.primary else { continue }
      let place = session.renderer.place(of: diagnostic.primary) ?? path
      let what = change(fix, file)
      session.print("\(place) \(diagnostic.code)\(session.text("：", ": "))\(what)")
    }
    let count = fixed.applied.count
    switch (count, isDry) {
    case (0, _):
      session.print(session.text("\(path)：没有可以自动改的", "\(path): nothing to fix without asking"))
    case (_, true):
      session.print(
        session.text("\(path)：可改 \(count) 处，没有写回", "\(path): \(count) to fix; nothing was written"))
    case (_, false): session.print(session.text("\(path)：已改 \(count) 处", "\(path): \(count) fixed"))
    }
  }

  /// `「&&」→「且」`
  private func change(_ fix: Fix, _ file: SourceFile) -> String {
    if let title = fix.title { return title[session.language] }
    func quoted(_ text: String) -> String {
      text.isEmpty
        ? session.text("（删去）", "(nothing)") : session.text("「\(text)」", "“\(text)”")
    }
    let old = file.text(fix.span)
    if old.unicodeScalars.allSatisfy({ $0.properties.isDefaultIgnorableCodePoint }) {
      return session.text("删去看不见的字符", "an invisible character deleted")
    }
    return "\(quoted(old)) → \(quoted(fix.replacement))"
  }
}
