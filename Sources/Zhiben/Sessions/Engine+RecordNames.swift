import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Engine {
  /// What the records of a script's registers are called, for completion: each name and each key with the register it is of. Nothing
  /// confidential.
  /// - Throws: the store cannot be read.
  public func recordNames(of script: Script) throws(Diagnostics) -> [(
    name: String, register: String
  )] {
    let schema = script.program.schema
    let registers = schema.registers.indices.map { RegisterID($0) }.filter {
      !schema[$0].isReadOnly && !schema[$0].isConfidential
    }
    var demand = Demand()
    for register in registers { demand.add(schema.namingFields(of: register), of: register) }
    let facts = try script.facts(in: store, demand: demand)
    var names: [(name: String, register: String)] = []
    for register in registers {
      let fields = schema.namingFields(of: register)
      // Where records have names, nobody types their keys.
      guard let field = fields.last, schema[register].fields[field].type == .text,
        let column = facts[register].columns[field]
      else { continue }
      let owner = schema[register].name
      for cell in column.cells where cell != unknownCell {
        if facts.symbols.indices.contains(Int(cell)) {
          names.append((facts.symbols[Int(cell)], owner))
        }
      }
    }
    return names
  }
}
