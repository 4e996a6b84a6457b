import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 例外 that contradict each other, or that never apply (language 7).

extension Analysis {
  /// Pairs of exceptions of one rule that give different values to the same subject, with nothing that says which goes before.
  func reportExceptions(_ exceptions: [DutyException], of subject: Subject) {
    let members = constraints.truths(subject.condition).yes
    if members?.isEmpty == true { return }
    var cases: [[Region]?] = []
    for exception in exceptions {
      let applying = constraints.both(members, constraints.truths(exception.condition).yes)
      cases.append(applying)
      if applying?.isEmpty == true { reportIdle(exception, subject) }
    }
    for later in exceptions.indices {
      for earlier in 0..<later {
        guard constraints.budget > 0 else { return }
        let pair = (exceptions[earlier], exceptions[later])
        guard cases[earlier]?.isEmpty != true, cases[later]?.isEmpty != true,
          !isSettled(pair.0.policy, pair.1.policy), mayCoincide(pair.0.days, pair.1.days)
        else { continue }
        report(pair, cases[earlier], cases[later])
      }
    }
  }

  private func reportIdle(_ exception: DutyException, _ subject: Subject) {
    if reportConditions(in: exception.condition) { return }
    // A scope that is empty is named where it is declared.
    if constraints.truths(exception.condition).yes?.isEmpty == true { return }
    let clash = clash(subject.condition, exception.condition)
    reporter.report(
      "W0641", at: exception.origin, ["text": Wording(exception.text)],
      secondary: [(subject.condition.origin, Wording(zh: "对象在这里", en: "the subject is here"))],
      notes: clash.notes)
  }

  /// Whether 上位, 特别, 新 or 从严 says which of the two holds.
  private func isSettled(
    _ a: DutyException.Policy, _ b: DutyException.Policy
  ) -> Bool {
    func isPreferred(_ policy: DutyException.Policy) -> Bool {
      policy == .special || policy == .newer
    }
    if a == .superior || b == .superior { return a != b }
    if isPreferred(a) || isPreferred(b) { return isPreferred(a) != isPreferred(b) }
    return a == .strict || b == .strict
  }

  private func mayCoincide(_ a: [DayRange]?, _ b: [DayRange]?) -> Bool {
    guard let a, let b else { return true }
    return a.contains { range in b.contains { $0.overlaps(range) } }
  }

  // MARK: - Pairs

  private func report(
    _ pair: (DutyException, DutyException), _ a: [Region]?, _ b: [Region]?
  ) {
    guard let difference = difference(pair.0, pair.1, a, b) else { return }
    let isCertain =
      constraints.without(a, b)?.isEmpty == true || constraints.without(b, a)?.isEmpty == true
    // An exception with days of its own is meant for these days; whether both apply is seen when it runs.
    let isError = isCertain && pair.0.days == pair.1.days && difference.isWhole
    reporter.report(
      isError ? "E0513" : "W0640", at: pair.1.origin,
      [
        "first": Wording(pair.0.text), "second": Wording(pair.1.text),
        "firstValue": difference.values.0, "secondValue": difference.values.1,
      ],
      secondary: [(pair.0.origin, Wording(zh: "另一条例外在这里", en: "the other exception"))],
      notes: example(difference.cases))
  }

  /// Two values that one subject would get, and the cases in which it would.
  private struct Difference {
    var values: (Wording, Wording)
    var cases: [Region]
    /// Whether the values differ wherever both exceptions apply.
    var isWhole: Bool
  }

  /// Nil if they say the same wherever both apply, or if that cannot be decided.
  private func difference(
    _ first: DutyException, _ second: DutyException, _ a: [Region]?, _ b: [Region]?
  ) -> Difference? {
    guard let both = constraints.both(a, b), !both.isEmpty else { return nil }
    if let a = first.cadence, let b = second.cadence {
      let (left, right) = (arms(a), arms(b))
      for one in left {
        for other in right where text(one.value) != text(other.value) {
          guard
            let cases = constraints.both(constraints.both(both, one.cases), other.cases),
            !cases.isEmpty
          else { continue }
          return Difference(
            values: (text(one.value), text(other.value)), cases: cases,
            isWhole: left.count == 1 && right.count == 1)
        }
      }
    }
    let bearers = [first.bearers, second.bearers].map { $0.map(\.text) }
    if bearers[0] != bearers[1], !bearers[0].isEmpty, !bearers[1].isEmpty {
      let words = bearers.map { names in
        Wording(zh: "由 \(names.joined(separator: "、"))", en: "by \(names.joined(separator: ", "))")
      }
      return Difference(values: (words[0], words[1]), cases: both, isWhole: true)
    }
    return nil
  }

  // MARK: - Arms

  /// The lines of a choice, each with the cases in which it is the first that fits.
  func arms<Item>(_ choice: Choice<Item>) -> [(value: Item?, origin: Origin, cases: [Region]?)] {
    var open: [Region]? = [.everything]
    return choice.arms.map { arm in
      let fits = constraints.fits(arm.tests, choice.keys)
      let cases = constraints.both(open, fits)
      open = constraints.without(open, fits)
      return (arm.value, arm.origin, cases)
    }
  }
}

extension Constraints {
  /// The cases in which the keys have values that a line's tests ask for.
  func fits(_ tests: [KeyTest], _ keys: [Core]) -> [Region]? {
    zip(tests, keys).reduce(Optional([.everything])) { cases, pair in
      guard case .alternatives(let atoms) = pair.0 else { return cases }
      let key = pair.1
      let any = atoms.reduce(Optional([])) { either($0, truths(condition($1, key)).yes) }
      return both(cases, any)
    }
  }

  /// A label's alternative as a condition on its key.
  private func condition(_ atom: KeyTest.Atom, _ key: Core) -> Core {
    func constant(_ value: Value) -> Core {
      Core(.constant(value), key.type.element, key.origin)
    }
    let node: Core.Node =
      switch atom {
      case .equal(let value) where key.isList: .contains(key, constant(value))
      case .equal(let value): .compare(.equal, key, constant(value))
      case .range(let low, let high): .between(key, constant(low), constant(high))
      case .compare(let operation, let value): .compare(operation, key, constant(value))
      }
    return Core(node, .bool, key.origin)
  }
}
