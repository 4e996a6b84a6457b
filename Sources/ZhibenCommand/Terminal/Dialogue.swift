import Foundation
import Zhiben
import ZhibenSession
import ZhibenSyntax

import struct Zhiben.Script

/// A conversation at a terminal: lines in, answers out, Ctrl-C, history, pages.
final class Dialogue {
  private let conversation: Conversation
  private let editor: LineEditor
  private let history: HistoryFile
  private let environment: [String: String]
  /// Where everything goes in the end.
  private let screen: ByteStream
  private var reader = InputReader()
  /// The lines of an input that is not whole.
  private var typed = ""
  private var open: OpenThing?
  private var lastInput: String?

  /// Ctrl-C within this time after another leaves; in milliseconds.
  private static let patience: Int32 = 2_000

  init(
    session: Session, engine: Engine, plan: Script?, day: CivilDate?,
    writable: @escaping () throws -> Engine
  ) throws {
    Screen.useUTF8()
    var session = session
    if ["auto", "自动"].contains(session.environment["ZHIBEN_AMBIGUOUS_WIDTH"]) {
      session.width = DisplayWidth(ambiguous: Screen.ambiguousWidth() ?? 1)
    }
    environment = session.environment
    history = HistoryFile(environment: environment)
    screen = session.output
    let entries = history.load()
    let editor = LineEditor(
      signals: Interrupts.install(), history: entries,
      showing: CandidateList(width: session.width, columns: session.columns ?? 80))
    (self.editor, lastInput) = (editor, entries.last)
    let screen = screen
    conversation = try Conversation(
      session: session, engine: engine, plan: plan, day: day,
      services: Services(
        confirm: { question in
          Interrupts.pausing { Self.ask(question, editor) == .yes }
        }, isAttended: true, askWidth: Screen.ambiguousWidth,
        clear: {
          screen.write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
          screen.flush()
        },
        elapsed: Budget.standard.elapsed, isInterrupted: { Interrupts.isInterrupted },
        pipe: { command, text in
          screen.flush()
          return Interrupts.pausing { ProgramPipe.run(command, text) }
        },
        writable: writable))
    editor.completing = { [weak self] in self?.complete($0) ?? (0, []) }
  }

  /// Until the person leaves.
  /// - Parameter start: a script that sets the session up, and where it is.
  func run(start: (path: String, text: String)?) -> ExitStatus {
    session.report(conversation.script.warnings)
    greet()
    if let start {
      conversation.session.output = ByteStream()
      conversation.prepare(start.text, name: start.path)
      session.talk.flush()
      screen.write(conversation.session.output.take())
      screen.flush()
    }
    // Names are read while a person reads the prompt, which must not wait for them.
    var preparing: (@Sendable () -> Void)? = conversation.preparingCompletion
    let prepare = {
      if let names = preparing { DispatchQueue.global().async(execute: names) }
      preparing = nil
    }
    // Whether one Ctrl-C was just pressed.
    var isLeaving = false
    while true {
      session.talk.flush()
      let event = editor.read(prompt, timeout: isLeaving ? Self.patience : -1, shown: prepare) {
        isLeaving = false
      }
      switch event {
      case .line(let line):
        isLeaving = false
        if take(line) == .leave { return .success }
        // Ctrl-C that ended an input counts as the first of two.
        isLeaving = Interrupts.isInterrupted
        editor.forgetSignals()
      case .interrupted:
        forget()
        if isLeaving, leaves() { return .success }
        isLeaving.toggle()
        if isLeaving { session.say(session.text("（再按一次 Ctrl-C 退出）", "(Ctrl-C again leaves)")) }
      case .end:
        screen.write("\n")
        screen.flush()
        if leaves() { return .success }
      }
    }
  }

  private enum Confirmation { case yes, no, nobody }

  private static func ask(_ question: String, _ editor: LineEditor) -> Confirmation {
    switch editor.read("\(question)（是/否 y/n）> ") {
    case .line(let answer):
      ["是", "y", "yes"].contains(answer.trimmingBlanks.lowercased()) ? .yes : .no
    case .interrupted: .no
    case .end: .nobody
    }
  }

  /// Whether nothing is lost, or a person lets it go. A terminal that is gone answers nothing.
  private func leaves() -> Bool {
    session.talk.flush()
    return conversation.questionBeforeLeaving.map { Self.ask($0, editor) != .no } ?? true
  }

  private var session: Session { conversation.session }

  private enum Next { case stay, leave }

  private func take(_ line: String) -> Next {
    switch reader.add(line) {
    case .nothing: return .stay
    case .open(let thing):
      open = thing
      typed += line + "\n"
      return .stay
    case .input(let input):
      forget()
      remember(input)
      return answer(input)
    }
  }

  private func forget() {
    reader.drop()
    (open, typed) = (nil, "")
  }

  private func remember(_ input: String) {
    let input = String(input.reversed().drop { $0.isNewline }.reversed())
    guard HistoryFile.keeps(input, after: lastInput) else { return }
    lastInput = input
    editor.remember(input)
    history.add(input)
  }

  private func answer(_ input: String) -> Next {
    let size = Screen.size()
    conversation.session.columns = size?.columns ?? 80
    editor.showing = CandidateList(width: session.width, columns: size?.columns ?? 80)
    conversation.session.output = ByteStream()
    var reply = Conversation.Reply.done
    // The terminal has shown ^C.
    if Interrupts.during({ reply = conversation.take(input) }) { screen.write("\n") }
    Pager.show(
      conversation.session.output.take(), rows: size?.rows ?? 24, environment: environment,
      to: screen)
    screen.flush()
    session.talk.flush()
    switch reply {
    case .leave: return .leave
    case .watch(let seconds): watch(every: seconds)
    case .done, .failed: break
    }
    return .stay
  }

  /// Asks the last question again and again, until Ctrl-C.
  private func watch(every seconds: Int) {
    var goesOn = true
    while goesOn {
      _ = Interrupts.during {
        if case .failed = conversation.askAgain() { goesOn = false }
      }
      session.talk.flush()
      screen.write(conversation.session.output.take())
      screen.flush()
      goesOn = goesOn && !editor.pause(milliseconds: Int32(clamping: seconds * 1_000))
    }
    if Interrupts.isInterrupted { screen.write("\n") }
    screen.flush()
  }

  private func complete(_ line: String) -> (typed: Int, candidates: [(text: String, kind: String)])
  {
    let completion = conversation.complete(typed + line)
    let language = session.language
    return (
      completion.typed, completion.candidates.map { ($0.text, $0.kind[language]) }
    )
  }

  // MARK: - Words

  private var prompt: String {
    let text = open.map { $0.prompt + "> " } ?? conversation.prompt
    // readline must not count what moves no cursor.
    return session.isColoured ? "\u{1}\u{1B}[1m\u{2}\(text)\u{1}\u{1B}[0m\u{2}" : text
  }

  private func greet() {
    let plan = conversation.script.program.plan.name
    let rules = conversation.script.program.rules.count
    let day = conversation.day
    session.say(
      session.text(
        "zhiben \(Version.current)  计划：\(plan)（\(rules) 条规则）  今天：\(day) 周\(day.weekdayChinese)  输入 帮助 看怎么用",
        "zhiben \(Version.current)  plan: \(plan) (\(rules) rules)  as of \(day), \(day.weekdayEnglish)  type help"
      ))
  }
}
