// Where a program leaves what is its own.

extension Program {
  /// Every call of a host function: the function's position in `hostFunctions`, and where it is called.
  public func hostCalls() -> [(function: Int, origin: Origin)] {
    var found: [(function: Int, origin: Origin)] = []
    func look(_ core: Core) {
      if case .hostCall(let function, _) = core.node { found.append((function, core.origin)) }
      for part in core.parts { look(part) }
    }
    for core in procedures.flatMap(\.steps).flatMap(\.cores) { look(core) }
    return found
  }

  /// Every 记入, 修改 and 注销: the register, and where it stands. Those that are only supposed count, too.
  public func recordChanges() -> [(register: RegisterID, origin: Origin)] {
    procedures.flatMap(\.steps).flatMap { step -> [(register: RegisterID, origin: Origin)] in
      switch step.node {
      case .insert(let register, _): return [(register, step.origin)]
      case .update(let core, _), .delete(let core):
        return core.type.record.map { [($0, step.origin)] } ?? []
      case .suppose(let changes, _):
        return changes.compactMap { change in
          guard case .change(let step) = change else { return nil }
          switch step.node {
          case .insert(let register, _): return (register, step.origin)
          case .update(let core, _), .delete(let core):
            return core.type.record.map { ($0, step.origin) }
          default: return nil
          }
        }
      default: return []
      }
    }
  }

  private var procedures: [Procedure] {
    functions + [main].compactMap { $0 } + tests.map(\.procedure)
  }
}
