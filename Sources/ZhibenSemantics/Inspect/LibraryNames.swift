import ZhibenDiagnostics

// What the functions of the library are called in scripts.

extension Library {
  static func wording(of kind: Aggregate.Kind) -> Wording {
    wording(aggregates.filter { $0.value == kind }.map(\.key), kind.rawValue)
  }

  static func wording(of builtin: Builtin) -> Wording {
    wording(functions.filter { $0.value == builtin }.map(\.key), builtin.rawValue)
  }

  /// The shortest name in each language; of equally long ones the first.
  private static func wording(_ names: [String], _ raw: String) -> Wording {
    let sorted = names.sorted { ($0.count, $0) < ($1.count, $1) }
    let english = sorted.first { $0.utf8.allSatisfy { $0 < 0x80 } }
    let chinese = sorted.first { !$0.utf8.allSatisfy { $0 < 0x80 } }
    return Wording(zh: chinese ?? english ?? raw, en: english ?? raw)
  }
}
