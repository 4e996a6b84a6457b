import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenSyntax

extension Engine {
  /// Answers a question, or shows what several statements show, over the registers of a script as of a day. Nothing is written, whatever the
  /// statements say. See `evaluate`.
  /// - Parameters:
  ///   - text: as in a script: `企业 其中 等级 = D 按 村 分组 统计 家数 = 数量()`.
  ///   - script: whose registers, scopes and functions it may name.
  ///   - asOf: the judged day.
  ///   - budget: how much it may use, if not as much as the engine says.
  ///   - cancellation: ends it from another thread.
  /// - Throws: what is wrong with the text; what ended the statements; the store cannot be read.
  public func ask(
    _ text: String, script: Script, asOf: CivilDate, budget: Budget? = nil,
    cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> Answer {
    try evaluate(
      SourceFile(name: "问句", text: text + "\n"), script: script, asOf: asOf, budget: budget,
      cancellation: cancellation
    ).answer
  }
}
