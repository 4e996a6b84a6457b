extension Catalogue {
  /// What is seen only when a plan is looked at as a whole: clauses that contradict one another, conditions that nothing can meet, rules that
  /// never fall due.
  static let analyses: [CatalogueEntry] = [
    CatalogueEntry(
      "W0640",
      zh: "可能同时属于「{first}」和「{second}」，前者要求 {firstValue}，后者要求 {secondValue}，没有写明以谁为准",
      en:
        "what belongs to both “{first}” and “{second}” would get {firstValue} by the one and {secondValue} by the other, and nothing says which of them holds",
      zhHelp: "写明「从严」「上位」「新」或「特别」，或让两条例外不重叠；不写明的，运行时列为待核实",
      enHelp:
        "declare “strict”, “superior”, “newer” or “special”, or keep the two apart; until then whoever gets both is left to be verified"
    ),
    CatalogueEntry(
      "W0641",
      zh: "例外「{text}」永远用不上：没有一个对象会属于它",
      en: "the exception “{text}” never applies: no subject can belong to it"
    ),
    CatalogueEntry(
      "W0642",
      zh: "{case} 既属于「{later}」，又属于前面的「{earlier}」，按前面的算",
      en: "{case} belongs to “{later}” and to “{earlier}” before it, which takes it",
      zhHelp: "「以上」「以下」都包括本数；改用「超过」「不满」，或改数字，让两行不重叠",
      enHelp: "“or more” and “or less” include the number; use “above” or “below”, or other numbers"
    ),
    CatalogueEntry(
      "E0644",
      zh: "「直至 {text}」永远不会成立，督办停不下来",
      en: "“until {text}” can never hold, so the escalation never ends"
    ),
    CatalogueEntry(
      "W0645",
      zh: "督办「{rule}」不会启动：它的对象都已满足「直至 {text}」",
      en: "the escalation “{rule}” never begins: all its subjects meet “until {text}” already"
    ),
    CatalogueEntry(
      "W0646",
      zh: "「暂停 {text}」永远用不上",
      en: "“pause {text}” never takes effect"
    ),
    CatalogueEntry(
      "E0647",
      zh: "督办期间「暂停 {text}」一直成立，一级台阶也到不了",
      en: "“pause {text}” holds as long as the escalation runs, so no rung is ever reached"
    ),
    CatalogueEntry(
      "E0648",
      zh: "督办互相启动，成了环：{path}",
      en: "escalations start each other in a ring: {path}",
      zhHelp: "去掉其中一级台阶里的「督办」",
      enHelp: "take the escalation out of one of the rungs"
    ),
    CatalogueEntry(
      "W0649",
      zh: "台阶「{measure}」没有写由谁办、致谁",
      en: "the rung “{measure}” names nobody who does it and nobody who receives it",
      zhHelp: "写明「由 …」或「致 …」",
      enHelp: "add “by …” or “to …”"
    ),
    CatalogueEntry(
      "W0650",
      zh: "「{rule}」的频次 {minimum}，有的对象会超过「{capRule}」的上限 {cap}",
      en: "for some subjects {minimum} of “{rule}” is above the cap {cap} of “{capRule}”",
      zhHelp: "超过上限的检查，运行时列为受限；不该受限的，写在上限的「不计」里",
      enHelp:
        "visits above a cap are listed as capped; name in the cap the classes that do not count"
    ),
    CatalogueEntry(
      "E0651",
      zh: "没有一条记录能作凭证「{text}」，这项职责永远完不成",
      en: "no record can be the evidence “{text}”, so the duty can never be done"
    ),
    CatalogueEntry(
      "W0652",
      zh: "凭证「{text}」和对象的条件矛盾，对象的记录都不算数",
      en:
        "the evidence “{text}” contradicts the condition of the subjects, so none of their records counts"
    ),
    CatalogueEntry(
      "W0653",
      zh: "「{text}」不在施行期间（{period}）里",
      en: "“{text}” does not lie within the days on which the rule is in force ({period})"
    ),
    CatalogueEntry(
      "E0654",
      zh: "「{text}」里一天也没有",
      en: "“{text}” holds no day at all"
    ),
    CatalogueEntry(
      "W0655",
      zh: "「{text}」在施行期间（{period}）里一次也不到期",
      en: "“{text}” never falls due while the rule is in force ({period})"
    ),
    CatalogueEntry(
      "W0656",
      zh: "没有一条记录能满足「{text}」",
      en: "no record can meet “{text}”"
    ),
    CatalogueEntry(
      "W0657",
      zh: "「{text}」从来不会不成立",
      en: "“{text}” never fails to hold"
    ),
    CatalogueEntry(
      "W0658",
      zh: "「{text}」永远不知道成不成立，全部列为待核实",
      en: "nothing can decide “{text}”, so everything is left to be verified"
    ),
    CatalogueEntry(
      "E0659",
      zh: "条件「{text}」永远不会成立，谁也做不到",
      en: "the condition “{text}” can never hold, so nobody can comply"
    ),
    CatalogueEntry(
      "W0660",
      zh: "条件「{text}」不会被违反：对象本来都满足它",
      en: "the condition “{text}” is never broken: every subject meets it already"
    ),
    CatalogueEntry(
      "E0662",
      zh: "「{text}」达不到",
      en: "“{text}” can never be reached"
    ),
  ]
}
