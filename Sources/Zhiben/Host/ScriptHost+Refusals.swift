import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenStore

extension ScriptHost {
  /// What a program may not do: calls of functions that are not allowed, and changes of what the host holds.
  func refusals(_ program: Program, allowing allowed: Set<String>) -> Diagnostics {
    var diagnostics = Diagnostics()
    func report(_ code: DiagnosticCode, _ origin: Origin, _ arguments: [String: String]) {
      let place: Location =
        program.sources.indices.contains(origin.source)
        ? .file(program.sources[origin.source], origin.span) : .none
      diagnostics.add(Diagnostic(code, at: place, arguments))
    }
    for call in program.hostCalls() where program.hostFunctions.indices.contains(call.function) {
      let function = program.hostFunctions[call.function]
      guard let capability = function.capability, !allowed.contains(capability) else { continue }
      report("E0830", call.origin, ["name": function.name, "capability": capability])
    }
    let provided = ProvidedRows.registers(of: self, in: program.schema)
    for change in program.recordChanges() where provided.contains(change.register) {
      report("E0833", change.origin, ["register": program.schema[change.register].name])
    }
    for register in provided.map({ program.schema[$0] }) where register.keyField == nil {
      diagnostics.add(Diagnostic("E0832", at: .none, ["register": register.name]))
    }
    return diagnostics
  }
}

extension Script {
  /// The registers whose rows the host gives.
  var providedRegisters: [RegisterID] { ProvidedRows.registers(of: host, in: program.schema) }

  /// What the store and the host hold, as far as it is asked for.
  /// - Parameter schema: the script's, or one with more registers than it.
  func facts(in store: Store, demand: Demand, schema: Schema? = nil) throws(Diagnostics) -> Snapshot
  {
    let schema = schema ?? program.schema
    let stored = try store.snapshot(schema: schema, demand: demand)
    return try ProvidedRows(host, schema).joined(stored)
  }

  /// The same of what statements, functions or a question of a program read, outcomes included as the last run left them.
  func facts(
    in store: Store, _ program: Program, _ reads: Program.Reads, _ asOf: CivilDate
  ) throws(Diagnostics) -> Snapshot {
    var keys = Demand(fields: reads.fields)
    keys.addKeys(for: host, program.schema)
    let stored = try store.snapshot(program: program, reads: reads, and: keys, day: asOf)
    return try ProvidedRows(host, program.schema).joined(stored)
  }
}

extension Demand {
  /// Asks for the keys by which the host's rows refer to records.
  mutating func addKeys(for host: ScriptHost, _ schema: Schema) {
    for register in ProvidedRows.registers(of: host, in: schema) {
      guard let wanted = fields[register] else { continue }
      if let key = schema[register].keyField { add([key], of: register) }
      for field in wanted {
        if case .reference(let target) = schema[register].fields[field].type,
          let key = schema[target].keyField
        {
          add([key], of: target)
        }
      }
    }
  }
}
