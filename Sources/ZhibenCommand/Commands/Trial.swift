import Foundation
import Zhiben
import ZhibenSession

/// Runs this very program on a candidate, as a process of its own: what is looked for may be its death.
struct Trial {
  private let executable: String
  private let arguments: [String]
  private let candidate: String
  private let environment: [String: String]

  /// - Parameters:
  ///   - arguments: `{}` stands for the candidate.
  ///   - script: the candidate stands beside it, so that what it uses is found.
  init(_ session: Session, arguments: [String], script: String) {
    executable = session.executable
    self.arguments = arguments
    let path = script as NSString
    candidate = (path.deletingLastPathComponent as NSString)
      .appendingPathComponent(".报告-\(path.lastPathComponent)")
    environment = session.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }

  /// How it ends: its status, or 128 and the number of the signal that killed it.
  func status(on file: SourceFile) throws -> Int {
    try OutputFile.write(file.bytes, to: candidate)
    defer { try? FileManager.default.removeItem(atPath: candidate) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments.map { $0 == "{}" ? candidate : $0 }
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Int(process.terminationStatus) + signal
  }
}
