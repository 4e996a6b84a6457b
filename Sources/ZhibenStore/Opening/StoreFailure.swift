import GRDB
import ZhibenDiagnostics

/// Turns what SQLite and the file system report into the user's words.
enum StoreFailure {
  /// Runs `body`; whatever it throws comes out as diagnostics.
  static func translating<T>(path: String, _ body: () throws -> T) throws(Diagnostics) -> T {
    do {
      return try body()
    } catch let diagnostics as Diagnostics {
      throw diagnostics
    } catch let error as DatabaseError {
      throw Diagnostics([diagnostic(for: error, path: path)])
    } catch {
      throw Diagnostics([Self.failed(path: path, reason: Wording("\(error)"))])
    }
  }

  /// What a failure of the system or of SQLite comes to, with the reason.
  static func failed(path: String, reason: Wording) -> Diagnostic {
    Diagnostic(StoreCode.failed, at: .none, ["path": Wording(path), "reason": reason])
  }

  private static func diagnostic(for error: DatabaseError, path: String) -> Diagnostic {
    switch error.resultCode {
    case .SQLITE_FULL: Diagnostic(StoreCode.diskFull, at: .none, ["path": path])
    case .SQLITE_BUSY, .SQLITE_LOCKED: Diagnostic(StoreCode.busy, at: .none, ["path": path])
    case .SQLITE_NOTADB: Diagnostic(StoreCode.notAStore, at: .none, ["path": path])
    case .SQLITE_READONLY: Diagnostic(StoreCode.readOnly, at: .none, ["path": path])
    case .SQLITE_INTERRUPT: Diagnostic(StoreCode.stopped, at: .none, ["path": path])
    default: failed(path: path, reason: SystemReason.wording(error))
    }
  }
}
