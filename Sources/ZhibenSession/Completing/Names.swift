import Zhiben
import ZhibenSyntax

/// What a name stands for.
package struct NamedThing: Hashable, Sendable {
  package var name: String
  package var kind: Wording
}

enum Names {
  /// A name as it has to be written in a script: in 「」 where it would be read as something else.
  static func asWritten(_ name: String) -> String {
    let tokens = Lexer.lex(SourceFile(name: "", text: name)).tokens.filter { $0.kind != .endOfFile }
    if tokens.count == 1, let only = tokens.first, case .word = only.kind { return name }
    return "「\(name)」"
  }
}

extension Conversation {
  /// All names that a script may use here.
  var names: [NamedThing] {
    let program = script.program
    let schema = program.schema
    var things: [NamedThing] = []
    func add(_ names: [String], _ zh: String, _ en: String) {
      things += names.map { NamedThing(name: $0, kind: Wording(zh: zh, en: en)) }
    }
    add(state.workspace.variables.map(\.name), "变量", "variable")
    add(schema.recorded.map(\.name), "登记", "register")
    add(program.scopes.map(\.name), "范围", "scope")
    add(program.partitions.map(\.name), "划分", "partition")
    add(program.parameters.map(\.name), "参数", "parameter")
    add(program.functions.map(\.name), "函数", "function")
    let language = session.language
    things += Library.functions.map {
      NamedThing(name: $0.names[language], kind: Wording(zh: "函数", en: "function"))
    }
    let outcomes = program.outcomes == nil ? OutcomeRegisters.Table.allCases.map(\.rawValue) : []
    add(outcomes + schema.registers.filter(\.isReadOnly).map(\.name), "结果", "outcomes")
    things += fields(of: nil)
    for list in schema.recordedLists {
      add(list.values, "取值·\(list.name)", "value of \(list.name)")
    }
    add(program.rules.map(\.name), "规则", "rule")
    return things
  }

  /// The fields of a register, or of all.
  func fields(of name: String?) -> [NamedThing] {
    let schema = script.program.schema
    let registers = schema.registers.filter { name == nil || $0.name == name }
    return registers.flatMap { register in
      register.fields.map { field in
        let type = schema.name(of: ValueType(field))
        return NamedThing(
          name: field.name,
          kind: Wording(
            zh: "字段·\(type.zh)  \(register.name)", en: "field, \(type.en)  \(register.name)"))
      }
    }
  }
}
