import Foundation
import Zhiben
import ZhibenSession

/// The script that sets up every session at a terminal: `启动.plan` or `start.plan` in `$XDG_CONFIG_HOME/zhiben`.
enum StartFile {
  /// Its path and text; nil if there is none.
  /// - Throws: it is there and cannot be read (E0711).
  static func read(_ environment: [String: String]) throws(Diagnostics) -> (
    path: String, text: String
  )? {
    let configuration =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? "") + "/.config"
    for name in ["启动.plan", "start.plan"] {
      let path = "\(configuration)/zhiben/\(name)"
      if ScriptText.exists(path) { return (path, try ScriptText.read(path)) }
    }
    return nil
  }
}
