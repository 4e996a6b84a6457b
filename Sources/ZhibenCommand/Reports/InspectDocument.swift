import Zhiben
import ZhibenSession

/// What a script reads, writes, calls and costs, for programs.
struct InspectDocument {
  /// The version of this layout; it grows when a key changes its meaning.
  static let schema = "zhiben.inspect/1"

  let session: Session
  let script: Script

  private var schema: Schema { script.program.schema }

  func write() {
    let inspection = script.inspection
    let footprint = inspection.footprint
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("plan", .text(script.program.plan.name))
    document.field("script", .text(script.name))
    document.field("script_hash", .text(script.hash))
    list("reads", footprint.reads.map(use), document)
    list("reads_for_names", inspection.names.map(use), document)
    list(
      "outcomes",
      inspection.outcomes.map {
        .object([("kind", .text($0.kind.code)), ("rules", .number($0.rules))])
      }, document)
    list("writes", footprint.writes.map(use), document)
    list("library", footprint.library.map(call), document)
    list("functions", footprint.functions.map(call), document)
    list("host_functions", footprint.hostFunctions.map(call), document)
    document.field(
      "statements",
      .object([
        ("least", .number(inspection.statements.lowerBound)),
        ("most", .number(inspection.statements.upperBound)),
      ]))
    list("rules", footprint.costs.map(cost), document)
    document.end()
  }

  private func list(_ name: String, _ values: [JSON], _ document: JSONDocument) {
    document.beginList(name)
    for value in values { document.element(value) }
    document.endList()
  }

  private func use(_ use: Footprint.Use) -> JSON {
    let register = schema[use.register]
    return .object([
      ("register", .text(register.name)), ("table", .text(register.table)),
      (
        "fields",
        .array(
          use.fields.map { position in
            .object([
              ("name", .text(register.fields[position].name)),
              ("column", .text(register.fields[position].column)),
            ])
          })
      ),
    ])
  }

  private func call(_ call: Footprint.Call) -> JSON {
    .object([
      ("name", .wording(call.name)), ("places", .number(call.places)),
      ("capability", .optional(call.capability)),
    ])
  }

  private func cost(_ cost: RuleCost) -> JSON {
    let rule = script.program.rules[cost.rule]
    return .object([
      ("key", .text(rule.key)), ("name", .text(rule.name)),
      ("kind", .optional(rule.outcomeKind?.code)),
      ("register", .optional(cost.register.map { schema[$0].name })),
      ("steps", .number(cost.steps)),
      (
        "scans",
        .array(
          cost.scans.map { scan in
            .object([
              ("register", .text(schema[scan.register].name)), ("whole", .bool(scan.isWhole)),
              ("depth", .number(scan.depth)), ("steps", .number(scan.steps)),
            ])
          })
      ),
    ])
  }
}
