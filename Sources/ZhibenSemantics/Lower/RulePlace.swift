import ZhibenSyntax

/// The rule being lowered: where it stands and whom it speaks of.
struct RulePlace {
  var item: Loaded
  var name: String
  /// The subject's register; nil for a target that only reads figures.
  var register: RegisterID?

  /// The context of conditions over the subject.
  var context: Context { Context(source: item.source, frames: register.map { [$0] } ?? []) }

  func origin(_ span: Span) -> Origin { item.origin(span) }
}

/// The clauses of one declaration by head.
struct Clauses {
  let item: Loaded
  let all: [Clause]

  /// The first clause with that head.
  subscript(head: Keyword) -> Clause? {
    for index in all.indices where all[index].head == head { return all[index] }
    return nil
  }

  /// All clauses with that head.
  func every(_ head: Keyword) -> [Clause] { all.filter { $0.head == head } }

  /// The one question or condition of a clause.
  func expression(_ head: Keyword) -> Expression? {
    switch self[head]?.value {
    case .expression(let expression)?, .term(let expression)?: expression
    default: nil
    }
  }

  /// The several paths or metrics of a clause.
  func expressions(_ head: Keyword) -> [Expression] {
    every(head).flatMap { clause -> [Expression] in
      switch clause.value {
      case .expressions(let expressions): expressions
      case .expression(let expression): [expression]
      default: []
      }
    }
  }

  /// The names of a clause.
  func names(_ head: Keyword) -> [Name] {
    every(head).flatMap { clause -> [Name] in
      if case .names(let names) = clause.value { names } else { [] }
    }
  }

  /// The actions of a clause.
  func actions(_ head: Keyword) -> [Action] {
    every(head).flatMap { clause -> [Action] in
      if case .actions(let actions) = clause.value { actions } else { [] }
    }
  }
}
