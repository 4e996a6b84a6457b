import OrderedCollections
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// Why a run ended before its end. Nothing of it is stored.
public struct ScriptFailure: Error, Sendable {
  /// E0801 to E0819.
  public var code: DiagnosticCode
  /// The statement, or the part of it that failed.
  public var origin: Origin
  /// What fills the sentence of the code.
  public var arguments: [String: Wording]
  /// The calls that led there, innermost first.
  public var calls: [Call] = []
  /// The record that was at hand: of the innermost 对每个 or question.
  public var record: String?
  /// The parts of a condition with their values.
  public var values: [Part] = []
  /// What was shown before.
  public var shown: [ScriptRun.Shown] = []
  /// What the host threw, as it threw it.
  public var cause: (any Error)?

  /// A call on the way.
  public struct Call: Hashable, Sendable {
    /// The function's name.
    public var name: String
    /// Where it is called.
    public var origin: Origin
  }

  /// A part of an expression and its value.
  public struct Part: Hashable, Sendable {
    public var text: String
    public var value: Wording
  }

  init(_ code: DiagnosticCode, _ origin: Origin, _ arguments: [String: Wording] = [:]) {
    (self.code, self.origin, self.arguments) = (code, origin, arguments)
  }

  /// The message to the user, with places in the sources of the program.
  public func diagnostic(sources: [SourceFile]) -> Diagnostic {
    func location(_ origin: Origin) -> Location {
      sources.indices.contains(origin.source) ? .file(sources[origin.source], origin.span) : .none
    }
    var notes = values.map {
      Wording(zh: "\($0.text) 为 \($0.value.zh)", en: "\($0.text) is \($0.value.en)")
    }
    if let record { notes.append(Wording(zh: "当时的记录：\(record)", en: "at the record \(record)")) }
    var diagnostic = Diagnostic(
      code, at: location(origin), arguments,
      secondary: places.prefix(8).map { call, count in
        let times =
          count > 1 ? Wording(zh: "（\(count) 层）", en: " (\(count) levels)") : Wording("")
        return LabelledLocation(
          location(call.origin),
          Wording(
            zh: "由此调用「\(call.name)」\(times.zh)", en: "“\(call.name)” is called here\(times.en)"))
      }, notes: notes)
    diagnostic.cause = cause
    return diagnostic
  }

  /// The calls, each place once with how often it is on the way: a recursion calls from the same place over and over.
  private var places: [(call: Call, count: Int)] {
    var counts: OrderedDictionary<Call, Int> = [:]
    for call in calls { counts[call, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }
  }
}
