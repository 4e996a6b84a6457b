import Synchronization
import Zhiben

/// The names of the records of a store by how their first character sounds, so that a beginning is found among many.
final class RecordIndex: Sendable {
  struct Entry: Sendable {
    var name: String
    var register: String
  }

  private struct State: Sendable {
    var version: Int?
    var entries: [Entry] = []
    /// The entries by the initials of their first character.
    var byInitial: [Character: [Int]] = [:]
    var initials = InitialTable()
  }

  /// More names nobody looks through: of so many the shorter ones are nearer to what was typed.
  private static let limit = 2_000
  private let state = Mutex(State())

  /// The records that may begin so; read from the store again where it has changed.
  /// - Parameter mayFit: which names are worth a closer look.
  func entries(
    beginning typed: String, in engine: Engine, _ script: Script, where mayFit: (String) -> Bool
  ) -> [Entry] {
    guard let initial = typed.first.map({ Character($0.lowercased()) }) else { return [] }
    load(engine, script)
    let filter = InitialFilter(typed)
    return state.withLock { state in
      var found: [Int] = []
      for number in state.byInitial[initial] ?? [] {
        let name = state.entries[number].name
        guard mayFit(name), filter?.mayFit(name, &state.initials) ?? true else { continue }
        found.append(number)
      }
      return Self.shortest(found.map { state.entries[$0] })
    }
  }

  /// The shorter ones of too many, in their order.
  private static func shortest(_ entries: [Entry]) -> [Entry] {
    guard entries.count > limit else { return entries }
    var counts = [Int](repeating: 0, count: 256)
    for entry in entries { counts[min(255, entry.name.utf8.count)] += 1 }
    var (length, sum) = (0, 0)
    while length < counts.count, sum + counts[length] <= limit {
      sum += counts[length]
      length += 1
    }
    var left = limit - sum
    return entries.filter { entry in
      let own = min(255, entry.name.utf8.count)
      guard own == length, left > 0 else { return own < length }
      left -= 1
      return true
    }
  }

  /// Reads the names, unless they are there.
  func load(_ engine: Engine, _ script: Script) {
    let version = try? engine.dataVersion()
    guard state.withLock({ $0.version == nil || $0.version != version }) else { return }
    let names = (try? engine.recordNames(of: script)) ?? []
    var fresh = State(version: version ?? -1)
    var initials: [Character: [Character]] = [:]
    for record in names {
      guard let first = record.name.first else { continue }
      fresh.byInitial[first, default: []].append(fresh.entries.count)
      if Pinyin.isHan(first) {
        let found =
          initials[first]
          ?? Array(Set(Pinyin.readings(of: first).compactMap(\.first).filter { $0 != first }))
        initials[first] = found
        for initial in found { fresh.byInitial[initial, default: []].append(fresh.entries.count) }
      }
      fresh.entries.append(Entry(name: record.name, register: record.register))
    }
    state.withLock { [fresh] in $0 = fresh }
  }
}
