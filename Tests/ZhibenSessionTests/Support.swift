import Foundation
import SmallTown
import Testing
import Zhiben

import struct Zhiben.Script

@testable import ZhibenSession

/// Somebody who talks to the small town as of 15 April 2025, in a folder of their own.
final class Talk {
  let conversation: Conversation
  let folder: URL
  /// What is answered to 是/否.
  var confirms = true
  private(set) var wasCleared = false
  private let ends: Ends

  private final class Ends {
    var confirm: (String) -> Bool = { _ in true }
    var clear: () -> Void = {}
    var piped: [(command: String, text: String)] = []
  }

  /// Another session over the same store.
  convenience init(like other: Talk) throws { try self.init(engine: other.conversation.engine) }

  /// - Parameters:
  ///   - hasPlan: whether the plan is given, or only its store.
  ///   - engine: whose store it is; nil = one of its own.
  init(
    _ language: Language = .zh, columns: Int? = 100, hasPlan: Bool = true, isPerson: Bool = true,
    engine given: Engine? = nil, elapsed: @escaping () -> Duration = { .zero },
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhiben-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let library = ScriptLibrary(folders: [Self.project.appendingPathComponent("Scripts").path])
    let engine = try given ?? Engine(store: .memory, library: library)
    let plan = try engine.compile(text: SmallTown.plan, name: "小镇.plan")
    var paths: [String] = []
    for (name, text) in [
      ("企业", SmallTown.enterprises), ("自查", SmallTown.checks), ("隐患", SmallTown.hazards),
    ] {
      let file = folder.appendingPathComponent("\(name).csv")
      try Data(text.utf8).write(to: file)
      paths.append(file.path)
    }
    let day = try #require(CivilDate(year: 2025, month: 4, day: 15))
    if given == nil {
      try engine.importFiles(paths, script: plan, options: ImportOptions(importedOn: day))
    }
    let session = Session(
      language: language, output: ByteStream(), talk: ByteStream(), isInteractive: isPerson,
      isColoured: false, columns: columns, width: DisplayWidth(),
      // 2025-04-15T08:00:00+08:00
      moment: Moment(seconds: 1_744_675_200), environment: [:], executable: "")
    let ends = Ends()
    self.ends = ends
    conversation = try Conversation(
      session: session, engine: engine, plan: hasPlan ? plan : nil,
      services: Services(
        confirm: { ends.confirm($0) }, isAttended: true, clear: { ends.clear() }, elapsed: elapsed,
        isInterrupted: isInterrupted,
        pipe: isPerson
          ? { command, text in
            ends.piped.append((command, text))
            return command == "false" ? 1 : command == "没有" ? nil : 0
          } : nil,
        writable: { engine }))
    ends.confirm = { [unowned self] question in
      conversation.session.talk.write(question + " " + (confirms ? "是" : "否") + "\n")
      return confirms
    }
    ends.clear = { [unowned self] in wasCleared = true }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What comes back, data before talk.
  @discardableResult
  func say(_ input: String) -> String {
    lastReply = conversation.take(input.replacing("目录/", with: folder.path + "/"))
    let text = conversation.session.output.take() + conversation.session.talk.take()
    return text.replacing("\r\n", with: "\n").replacing(folder.path + "/", with: "目录/")
  }

  /// What programs were given.
  var piped: [(command: String, text: String)] { ends.piped }

  private(set) var lastReply = Conversation.Reply.done

  var hasFailed: Bool { if case .failed = lastReply { true } else { false } }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The same as text, with its byte order mark.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The top of the source tree.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

extension Engine {
  /// The runs in the log, without the imports.
  func planRuns() throws -> [RunRecord] { try runs().filter { $0.kind == .run } }
}
