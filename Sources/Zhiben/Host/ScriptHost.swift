import ZhibenRuntime
import ZhibenSemantics

/// What a host gives scripts: functions, and registers whose rows it holds itself. A value; an engine keeps its own copy.
///
/// A script reaches the language, its library, the store's registers and this, and nothing else: no file, network, process or clock.
public struct ScriptHost: Sendable {
  /// What a function does besides giving a value back.
  public enum Effect: Hashable, Sendable {
    /// Nothing: equal arguments give an equal result. Needs no permission.
    case none
    /// It reads or changes what lies outside of the script. An engine has to allow it.
    case external
  }

  /// A function with its body.
  struct Function: Sendable {
    var signature: HostFunction
    var body: World.HostBody
  }

  private(set) var functions: [Function] = []
  private(set) var registers: [String: @Sendable () throws -> [HostRecord]] = [:]

  /// A host that gives nothing.
  public init() {}

  /// Gives scripts a function. A later one of the same name takes the place of an earlier one.
  ///
  /// A parameter that is not optional takes no unknown value: then a function without effect gives unknown, and one with an effect is not
  /// called and ends the script. What `body` throws ends the script, too, and comes out as the diagnostic's `cause`.
  /// - Parameters:
  ///   - name: as scripts call it. A name of the language stays the language's.
  ///   - effect: whether an engine has to allow it.
  ///   - capability: what is to be allowed; by default the function's name.
  ///   - body: what it does; its parameters and result are those of the function.
  public mutating func define<each P: ScriptValue, R: ScriptValue>(
    _ name: String, effect: Effect = .none, capability: String? = nil,
    _ body: @escaping @Sendable (repeat each P) throws -> R
  ) {
    var types: [ValueType] = []
    repeat types.append((each P).scriptType)
    add(name, types, R.scriptType, effect, capability) { values in
      let arguments = HostArguments(values, effect: effect)
      do {
        return try body(repeat arguments.next((each P).self)).scriptValue
      } catch is HostArguments.Unknown {
        return nil
      }
    }
  }

  /// Gives scripts a function that gives nothing back.
  public mutating func define<each P: ScriptValue>(
    _ name: String, effect: Effect = .none, capability: String? = nil,
    _ body: @escaping @Sendable (repeat each P) throws -> Void
  ) {
    var types: [ValueType] = []
    repeat types.append((each P).scriptType)
    add(name, types, nil, effect, capability) { values in
      let arguments = HostArguments(values, effect: .external)
      try body(repeat arguments.next((each P).self))
      return nil
    }
  }

  /// Gives scripts the rows of a register that they declare (登记), with a key (标识). They are read anew for each plan or question, are never
  /// written to the store, and cannot be changed by scripts.
  /// - Parameters:
  ///   - register: the register's name or table.
  ///   - rows: the rows as of now. What it throws ends the run (E0831).
  public mutating func provide(
    _ register: String, _ rows: @escaping @Sendable () throws -> [HostRecord]
  ) {
    registers[register] = rows
  }

  private mutating func add(
    _ name: String, _ parameters: [ValueType], _ result: ValueType?, _ effect: Effect,
    _ capability: String?, _ body: @escaping World.HostBody
  ) {
    let signature = HostFunction(
      name: name, parameters: parameters, result: result,
      capability: effect == .none ? nil : capability ?? name)
    functions.removeAll { $0.signature.name == name }
    functions.append(Function(signature: signature, body: body))
  }
}

/// Takes the arguments of one call in order.
final class HostArguments {
  /// An unknown argument of a function without effect: its result is unknown.
  struct Unknown: Error {}

  private let values: [Value?]
  private let effect: ScriptHost.Effect
  private var taken = 0

  init(_ values: [Value?], effect: ScriptHost.Effect) {
    (self.values, self.effect) = (values, effect)
  }

  func next<T: ScriptValue>(_ type: T.Type) throws -> T {
    let value = taken < values.count ? values[taken] : nil
    taken += 1
    if let known = T(script: value) { return known }
    if value == nil, effect == .none { throw Unknown() }
    throw HostArgumentError(position: taken, isUnknown: value == nil)
  }
}

/// An argument that a host function does not take.
public struct HostArgumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public let position: Int
  /// Whether it is unknown; else it is of another type, or a number with a fraction where whole ones are taken.
  public let isUnknown: Bool

  /// `第 2 个参数未知`.
  public var description: String { "第 \(position) 个参数\(isUnknown ? "未知" : "不合要求")" }
}
