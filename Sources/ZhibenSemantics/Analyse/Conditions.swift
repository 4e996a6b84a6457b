import ZhibenDiagnostics
import ZhibenSyntax

// Conditions that nothing can meet, that everything meets, or that nothing can decide.

extension Analysis {
  /// Scopes, and the lines of partitions.
  func reportDefinitions() {
    for scope in program.scopes { reportConditions(in: scope.condition) }
    for (index, partition) in program.partitions.enumerated() {
      reportConditions(in: partition.domain)
      reportLines(partition, index)
    }
  }

  /// Lines of a partition that no record reaches: it meets an earlier one, too, or none can meet it.
  private func reportLines(_ partition: PartitionDefinition, _ index: Int) {
    let record = Core(.record(frame: 0), .record(partition.register), partition.origin)
    guard let classes = constraints.classes(index, of: record) else { return }
    let labels = program.schema[partition.classes].values
    for (number, arm) in partition.arms.enumerated() where !arm.isTrue {
      if reportConditions(in: arm) { continue }
      guard classes.indices.contains(number), classes[number].yes?.isEmpty == true else { continue }
      let holds = constraints.truths(arm).yes
      let earlier = partition.arms.indices.prefix(number).filter { earlier in
        constraints.both(holds, constraints.truths(partition.arms[earlier]).yes)?.isEmpty == false
      }
      guard !earlier.isEmpty else { continue }
      reporter.report(
        "E0505", at: arm.origin,
        ["earlier": Wording.list(earlier.map { labels[$0] })],
        secondary: earlier.map {
          (partition.arms[$0].origin, Wording(zh: "已经包括", en: "covers it"))
        })
    }
  }

  // MARK: - One condition

  /// Looks at a condition, at its alternatives, and at those inside of questions. Whether something was said.
  @discardableResult
  func reportConditions(in core: Core) -> Bool {
    var isSaid = reportCondition(core)
    if isSaid { return true }
    switch core.node {
    case .and:
      for part in core.conjuncts where reportConditions(in: part) { isSaid = true }
    case .or:
      for part in core.alternatives where reportConditions(in: part) { isSaid = true }
    default:
      for part in core.parts {
        if part.type == .bool {
          if reportConditions(in: part) { isSaid = true }
        } else if reportQuestions(in: part) {
          isSaid = true
        }
      }
      if case .aggregate(let aggregate) = core.node, reportWindow(aggregate, core) { isSaid = true }
    }
    return isSaid
  }

  /// The conditions inside of a value.
  private func reportQuestions(in core: Core) -> Bool {
    var isSaid = false
    for part in core.parts {
      let isNew = part.type == .bool ? reportConditions(in: part) : reportQuestions(in: part)
      isSaid = isSaid || isNew
    }
    if case .aggregate(let aggregate) = core.node, reportWindow(aggregate, core) { return true }
    return isSaid
  }

  /// Looks at one condition as a whole. A single test that stands for itself, or a scope, is judged where it is declared.
  private func reportCondition(_ core: Core) -> Bool {
    if case .constant = core.node { return false }
    if case .inScope = core.node { return false }
    let truths = constraints.truths(core)
    switch (truths.yes?.isEmpty, truths.no?.isEmpty) {
    case (true, true):
      // Its parts say more.
      if isCompound(core) { return false }
      reporter.report(
        "W0658", at: core.origin, ["text": text(core.origin)], notes: blindness(core))
    case (true, _):
      if let clash = clash(in: core) {
        if clash.isReported { return false }
        reporter.report(
          "W0656", at: core.origin, ["text": text(core.origin)], secondary: clash.secondary,
          notes: clash.notes)
      } else {
        reporter.report("W0656", at: core.origin, ["text": text(core.origin)])
      }
    case (_, true):
      // One alternative that always holds is enough, and it is named.
      if case .or = core.node,
        core.alternatives.contains(where: { constraints.truths($0).no?.isEmpty == true })
      {
        return false
      }
      if case .and = core.node { return false }
      let mayBeUnknown = constraints.without([.everything], truths.yes)?.isEmpty == false
      reporter.report(
        "W0657", at: core.origin, ["text": text(core.origin)],
        notes: mayBeUnknown
          ? [
            Wording(
              zh: "填了就成立，空白就列为待核实；只问填没填，写「不为空」",
              en:
                "filled in it holds, blank it is left to be verified; to ask for the former, write “not empty”"
            )
          ] : [])
    default: return false
    }
    return true
  }

  private func isCompound(_ core: Core) -> Bool {
    switch core.node {
    case .and, .or, .not: true
    default: false
    }
  }

  /// Why no field can decide a condition.
  private func blindness(_ core: Core) -> [Wording] {
    var fields: [FieldRef] = []
    func look(_ core: Core) {
      if case .field(_, let ref) = core.node, !program.schema.canBeFilled(ref) {
        fields.append(ref)
      }
      core.parts.forEach(look)
    }
    look(core)
    guard let ref = fields.first else { return [] }
    let (owner, name) = (program.schema[ref.register].name, program.schema[ref].name)
    if case .reference(let target) = program.schema[ref].type {
      let register = program.schema[target].name
      return [
        Wording(
          zh: "\(owner) 的「\(name)」填不上：登记 \(register) 没有标识，指不到它的记录",
          en: "“\(name)” of \(owner) can never be filled: \(register) has no key to refer to")
      ]
    }
    return [
      Wording(
        zh: "\(owner) 的「\(name)」填不上：它的取值是空的",
        en: "“\(name)” of \(owner) can never be filled: its list has no values")
    ]
  }

  // MARK: - Why it never holds

  /// Which parts of a conjunction exclude each other.
  struct Clash {
    var secondary: [(Origin, Wording)] = []
    var notes: [Wording] = []
    /// One of the parts can never hold and is reported by itself.
    var isReported = false
  }

  /// The first two parts that exclude each other; nil if it takes more than two, or if it is no conjunction.
  func clash(in core: Core) -> Clash? {
    let parts = core.conjuncts
    guard parts.count > 1 else { return nil }
    let cases = parts.map { constraints.truths($0).yes }
    if cases.contains(where: { $0?.isEmpty == true }) { return Clash(isReported: true) }
    // Enough to look at: nobody writes more by hand.
    for later in parts.indices.prefix(100) {
      for earlier in 0..<later
      where constraints.both(cases[earlier], cases[later])?.isEmpty == true {
        return clash(parts[earlier], parts[later])
      }
    }
    return nil
  }

  /// Two conditions that exclude each other.
  func clash(_ a: Core, _ b: Core) -> Clash {
    let (first, second) = (program.text(a.origin), program.text(b.origin))
    return Clash(
      secondary: [(a.origin, .excluding), (b.origin, .excluding)],
      notes: [
        Wording(
          zh: "「\(first)」和「\(second)」不能同时成立",
          en: "“\(first)” and “\(second)” cannot hold together")
      ])
  }

  /// A span of days that holds no day.
  private func reportWindow(_ aggregate: Aggregate, _ core: Core) -> Bool {
    let isEmpty: Bool
    switch aggregate.window {
    case .lookBack(let term)?, .before(_, let term)?, .after(_, let term)?:
      isEmpty = term.count <= 0
    case .days(let first, let last)?:
      guard case .constant(.date(let first)?) = first.node,
        case .constant(.date(let last)?) = last.node
      else { return false }
      isEmpty = last < first
    case .period(.fixed(let range))?: isEmpty = range.isEmpty
    case .period?, .targetPeriod?, nil: return false
    }
    if isEmpty {
      reporter.report("E0654", at: core.origin, ["text": text(core.origin)])
    }
    return isEmpty
  }
}

extension Wording {
  fileprivate static let excluding = Wording(zh: "与另一条件矛盾", en: "excludes the other")
}
