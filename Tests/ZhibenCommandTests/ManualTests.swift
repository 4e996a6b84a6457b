import Foundation
import Testing

@testable import ZhibenCommand

/// The manual holds everything that the help has, and is read by the programs it is for.
@Suite struct ManualTests {
  @Test(arguments: ["man", "html", "md"], ["zh", "en"])
  func everythingIsThere(_ format: String, _ language: String) throws {
    let answer = try Desk().run(
      "zhiben", ["manual", "--format", format], ["ZHIBEN_LANG": language])
    #expect(answer.status == 0 && answer.talk.isEmpty)
    // man is told where lines may be broken, and what is no hyphen.
    let text = answer.output.replacing("\\:", with: "").replacing("\\-", with: "-")
    for guide in Guide.all {
      #expect(text.contains("\(guide.english)  \(guide.chinese)"))
      #expect(
        text.contains(escaped(language == "zh" ? guide.summary.zh : guide.summary.en, format)))
      for option in guide.options { for name in option.names { #expect(text.contains(name)) } }
      for (line, _) in guide.examples {
        #expect(text.contains(escaped(language == "zh" ? line.zh : line.en, format)))
      }
    }
    for status in ExitStatus.allCases {
      #expect(text.contains(language == "zh" ? status.meaning.zh : status.meaning.en))
    }
  }

  private func escaped(_ words: String, _ format: String) -> String {
    format == "html"
      ? words.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        ">", with: "&gt;")
      : words
  }

  @Test(arguments: ["zh", "en"])
  func manHasNothingToComplainOf(_ language: String) throws {
    let desk = try Desk()
    let found = try desk.shell(
      "bash", "-c",
      "'\(Desk.programs.path)/zhiben' manual | groff -man -Kutf8 -Tutf8 -ww -P-c 2>&1",
      environment: ["ZHIBEN_LANG": language])
    #expect(!found.contains("warning:") && !found.contains("error:"), "\(found.prefix(400))")
    // Bold is a letter printed over itself.
    let plain = found.replacing(/.\u{8}/, with: "")
    #expect(plain.contains("ZHIBEN(1)") && plain.contains("--detailed-exitcode"))
  }
}
