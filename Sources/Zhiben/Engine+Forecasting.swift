import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenStore

extension Engine {
  /// What a script asks for in days that lie ahead, on the register as it is: its obligations and visits, month by month. Nothing is taken to happen
  /// but that work is done when it falls due. Reads the store and writes nothing; statements at the top of the script are run, and what they would
  /// write counts.
  /// - Parameters:
  ///   - script: what is looked at.
  ///   - span: the days; not empty.
  ///   - asOf: the day as of which statements are run.
  ///   - evaluation: which evaluator judges conditions.
  /// - Throws: the store cannot be read; what the statements end in.
  public func forecast(
    _ script: Script, over span: DayRange, asOf: CivilDate, using evaluation: Evaluation = .fast
  ) throws(Diagnostics) -> Forecast {
    let (snapshot, statements) = try diagnosing {
      try self.facts(of: script, asOf: asOf, using: evaluation, effects: false, report: { _ in })
    }
    let facts = Facts(
      script, snapshot, LedgerSnapshot(), asOf: asOf, statements, isStopped: store.isStopped)
    let forecast = facts.forecast(over: span, using: evaluation, try facts.context(store))
    try store.checkStopped()
    return forecast
  }
}

extension Facts {
  fileprivate func forecast(
    over span: DayRange, using evaluation: Engine.Evaluation, _ context: RunContext
  ) -> Forecast {
    func forecast<E: Evaluator>(_ evaluator: E.Type) -> Forecast {
      let forecaster = Forecaster<E>(
        program: script.program, snapshot: snapshot, span: span, calendar: script.calendar,
        isStopped: isStopped)
      return Forecast(
        context: context, span: span, months: forecaster.months, rules: forecaster.forecast())
    }
    return switch evaluation {
    case .fast: forecast(FastEvaluator.self)
    case .reference: forecast(ReferenceEvaluator.self)
    }
  }
}
