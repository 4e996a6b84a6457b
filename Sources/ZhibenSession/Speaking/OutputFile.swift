import Foundation
import Zhiben

/// Writes small files so that nobody ever sees half of one.
package enum OutputFile {
  /// - Throws: the file cannot be written (E0730).
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostics) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Diagnostics([
        Diagnostic(
          "E0730", at: .none, ["path": path, "reason": (error as NSError).reasonInWords])
      ])
    }
  }
}

extension NSError {
  /// The system's own words for what went wrong.
  fileprivate var reasonInWords: String {
    let underlying = userInfo[NSUnderlyingErrorKey] as? NSError
    return underlying?.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(clamping: underlying?.code ?? 0))) : localizedDescription
  }
}
