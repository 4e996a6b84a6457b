import ZhibenDiagnostics

// What the functions of the library are called in scripts.

extension Library {
  static func wording(of kind: Aggregate.Kind) -> Wording {
    names(of: .aggregate(kind)) ?? Wording(kind.rawValue)
  }

  static func wording(of builtin: Builtin) -> Wording {
    names(of: .builtin(builtin)) ?? Wording(builtin.rawValue)
  }

  private static func names(of meaning: LibraryFunction.Meaning) -> Wording? {
    functions.first { $0.meaning == meaning }?.names
  }
}
