import Zhiben
import ZhibenSyntax

/// What may take the place of the word that was begun.
package struct Completion: Equatable, Sendable {
  /// How many characters before the cursor it replaces.
  package var typed: Int
  package var candidates: [Candidate]

  package struct Candidate: Hashable, Sendable {
    package var text: String
    /// What it is: 登记, 字段, 关键字.
    package var kind: Wording
  }
}

extension Conversation {
  /// Reads what completion needs, so that the first Tab need not; may be done by another thread.
  package var preparingCompletion: @Sendable () -> Void {
    { [records, engine, base = state.base] in records.load(engine, base) }
  }

  /// More candidates nobody reads.
  private static let completionLimit = 200

  /// Completes the word at the end of a text: all that was typed of an input, up to the cursor.
  package func complete(_ text: String) -> Completion {
    if let command = commandPart(of: text) { return completeCommand(command) }
    let word = String(text.reversed().prefix { Self.isWordCharacter($0) }.reversed())
    let before = String(text.dropLast(word.count))
    var offered: [NamedThing] = []
    if before.last == "." {
      offered = fields(of: owner(before))
    } else if let register = quotedRegister(before) {
      offered = records(word).filter { register.isEmpty || $0.register == register }
        .map { NamedThing(name: $0.name, kind: Wording($0.register)) }
      return Completion(typed: word.count, candidates: ranked(offered, word))
    } else {
      let language: ScriptLanguage = session.language == .zh ? .chinese : .english
      offered = Parser.expectedWords(after: before).map { keyword in
        let spelling =
          word.first?.isASCII == true && session.language == .en
          ? KeywordTable.spelling(of: keyword, in: .english)
          : KeywordTable.spelling(of: keyword, in: language)
        return NamedThing(name: spelling, kind: Wording(zh: "关键字", en: "keyword"))
      }
      offered += names
    }
    var candidates = ranked(offered, word)
    if word.count > 1 || word.first.map(Pinyin.isHan) == true {
      let known = Set(candidates.map(\.text))
      let records = records(word).map { record in
        NamedThing(
          name: record.name, kind: Wording(record.register))
      }
      candidates += ranked(records, word) { "\($0.kind.zh)「\($0.name)」" }
        .filter { !known.contains($0.text) }
    }
    return Completion(
      typed: word.count, candidates: Array(candidates.prefix(Self.completionLimit)))
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// Those that fit what was typed, best first, in their order; each text once.
  private func ranked(
    _ things: [NamedThing], _ typed: String, _ text: (NamedThing) -> String = { $0.name }
  ) -> [Completion.Candidate] {
    let match = PinyinMatch(typed, readings: Pinyin.readings)
    var seen: Set<String> = []
    var found: [(rank: Int, order: Int, candidate: Completion.Candidate)] = []
    for (order, thing) in things.enumerated() {
      guard let rank = match.rank(of: thing.name), seen.insert(thing.name).inserted else {
        continue
      }
      found.append((rank, order, Completion.Candidate(text: text(thing), kind: thing.kind)))
    }
    return found.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.map(\.candidate)
  }

  // MARK: - Where the word stands

  /// Behind a dot: the register whose fields may follow; nil if it is not known.
  private func owner(_ before: String) -> String? {
    let path = before.dropLast().reversed().prefix {
      Self.isWordCharacter($0) || $0 == "." || $0 == "「" || $0 == "」"
    }
    let names = String(path.reversed()).split(separator: ".").map {
      String($0.prefix { $0 != "「" })
    }
    let schema = script.program.schema
    guard let first = names.first else { return nil }
    var id = register(named: first)
    for name in names.dropFirst() {
      guard let known = id, let field = schema[known].fields.first(where: { $0.name == name }),
        case .reference(let target) = field.type
      else { return nil }
      id = target
    }
    return id.map { schema[$0].name }
  }

  /// The register that a name at the head of a path speaks of: 企业, 本企业, a scope, a variable, a field that refers to one.
  private func register(named name: String) -> RegisterID? {
    let program = script.program
    let bare = name.hasPrefix("本") || name.hasPrefix("该") ? String(name.dropFirst()) : name
    if let id = program.schema.register(named: bare) { return id }
    if let scope = program.scopes.first(where: { $0.name == name }) { return scope.register }
    if let type = state.workspace.variables.first(where: { $0.name == name })?.type {
      return type.record
    }
    for field in program.schema.registers.flatMap(\.fields) where field.name == name {
      if case .reference(let target) = field.type { return target }
    }
    return nil
  }

  /// Behind an opening 「 or quotation mark: the register before it, empty if there is none.
  private func quotedRegister(_ before: String) -> String? {
    guard let mark = before.last, "「“\"".contains(mark) else { return nil }
    let name = String(before.dropLast().reversed().prefix { Self.isWordCharacter($0) }.reversed())
    guard mark == "「" else { return "" }
    return register(named: name).map { script.program.schema[$0].name } ?? ""
  }

  private func records(_ word: String) -> [RecordIndex.Entry] {
    let match = PinyinMatch(word, readings: Pinyin.readings)
    return records.entries(beginning: word, in: engine, state.base, where: match.mayFit)
  }

  // MARK: - Commands

  /// A line that begins with a colon, without it.
  private func commandPart(of text: String) -> String? {
    guard let first = text.first(where: { !$0.isWhitespace }), first == ":" || first == "：",
      !text.contains("\n")
    else { return nil }
    return String(text.drop { $0.isWhitespace }.dropFirst())
  }

  private func completeCommand(_ line: String) -> Completion {
    let parts = line.split(
      maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    let word = parts.first.map(String.init) ?? ""
    if parts.count < 2, line.last?.isWhitespace != true {
      let things = MetaCommand.all.flatMap { command in
        command.names.map { NamedThing(name: $0, kind: command.help) }
      }
      let own =
        session.language == .zh
        ? things.filter { $0.name.first?.isASCII == false } + things : things
      return Completion(typed: word.count, candidates: ranked(own, word))
    }
    let argument = parts.count > 1 ? String(parts[1]) : ""
    guard case .success(let command)? = MetaLine(":" + line)?.command else {
      return Completion(typed: argument.count, candidates: [])
    }
    return Completion(
      typed: argument.count, candidates: ranked(arguments(of: command, argument), argument))
  }

  private func arguments(of command: MetaCommand, _ typed: String) -> [NamedThing] {
    func things(_ names: [String], _ kind: Wording = "") -> [NamedThing] {
      names.map { NamedThing(name: $0, kind: kind) }
    }
    let program = script.program
    let rules = things(program.rules.map(\.name), Wording(zh: "规则", en: "rule"))
    switch command.argument {
    case .none, .word: return []
    case .register:
      return things(program.schema.registers.map(\.name), Wording(zh: "登记", en: "register"))
    case .rule: return rules
    case .key:
      return rules + records(typed).map { NamedThing(name: $0.name, kind: Wording($0.register)) }
    case .day:
      let ends = [day, day.advanced(byDays: 1)] + program.plan.period.ends
      return things(ends.map { "\($0)" }, Wording(zh: "日期", en: "day"))
    case .format:
      return things(TableFormat.allCases.flatMap { [$0.chinese, $0.rawValue] })
    case .file: return things(ScriptText.names(beginning: typed), Wording(zh: "文件", en: "file"))
    case .width: return things(["1", "2", session.text("自动", "auto")])
    case .toggle: return things(session.language == .zh ? ["开", "关"] : ["on", "off"])
    case .topic:
      return MetaCommand.all.map {
        NamedThing(name: $0.name(in: session.language), kind: $0.help)
      }
        + Library.functions.map {
          NamedThing(name: $0.names[session.language], kind: $0.summary)
        }
    }
  }
}

extension DayRange {
  fileprivate var ends: [CivilDate] { [first, last] }
}
