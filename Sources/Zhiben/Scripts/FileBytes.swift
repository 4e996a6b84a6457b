import Foundation
import ZhibenDiagnostics

/// Reads files and says in the user's words why one cannot be read.
enum FileBytes {
  /// - Parameters:
  ///   - limit: larger files are refused unread.
  ///   - code: the diagnostic for a file that cannot be read; it has a path and a reason.
  static func read(_ path: String, limit: Int, orSay code: DiagnosticCode)
    -> Result<[UInt8], Diagnostics>
  {
    func failure(_ number: Int32) -> Result<[UInt8], Diagnostics> {
      .failure(Self.failure(number, path, code))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return failure(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { return failure(EISDIR) }
    guard status.st_size <= limit else { return failure(EFBIG) }
    do {
      return .success(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      return failure(Int32(clamping: underlying?.code ?? Int(EIO)))
    }
  }

  /// What the system says, in the user's words.
  static func failure(_ number: Int32, _ path: String, _ code: DiagnosticCode) -> Diagnostics {
    Diagnostics([Diagnostic(code, at: .none, ["path": Wording(path), "reason": reason(number)])])
  }

  private static func reason(_ number: Int32) -> Wording {
    let english = String(cString: strerror(number))
    switch number {
    case ENOENT, ENOTDIR: return Wording(zh: "没有这个文件", en: english)
    case EACCES, EPERM: return Wording(zh: "没有读取权限", en: english)
    case EISDIR: return Wording(zh: "这是文件夹", en: english)
    case EFBIG: return Wording(zh: "文件太大", en: english)
    default: return Wording(english)
    }
  }
}
