import ZhibenSyntax

/// What 假设 says of 参数: the values that they have in its block, by position.
typealias Assumptions = [Int: Value]

/// A definition or function under assumptions.
struct Assumed<Thing: Hashable>: Hashable {
  var thing: Thing
  var assumptions: Assumptions
}

// Whoever judges scopes and runs functions knows nothing of suppositions: what rests on a parameter that is supposed to be otherwise is checked once
// more with the other value, as a definition of its own.

extension Checker {
  /// What a name of the common namespace stands for in that place.
  func symbol(_ name: String, _ context: Context) -> Symbol? {
    guard let symbol = symbols.names[name] else { return nil }
    return context.assumptions.isEmpty ? symbol : self.symbol(symbol, under: context.assumptions)
  }

  /// The definition as it is under assumptions: itself if it does not rest on them.
  func symbol(_ symbol: Symbol, under assumptions: Assumptions) -> Symbol {
    guard !assumptions.isEmpty else { return symbol }
    // What a definition names is known only when it has been checked.
    switch symbol {
    case .register, .template: return symbol
    case .scope(let index): _ = scope(index)
    case .partition(let index): _ = partition(index)
    case .parameter(let index):
      if assumptions[index] != nil { return symbol }
      _ = parameter(index)
    case .reading(let index): _ = reading(index)
    }
    guard uses.rests(.definition(symbol), on: assumptions) else { return symbol }
    let key = Assumed(thing: symbol, assumptions: assumptions)
    if let known = assumedSymbols[key] { return known }
    let made: Symbol
    switch symbol {
    case .scope(let index):
      scopes.append(Lazily(item: scopes[index].item))
      made = .scope(scopes.count - 1)
      bindings[scopes.count - 1] = ScopeBinding(
        constants: bindings[index]?.constants ?? [:],
        suffix: (bindings[index]?.suffix ?? "") + text(of: assumptions))
    case .partition(let index):
      partitions.append(Lazily(item: partitions[index].item))
      made = .partition(partitions.count - 1)
    case .parameter(let index):
      parameters.append(Lazily(item: parameters[index].item))
      made = .parameter(parameters.count - 1)
    case .reading(let index):
      readings.append(Lazily(item: readings[index].item))
      made = .reading(readings.count - 1)
    case .register, .template: return symbol
    }
    assumedSymbols[key] = made
    self.assumptions[made] = assumptions
    return made
  }

  /// `（假设 人数线 = 80人）`
  func text(of assumptions: Assumptions) -> String {
    let printer = ProgramPrinter(schema: schema)
    let parts = assumptions.sorted { $0.key < $1.key }.map { index, value in
      let parameter = parameter(index)
      let core = Core(
        .constant(value), parameter?.type ?? .text, parameters[index].item.nameOrigin)
      return "\(parameter?.name ?? "") = \(printer.text(core))"
    }
    return "（假设 \(parts.joined(separator: "，"))）"
  }

  /// The function as it is under assumptions: itself if it does not rest on them.
  func function(_ index: Int, under assumptions: Assumptions) -> Int {
    // Of a function that is still to be checked nobody knows on what it rests.
    guard !assumptions.isEmpty,
      !uses.isClosed(function: index) || uses.rests(.function(index), on: assumptions)
    else { return index }
    let key = Assumed(thing: index, assumptions: assumptions)
    if let known = assumedFunctions[key] { return known }
    functions.append(functions[index])
    functionAssumptions[functions.count - 1] = assumptions
    assumedFunctions[key] = functions.count - 1
    return functions.count - 1
  }
}
