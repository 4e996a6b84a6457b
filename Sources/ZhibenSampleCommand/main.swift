import Foundation
import ZhibenSampleData

// zhiben-sample --enterprises 300 --out DIR [--seed N] [--records-per-enterprise N] [--dirty]

/// What was asked, or why it cannot be done.
enum Request {
  case make(SampleOptions, out: String)
  case help
  case wrong(String)

  static let usage = """
    用法：zhiben-sample --out 目录 [--enterprises 300] [--seed 2024]
                         [--records-per-enterprise N] [--dirty]
      写出一套虚构的样例台账（CSV）。同样的参数写出同样的字节。
      --records-per-enterprise N  每家企业只写 N 条关联记录，用于测速
      --dirty                     加几行有错的数据，用于试导入
    """

  init(arguments: [String]) {
    var options = SampleOptions()
    var out: String?
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--help", "-h":
        self = .help
        return
      case "--dirty": options.dirty = true
      case "--out": out = rest.next()
      case "--seed":
        guard let seed = rest.next().flatMap(UInt64.init) else {
          self = .wrong("--seed 后面要一个不小于零的整数")
          return
        }
        options.seed = seed
      case "--enterprises", "--records-per-enterprise":
        guard let number = rest.next().flatMap(Int.init), (0...10_000_000).contains(number) else {
          self = .wrong("\(argument) 后面要一个 0 到 10000000 的整数")
          return
        }
        if argument == "--enterprises" {
          options.enterprises = number
        } else {
          options.recordsPerEnterprise = number
        }
      default:
        self = .wrong("不认识的参数：\(argument)")
        return
      }
    }
    guard let out else {
      self = .wrong("缺少 --out 目录")
      return
    }
    self = .make(options, out: out)
  }
}

/// Open files by table. Bytes that are not UTF-8 in the end are gathered and converted once, since such files are small.
final class Files {
  private let folder: URL
  private var handles: [SampleTable: FileHandle] = [:]
  private var later: [SampleTable: [UInt8]] = [:]

  init(folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func append(_ bytes: [UInt8], to table: SampleTable) throws {
    guard table.encoding != .gb18030 else {
      later[table, default: []] += bytes
      return
    }
    try handle(table).write(contentsOf: bytes)
  }

  func close() throws {
    for (table, bytes) in later {
      // kCFStringEncodingGB_18030_2000, as Foundation numbers it.
      let encoding = String.Encoding(rawValue: 0x8000_0632)
      guard let data = String(decoding: bytes, as: UTF8.self).data(using: encoding) else {
        throw CocoaError(.fileWriteInapplicableStringEncoding)
      }
      try handle(table).write(contentsOf: data)
    }
    for handle in handles.values { try handle.close() }
  }

  private func handle(_ table: SampleTable) throws -> FileHandle {
    if let open = handles[table] { return open }
    let url = folder.appendingPathComponent(table.fileName)
    try Data(table.encoding == .utf8BOM ? [0xEF, 0xBB, 0xBF] : []).write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.seekToEnd()
    handles[table] = handle
    return handle
  }
}

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}

switch Request(arguments: Array(CommandLine.arguments.dropFirst())) {
case .help: print(Request.usage)
case .wrong(let reason): fail("\(reason)\n\(Request.usage)", status: 64)
case .make(let options, let out):
  do {
    let files = try Files(folder: URL(fileURLWithPath: out, isDirectory: true))
    try SampleRegister.write(options) { table, bytes in try files.append(bytes, to: table) }
    try files.close()
    print("已写出 \(SampleTable.allCases.count) 个文件，企业 \(options.enterprises) 家：\(out)")
  } catch {
    fail("写不出样例台账：\(error.localizedDescription)", status: 73)
  }
}
