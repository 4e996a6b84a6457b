import ZhibenSyntax

/// What a declared name of the common namespace stands for.
enum Symbol: Hashable {
  case register(RegisterID)
  case scope(Int)
  /// A scope with parameters.
  case template(Int)
  case partition(Int)
  case parameter(Int)
  case reading(Int)

  /// The word that declares it.
  var keyword: Keyword {
    switch self {
    case .register: .register
    case .scope, .template: .scope
    case .partition: .partition
    case .parameter: .parameter
    case .reading: .reading
    }
  }
}

/// All declared names. Registers, scopes, partitions, parameters and readings share one namespace; enums (with the labels of partitions) and
/// rules have their own.
struct Symbols {
  private(set) var names = NameTable<Symbol>()
  private(set) var enumerations = NameTable<EnumID>()
  private(set) var rules = NameTable<Keyword>()
  private var places = NameTable<Origin>()
  private var enumerationPlaces = NameTable<Origin>()
  private var rulePlaces = NameTable<Origin>()

  /// Declares a name; gives the place of the earlier declaration if there is one.
  mutating func declare(_ name: String, _ symbol: Symbol, at origin: Origin) -> Origin? {
    if names[name] != nil { return places[name] }
    names[name] = symbol
    places[name] = origin
    return nil
  }

  mutating func declare(_ name: String, _ list: EnumID, at origin: Origin) -> Origin? {
    if enumerations[name] != nil { return enumerationPlaces[name] }
    enumerations[name] = list
    enumerationPlaces[name] = origin
    return nil
  }

  mutating func declareRule(_ name: String, _ keyword: Keyword, at origin: Origin) -> Origin? {
    if rules[name] != nil { return rulePlaces[name] }
    rules[name] = keyword
    rulePlaces[name] = origin
    return nil
  }

  /// A register's name also in the English of its alias.
  mutating func addAlias(_ alias: String, _ symbol: Symbol) {
    if names[alias] == nil { names[alias] = symbol }
  }

  /// The names of one kind, sorted.
  func all(_ fits: (Symbol) -> Bool) -> [String] { names.names(where: fits) }

  func place(of name: String) -> Origin? { places[name] }
}
