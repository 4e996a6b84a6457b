import ZhibenSyntax

/// The statements being checked together: their variables, and what may be done in them.
final class ProcedureScope {
  enum Kind {
    /// The statements at the top of a script.
    case main
    case function(FunctionSignature)
    case test
  }

  let kind: Kind
  private(set) var slots: [Slot] = []
  /// Where each variable was introduced.
  private(set) var places: [Origin] = []
  /// How many of the variables, the first ones, were there before the first statement.
  private(set) var given = 0
  /// Where records are changed.
  var writes: [Origin] = []
  /// Which functions of the script are called, and where.
  var calls: [(function: Int, origin: Origin)] = []

  init(_ kind: Kind) { self.kind = kind }

  /// A new variable.
  func add(_ name: String, _ type: ValueType, at origin: Origin) -> Int {
    slots.append(Slot(name: name, type: type))
    places.append(origin)
    return slots.count - 1
  }

  /// A variable that was there before the first statement, and that a 令 may hide.
  func give(_ variable: Slot, at origin: Origin) -> Int {
    given += 1
    return add(variable.name, variable.type, at: origin)
  }

  var isTest: Bool { if case .test = kind { true } else { false } }
  var isMain: Bool { if case .main = kind { true } else { false } }
  var function: FunctionSignature? {
    if case .function(let signature) = kind { signature } else { nil }
  }
}

/// How a function of the script is called.
struct FunctionSignature {
  var name: String
  var parameters: [Slot]
  /// Nil gives nothing back.
  var result: ValueType?
  var item: Loaded
  /// Whether every type could be read.
  var isSound: Bool
}

/// A function that is no library's.
enum FunctionReference {
  case script(Int)
  case host(Int)
}

/// What a block of statements leads to.
enum Flow {
  /// What stands behind it is done.
  case onward
  /// It always leaves: by 返回, 跳出, 继续, or by never ending.
  case leaves
}
