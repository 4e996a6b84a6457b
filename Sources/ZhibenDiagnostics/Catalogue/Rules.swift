extension Catalogue {
  /// What the analysis of rules notices: clauses, arms, rungs, conflicts.
  static let rules: [CatalogueEntry] = [
    CatalogueEntry(
      "E0501",
      zh: "「{rule}」缺少「{clause}」一项",
      en: "“{rule}” lacks the clause “{clause}”"
    ),
    CatalogueEntry(
      "E0502",
      zh: "「{clause}」一项写了两次",
      en: "the clause “{clause}” is given twice",
      zhHelp: "合并成一项，或删去其中一项",
      enHelp: "join the two, or delete one"
    ),
    CatalogueEntry(
      "E0503",
      zh: "「{kind}」里不能写「{clause}」",
      en: "“{clause}” cannot stand in “{kind}”",
      zhHelp: "「{kind}」里可以写：{candidates}",
      enHelp: "“{kind}” may have: {candidates}"
    ),
    CatalogueEntry(
      "E0504",
      zh: "没有写到这些情形：{cases}",
      en: "these cases are not covered: {cases}",
      zhHelp: "补上这些情形，或加一行「其他：…」",
      enHelp: "add them, or a line “其他：…” for all the rest"
    ),
    CatalogueEntry(
      "E0505",
      zh: "这一行永远轮不到，前面的「{earlier}」已经包括了它",
      en: "this line is never reached: “{earlier}” before it covers it all",
      zhHelp: "把它移到前面，或删去",
      enHelp: "move it up, or delete it"
    ),
    CatalogueEntry(
      "E0506",
      zh: "「{rule}」的频次要求 {minimum}，超过了「{capRule}」的上限 {cap}",
      en: "“{rule}” demands {minimum}, which is above the cap {cap} of “{capRule}”",
      zhHelp: "调整其中一项，或在上限里写明不计哪些检查",
      enHelp: "change one of the two, or say in the cap which inspections do not count"
    ),
    CatalogueEntry(
      "E0507",
      zh: "台阶「{later}」排在「{earlier}」之后，天数却没有增加",
      en: "the rung “{later}” stands after “{earlier}” but does not come later",
      zhHelp: "按逾期天数由少到多排列",
      enHelp: "order the rungs by days overdue, the fewest first"
    ),
    CatalogueEntry(
      "E0508",
      zh: "督办「{rule}」没有写明到什么时候为止",
      en: "the escalation “{rule}” does not say when it ends",
      zhHelp: "写明「直至 …」，如「直至 状态 = 已销号」",
      enHelp: "add “until …”, such as “until 状态 = 已销号”"
    ),
    CatalogueEntry(
      "E0509",
      zh: "凭证 {register} 里没有指向 {subject} 的字段，看不出是谁的凭证",
      en:
        "the evidence {register} has no reference to {subject}, so it is not clear whose evidence it is",
      zhHelp: "在登记 {register} 里加一个类型为 {subject} 的字段",
      enHelp: "give the register {register} a field of type {subject}"
    ),
    CatalogueEntry(
      "E0510",
      zh: "凭证 {register} 没有日期字段，看不出是哪一期的",
      en: "the evidence {register} has no date field, so it belongs to no period",
      zhHelp: "在登记 {register} 里给记录发生日期的字段标上「日期」",
      enHelp: "mark the field of {register} that holds the day with “日期”"
    ),
    CatalogueEntry(
      "E0511",
      zh: "「{deadline}」没有写哪一年，而计划期间不止一年",
      en: "“{deadline}” does not name a year, and the plan runs for more than one",
      zhHelp: "写明年份，如「2025年{deadline}」；若每年都要，写在频次里",
      enHelp: "write the year into “{deadline}”; if it is due every year, write it as a cadence"
    ),
    CatalogueEntry(
      "E0512",
      zh: "「{cadence}」没有说从哪一天算起",
      en: "“{cadence}” does not say from which day it counts",
      zhHelp: "写成「自 日期字段 起{cadence}」；若从上次完成之日算起，写「每隔…」",
      enHelp:
        "name the day from which “{cadence}” counts, or write “since last” to count from the last time it was done"
    ),
    CatalogueEntry(
      "E0513",
      zh: "同时属于「{first}」和「{second}」的，前者要求 {firstValue}，后者要求 {secondValue}",
      en:
        "what belongs to both “{first}” and “{second}” would get {firstValue} by the one and {secondValue} by the other",
      zhHelp: "写明「从严」「上位」「新」或「特别」，或让两条例外不重叠",
      enHelp: "declare “strict”, “superior”, “newer” or “special”, or keep the two exceptions apart"
    ),
    CatalogueEntry(
      "W0514",
      zh: "参数「{name}」没有写出处",
      en: "the parameter “{name}” names no source",
      zhHelp: "写明「依据 …」；是自己定的，写「文件未规定」",
      enHelp: "add “basis …”; if you chose it yourself, write “not stated”"
    ),
    CatalogueEntry(
      "W0515",
      zh: "「{rule}」没有写依据",
      en: "“{rule}” names no basis",
      zhHelp: "写明「依据 \"条款号\"」",
      enHelp: "add “basis \"clause number\"”"
    ),
    CatalogueEntry(
      "E0516",
      zh: "「{kind}」要到以后的版本才能运行",
      en: "“{kind}” can only be run by a later version",
      zhHelp: "请升级程序；暂不需要的，先改成注释",
      enHelp: "upgrade the program, or turn the rule into a comment for now"
    ),
    CatalogueEntry(
      "W0517",
      zh: "「{rule}」没有写凭证，看不出有没有完成",
      en: "“{rule}” names no evidence, so nothing tells whether it was done",
      zhHelp: "写明「凭证 …」",
      enHelp: "add “evidence …”"
    ),
    CatalogueEntry(
      "E0518",
      zh: "按 {expected} 项选取，标签却写了 {found} 段",
      en: "there are {expected} keys, but the label has {found} parts",
      zhHelp: "每一项写一段，用「、」隔开；不限的写「任意」",
      enHelp: "one part for each key, separated by “、”; write “any” where it does not matter"
    ),
    CatalogueEntry(
      "E0519",
      zh: "计划只能有一个",
      en: "there can be only one plan"
    ),
    CatalogueEntry(
      "E0520",
      zh: "没有写「计划 名称 { 期间 … }」",
      en: "there is no “plan NAME { period … }”"
    ),
    CatalogueEntry(
      "E0521",
      zh: "频次要写明至少几次，这里只有至多 {most} 次",
      en: "a cadence says how often at least, but this only says at most {most}",
      zhHelp: "只限制次数的，写在「上限」里",
      enHelp: "what only limits belongs into the cap"
    ),
    CatalogueEntry(
      "E0522",
      zh: "至少 {least} 次比至多 {most} 次还多",
      en: "at least {least} is more than at most {most}"
    ),
    CatalogueEntry(
      "E0524",
      zh: "「{text}」里的补充不适用于这种频次",
      en: "what qualifies “{text}” does not fit this cadence"
    ),
    CatalogueEntry(
      "E0525",
      zh: "「{text}」前面比后面大",
      en: "“{text}” begins after it ends"
    ),
    CatalogueEntry(
      "W0526",
      zh: "施行期间和计划期间（{period}）没有重叠，这条规则不会运行",
      en: "the rule is in force on no day of the plan ({period})"
    ),
    CatalogueEntry(
      "E0527",
      zh: "「{text}」没有说从哪一天算起，而 {register} 没有日期字段",
      en: "“{text}” does not say from which day it counts, and {register} has no date field",
      zhHelp: "写成「日期字段 后 {text}」",
      enHelp: "write “{text} after DATE-FIELD”"
    ),
    CatalogueEntry(
      "E0528",
      zh: "「{text}」要写成固定的起止日期",
      en: "“{text}” must be a fixed span of days",
      zhHelp: "如「2024年4月15日 至 2026年12月31日」或「2024—2026年」",
      enHelp: "such as “2024-04-15 through 2026-12-31” or “years 2024—2026”"
    ),
    CatalogueEntry(
      "E0529",
      zh: "比例要大于零、不超过100%，这里是「{text}」",
      en: "a share is more than nothing and at most 100%, not “{text}”"
    ),
    CatalogueEntry(
      "E0530",
      zh: "种子不能写在脚本里：写得出来的号码，写的人事先已经知道",
      en: "the seed cannot stand in the script: whoever writes it knew it before",
      zhHelp: "写「种子 届时公布」，号码公布之后记入登记「{register}」",
      enHelp:
        "write “seed later” and enter the number into the register “{register}” once it is published"
    ),
    CatalogueEntry(
      "E0531",
      zh: "抽取要每个周期一次，如「每年1次」，这里是「{text}」",
      en: "a draw takes place once in each period, such as “every year 1”, not “{text}”",
      zhHelp: "要多抽几次的，把周期写短，如「每半年1次」",
      enHelp: "for more draws take a shorter period, such as “every half year 1”"
    ),
    CatalogueEntry(
      "E0532",
      zh: "抽取要有登记「{register}」来记公布的号码，它缺少这些字段：{fields}",
      en:
        "a draw needs the register “{register}” for the numbers that are published; it lacks these fields: {fields}",
      zhHelp: "写「引用 标准台账」，或照它的样子声明",
      enHelp: "write “use 标准台账”, or declare it as it stands there"
    ),
    CatalogueEntry(
      "E0533",
      zh: "每层至少 {least} 家，比全部名额 {quota} 家还多",
      en: "at least {least} of each stratum are more than the whole quota of {quota}"
    ),
    CatalogueEntry(
      "E0534",
      zh: "登记「{register}」没有标识字段，抽签要用标识来算票号",
      en: "the register “{register}” has no key, of which tickets are made",
      zhHelp: "给它的一个字段写上「标识」",
      enHelp: "mark one of its fields “key”"
    ),
    CatalogueEntry(
      "E0535",
      zh: "「{text}」有不合适的日子：每期只冻结一次，补抽要在冻结之后",
      en: "“{text}” has days that do not fit: each period freezes once, and supplements come later"
    ),
    CatalogueEntry(
      "E0536",
      zh: "「{text}」不能用作不重复的期间",
      en: "“{text}” cannot be the span of “no repeat”",
      zhHelp: "写「本年度」「2024—2026年」或「近3年」",
      enHelp: "write “this year”, “years 2024—2026” or “last 3 years”"
    ),
    CatalogueEntry(
      "E0537",
      zh: "比例和名额只能写一样",
      en: "a draw has a share or a quota, not both"
    ),
  ]
}
