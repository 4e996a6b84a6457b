import Zhiben

/// Writes what statements show (显示): a line for plain values, a table for lists and structures.
package struct ShownText {
  private let session: Session
  private let words: AnswerWords

  package init(session: Session, words: AnswerWords) {
    (self.session, self.words) = (session, words)
  }

  package func write(_ shown: [ScriptRun.Shown]) {
    for shown in shown { write(shown) }
  }

  private func write(_ shown: ScriptRun.Shown) {
    var line: [String] = []
    func flush() {
      if !line.isEmpty { session.print(line.joined(separator: "  ")) }
      line = []
    }
    let text = AnswerText(session: session, answer: Answer(tables: [], words: words))
    for item in shown.items {
      switch item.type {
      case .list, .structure:
        flush()
        session.output.write(
          text.rendered(Answer.Table(title: item.text, value: item.value, type: item.type)))
      default: line.append(words.text(item.value, in: session.language))
      }
    }
    flush()
  }
}
