import Testing
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

@Suite("Both interpreters do the same")
struct InterpreterAgreementTests {
  /// One random program and what its main procedure is given.
  struct Case {
    var workshop: Workshop
    var procedure: Procedure
    var arguments: [Value?]

    init(seed: UInt64) {
      var random = RandomProcedure(seed: seed)
      workshop = random.workshop()
      procedure = random.procedure("主", .number)
      arguments = [
        random.rng.chance(85) ? .number(random.rng.below(5)) : nil,
        random.rng.chance(85) ? .text("厂1") : nil,
      ]
    }
  }

  @Test("Results, errors, places, writes, counts", arguments: 0..<80)
  func agreement(batch: Int) {
    for seed in batch * 30..<batch * 30 + 30 {
      let one = Case(seed: UInt64(seed))
      let meant = one.workshop.report(
        ReferenceInterpreter.self, one.procedure, one.arguments)
      let found = one.workshop.report(FastInterpreter.self, one.procedure, one.arguments)
      if found != meant {
        Issue.record(
          """
          seed \(seed)
          reference \(meant)
          fast      \(found)
          \(ProgramPrinter.print(one.workshop.program))
          \(one.procedure.body.map { "\($0.node)" }.joined(separator: "\n"))
          """)
        return
      }
    }
  }

  @Test("The programs are worth running: many end well, and fail in many ways")
  func programsVary() {
    var codes: [String: Int] = [:]
    for seed in 0..<400 {
      let one = Case(seed: UInt64(seed))
      let report = one.workshop.report(FastInterpreter.self, one.procedure, one.arguments)
      codes[report.code?.rawValue ?? "", default: 0] += 1
    }
    #expect(codes["", default: 0] > 40, "\(codes)")
    for code in ["E0801", "E0802", "E0803", "E0804", "E0807", "E0808", "E0809", "E0813", "E0814"] {
      #expect(codes[code, default: 0] > 0, "\(code)")
    }
  }
}
