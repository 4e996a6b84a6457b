import Synchronization
import Testing
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// Whoever ends a run waits for the next look at the clock. So looks have to be as many as the work is long, in everything that works long; how long a
/// piece of work between two of them takes is not timed here.
@Suite("Whatever works long looks at the clock")
struct CancellationTests {
  /// Elements of the lists, words of the texts.
  static let size = 12_000
  /// A look at least for so many of them.
  static let reach = 4_096

  struct Work: CustomTestStringConvertible {
    var name: String
    /// What is made before, in variable 0.
    var given: Core
    var long: Core
    var testDescription: String { name }

    init(_ name: String, of given: Core, _ long: (Core) -> Core) {
      (self.name, self.given) = (name, given)
      self.long = long(.variable(0, given.type))
    }
  }

  static let numbers = ValueType.list(.number)
  static let range = Core.builtin(.range, .whole(1), .whole(size), type: numbers)
  static let turned = Core.builtin(.reversed, range, type: numbers)
  static let longText = Core.builtin(.join, range, .text("，"), type: .text)
  /// Characters of several scalars, which have to be looked at one by one.
  static let accents = Core.builtin(.join, range, .text("e\u{301}"), type: .text)
  static let blanks = Core.builtin(
    .replace, Core.builtin(.join, range, .text("　"), type: .text), .text("1"), .text("　　"),
    type: .text)

  static func fold(_ kind: Aggregate.Kind, _ type: ValueType = .number) -> (Core) -> Core {
    { list in
      Core(.fold(Fold(kind: kind, list: list, slot: 2, value: .variable(2))), type)
    }
  }

  static func lists(
    _ function: Builtin, _ type: ValueType = numbers, _ rest: Core...
  ) -> (Core) -> Core {
    { Core(.builtin(function, [$0] + rest), type) }
  }

  static func sets(_ operation: SetOperator) -> (Core) -> Core {
    { Core(.setOperation(operation, $0, turned), numbers) }
  }

  static let works: [Work] = [
    Work("区间", of: .whole(size)) { .builtin(.range, .whole(1), $0, type: numbers) },
    Work("倒序", of: range, lists(.reversed)),
    Work("去重", of: range, lists(.unique)),
    Work("去掉", of: range, lists(.remove, numbers, .whole(7))),
    Work("截取 of a list", of: range, lists(.slice, numbers, .whole(1), .whole(size))),
    Work("连接", of: range, lists(.join, .text, .text("、"))),
    Work("转文本 of a list", of: range, lists(.toText, .text)),
    Work("中位数", of: turned, lists(.median, .number)),
    Work("累计", of: range, lists(.runningSum)),
    Work("并", of: range, sets(.union)), Work("除", of: range, sets(.minus)),
    Work("交", of: range, sets(.both)),
    Work("合计 of a list", of: range, fold(.sum)),
    Work("最大 of a list", of: range, fold(.maximum)),
    Work("不同数 of a list", of: range, fold(.distinct)),
    Work("a question with an order", of: turned) { list in
      var query = Query(source: .list(list), binding: .variable(2))
      query.sort = [.init(.variable(2), isDescending: false)]
      return Core(.query(query), numbers)
    },
    Work("拆分", of: longText, lists(.split, .list(.text), .text("，"))),
    Work("拆分 into characters", of: longText, lists(.split, .list(.text), .text(""))),
    Work("替换", of: longText, lists(.replace, .text, .text("，"), .text("；"))),
    Work("大写", of: longText, lists(.uppercase, .text)),
    Work("小写", of: longText, lists(.lowercase, .text)),
    Work("长度", of: accents, lists(.length, .number)),
    Work("截取", of: accents, lists(.slice, .text, .whole(size), .whole(size))),
    Work("去空白", of: blanks, lists(.trim, .text)),
    Work("开头是", of: longText) { .builtin(.hasPrefix, $0, $0, type: .bool) },
    Work("结尾是", of: longText) { .builtin(.hasSuffix, $0, $0, type: .bool) },
  ]

  /// How often the clock is looked at, and how the run ends if it strikes at one of these looks.
  private func run<I: Interpreter>(
    _: I.Type, _ work: Work, isLong: Bool, strikingAt look: Int = .max
  ) -> (looks: Int, code: String?) {
    let looks = Mutex(0)
    let count: @Sendable () -> Int = {
      looks.withLock {
        $0 += 1
        return $0
      }
    }
    var workshop = Workshop()
    workshop.budget = Budget(
      steps: .max, bytes: 1 << 30, time: .seconds(1),
      elapsed: { count() >= look ? .seconds(2) : .zero })
    let types = [work.given.type, work.long.type, ValueType.number]
    let procedure = Procedure(
      name: "试", slots: types.enumerated().map { Slot(name: "v\($0)", type: $1) },
      body: [.set(0, work.given)] + (isLong ? [.set(1, work.long)] : []), origin: nowhere)
    let report = workshop.report(I.self, procedure, [])
    return (looks.withLock { $0 }, report.code?.rawValue)
  }

  @Test("Looks grow with the work, and the run ends at any of them", arguments: works)
  func looks(_ work: Work) {
    func check<I: Interpreter>(_ interpreter: I.Type) {
      let before = run(interpreter, work, isLong: false).looks
      let all = run(interpreter, work, isLong: true)
      #expect(all.code == nil)
      #expect(all.looks - before >= Self.size / Self.reach, "\(I.self)")
      let middle = (before + all.looks + 1) / 2
      #expect(run(interpreter, work, isLong: true, strikingAt: middle).code == "E0805", "\(I.self)")
    }
    check(FastInterpreter.self)
    check(ReferenceInterpreter.self)
  }
}
