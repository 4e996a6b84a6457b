import ZhibenDiagnostics

/// Counts in how many places functions are called.
struct CallCounter {
  private let program: Program
  private var functionCounts: [Int: Int] = [:]
  private var hostCounts: [Int: Int] = [:]
  private var libraryCounts: [Wording: Int] = [:]

  init(_ program: Program) { self.program = program }

  /// Counts the calls of an expression and its parts.
  mutating func count(_ core: Core) {
    switch core.node {
    case .call(let index, _): functionCounts[index, default: 0] += 1
    case .hostCall(let index, _): hostCounts[index, default: 0] += 1
    case .aggregate(let aggregate):
      libraryCounts[Library.wording(of: aggregate.kind), default: 0] += 1
    case .fold(let fold): libraryCounts[Library.wording(of: fold.kind), default: 0] += 1
    case .builtin(let function, _): libraryCounts[Library.wording(of: function), default: 0] += 1
    default: break
    }
    for part in core.parts { count(part) }
  }

  /// Functions of the script, in its order.
  var functions: [Footprint.Call] {
    functionCounts.sorted { $0.key < $1.key }.compactMap { index, places in
      guard program.functions.indices.contains(index) else { return nil }
      return Footprint.Call(name: Wording(program.functions[index].name), places: places)
    }
  }

  /// Functions of the host.
  var hosts: [Footprint.Call] {
    hostCounts.sorted { $0.key < $1.key }.compactMap { index, places in
      guard program.hostFunctions.indices.contains(index) else { return nil }
      let host = program.hostFunctions[index]
      return Footprint.Call(
        name: Wording(host.name), places: places, capability: host.capability)
    }
  }

  /// Functions of the library, by name.
  var library: [Footprint.Call] {
    libraryCounts.sorted { $0.key.zh < $1.key.zh }.map {
      Footprint.Call(name: $0.key, places: $0.value)
    }
  }
}
