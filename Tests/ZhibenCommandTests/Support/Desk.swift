import Foundation
import Testing

/// A folder of its own for one test, in which the built programs are started as people start them.
final class Desk {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhiben-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a program said and how it ended.
  struct Answer {
    var status: Int32
    var output: String
    var talk: String
  }

  /// Starts `zhiben` in the folder and waits for its end. Chinese, no terminal, no library but the project's own.
  @discardableResult
  func zhiben(
    _ arguments: String..., environment: [String: String] = [:], shell: String? = nil
  ) throws -> Answer {
    try run("zhiben", arguments, environment, shell: shell)
  }

  /// Starts one of the built programs.
  /// - Parameter shell: commands for bash that come first, such as `ulimit -f 8`.
  @discardableResult
  func run(
    _ program: String, _ arguments: [String], _ environment: [String: String] = [:],
    shell: String? = nil
  ) throws -> Answer {
    let process = try start(program, arguments, environment, shell: shell)
    process.process.waitUntilExit()
    return try process.answer()
  }

  /// A program that may still be running.
  struct Running {
    let process: Process
    fileprivate let output: URL
    fileprivate let talk: URL

    func answer() throws -> Answer {
      Answer(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        talk: String(decoding: try Data(contentsOf: talk), as: UTF8.self))
    }
  }

  /// Starts one of the built programs and does not wait for it.
  func start(
    _ program: String, _ arguments: [String], _ environment: [String: String] = [:],
    shell: String? = nil
  ) throws -> Running {
    let process = Process()
    let executable = Self.programs.appendingPathComponent(program)
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", executable.path] + arguments
    } else {
      process.executableURL = executable
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) {
      $1
    }
    let id = UUID().uuidString
    let running = Running(
      process: process, output: folder.appendingPathComponent(".\(id).out"),
      talk: folder.appendingPathComponent(".\(id).err"))
    for file in [running.output, running.talk] {
      try Data().write(to: file)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: running.output)
    process.standardError = try FileHandle(forWritingTo: running.talk)
    try process.run()
    return running
  }

  /// Runs another program in the folder, found by the path of the tests; what it printed and said.
  func shell(_ program: String, _ arguments: String..., environment: [String: String] = [:]) throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path, "TERM": "dumb",
    ].merging(environment) { $1 }
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Writes a file into the folder; returns its name.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return name
  }

  /// The bytes of a file of the folder.
  func read(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// The folder of the built programs: the one of the program that runs the tests.
  static let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The top of the source tree.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
