/// What `zhiben explain CODE` says of a code: what it means, why the language insists, and an example that is wrong beside one that is right.
///
/// A new code needs a page. Write it into the table of its area in this folder, in the order of the codes:
///
/// ```swift
/// CataloguePage(
///   "E0302",
///   zh: "它是什么意思，为什么不能不管。",
///   en: "What it means, and why it cannot be passed over.",
///   .below(
///     wrong: "范围 甲类 = 企业 其中 从业人员数 > 50",
///     right: "范围 甲类 = 企业 其中 从业人数 > 50")),
/// ```
///
/// The tests run both halves: the wrong one yields exactly that code, the right one nothing. What the user sees of the wrong one is kept in
/// `Tests/Goldens/Diagnostics/CODE.txt`, which `ZHIBEN_UPDATE_GOLDENS=1 swift test` writes.
public struct CataloguePage: Sendable {
  /// The code.
  public let code: DiagnosticCode
  /// One to three sentences.
  public let text: Wording
  /// The example.
  public let example: Example

  /// What the halves of an example are.
  public enum Form: Hashable, Sendable {
    /// Declarations that stand below `Example.heading`.
    case declarations
    /// A whole script; a Markdown file if it holds a fence.
    case script
    /// Declarations and one 测试 below `Example.heading`, which is run.
    case test
    /// A CSV file of a register of the standard register.
    case data
    /// Lines typed at a prompt.
    case session
    /// Lines typed at a prompt of a machine in a state that tests cannot bring about, such as a full disk.
    case situation
    /// Statements of a script inside of a host, or lines of the host.
    case host
  }

  /// The wrong and the right way.
  public struct Example: Sendable {
    /// What the halves are.
    public let form: Form
    /// The register that a CSV file is of.
    public private(set) var register = ""
    /// Yields the code.
    public let wrong: String
    /// Does not.
    public let right: String

    /// What stands above an example of declarations.
    public static let heading = "计划 示例 { 期间 2025年 }\n引用 标准台账\n"

    /// Declarations below `heading`.
    static func below(wrong: String, right: String) -> Example {
      Example(form: .declarations, wrong: wrong, right: right)
    }

    /// A whole script.
    static func alone(wrong: String, right: String) -> Example {
      Example(form: .script, wrong: wrong, right: right)
    }

    /// Declarations and a test that is run.
    static func test(wrong: String, right: String) -> Example {
      Example(form: .test, wrong: wrong, right: right)
    }

    /// A CSV file.
    static func data(register: String, wrong: String, right: String) -> Example {
      Example(form: .data, register: register, wrong: wrong, right: right)
    }

    /// Lines typed at a prompt.
    static func session(wrong: String, right: String) -> Example {
      Example(form: .session, wrong: wrong, right: right)
    }

    /// Lines typed at a prompt that tests cannot run.
    static func situation(wrong: String, right: String) -> Example {
      Example(form: .situation, wrong: wrong, right: right)
    }

    /// Statements or lines of a host.
    static func host(wrong: String, right: String) -> Example {
      Example(form: .host, wrong: wrong, right: right)
    }
  }

  init(_ code: DiagnosticCode, zh: String, en: String, _ example: Example) {
    self.code = code
    text = Wording(zh: zh, en: en)
    self.example = example
  }
}

extension CataloguePage {
  /// Every page, in the order of the codes.
  public static let all: [CataloguePage] =
    lexical + syntactic + names + registers + types + questions + procedures + rules + values
    + draws + incentives + reports + events + data
    + analyses + running + scripting

  private static let byCode: [DiagnosticCode: CataloguePage] =
    Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The page of a code, or `nil` for a code that has none.
  public static func page(for code: DiagnosticCode) -> CataloguePage? { byCode[code] }
}
