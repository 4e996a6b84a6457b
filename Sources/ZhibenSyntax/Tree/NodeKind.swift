/// What a node of the lossless tree is: one kind for each symbol of the grammar that a formatter, a translator or an editor tells apart.
public enum NodeKind: String, Hashable, Sendable, CaseIterable {
  /// The whole file; the root.
  case file
  // Declarations, one kind for each declaring word.
  case plan, register, enumeration, scope, partition, parameter, reading
  case duty, inspection, draw, incentive, report, require, when, target, escalation
  case use, version,
    function, test
  /// A declaration or statement of a later stage: recognised, reported, skipped.
  case laterItem
  // Parts of declarations.
  case field, fieldModifier, fieldType, enumValue, partitionArm, completeness
  case parameters, functionParameter
  // Statements, one kind for each word; `evaluation` is a question or call that stands alone.
  case binding, assignment, branch, forEach, loop, jump, giveBack, show, insert, update, delete
  case assertion, asOf, expectation, suppose, supposition, project, evaluation
  // Clauses.
  case clause, effect, block, citation, exception, rung, datedLine, bound
  case choice, choiceArm, label
  case cadence, cadenceModifier
  case action, actionModifier
  /// What 当 waits for.
  case event
  // Expressions.
  case name, string, literal, set, entries, entry, record, this, that, parenthesized
  case member, call, via, negate, not, all, history, ever
  case sum, product, conjunction, disjunction
  case comparison, emptiness, between, during, through, offset, conditional
  // Query suffixes; each holds the question it follows.
  case filter, group, aggregate, column, sort, sortKey, select, first, setOperation
  /// Tokens that fit nowhere and were skipped; an issue was reported.
  case skipped
}
