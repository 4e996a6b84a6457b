import Zhiben
import ZhibenSyntax

import struct Zhiben.Script

/// What somebody types in turn, and what comes back. Data go to the session's output, everything else to its talk.
package final class Conversation {
  /// What comes of an input.
  package enum Reply {
    case done
    /// It was refused or ended early; nothing of it holds.
    case failed(any Error)
    /// The last question is to be asked again and again.
    case watch(seconds: Int)
    /// The person wants to leave.
    case leave
  }

  /// An input that was taken.
  struct Input {
    var text: String
    /// Whether it belongs into a script.
    var isScript: Bool
  }

  package var session: Session
  let engine: Engine
  let services: Services
  var state: SessionState
  /// The states before the inputs that changed something, with these, oldest first.
  var earlier: [(input: String, state: SessionState)] = []
  var inputs: [Input] = []
  var format = TableFormat.table
  /// Where tables go.
  var destination = Destination.screen
  /// Whether the running input was typed by a person, and does not stand in a file.
  var isTyped = false
  var tellsTime = false
  var lastAnswer: Answer?
  /// The last input that only asked.
  var lastQuestion: SourceFile?
  /// When the session began, and when that was by its clock.
  private let begin: (moment: Moment, elapsed: Duration)
  /// What records are called, for completion.
  let records = RecordIndex()
  /// How deep scripts that read scripts are nested.
  var depth = 0

  /// So many rows of a long table are shown at its beginning and its end.
  static let part = (head: 20, tail: 5)
  /// What takes longer than this says so.
  private static let slow = Duration.seconds(2)

  /// - Parameters:
  ///   - session: how to speak.
  ///   - engine: the store to ask.
  ///   - plan: the plan; nil for none.
  ///   - day: the judged day; nil = this day.
  /// - Throws: the standard registers do not compile.
  package init(
    session: Session, engine: Engine, plan: Script?, day: CivilDate? = nil, services: Services
  ) throws(Diagnostics) {
    (self.session, self.engine, self.services) = (session, engine, services)
    begin = (session.moment, services.elapsed())
    let base: Script
    if let plan { base = plan } else { base = try Self.impliedPlan(engine) }
    state = SessionState(base: base, isImplied: plan == nil, script: base, day: day)
  }

  /// A plan without rules over the standard registers, as far as there are any.
  package static func impliedPlan(_ engine: Engine) throws(Diagnostics) -> Script {
    if let standard = try? Script.registers(of: "标准台账", library: engine.library) {
      return standard
    }
    return try engine.compile(text: "计划 交互 {\n  期间 2000年1月1日 至 2099年12月31日\n}\n")
  }

  /// The judged day.
  package var day: CivilDate { state.day ?? session.moment.day }
  package var script: Script { state.script }
  package var workspace: Workspace { state.workspace }

  /// What stands before an input: `治本> `, with another day `治本(2025-06-30)> `, with changes that wait `治本*> `.
  package var prompt: String {
    session.text("治本", "zhiben") + (state.day.map { "(\($0))" } ?? "")
      + (state.workspace.writes.isEmpty ? "" : "*") + "> "
  }

  /// One input that somebody typed, or several that were pasted together.
  package func take(_ text: String) -> Reply {
    let name = session.text("输入 ", "input ") + String(inputs.count + 1)
    let start = startTiming()
    isTyped = true
    let reply = takeAll(text, name)
    isTyped = false
    let duration = services.elapsed() - start
    if tellsTime || duration > Self.slow {
      session.say(session.text("用时 ", "took ") + Self.text(duration))
    }
    return reply
  }

  /// What is asked now is asked of this day, however long ago the session began.
  @discardableResult func startTiming() -> Duration {
    let now = services.elapsed()
    let before = session.moment.day
    session.moment.seconds = begin.moment.seconds + Int((now - begin.elapsed).components.seconds)
    if state.day == nil, session.moment.day != before { tellDay() }
    return now
  }

  /// A script that sets up a session before anybody types. What it declares holds; what goes wrong is said.
  package func prepare(_ text: String, name: String) {
    let talk = session.talk
    session.talk = ByteStream()
    if case .failed = run(text, name: name) { talk.write(session.talk.take()) }
    session.talk = talk
    (earlier, lastQuestion) = ([], nil)
  }

  private func takeAll(_ text: String, _ name: String) -> Reply {
    for piece in Piece.pieces(of: text) {
      inputs.append(Input(text: text, isScript: false))
      let reply = take(piece, name)
      guard case .done = reply else { return reply }
      if case .script(let text) = piece.content {
        inputs[inputs.count - 1] = Input(text: text.trimmingBlanks, isScript: true)
      }
    }
    return .done
  }

  /// A whole script, up to its first error.
  package func run(_ text: String, name: String) -> Reply {
    for piece in Piece.pieces(of: text) {
      let reply = take(piece, name)
      guard case .done = reply else { return reply }
    }
    return .done
  }

  private func take(_ piece: Piece, _ name: String) -> Reply {
    switch piece.content {
    case .command(let line):
      switch line.command {
      case .success(let command): return perform(command, line.argument)
      case .failure(let unknown) where unknown.word.isEmpty:
        return answering { help(about: "") }
      case .failure(let unknown): return answering { throw problem(unknown) }
      }
    case .question(let question): return answering { try help(question) }
    case .script(let text):
      return answering {
        try take(
          SourceFile(name: name, text: String(repeating: "\n", count: piece.line - 1) + text))
      }
    }
  }

  /// Does something and says what went wrong with it.
  func answering(_ body: () throws -> Void) -> Reply {
    do {
      try body()
      return .done
    } catch let reported as Reported {
      return .failed(reported.error)
    } catch let problem as SessionProblem {
      session.say(problem.message[session.language])
      return .failed(problem)
    } catch {
      if let diagnostics = error as? Diagnostics { session.report(diagnostics) }
      return .failed(error)
    }
  }

  private static func text(_ duration: Duration) -> String {
    let (seconds, fraction) = duration.components
    let hundredths = Int(fraction / 10_000_000_000_000_000)
    return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }

  private func problem(_ unknown: MetaLine.Unknown) -> SessionProblem {
    SessionProblem(
      Wording(zh: "没有「\(unknown.word)」这个命令", en: "there is no command \(unknown.word)").offering(
        unknown.candidates, to: "写",
        otherwise: Wording(zh: "；输入 帮助 看有哪些", en: "; type help to see them")))
  }
}

/// An error of which everything was said.
struct Reported: Error {
  var error: any Error
}

/// A command to the session that makes no sense or was not confirmed.
package struct SessionProblem: Error {
  package var message: Wording

  init(_ message: Wording) { self.message = message }
}
