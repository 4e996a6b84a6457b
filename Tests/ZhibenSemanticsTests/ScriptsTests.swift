import Foundation
import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// The scripts that the project ships compile.
@Suite struct ScriptsTests {
  /// The two warnings are true: 一级 enterprises may be visited once a year, and the list of techniques names all there are.
  @Test func theYangkouPlanCompiles() throws {
    let plan = try Scripts.source("洋口镇.plan.md")
    let compilation = Compiler.compile(plan: plan, library: Scripts.library)
    let messages = Renderer().render(compilation.diagnostics)
    #expect(compilation.said.map(\.code) == ["W0657", "W0650"], "\(messages)")
    let program = try #require(compilation.program)
    // Whatever declares a rule in the file is a rule of the program; of 当 each action is one.
    let kinds: Set<Keyword> = [
      .duty, .inspection, .draw, .incentive, .report, .require, .when, .escalation, .target,
    ]
    let declared = Parser.parse(plan).script.declarations.filter { kinds.contains($0.keyword) }
    let names = program.rules.indices.filter {
      OutcomeRegisters.place(of: $0, in: program.rules) == $0
    }.map { program.rules[$0].name }
    #expect(names == declared.compactMap { $0.name?.text })
    #expect(program.rules.allSatisfy { !$0.citations.isEmpty })
    #expect(compilation.sources.map(\.name) == ["洋口镇.plan.md", "标准台账.plan"])
    #expect(compilation.scopeTexts.count == program.scopes.count)
  }

  /// Every alias of the standard register is a table or column of its own; nothing falls back to a derived name.
  @Test func theStandardRegisterNamesItsTablesAndColumns() throws {
    let plan = SourceFile(name: "p", text: "计划 甲 { 期间 2024年 }\n引用 标准台账\n")
    let compilation = Compiler.compile(plan: plan, library: Scripts.library)
    let schema = try #require(compilation.program).schema
    #expect(schema.registers.count > 40)
    #expect(schema.registers.allSatisfy { !$0.table.hasPrefix("t_") && $0.keyField != nil })
    let columns = schema.registers.flatMap(\.fields).map(\.column)
    #expect(columns.allSatisfy { !$0.hasPrefix("f_") })
  }
}

enum Scripts {
  /// The project's Scripts folder, found from this file.
  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scripts")
  }

  static func source(_ name: String) throws -> SourceFile {
    let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
    return SourceFile(name: name, bytes: Array(bytes))
  }

  static func library(_ name: String) -> SourceFile? { try? source("\(name).plan") }
}
