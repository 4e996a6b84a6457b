/// Which clauses a declaration's body may hold.
struct Body {
  /// The declaring word.
  let declaration: Keyword
  /// The clause words, in the order in which they are offered when one is misspelt.
  var heads: [Keyword]
  /// Clause words of the language that this stage only recognises.
  var later: [Keyword] = []
  /// Whether a bare cadence or term is a clause.
  var takesCadences = false
  /// Whether a line may begin with a date: `2024年底前 100%`.
  var takesDatedLines = false
  /// Whether rungs stand here.
  var takesRungs = false
  /// K2a: in 划分 a word with a colon is a label, so clauses take none.
  var takesColons = true

  /// What an exception may state anew: every clause but an exception.
  var ofException: Body {
    var inner = self
    inner.heads.removeAll { $0 == .except }
    return inner
  }

  private static let common: [Keyword] = [.basis, .inForce, .repealed, .note]
  private static let rule: [Keyword] = [
    .subject, .from, .cadence, .evidence, .except, .term, .overdue, .condition, .grace, .lead,
    .firstTime, .firstPeriod, .strength,
  ]
  private static let laterRule: [Keyword] = [.levels, .override, .interpret]

  static let plan = Body(
    declaration: .plan, heads: [.docno, .period, .area, .calendar, .reading] + common)
  static let duty = Body(
    declaration: .duty, heads: rule + common, later: laterRule, takesCadences: true)
  static let inspection = Body(
    declaration: .inspection, heads: rule + [.cap, .mode, .checklist, .effort] + common,
    later: laterRule + [.steps, .exam, .staff, .recheck], takesCadences: true)
  static let draw = Body(
    declaration: .draw,
    heads: [
      .population, .share, .quota, .strata, .noRepeat, .cadence, .freeze, .seed, .reserves, .weight,
      .exclude, .supplement, .staff, .from, .evidence, .term, .overdue, .strength,
    ] + common, takesCadences: true)
  static let incentive = Body(
    declaration: .incentive,
    heads: [.subject, .effect, .ge, .untouched, .veto, .restore] + common)
  static let report = Body(
    declaration: .report,
    heads: [
      .eachUnit, .to, .cc, .cadence, .period, .columns, .totals, .missing, .evidence, .from,
      .overdue, .grace, .firstPeriod, .strength,
    ] + common, takesCadences: true)
  static let when = Body(
    declaration: .when, heads: [.since, .strength] + common, takesColons: false)
  static let require = Body(
    declaration: .require, heads: rule + [.violated] + common, later: laterRule,
    takesCadences: true)
  static let target = Body(
    declaration: .target,
    heads: [.subject, .met, .metric, .period, .versus, .fall, .rise, .zeroBase, .missed] + common,
    later: [.base], takesDatedLines: true)
  static let escalation = Body(
    declaration: .escalation, heads: [.subject, .clock, .until, .pause] + common,
    takesRungs: true)
  static let parameter = Body(declaration: .parameter, heads: common + [.unstated])
  static let reading = Body(declaration: .reading, heads: common)
  static let partition = Body(
    declaration: .partition, heads: [.basedate] + common, takesColons: false)
}

/// The words that begin a declaration or a statement.
enum DeclarationWords {
  /// Declarations that this stage reads.
  static let current: [Keyword] = [
    .plan, .register, .enumeration, .scope, .partition, .parameter, .reading, .duty, .inspection,
    .draw, .incentive, .report, .require, .when, .target, .escalation, .use, .function, .test,
  ]
  static let statements: [Keyword] = [
    .let, .if, .for, .while, .break, .continue, .return, .show, .insert, .update, .delete, .assert,
    .asOf, .expect, .suppose, .project,
  ]
  /// Declarations of later stages: recognised, reported, skipped.
  static let later: [Keyword] = [
    .workflow, .team, .merge, .rating, .deem, .reckoning, .span,
    .cycle, .table,
  ]
  /// Declarations whose name is followed by a brace at once.
  static let withBraces: [Keyword] = [
    .plan, .register, .enumeration, .partition, .duty, .inspection, .require, .target, .escalation,
    .draw, .workflow, .incentive, .team, .merge, .report, .rating, .deem, .reckoning, .test,
  ]
}
