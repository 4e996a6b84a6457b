import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenStore

/// What is known of a draw.
public enum DrawAnswer: Sendable {
  /// It was drawn.
  case drawn(DrawCertificate)
  /// The list is frozen; the number is still to come.
  case frozen(DrawList)
  /// The words fit several draws, or none.
  case several([DescribedOutcome])
}

extension Engine {
  /// The certificate of a draw as of a day.
  /// - Parameters:
  ///   - key: the id of the draw, or the key of a unit or visit that came of it.
  ///   - script: whose rule draws.
  ///   - asOf: the judged day.
  /// - Throws: no rule (E0305) or record (E0709) is called so; the store cannot be read.
  public func draw(
    _ key: String, script: Script, asOf: CivilDate
  ) throws(Diagnostics) -> DrawAnswer {
    var demand = script.demand
    demand.add(RecordNames.demand(for: script.program))
    demand.addKeys(for: script.host, script.program.schema)
    let facts = try Facts(script, store, asOf: asOf, demand: demand, over: Workspace())
    let context = RunContext(
      script: script, snapshot: facts.snapshot, names: facts.snapshot, asOf: asOf)
    let planner = facts.planner(FastEvaluator.self)
    let found: [Outcome]
    switch try KeyQuery(context: context, ledger: facts.ledger, planner: planner).answer(key) {
    case .one(let outcome): found = [outcome]
    case .several(let outcomes):
      let draws = outcomes.filter { $0.kind == .draw && $0.key.subject < 0 }
      found = draws.isEmpty ? outcomes : draws
    case .absent: found = []
    }
    if let outcome = found.first, found.count == 1 {
      if let certificate = planner.certificate(of: outcome) { return .drawn(certificate) }
      if let list = planner.frozenList(of: outcome) { return .frozen(list) }
    }
    return .several(found.map { DescribedOutcome(outcome: $0, context: context) })
  }

  /// Compares a certificate with what runs wrote into the ledger.
  /// - Parameter certificate: one that follows from its own list and number.
  /// - Returns: what differs, as the line of the certificate that says so; nil if the ledger has no such draw.
  /// - Throws: the store cannot be read.
  public func faults(of certificate: DrawCertificate) throws(Diagnostics) -> [DrawFault]? {
    guard let stored = try store.draw(id: certificate.id) else { return nil }
    var faults = DrawCertificate.faults(stated: certificate.list.text, recomputed: stored.list)
    func compare(_ found: String, _ expected: String?) {
      if found != expected { faults.append(DrawFault(line: 0, found: found, expected: expected)) }
    }
    compare(certificate.number, stored.number.map { DrawText.safe($0.text) })
    compare("\(certificate.publishedOn)", stored.number.map { "\(CivilDate(days: $0.day))" })
    let chosen = certificate.result.places.filter { $0.role != .none }
    let tickets = chosen.map(\.ticket.head).sorted()
    // Units that left the register since are in no outcome of a later script; what is there must be drawn.
    for ticket in stored.tickets where !tickets.contains(ticket) {
      faults.append(DrawFault(line: 0, found: nil, expected: TextHash.hex(ticket)))
    }
    return faults
  }
}
