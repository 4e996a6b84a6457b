import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// A change of a register that a statement asks for, with its words.
public struct PlannedWrite: Sendable, CustomStringConvertible {
  /// The bare change.
  public let write: Write
  private let run: StatementRun

  /// A field before and after.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// What it held; nil is unknown, also where it is not to be shown.
    public let old: Value?
    /// What it holds from then on.
    public let new: Value?
    /// Whether its values are not to be shown (保密).
    public let isConfidential: Bool
  }

  init(_ write: Write, _ run: StatementRun) { (self.write, self.run) = (write, run) }

  /// The record.
  public var record: SubjectName {
    let ids = run.snapshot[write.register].rowIDs
    let id = ids.indices.contains(write.position) ? ids[write.position] : 0
    let names = RecordNames(run.snapshot)
    return SubjectName(
      register: register.name, key: names.key(of: write.register, id: id),
      name: names.name(of: write.register, id: id))
  }

  /// The fields that change, in the order written; none for a record that is struck off.
  public var fields: [Field] {
    write.fields.map { field in
      let schema = register.fields[field.field]
      let isHidden = schema.isConfidential || register.isConfidential
      return Field(
        name: schema.name, old: isHidden ? nil : field.old, new: isHidden ? nil : field.value,
        isConfidential: isHidden)
    }
  }

  /// The statement: the name of its source, and the line in it.
  public var place: (source: String, line: Int) {
    let sources = run.program.sources
    guard sources.indices.contains(write.origin.source) else { return ("", 0) }
    let source = sources[write.origin.source]
    return (source.name, SourcePosition(of: write.origin.span.start, in: source).line)
  }

  /// `+ 记入 企业 甲厂 人数 5`.
  public var description: String { text(in: .zh) }

  /// The change on one line.
  public func text(in language: Language) -> String {
    let head = [write.kind.mark, write.kind.wording[language], record.register, record.name]
    return (head + [details(in: language)]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What changes: `人数 5 → 9，状态 停产`.
  public func details(in language: Language) -> String {
    guard write.kind != .delete else {
      return language == .zh ? "自 \(write.day) 起" : "from \(write.day) on"
    }
    return fields.map { field in
      func words(_ value: Value?) -> String {
        field.isConfidential
          ? language == .zh ? "（保密）" : "(confidential)" : run.words.text(value, in: language)
      }
      let new = words(field.new)
      return write.kind == .insert || field.isConfidential
        ? "\(field.name) \(new)" : "\(field.name) \(words(field.old)) → \(new)"
    }.joined(separator: language == .zh ? "，" : ", ")
  }

  private var register: RegisterSchema { run.program.schema[write.register] }
}

extension Write.Kind {
  /// The kinds in the order in which they are counted.
  public static let allInOrder: [Write.Kind] = [.insert, .update, .delete]

  /// 记入, 修改, 注销.
  public var wording: Wording {
    switch self {
    case .insert: Wording(zh: "记入", en: "insert")
    case .update: Wording(zh: "修改", en: "update")
    case .delete: Wording(zh: "注销", en: "delete")
    }
  }

  /// The mark at the head of a line.
  public var mark: String {
    switch self {
    case .insert: "+"
    case .update: "~"
    case .delete: "-"
    }
  }

  /// The stable word for programs.
  public var code: String { String(describing: self) }
}
