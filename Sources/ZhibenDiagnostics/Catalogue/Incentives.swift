extension Catalogue {
  /// 激励.
  static let incentives: [CatalogueEntry] = [
    CatalogueEntry(
      "E0540",
      zh: "没有叫「{name}」的职责、检查或抽取，激励不知道作用在哪里",
      en: "there is no duty, inspection or draw “{name}” for the incentive to act on",
      zhHelp: "可以写：{candidates}",
      enHelp: "it may be: {candidates}"
    ),
    CatalogueEntry(
      "E0541",
      zh: "激励不能作用于「{text}」：只能作用于职责、检查的频次和抽取的比例",
      en:
        "an incentive cannot act on “{text}”: only on the cadence of a duty or inspection, or the share of a draw",
      zhHelp: "写成「规则名.频次 降一档」「规则名.频次 减半」或「规则名.比例 减半」",
      enHelp: "write “RULE.cadence one step down”, “RULE.cadence halved” or “RULE.share halved”"
    ),
    CatalogueEntry(
      "E0542",
      zh: "「{rule}」本身是激励，激励不能作用于激励",
      en: "“{rule}” is an incentive itself, on which none can act",
      zhHelp: "直接作用于它所作用的那一条；几条激励不叠加，取减得最多的一条",
      enHelp:
        "act on the rule that it acts on; of several incentives the largest counts, they do not add"
    ),
    CatalogueEntry(
      "E0543",
      zh: "「{rule}」不能再{measure}，这条激励什么也不改变",
      en: "“{rule}” cannot be {measure} any further: the incentive changes nothing",
      zhHelp: "日、周、月、季、半年、年可以降一档；有固定日子的、只做一次的、按家数抽的不能减",
      enHelp:
        "days, weeks, months, quarters, half years can go one step down; what has days of its own, happens once or is drawn by quota cannot be eased"
    ),
    CatalogueEntry(
      "E0544",
      zh: "「{floor}」不低于「{rule}」原来的要求，这条激励什么也不改变",
      en: "“{floor}” is no less than “{rule}” asks for anyway: the incentive changes nothing"
    ),
    CatalogueEntry(
      "E0545",
      zh: "「{rule}」放宽了「{duty}」（{basis}）的最低要求，必须写明准许放宽的依据",
      en:
        "“{rule}” loosens the minimum of “{duty}” ({basis}), so it has to name the clause that allows it",
      zhHelp: "下级文件只能从严；要放宽，写「依据 …」",
      enHelp: "a lower document may only tighten; to loosen, write “basis …”"
    ),
    CatalogueEntry(
      "E0546",
      zh: "激励的对象是 {register}，「{rule}」的对象是 {other}，两者对不上",
      en: "the incentive speaks of {register}, “{rule}” of {other}"
    ),
  ]
}
