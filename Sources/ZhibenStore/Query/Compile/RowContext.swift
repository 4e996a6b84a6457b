/// The tables that one SELECT reads: a base, and what is joined to its rows. No join adds or removes a row.
final class RowContext {
  /// The alias of the base.
  let alias: String
  private let base: Fragment
  private(set) var joins: [Fragment] = []
  /// Aliases of what is joined already.
  private var known: [Fragment: String] = [:]

  /// Starts with a table or a subquery.
  init(_ base: Fragment, alias: String) {
    self.base = base
    self.alias = alias
  }

  /// What stands behind FROM.
  var from: Fragment {
    joins.reduce("\(base) AS \(name: alias)") { "\($0) \($1)" }
  }

  /// A column of the base.
  func column(_ name: String) -> Fragment { "\(name: alias).\(name: name)" }

  /// Joins `table` where `condition` holds, at most one row of it to each of these; once for the same `key`.
  /// - Returns: its alias.
  func join(
    _ key: Fragment, as newAlias: @autoclosure () -> String, _ table: Fragment,
    on condition: (String) -> Fragment
  ) -> String {
    if let known = known[key] { return known }
    let alias = newAlias()
    joins.append("LEFT JOIN \(table) AS \(name: alias) ON \(condition(alias))")
    known[key] = alias
    return alias
  }

  /// Does it, and takes back what it joined if it fails.
  func attempting<T>(_ body: () throws(Unpushable) -> T) throws(Unpushable) -> T {
    let (before, names) = (joins, known)
    do {
      return try body()
    } catch {
      (joins, known) = (before, names)
      throw error
    }
  }
}
