import ZhibenDiagnostics
import ZhibenSyntax

/// Which definitions and functions name which. 假设 of a 参数 changes what its block reads of it. What rests on the parameter is made anew for a value
/// that is written there; of a value that only a run finds out it knows nothing, and that is not passed over in silence.
struct Uses {
  enum Use: Hashable {
    case definition(Symbol)
    case function(Int)
  }

  /// What stands in statements, in the order in which they were checked.
  private(set) var places: [(use: Use, origin: Origin)] = []
  private var named: [Use: Set<Use>] = [:]
  private var suppositions: [(parameter: Int, places: Range<Int>)] = []

  var count: Int { places.count }

  mutating func add(_ use: Use, in owner: Use?, at origin: Origin?) {
    if let owner {
      named[owner, default: []].insert(use)
    } else if let origin {
      places.append((use, origin))
    }
  }

  /// What was noted from that place on stands in a function.
  mutating func close(function: Int, from start: Int) {
    named[.function(function)] = Set(places[start...].map(\.use))
  }

  /// What was noted from that place on stands where the parameter is supposed to be otherwise.
  mutating func suppose(_ parameter: Int, from start: Int) {
    suppositions.append((parameter, start..<places.count))
  }

  /// What rests on a parameter that is supposed to be otherwise around it.
  func untouched() -> [(parameter: Int, use: Use, origin: Origin)] {
    var found: [(parameter: Int, use: Use, origin: Origin)] = []
    for supposition in suppositions {
      var seen: Set<Use> = []
      for place in places[supposition.places] where seen.insert(place.use).inserted {
        if rests(place.use, on: [supposition.parameter]) {
          found.append((supposition.parameter, place.use, place.origin))
        }
      }
    }
    return found
  }

  /// Whether the function has been checked.
  func isClosed(function: Int) -> Bool { named[.function(function)] != nil }

  /// Whether what is used rests on one of the parameters that are assumed to be otherwise.
  func rests(_ use: Use, on assumptions: Assumptions) -> Bool {
    rests(use, on: Set(assumptions.keys))
  }

  private func rests(_ use: Use, on parameters: Set<Int>) -> Bool {
    var open = [use]
    var seen: Set<Use> = [use]
    while let next = open.popLast() {
      for name in named[next] ?? [] {
        if case .definition(.parameter(let index)) = name, parameters.contains(index) {
          return true
        }
        if seen.insert(name).inserted { open.append(name) }
      }
    }
    return false
  }
}

extension Checker {
  func note(use: Uses.Use, at origin: Origin?) {
    uses.add(use, in: running.last.map { .definition($0.symbol) }, at: origin)
  }

  /// Warns of what a supposed parameter does not reach.
  func reportUntouched() {
    for item in uses.untouched() {
      let name = parameters[item.parameter].item.declaration.name?.text ?? ""
      reporter.report(
        "W0465", at: item.origin,
        ["text": Wording(reporter.text(item.origin)), "name": Wording(name)])
    }
  }
}
