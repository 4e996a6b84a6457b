/// What the grammar wants at a place, named as people name it. Issues carry these names, never lists of tokens.
enum Slot: Hashable {
  case declaration, statement, supposition, day, name, clause, value, condition, question, field,
    type, enumValue, label
  case cadence, action, event, rung, duration, quantity, number
  /// `；` or a new line.
  case separator
  /// A sign that must stand here.
  case sign(String)
  /// A word that must stand here.
  case word(Keyword)
  /// The value of a clause: 频次的值.
  case clauseValue(Keyword)

  /// The name, as issues carry it in `arguments`.
  var name: String {
    switch self {
    case .declaration: "声明"
    case .statement: "语句"
    case .supposition: "要假设的内容"
    case .day: "日期"
    case .name: "名称"
    case .clause: "条款"
    case .value: "值"
    case .condition: "条件"
    case .question: "登记或范围"
    case .field: "字段"
    case .type: "类型"
    case .enumValue: "取值"
    case .label: "标签"
    case .cadence: "频次"
    case .action: "措施"
    case .event: "事件"
    case .rung: "台阶"
    case .duration: "时长"
    case .quantity: "数量"
    case .number: "数"
    case .separator: "分号或换行"
    case .sign(let sign): "「\(sign)」"
    case .word(let keyword): KeywordTable.spelling(of: keyword, in: .chinese)
    case .clauseValue(let keyword): KeywordTable.spelling(of: keyword, in: .chinese) + "的值"
    }
  }
}
