import ZhibenDiagnostics
import ZhibenSheets

/// Workbooks as files.
public enum WorkbookFile {
  /// The bytes of a workbook.
  /// - Parameters:
  ///   - sheets: what stands in it.
  ///   - path: where it is to go, for the message.
  /// - Throws: E0730 with the reason: libxlsxwriter is not installed, or there is more than a sheet can show.
  public static func bytes(
    _ sheets: [SheetContent], path: String
  ) throws(Diagnostics) -> [UInt8] {
    do throws(WorkbookProblem) {
      return try WorkbookWriter.bytes(sheets)
    } catch {
      throw Diagnostics([
        Diagnostic(
          "E0730", at: .none, ["path": Wording(path), "reason": error.reason])
      ])
    }
  }
}

extension WorkbookProblem {
  /// What is wrong, as part of a sentence.
  var reason: Wording {
    switch self {
    case .otherFormat: Wording(zh: "不是 .xlsx", en: "it is no .xlsx")
    case .oldFormat: Wording(zh: "是旧格式（.xls、.et）", en: "it is of the old kind (.xls, .et)")
    case .encrypted: Wording(zh: "有密码", en: "it is locked by a password")
    case .damaged(let part):
      Wording(zh: "文件不完整或已损坏（\(part)）", en: "it is cut off or damaged (\(part))")
    case .tooLarge(let part):
      Wording(zh: "太大（\(part)）", en: "it is too large (\(part))")
    case .noWriter:
      Wording(zh: "没有安装 libxlsxwriter4", en: "libxlsxwriter4 is not installed")
    case .unwritable(let words): Wording(words)
    }
  }
}
