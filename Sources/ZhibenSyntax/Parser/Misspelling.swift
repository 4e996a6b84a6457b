/// What people write for a word of the language: by ear, by habit, by a slip of the finger.
enum Misspelling {
  /// Words that sound like a word of the language and mean nothing in its place.
  static let homophones: [String: Keyword] = [
    "责任": .duty, "指责": .duty, "检察": .inspection, "监察": .inspection, "必需": .require,
    "登计": .register, "等级": .register, "取直": .enumeration, "化分": .partition, "划份": .partition,
    "参树": .parameter, "有": .from, "对像": .subject, "对向": .subject, "品次": .cadence,
    "平次": .cadence, "频词": .cadence, "平证": .evidence, "凭正": .evidence, "列外": .except,
    "预期": .overdue, "予期": .overdue, "依剧": .basis, "期线": .term, "启算": .clock,
    "直指": .until, "直止": .until, "只至": .until, "实行": .inForce, "废纸": .repealed,
    "指镖": .metric, "未答": .missed,
  ]

  /// Roles of an action by ear: 至 for 致, 需 for 须, 有 for 由.
  static let roles: [String: Keyword] = [
    "至": .to, "治": .to, "需": .need, "需要": .need, "有": .from, "抄报": .cc, "直指": .until,
    "直止": .until, "只至": .until,
  ]

  /// Other words for the same thing.
  static let synonyms: [String: Keyword] = [
    "频率": .cadence, "频度": .cadence, "次数": .cadence, "周期": .cadence, "frequency": .cadence,
    "除外": .except, "例外情形": .except, "exception": .except, "exceptions": .except,
    "负责": .from, "责任人": .from, "责任单位": .from, "责任部门": .from, "牵头": .from, "who": .from,
    "证据": .evidence, "证明": .evidence, "凭据": .evidence, "proof": .evidence,
    "截止": .term, "时限": .term, "限期": .term, "deadline": .term, "due": .term,
    "适用": .subject, "适用对象": .subject, "客体": .subject, "applies": .subject,
    "依据文件": .basis, "根据": .basis, "source": .basis, "备注": .note, "注释": .note,
    "超期": .overdue, "late": .overdue, "起始": .clock, "起点": .clock, "start": .clock,
    "停止": .until, "终止": .until, "中止": .pause, "生效": .inForce, "失效": .repealed,
    "同比": .versus, "减少": .fall, "降低": .fall, "增加": .rise, "增长": .rise, "公式": .metric,
    "区域": .area, "地区": .area, "宽限期": .grace, "前提": .condition, "如果": .condition,
    "义务": .duty, "规则": .duty, "rule": .duty, "枚举": .enumeration, "台账": .register,
    "常量": .parameter, "方案": .plan, "要求": .require, "分类": .partition, "导入": .use,
    "import": .use, "category": .partition, "constant": .parameter,
  ]

  /// A word's spelling in the language of `text`.
  static func spelling(of keyword: Keyword, like text: String) -> String {
    let isEnglish = text.utf8.first.map { $0 < 0x80 } ?? false
    return KeywordTable.spelling(of: keyword, in: isEnglish ? .english : .chinese)
  }

  /// 其中 by ear.
  static let whereWords: Set<String> = ["其它", "其他", "期中"]

  /// `频次每季度至少1次`: the clause or declaration word with which the run begins, and the rest.
  static func glued(_ text: String, to keywords: [Keyword]) -> (word: String, rest: String)? {
    for keyword in keywords {
      let word = KeywordTable.spelling(of: keyword, in: .chinese)
      if text.hasPrefix(word), text != word {
        return (word, String(text.dropFirst(word.count)))
      }
    }
    return nil
  }
}
