import ZhibenDiagnostics
import ZhibenSemantics

/// Why a step of a question runs in memory and not in the database. The raw values are the codes that a plan prints.
public enum ResidualReason: String, Hashable, Sendable, CaseIterable {
  /// The rows come from a list that is no question.
  case listSource = "list-source"
  /// A list, map or structure as a value.
  case compositeValue = "composite-value"
  /// A function of the script or of the host.
  case functionCall = "function-call"
  /// A library function that the database does not have in this meaning.
  case libraryFunction = "library-function"
  /// Reckoning in months or workdays from a day of the row.
  case calendar
  /// 曾, 历次.
  case history
  /// Earlier values of a many-valued field.
  case listHistory = "list-history"
  /// As of a day that each row has its own.
  case rowDay = "row-day"
  /// A collection whose rows are judged by the row around it.
  case outerRow = "outer-row"
  /// A quotient whose divisor is the row's.
  case division
  /// Integers become too large to stay exact.
  case overflow
  /// Sorted by what has no order.
  case noOrder = "no-order"
  /// A question inside an expression.
  case nestedQuestion = "nested-question"
  /// The owner of the rows is unknown.
  case unknownOwner = "unknown-owner"
  /// More than a statement may hold.
  case tooLarge = "too-large"
  /// An earlier step runs in memory.
  case followsMemory = "follows-memory"

  /// In words.
  public var wording: Wording {
    switch self {
    case .listSource: Wording(zh: "来源是列表", en: "the source is a list")
    case .compositeValue: Wording(zh: "列表、映射或结构的值", en: "a list, map or structure")
    case .functionCall: Wording(zh: "调用函数", en: "calls a function")
    case .libraryFunction: Wording(zh: "库函数在内存中计算", en: "a library function")
    case .calendar: Wording(zh: "按月或工作日推算", en: "reckons in months or workdays")
    case .history: Wording(zh: "查看历次值", en: "looks at earlier values")
    case .listHistory: Wording(zh: "多值栏有变更历史", en: "a many-valued field with a history")
    case .rowDay: Wording(zh: "各行的时点不同", en: "each row has its own day")
    case .outerRow: Wording(zh: "条件引用外层的行", en: "refers to the row outside")
    case .division: Wording(zh: "除以各行的数", en: "divides by a number of the row")
    case .overflow: Wording(zh: "整数过大", en: "integers too large")
    case .noOrder: Wording(zh: "没有次序的值", en: "values without an order")
    case .nestedQuestion: Wording(zh: "式中的查询", en: "a question inside an expression")
    case .unknownOwner: Wording(zh: "所属对象不明", en: "the owner is unknown")
    case .tooLarge: Wording(zh: "语句过长", en: "the statement grows too long")
    case .followsMemory: Wording(zh: "前一步在内存中", en: "an earlier step runs in memory")
    }
  }
}

/// Says that an expression cannot be written in SQL.
struct Unpushable: Error {
  var reason: ResidualReason
  init(_ reason: ResidualReason) { self.reason = reason }
}
