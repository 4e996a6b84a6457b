import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

/// What a script reads, writes, calls and costs: known before it runs, and without a store.
public struct Inspection: Sendable {
  /// What its rules and statements do.
  public let footprint: Footprint
  /// Fields that are read only to call the subjects of its rules by their names.
  public let names: [Footprint.Use]
  /// The kinds of outcomes that are written to the ledger, each with the number of rules that yield it.
  public let outcomes: [(kind: OutcomeKind, rules: Int)]
  /// How many SQL statements read the facts and the ledger for a plan: neither more nor fewer, however many records there are.
  public let statements: ClosedRange<Int>
}

extension Script {
  /// What the script reads, writes, calls and costs.
  public var inspection: Inspection {
    let footprint = program.footprint()
    let naming = RecordNames.demand(for: program)
    let read = Demand(fields: program.demand()).fields
    let names = naming.fields.sorted { $0.key < $1.key }.compactMap { register, fields in
      let rest = fields.subtracting(read[register] ?? [])
      return rest.isEmpty ? nil : Footprint.Use(register: register, fields: rest.sorted())
    }
    let kinds: [OutcomeKind] = [.obligation, .visit, .violation, .rung, .reading, .draw, .notice]
    let outcomes = kinds.map { kind in
      (kind: kind, rules: program.rules.count { $0.outcomeKind == kind })
    }
    return Inspection(
      footprint: footprint, names: names, outcomes: outcomes.filter { $0.rules > 0 },
      statements: statements(read) + statements(naming.fields) + Self.ledgerStatements)
  }

  /// A register costs one statement, one more for its lists, one more for earlier values.
  private func statements(_ fields: [RegisterID: Set<Int>]) -> ClosedRange<Int> {
    var targets = Set(fields.keys)
    for (register, positions) in fields {
      for position in positions {
        if case .reference(let target) = program.schema[register].fields[position].type {
          targets.insert(target)
        }
      }
    }
    let lists = fields.count { register, positions in
      positions.contains { program.schema[register].fields[$0].isMany }
    }
    let fixed = Self.snapshotStatements
    return (fixed + targets.count)...(fixed + targets.count + lists + fields.count)
  }

  /// What a snapshot costs whatever it holds: the transaction, what the store knows of its registers, and its version.
  private static let snapshotStatements = 6
  /// What the ledger costs: the transaction, the last run, the rules, the outcomes.
  private static let ledgerStatements = 4...6
}

extension ClosedRange<Int> {
  fileprivate static func + (a: Self, b: Self) -> Self {
    (a.lowerBound + b.lowerBound)...(a.upperBound + b.upperBound)
  }
}
