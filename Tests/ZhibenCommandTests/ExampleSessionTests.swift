import Foundation
import SmallTown
import Testing
import Zhiben

/// The examples of the explanations that are lines typed at a prompt, run by bash in a folder with the small town: the wrong half says its code
/// and no other, the right half ends well.
@Suite struct ExampleSessionTests {
  static let pages = CataloguePage.all.filter { $0.example.form == .session }

  private func run(_ lines: String, _ language: Language) throws -> Desk.Answer {
    let desk = try Desk.withSmallTown()
    var answer = try desk.run(
      "zhiben", ["--version"], ["ZHIBEN_LANG": "\(language)", "HOME": desk.folder.path],
      shell: "PATH=$(dirname \"$0\"):$PATH; trap - PIPE; { \(lines)\n}; exit")
    // The process that is named in a message is another one each time.
    let talk = answer.talk.replacing(/（[0-9]+）|\([0-9]+\)/, with: "（4711）")
    answer.talk = talk.replacing(/20[0-9-]{8}T[0-9:+]+/, with: "2025-04-15T08:00:00+08:00")
    return answer
  }

  static func codes(_ answer: Desk.Answer) -> Set<String> {
    let text = answer.output + "\n" + answer.talk
    return Set(text.matches(of: /\b([EWN]0[1-8][0-9]{2})\b/).map { String($0.1) })
  }

  @Test(arguments: pages)
  func bothHalves(_ page: CataloguePage) throws {
    let code = page.code.rawValue
    var shown: [String] = []
    for language in Language.allCases {
      let wrong = try run(page.example.wrong, language)
      #expect(Self.codes(wrong) == [code], "\(wrong.output)\(wrong.talk)")
      let said = wrong.talk.contains(code) ? wrong.talk : wrong.output
      // Each desk is a folder of its own.
      shown.append(said.replacing(/[^\s：:]*\/zhiben-[-0-9A-F]{36}\//, with: ""))
    }
    // Lexer has a source and a golden of its own.
    if code != "E0101" {
      try Golden(path: "Diagnostics/\(code).txt").check(shown.joined(separator: "----\n"))
    }
    let right = try run(page.example.right, .zh)
    #expect(right.status == 0 && Self.codes(right).isEmpty, "\(right.output)\(right.talk)")
  }

  /// What a page is asked for by.
  @Test(arguments: [
    (["explain", "E0302"], Int32(0), "从业人员数"), (["解释", "e302"], 0, "从业人员数"),
    (["explain", "台账库正被"], 0, "flock"), (["解释"], 0, "错误[E0731]"),
    (["explain", "日期"], 0, "错误[E0603]"),
  ])
  func explains(_ arguments: [String], _ status: Int32, _ holds: String) throws {
    let answer = try Desk().run("zhiben", arguments)
    #expect(answer.status == status && answer.output.contains(holds), "\(answer.output)")
    #expect(answer.talk.isEmpty)
  }

  @Test func anUnknownCodeIsAnsweredWithTheNearest() throws {
    let answer = try Desk().zhiben("explain", "E03O2")
    #expect(answer.status == 64 && answer.output.isEmpty)
    #expect(answer.talk.contains("E0302"), "\(answer.talk)")
    let english = try Desk().run("zhiben", ["explain", "E0319"], ["ZHIBEN_LANG": "en"])
    #expect(english.talk.contains("E0318, E0320"), "\(english.talk)")
  }
}

extension CataloguePage: CustomTestStringConvertible {
  public var testDescription: String { code.rawValue }
}
