import Foundation
import Testing
import Zhiben

@testable import ZhibenSession

/// Conversations as they look: `Tests/Goldens/Session/*.txt`. Lines that begin with a prompt are typed, all others come back.
/// `ZHIBEN_UPDATE_GOLDENS=1` writes what comes back anew.
@Suite struct TranscriptTests {
  static let folder = Talk.project.appendingPathComponent("Tests/Goldens/Session")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test(arguments: names) func looksAsAgreed(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let talk = try Talk(
      name.contains(".en.") ? .en : .zh, columns: name.contains("narrow") ? 40 : 100,
      hasPlan: !name.contains("bare"))
    var actual = ""
    for input in Self.inputs(expected) {
      let prompt = talk.conversation.prompt
      actual += prompt + input.replacing("\n", with: "\n" + Self.more) + "\n"
      actual += talk.say(input)
    }
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try Data(actual.utf8).write(to: file)
    }
    #expect(actual == expected, "\(name)")
  }

  /// Before the second line of an input.
  static let more = "…> "

  static func inputs(_ transcript: String) -> [String] {
    var inputs: [String] = []
    for line in transcript.split(whereSeparator: \.isNewline).map(String.init) {
      if let typed = line.firstMatch(of: /^(?:治本|zhiben)(?:\([0-9-]+\))?\*?> (.*)$/) {
        inputs.append(String(typed.1))
      } else if line.hasPrefix(more), let last = inputs.popLast() {
        inputs.append(last + "\n" + line.dropFirst(more.count))
      }
    }
    return inputs
  }

  @Test func thereAreTranscripts() { #expect(Self.names.count >= 6) }
}
