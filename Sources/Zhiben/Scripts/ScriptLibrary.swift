import Foundation
import ZhibenDiagnostics
import ZhibenSyntax

/// Where the scripts that a script uses (`引用 标准台账`) are looked for.
public struct ScriptLibrary: Sendable {
  /// The folders, in the order in which they are searched. Behind the folder of the script itself, which always comes first.
  public var folders: [String]

  /// Makes a library of folders.
  public init(folders: [String] = []) { self.folders = folders }

  /// The folders of an installation: those of `ZHIBEN_LIBRARY` (`:` between them), `share/zhiben` beside the folder of the executable, and the
  /// `Scripts` folder of the source tree that the executable was built in.
  /// - Parameters:
  ///   - environment: the variables of the process.
  ///   - executable: the path of the running program; empty if unknown.
  public static func standard(environment: [String: String], executable: String) -> ScriptLibrary {
    var folders = (environment["ZHIBEN_LIBRARY"] ?? "").split(separator: ":").map(String.init)
    guard !executable.isEmpty else { return ScriptLibrary(folders: folders) }
    let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    folders.append(folder.deletingLastPathComponent().appendingPathComponent("share/zhiben").path)
    // .build/x86_64-unknown-linux-gnu/release lies three folders below the source tree.
    for _ in 0..<4 {
      let parent = folder.deletingLastPathComponent()
      if folder.lastPathComponent == ".build" {
        folders.append(parent.appendingPathComponent("Scripts").path)
        break
      }
      folder = parent
    }
    return ScriptLibrary(folders: folders)
  }

  /// The endings that a used script may have, in the order in which they are tried.
  static let endings = [".plan", ".plan.md"]

  /// The script of that name, or nil if no folder has it. A name that leaves the folder is never found.
  func source(named name: String, besideScriptIn folder: String?) -> SourceFile? {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
      return nil
    }
    for folder in [folder].compactMap({ $0 }) + folders {
      for ending in Self.endings {
        let path = folder.isEmpty ? name + ending : folder + "/" + name + ending
        if case .success(let file) = ScriptFile.read(path) { return file }
      }
    }
    return nil
  }

  /// The scripts that could be used, by name.
  func names(besideScriptIn folder: String?) -> [String] {
    var found: Set<String> = []
    for folder in [folder].compactMap({ $0 }) + folders {
      let path = folder.isEmpty ? "." : folder
      for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
        for ending in Self.endings where file.hasSuffix(ending) && !file.hasPrefix(".") {
          found.insert(String(file.dropLast(ending.count)))
        }
      }
    }
    return found.sorted()
  }

  /// Messages about scripts that were not found, with those whose names come close.
  func suggesting(_ diagnostics: Diagnostics, besideScriptIn folder: String?) -> Diagnostics {
    guard diagnostics.ordered.contains(where: { $0.code == "E0318" }) else { return diagnostics }
    let names = names(besideScriptIn: folder)
    return Diagnostics(
      diagnostics.ordered.map { diagnostic in
        guard diagnostic.code == "E0318", let typed = diagnostic.arguments["name"] else {
          return diagnostic
        }
        return diagnostic.suggesting(for: typed.zh, among: names)
      })
  }
}
