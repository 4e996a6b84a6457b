import ZhibenSemantics

/// The order in which files are imported: what is referred to comes first; registers that refer to each other in a circle come together.
enum ImportOrder {
  /// The positions of the files in groups.
  static func groups(of files: [ImportFile], schema: Schema) -> [[Int]] {
    let registers = Set(files.map(\.register))
    var search = Search(schema: schema, registers: registers)
    for register in registers.sorted() { search.visit(register) }
    return search.circles.map { circle in
      files.indices.filter { circle.contains(files[$0].register) }
    }
  }

  /// Tarjan's search for circles; it yields them after what they refer to. As deep as there are registers.
  private struct Search {
    let schema: Schema
    let registers: Set<RegisterID>
    var circles: [Set<RegisterID>] = []
    private var order: [RegisterID: Int] = [:]
    private var lowest: [RegisterID: Int] = [:]
    private var stack: [RegisterID] = []

    init(schema: Schema, registers: Set<RegisterID>) {
      self.schema = schema
      self.registers = registers
    }

    mutating func visit(_ register: RegisterID) {
      if order[register] != nil { return }
      let number = order.count
      (order[register], lowest[register]) = (number, number)
      stack.append(register)
      for field in schema[register].fields {
        guard case .reference(let target) = field.type, registers.contains(target) else { continue }
        if order[target] == nil {
          visit(target)
          lowest[register] = min(lowest[register] ?? number, lowest[target] ?? number)
        } else if stack.contains(target) {
          lowest[register] = min(lowest[register] ?? number, order[target] ?? number)
        }
      }
      if lowest[register] == number, let start = stack.firstIndex(of: register) {
        circles.append(Set(stack[start...]))
        stack.removeSubrange(start...)
      }
    }
  }
}
