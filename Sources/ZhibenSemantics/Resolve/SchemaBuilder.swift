import ZhibenDiagnostics
import ZhibenSyntax

/// Builds the schema from 取值 and 登记: first all names, then the fields, so that registers may refer to each other.
struct SchemaBuilder {
  let reporter: Reporter
  var schema = Schema()
  var symbols = Symbols()
  /// Where each field was declared first.
  var fieldPlaces: [FieldRef: Origin] = [:]
  /// The fields of each register by name and by column.
  var fieldsByName: [RegisterID: [String: Int]] = [:]
  var fieldsByColumn: [RegisterID: [String: Int]] = [:]
  /// The registers by table.
  private var tables: [String: RegisterID] = [:]

  init(reporter: Reporter) { self.reporter = reporter }

  /// Reads all registers and lists. Default values are left to the checker, which knows constants.
  mutating func build(_ declarations: [Loaded]) {
    for item in declarations {
      if case .enumeration(let body) = item.declaration.body { declareList(body, item) }
    }
    for item in declarations {
      if case .register(let body) = item.declaration.body { declareRegister(body, item) }
    }
    for item in declarations {
      if case .register(let body) = item.declaration.body { addFields(body, item) }
    }
  }

  // MARK: - Lists

  private mutating func declareList(_ body: EnumBody, _ item: Loaded) {
    guard let name = item.declaration.name else { return }
    let id = EnumID(schema.enumerations.count)
    if let earlier = symbols.declare(name.text, id, at: item.nameOrigin) {
      reportTwice(name.text, item.nameOrigin, earlier)
      return
    }
    schema.enumerations.append(list(named: name.text, body, item))
  }

  mutating func list(named name: String, _ body: EnumBody, _ item: Loaded) -> EnumSchema {
    // Positions ascend from mild to grave whichever way the list was written.
    let written = body.order == .descending ? body.values.reversed() : body.values
    checkSpellings(written.flatMap { [$0.name] + $0.synonyms }, item)
    return EnumSchema(
      name: name, values: written.map(\.name.text),
      synonyms: written.map { $0.synonyms.map(\.text) }, isOrdered: body.order != nil,
      isOpen: body.isOpen)
  }

  private func checkSpellings(_ spellings: [Name], _ item: Loaded) {
    var seen: [String: Span] = [:]
    for spelling in spellings {
      if let first = seen[spelling.text] {
        // A value may repeat its own name as a synonym.
        reportTwice(spelling.text, item.origin(spelling.span), item.origin(first))
      } else {
        seen[spelling.text] = spelling.span
      }
    }
  }

  // MARK: - Registers

  private mutating func declareRegister(_ body: RegisterBody, _ item: Loaded) {
    guard let name = item.declaration.name else { return }
    if case .register(let id)? = symbols.names[name.text] {
      extend(id, body, item)
      return
    }
    let id = RegisterID(schema.registers.count)
    if let earlier = symbols.declare(name.text, .register(id), at: item.nameOrigin) {
      reportTwice(name.text, item.nameOrigin, earlier)
      return
    }
    let table = table(for: name, body.alias, item)
    if tables[table] == nil { tables[table] = id }
    schema.registers.append(
      RegisterSchema(
        name: name.text, table: table, fields: [], isComplete: isComplete(body),
        isConfidential: body.isConfidential))
    if let alias = body.alias { symbols.addAlias(alias.text, .register(id)) }
  }

  /// A second 登记 of the same name adds to the first.
  private mutating func extend(_ id: RegisterID, _ body: RegisterBody, _ item: Loaded) {
    if let alias = body.alias, alias.text != schema[id].table {
      reporter.report(
        "E0321", at: item.origin(alias.span),
        ["register": Wording(schema[id].name), "alias": Wording(schema[id].table)],
        fixes: [Fix(alias.span, schema[id].table)])
    }
    if body.completeness != nil { schema.registers[id.index].isComplete = isComplete(body) }
    if body.isConfidential { schema.registers[id.index].isConfidential = true }
  }

  private func table(for name: Name, _ alias: Name?, _ item: Loaded) -> String {
    guard let alias else {
      return ColumnNames.isColumn(name.text)
        ? name.text : ColumnNames.derived(from: name.text, prefix: "t_")
    }
    guard ColumnNames.isColumn(alias.text) else {
      reportAlias(alias, item)
      return ColumnNames.derived(from: name.text, prefix: "t_")
    }
    if let other = tables[alias.text].map({ schema[$0] }) {
      reporter.report(
        "E0322", at: item.origin(alias.span),
        ["alias": Wording(alias.text), "name": Wording(other.name)])
      return ColumnNames.derived(from: name.text, prefix: "t_")
    }
    return alias.text
  }

  /// `齐全 按 采集` and `齐全 自 …` say that rows may be missing (time 8).
  private func isComplete(_ body: RegisterBody) -> Bool {
    switch body.completeness {
    case nil, .complete: true
    case .by, .since: false
    }
  }

  func reportAlias(_ alias: Name, _ item: Loaded) {
    reporter.report("E0323", at: item.origin(alias.span), ["alias": Wording(alias.text)])
  }

  func reportTwice(_ name: String, _ place: Origin, _ earlier: Origin) {
    reporter.report(
      "E0307", at: place, ["name": Wording(name)], secondary: [(earlier, .declaredHere)])
  }
}

extension Wording {
  static let declaredHere = Wording(zh: "先在这里声明", en: "declared here first")
}
