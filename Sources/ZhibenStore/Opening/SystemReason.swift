import GRDB
import Glibc
import ZhibenDiagnostics

/// Why the system refused something, in the user's words.
enum SystemReason {
  /// What an `errno` means.
  static func wording(_ code: CInt) -> Wording {
    switch code {
    case ENOENT: Wording(zh: "没有这个文件夹", en: "there is no such folder")
    case ENOTDIR: Wording(zh: "路径中有一段不是文件夹", en: "a part of the path is no folder")
    case EACCES, EPERM: Wording(zh: "没有权限", en: "permission denied")
    case EROFS: Wording(zh: "磁盘只能读", en: "the disk can only be read")
    case ENAMETOOLONG: Wording(zh: "名称太长", en: "the name is too long")
    case EMFILE, ENFILE: Wording(zh: "打开的文件太多", en: "too many files are open")
    case EIO: Wording(zh: "磁盘出错", en: "the disk failed")
    default: Wording(String(cString: strerror(code)))
    }
  }

  /// What a result of SQLite means, with its own words where they tell more.
  static func wording(_ error: DatabaseError) -> Wording {
    switch error.resultCode {
    case .SQLITE_CANTOPEN: Wording(zh: "打不开", en: "it cannot be opened")
    case .SQLITE_CORRUPT: Wording(zh: "文件已损坏", en: "the file is damaged")
    case .SQLITE_IOERR: Wording(zh: "磁盘出错", en: "the disk failed")
    case .SQLITE_PERM, .SQLITE_AUTH: Wording(zh: "没有权限", en: "permission denied")
    case .SQLITE_NOMEM: Wording(zh: "内存不足", en: "there is not enough memory")
    case .SQLITE_TOOBIG: Wording(zh: "有一个值太长", en: "a value is too long")
    default: Wording(error.message ?? error.resultCode.description)
    }
  }
}
