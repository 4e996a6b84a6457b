import ZhibenSemantics

/// What a script needs from whoever runs it: known before it runs, and stable enough to be kept and compared.
public struct ScriptNeeds: Codable, Hashable, Sendable {
  /// The version of this layout.
  public static let schema = "zhiben.needs/1"

  /// `ScriptNeeds.schema`.
  public var schema: String
  /// The plan's name.
  public var plan: String
  /// The fields that it reads, by register.
  public var reads: [String: [String]]
  /// The registers that its statements change, besides the ledger.
  public var writes: [String]
  /// The registers whose rows the host gives.
  public var provided: [String]
  /// The functions of the host that it calls, by name.
  public var functions: [Function]
  /// What it has to be allowed.
  public var capabilities: [String]

  /// A function of the host.
  public struct Function: Codable, Hashable, Sendable {
    /// As the script calls it.
    public var name: String
    /// What has to be allowed; nil for a function without effect.
    public var capability: String?
  }
}

extension Script {
  /// What it needs from whoever runs it.
  public var needs: ScriptNeeds {
    let schema = program.schema
    let footprint = program.footprint()
    let called = Set(program.hostCalls().map(\.function))
    let functions = called.compactMap { index in
      program.hostFunctions.indices.contains(index) ? program.hostFunctions[index] : nil
    }.sorted { $0.name < $1.name }
    return ScriptNeeds(
      schema: ScriptNeeds.schema, plan: program.plan.name,
      reads: Dictionary(
        footprint.reads.map { use in
          (schema[use.register].name, use.fields.map { schema[FieldRef(use.register, $0)].name })
        }, uniquingKeysWith: { $0 + $1 }),
      writes: footprint.writes.map { schema[$0.register].name },
      provided: providedRegisters.map { schema[$0].name },
      functions: functions.map { ScriptNeeds.Function(name: $0.name, capability: $0.capability) },
      capabilities: Set(functions.compactMap(\.capability)).sorted())
  }
}
