import Foundation
import ZhibenDiagnostics
import ZhibenSyntax

/// Where the tests of a plan are looked for beside the plan itself.
///
/// For `洋口镇.plan.md`: `洋口镇.test.plan` (or `.test.plan.md`) in the same folder, and every `.plan` and `.plan.md` in the folder `测试` (or
/// `tests`) there whose name is the plan's, or begins with it and a full stop: `测试/洋口镇.督办.plan`.
enum TestFiles {
  static let folders = ["测试", "tests"]

  /// The files, ordered by name.
  static func beside(_ path: String) -> Result<[SourceFile], Diagnostics> {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let ending = endings.first(where: file.hasSuffix) else { return .success([]) }
    let stem = String(file.dropLast(ending.count))
    var found = endings.map { "\(folder)\(stem).test\($0)" }
      .filter { FileManager.default.fileExists(atPath: $0) }
    for name in folders {
      let inner = "\(folder)\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: inner)) ?? []
      found += files.sorted()
        .filter { name in
          endings.contains(where: name.hasSuffix)
            && (name.hasPrefix("\(stem).") || endings.contains { name == stem + $0 })
        }.map { "\(inner)/\($0)" }
    }
    var sources: [SourceFile] = []
    for path in found {
      switch ScriptFile.read(path) {
      case .success(let source): sources.append(source)
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(sources)
  }

  /// The longest first.
  private static let endings = [".plan.md", ".plan"]
}
