extension Catalogue {
  /// What is wrong with an event.
  static let events: [CatalogueEntry] = [
    CatalogueEntry(
      "E0570",
      zh: "「{text}」要写明是哪个字段",
      en: "“{text}” must name a field",
      zhHelp: "写成「登记.字段 变更」「登记.字段 变为 值」「登记.日期字段 届满」",
      enHelp: "write “REGISTER.FIELD changed”, “… becomes VALUE” or “REGISTER.DATE-FIELD expired”"
    ),
    CatalogueEntry(
      "E0571",
      zh: "进入、退出说的是范围，「{text}」是整个登记",
      en: "records enter and leave scopes; “{text}” is a whole register",
      zhHelp: "先声明一个「范围」；记录新来时写「新增」",
      enHelp: "declare a scope; for records that come in write “added”"
    ),
    CatalogueEntry(
      "E0572",
      zh: "新增、进入、退出、累计、连续说的是整条记录，「{text}」是字段",
      en: "records are added, enter, leave and are counted; “{text}” is a field",
      zhHelp: "字段的变化写「变更」「变为」「届满」",
      enHelp: "of a field write “changed”, “becomes” or “expired”"
    ),
    CatalogueEntry(
      "E0573",
      zh: "「{text}」按谁来数？{candidates}",
      en: "“{text}” is counted for whom? {candidates}",
      zhHelp: "在后面写「按 引用字段」",
      enHelp: "write “per REFERENCE” behind it"
    ),
    CatalogueEntry(
      "E0574",
      zh: "登记「{register}」没有日期字段，不知道事件发生在哪一天",
      en: "the register “{register}” has no date field, so nothing says when an event happened",
      zhHelp: "给它的发生日字段写上「日期」",
      enHelp: "mark its field for the day of happening “date”"
    ),
    CatalogueEntry(
      "E0575",
      zh: "「{rule}」没有写事件发生之后做什么",
      en: "“{rule}” does not say what is done after the event"
    ),
    CatalogueEntry(
      "E0576",
      zh: "「{text}」不能用作次数：要从 2 次起，按记录数",
      en: "“{text}” cannot be counted: write a number of records from 2"
    ),
    CatalogueEntry(
      "E0577",
      zh: "要做的事没有期限，永远不会逾期",
      en: "what is owed has no term, so it is never late",
      zhHelp: "在后面写「10日内」这样的期限",
      enHelp: "write a term such as “within 10 days” behind it"
    ),
  ]
}
