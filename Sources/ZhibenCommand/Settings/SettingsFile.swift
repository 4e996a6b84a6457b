import Foundation
import Yams
import Zhiben

/// `zhiben.yaml` beside a script, or in the current folder. Where there is none, looking for it costs one call to the system.
enum SettingsFile {
  static let name = "zhiben.yaml"

  /// What the file sets; nothing if there is none, or if it is not for this user's eyes: only a night, which is told where to log, depends on it.
  /// - Throws: it is no list of settings (E0740, E0741), or holds a secret that others can read (E0742).
  static func read(
    besides script: String?, isNight: Bool
  ) throws(Diagnostics) -> [Setting: WrittenSetting] {
    let folder =
      script.flatMap { path in
        path.lastIndex(of: "/").map { String(path[...$0]) }
      } ?? ""
    let path = folder + name
    var status = stat()
    guard stat(path, &status) == 0 else { return [:] }
    if !isNight, access(path, R_OK) != 0 { return [:] }
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(data: bytes, encoding: .utf8)
    else {
      throw problem("E0741", path, Wording(zh: "读不了，或者不是 UTF-8", en: "it cannot be read as UTF-8"))
    }
    let settings = try settings(in: text, path, folder)
    if isNight, settings[.ping] != nil, status.st_mode & 0o077 != 0 {
      throw Diagnostics([Diagnostic("E0742", at: .none, ["path": path])])
    }
    return settings
  }

  private static func settings(
    in text: String, _ path: String, _ folder: String
  ) throws(Diagnostics) -> [Setting: WrittenSetting] {
    guard let root = try node(in: text, path) else { return [:] }
    guard case .mapping(let mapping) = root else {
      throw problem(
        "E0741", path,
        Wording(zh: "要写成一行一项「名称: 值」", en: "it must hold a setting on each line, as name: value"))
    }
    var settings: [Setting: WrittenSetting] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard let setting = Setting.named(name) else { throw unknown(name, path) }
      guard let text = value.scalar?.string, settings[setting] == nil else {
        throw problem(
          "E0741", path, Wording(zh: "「\(name)」要写一个值，只写一次", en: "\(name) takes one value, once"))
      }
      settings[setting] = WrittenSetting(
        text: setting.isPath && !text.hasPrefix("/") ? folder + text : text, place: path)
    }
    return settings
  }

  private static func node(in text: String, _ path: String) throws(Diagnostics) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch {
      let line = (error as? YamlError).flatMap(\.line).map { "\($0)" } ?? "?"
      throw problem(
        "E0741", path, Wording(zh: "第 \(line) 行不是 YAML", en: "line \(line) is no YAML"))
    }
  }

  private static func unknown(_ name: String, _ path: String) -> Diagnostics {
    let names = Setting.allCases.flatMap { [$0.rawValue, $0.chinese] }
    return Diagnostics([
      Diagnostic(
        "E0740", at: .none,
        [
          "path": Wording(path), "name": Wording(name),
          "candidates": .choices(names, near: name),
        ])
    ])
  }

  private static func problem(
    _ code: DiagnosticCode, _ path: String, _ reason: Wording
  ) -> Diagnostics {
    Diagnostics([Diagnostic(code, at: .none, ["place": Wording(path), "reason": reason])])
  }
}

extension YamlError {
  /// The line of the mistake, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }
}
