import ZhibenDiagnostics
import ZhibenSyntax

// 按 … { label：value }: keys, labels typed by their keys, and whether every case has its line.

extension Checker {
  /// A value, or one chosen by keys.
  /// - Parameter origin: the clause.
  func choice<Written: Sendable, Lowered: Hashable & Sendable>(
    _ written: ZhibenSyntax.Choice<Written>, _ place: RulePlace, at origin: Origin,
    _ lower: (Written) -> Lowered?
  ) -> Choice<Lowered>? {
    switch written {
    case .direct(let value):
      return lower(value).map {
        Choice(keys: [], arms: [.init(tests: [], value: $0, origin: origin)])
      }
    case .by(let expressions, let arms, let span):
      return chosen(expressions, arms, place.origin(span), place, lower)
    }
  }

  private func chosen<Written: Sendable, Lowered: Hashable & Sendable>(
    _ expressions: [Expression], _ arms: [ChoiceArm<Written>], _ origin: Origin,
    _ place: RulePlace, _ lower: (Written) -> Lowered?
  ) -> Choice<Lowered>? {
    let keys = expressions.compactMap { value($0, place.context) }
    var lowered: [Choice<Lowered>.Arm] = []
    for arm in arms {
      let value = arm.value.map { lower($0) }
      guard keys.count == expressions.count, let tests = tests(arm, keys, place) else { continue }
      switch value {
      case .some(nil): continue
      case .some(let value?):
        lowered.append(.init(tests: tests, value: value, origin: place.origin(arm.span)))
      case nil: lowered.append(.init(tests: tests, value: nil, origin: place.origin(arm.span)))
      }
    }
    guard keys.count == expressions.count, lowered.count == arms.count else { return nil }
    let labels = arms.map { place.origin($0.labelSpan) }
    let tiers = Tiers(
      schema: schema, keys: keys, names: keys.map { reporter.text($0.origin) },
      lines: lowered.map(\.tests))
    let values = lowered.map(\.value)
    guard covers(tiers, labels, origin, place.item, differ: { values[$0] != values[$1] }) else {
      return nil
    }
    return Choice(keys: keys, arms: lowered)
  }

  /// Reports lines that are never reached, cases without a line, and cases that two lines name.
  private func covers(
    _ tiers: Tiers, _ labels: [Origin], _ origin: Origin, _ item: Loaded,
    differ: (Int, Int) -> Bool
  ) -> Bool {
    guard let result = tiers.analysed() else { return true }
    for (line, earlier, witness) in result.unreachable {
      let text = reporter.text(labels[earlier])
      reporter.report(
        "E0505", at: labels[line], ["earlier": Wording(text)],
        secondary: [(labels[earlier], Wording(zh: "已经包括", en: "covers it"))],
        notes: [
          Wording(
            zh: "例如 \(witness.zh)，取「\(text)」", en: "for example \(witness.en) takes “\(text)”")
        ])
    }
    for (line, earlier, witness) in result.overlaps where differ(line, earlier) {
      reporter.report(
        "W0642", at: labels[line],
        [
          "earlier": Wording(reporter.text(labels[earlier])),
          "later": Wording(reporter.text(labels[line])), "case": witness,
        ],
        secondary: [(labels[earlier], Wording(zh: "按这一行", en: "this line takes it"))])
    }
    if let witness = result.uncovered {
      reportLack("E0504", of: item, at: origin, ["cases": witness])
    }
    return result.unreachable.isEmpty && result.uncovered == nil
  }

  // MARK: - Labels

  private func tests<Written>(
    _ arm: ChoiceArm<Written>, _ keys: [Core], _ place: RulePlace
  ) -> [KeyTest]? {
    if keys.count > 1, arm.labels.count == 1, arm.labels[0] == .rest || arm.labels[0] == .any {
      return keys.map { _ in .any }
    }
    guard arm.labels.count == keys.count else {
      reporter.report(
        "E0518", at: place.origin(arm.labelSpan),
        ["expected": "\(keys.count)", "found": "\(arm.labels.count)"])
      return nil
    }
    var tests: [KeyTest] = []
    for (label, key) in zip(arm.labels, keys) {
      switch label {
      case .any, .rest: tests.append(.any)
      case .alternatives(let atoms):
        let lowered = atoms.compactMap { atom($0, key, place) }
        if lowered.count == atoms.count { tests.append(.alternatives(lowered)) }
      }
    }
    return tests.count == keys.count ? tests : nil
  }

  private func atom(_ atom: LabelAtom, _ key: Core, _ place: RulePlace) -> KeyTest.Atom? {
    switch atom {
    case .value(let expression): return labelValue(expression, key, place).map { .equal($0) }
    case .range(let first, let last):
      guard let low = labelValue(first, key, place), let high = labelValue(last, key, place) else {
        return nil
      }
      return range(low, high, place.origin(first.span.union(last.span)))
    case .bound(let bound):
      guard let value = labelValue(bound.value, key, place) else { return nil }
      guard case .enumeration(let list) = key.type.element, !schema[list].isOrdered else {
        return .compare(bound.operation, value)
      }
      reporter.report(
        "E0406", at: place.origin(bound.span),
        [
          "owner": Wording(schema[list].name),
          "operator": Wording(bound.operation.sign),
        ])
      return nil
    }
  }

  private func labelValue(
    _ expression: Expression, _ key: Core, _ place: RulePlace
  ) -> Value? {
    let context = place.context.withoutFrames
    guard let core = value(expression, context, .type(key.type.element)) else { return nil }
    guard fits(core.type, key.type.element) else {
      reporter.report(
        "E0401", at: core.origin,
        ["expected": typeName(key.type.element), "found": typeName(core.type)])
      return nil
    }
    if case .constant(let value?) = core.node { return value }
    reporter.report("E0429", at: core.origin)
    return nil
  }

  /// `C 至 D`, both included. Enums may be named from either end.
  private func range(_ low: Value, _ high: Value, _ origin: Origin) -> KeyTest.Atom? {
    switch (low, high) {
    case (.enumeration(let list, let a), .enumeration(_, let b)):
      return .range(.enumeration(list, min(a, b)), .enumeration(list, max(a, b)))
    case (.number(let a), .number(let b)) where a <= b: return .range(low, high)
    case (.date(let a), .date(let b)) where a <= b: return .range(low, high)
    default:
      reporter.report("E0525", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
  }
}
