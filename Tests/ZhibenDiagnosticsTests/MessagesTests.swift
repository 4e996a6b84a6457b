import Foundation
import Testing

@testable import ZhibenDiagnostics

/// Every sentence of the catalogue in both languages, with sample values, to be read by people: `Tests/Goldens/Messages/AREA.txt`.
@Suite struct MessagesTests {
  @Test(arguments: Catalogue.areas.map(\.name))
  func everySentenceReadsWell(_ area: String) throws {
    let entries = Catalogue.areas.first { $0.name == area }?.entries ?? []
    let blocks = entries.map { entry in
      let diagnostic = Diagnostic(entry.code, at: .none, Samples.arguments(for: entry))
      return Language.allCases.map { Renderer(language: $0).render(diagnostic) }
        .joined(separator: "\n")
    }
    try Golden(path: "Messages/\(area).txt").check(blocks.joined(separator: "\n\n") + "\n")
  }

  @Test(arguments: Catalogue.all)
  func everyPlaceholderHasASample(_ entry: CatalogueEntry) {
    let arguments = Samples.arguments(for: entry)
    for template in [entry.message, entry.help].compactMap(\.self) {
      for name in template.placeholders {
        #expect(arguments[name] != nil, "\(entry.code): add a sample for {\(name)} to Samples")
      }
    }
  }

  /// Text of the user stands in 「」 in Chinese and in “” in English.
  @Test(arguments: Catalogue.all)
  func quotesAgreeInBothLanguages(_ entry: CatalogueEntry) {
    for name in entry.message.placeholders {
      let zh = entry.message.wording.zh.contains("「{\(name)}」")
      let en = entry.message.wording.en.contains("“{\(name)}”")
      #expect(zh == en, "\(entry.code): {\(name)} is quoted in one language only")
    }
  }

  /// Every code that a source of the project names stands in the catalogue.
  @Test func noCodeIsUnknown() throws {
    let sources = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var count = 0
    for case let url as URL in try #require(files) where url.pathExtension == "swift" {
      let text = try String(contentsOf: url, encoding: .utf8)
      for match in text.matches(of: /"([EWN]0[1-9][0-9]{2})"/) {
        let code = DiagnosticCode(rawValue: String(match.1))
        count += 1
        #expect(
          Catalogue.entry(for: code) != nil, "\(url.lastPathComponent) names the unknown \(code)")
      }
    }
    #expect(count >= Catalogue.all.count)
  }
}

/// Values for the placeholders of the catalogue: by name, and for some codes by code.
enum Samples {
  static func arguments(for entry: CatalogueEntry) -> [String: Wording] {
    var result: [String: Wording] = [:]
    for template in [entry.message, entry.help].compactMap(\.self) {
      for name in template.placeholders {
        result[name] = byCode[entry.code]?[name] ?? byName[name]
      }
    }
    return result
  }

  private static let byCode: [DiagnosticCode: [String: Wording]] = [
    "E0102": ["opener": "“", "closer": "”"],
    "W0103": ["opener": "\"", "closer": "”"],
    "E0108": ["character": Wording(zh: "强制从右到左 U+202E", en: "right-to-left override U+202E")],
    "E0109": ["character": Wording(zh: "「[」", en: "“[”")],
    "E0110": ["found": "&&"],
    "E0111": ["found": "#"],
    "E0112": ["found": "2025年2月30日"],
    "E0113": ["found": "24.5.6"],
    "E0114": ["found": "1，000"],
    "E0115": ["found": "3。5"],
    "E0118": ["found": "10日前"],
    "W0743": ["encoding": "GB18030"],
    "E0119": ["found": "99999999999999999999"],
    "E0201": ["found": Wording(zh: "「15日」", en: "“15日”")],
    "E0203": ["opener": "{", "closer": "}"],
    "E0204": ["opener": "（", "closer": "）"],
    "E0205": ["found": "）"],
    "E0207": ["found": "频率", "candidates": .list(["频次", "例外", "依据"])],
    "E0208": ["found": "责任", "candidates": .list(["职责", "检查", "督办"])],
    "E0210": ["found": "至", "right": "致"],
    "E0212": ["found": "检查"],
    "E0213": ["found": "逾期15日"],
    "E0217": ["limit": "256"],
    "E0219": ["found": "测算"],
    "E0302": ["name": "主要负责任人"],
    "E0303": ["name": "隐患台帐", "candidates": .list(["企业", "隐患", "事故"])],
    "E0304": ["name": "特大", "owner": "级别", "candidates": .list(["一般", "较大", "重大"])],
    "E0305": ["name": "年度检查", "candidates": .list(["年度执法", "消防检查"])],
    "E0306": ["name": "D"],
    "E0309": [
      "name": "状态", "choices": Wording(zh: "「该隐患.状态」或「本企业.状态」", en: "该隐患.状态 or 本企业.状态"),
    ],
    "E0310": ["candidates": .list(["租赁 经 承租方", "租赁 经 出租方"]), "register": "租赁"],
    "E0311": ["name": "D且人数"],
    "E0312": ["name": "总和", "candidates": .list(["求和"])],
    "E0315": ["name": "该隐患", "register": "隐患"],
    "E0317": ["register": "企业", "name": "等级"],
    "E0318": ["name": "标准台账"],
    "E0320": ["limit": "64"],
    "E0321": ["register": "企业", "alias": "enterprise"],
    "E0322": ["alias": "name", "name": "名称"],
    "E0323": ["alias": "Company-Name"],
    "E0324": ["register": "隐患", "mark": Wording(zh: "日期", en: "date")],
    "E0325": [
      "mark": Wording(zh: "日期", en: "date"), "types": Wording(zh: "日期", en: "date"),
    ],
    "E0326": ["name": "文本"],
    "E0327": ["register": "租赁", "field": "起租日"],
    "E0328": ["register": "风险"],
    "E0329": ["text": "从业人数", "found": Wording(zh: "数", en: "a number"), "name": "名称"],
    "E0401": [
      "expected": Wording(zh: "日期", en: "a date"), "found": Wording(zh: "文字", en: "a text"),
    ],
    "E0403": ["found": Wording(zh: "数", en: "a number")],
    "E0404": ["found": Wording(zh: "数", en: "a number")],
    "E0406": ["owner": "标准化等级"],
    "E0407": ["text": "重大", "found": Wording(zh: "取值", en: "an enum value")],
    "E0408": ["owner": "状态"],
    "E0411": [
      "operator": "+", "left": Wording(zh: "日期", en: "a date"),
      "right": Wording(zh: "日期", en: "a date"),
    ],
    "E0412": ["name": "求和", "expected": "1", "found": "3"],
    "E0413": ["name": "重大", "candidates": .list(["级别.重大", "风险等级.重大"])],
    "E0417": [
      "text": "规范化自评", "found": Wording(zh: "一批「规范化自评」记录", en: "records of 规范化自评"),
    ],
    "E0419": ["text": "3个月"],
    "E0421": ["value": "等级", "text": "近3年", "found": Wording(zh: "期间", en: "a period")],
    "E0422": ["found": Wording(zh: "数", en: "a number")],
    "E0423": ["text": "危化品"],
    "E0424": ["text": "行业"],
    "E0425": ["left": Wording(zh: "数", en: "a number"), "right": Wording(zh: "文本", en: "a text")],
    "E0426": [
      "left": Wording(zh: "一批「企业」记录", en: "records of 企业"),
      "right": Wording(zh: "一批「隐患」记录", en: "records of 隐患"),
    ],
    "E0427": ["text": "隐患", "found": Wording(zh: "一批「隐患」记录", en: "records of 隐患")],
    "E0428": ["name": "求和", "text": "事故"],
    "E0430": ["name": "企业", "owner": Wording(zh: "登记 企业", en: "register 企业")],
    "E0431": ["name": "合计"],
    "E0432": ["name": "合计"],
    "E0433": ["text": "合计"],
    "E0434": ["text": "甲.人数"],
    "E0435": ["text": "合计", "found": Wording(zh: "数", en: "a number")],
    "E0436": ["name": "风险分", "expected": Wording(zh: "数", en: "a number")],
    "E0438": ["text": "合计", "found": Wording(zh: "数", en: "a number")],
    "E0439": ["word": Wording(zh: "跳出", en: "break")],
    "E0441": [
      "name": "风险分",
      "expected": Wording(zh: "要返回数", en: "must give back a number"),
    ],
    "E0442": ["name": "登记一家"],
    "E0443": ["name": "加数", "candidates": .list(["村", "家数"])],
    "E0446": ["left": Wording(zh: "数", en: "a number"), "right": Wording(zh: "文本", en: "a text")],
    "E0448": ["name": "求和"],
    "E0449": ["text": "企业 前 3"],
    "E0450": [
      "word": Wording(zh: "预期", en: "expect"), "place": Wording(zh: "测试里", en: "in tests"),
    ],
    "E0451": ["text": "人数 + 1", "found": Wording(zh: "数", en: "a number")],
    "E0452": ["text": "行业", "found": Wording(zh: "多值（取值「行业」）", en: "several values")],
    "E0453": ["name": "家数"],
    "E0454": ["text": "行业", "found": Wording(zh: "多值（取值「行业」）", en: "several values")],
    "E0456": ["text": "隐患", "name": "数量"],
    "W0457": ["register": "企业", "fields": .list(["代码"])],
    "E0458": ["register": "企业", "fields": .list(["代码"])],
    "E0459": ["name": "代码", "register": "企业"],
    "E0460": ["register": "义务", "word": Wording(zh: "记入", en: "insert")],
    "E0461": ["name": "映射", "example": Wording(zh: "文本，数", en: "text, number")],
    "E0462": ["text": "年度执法.上限", "candidates": .list(["上限人数"])],
    "E0464": ["name": "风险分"],
    "W0465": ["text": "大企业", "name": "上限人数"],
    "E0503": ["candidates": .list(["对象", "起算", "直至", "暂停"])],
    "E0505": ["earlier": "C 至 D"],
    "E0507": ["earlier": "逾期15日"],
    "E0308": ["path": "范围 甲 → 范围 乙 → 范围 甲"],
    "E0513": ["first": "高危企业", "second": "有事故企业"],
    "E0518": ["expected": "2", "found": "1"],
    "E0521": ["most": "2"],
    "E0522": ["least": "3", "most": "2"],
    "E0524": ["text": "每隔90日 至少2次"],
    "E0525": ["text": "2026—2024年"],
    "W0526": ["period": "2024-04-15 — 2026-12-31"],
    "E0527": ["text": "10日内", "register": "村"],
    "E0528": ["text": "上年同期"],
    "E0529": ["text": "比例 120%"],
    "E0530": ["register": "公布号码"],
    "E0531": ["text": "每年2次"],
    "E0532": ["register": "公布号码", "fields": "号码、来源"],
    "E0533": ["least": "3", "quota": "2"],
    "E0534": ["register": "摊位"],
    "E0535": ["text": "补抽 2月1日"],
    "E0536": ["text": "2025年3月1日"],
    "E0540": ["name": "年度检查", "candidates": .list(["年度执法"])],
    "E0541": ["text": "年度执法.方式"],
    "E0542": ["rule": "减检"],
    "E0543": ["rule": "年度执法", "measure": Wording(zh: "减半", en: "halved")],
    "E0544": ["rule": "年度执法", "floor": "不少于 每季度1次"],
    "E0545": ["rule": "减检", "duty": "自查", "basis": "二（二）6"],
    "E0550": ["text": "每月至少2次"],
    "E0551": ["rule": "检查月报", "days": "1月10日、2月10日"],
    "E0552": ["days": "6月10日、12月10日"],
    "E0553": ["text": "近3年"],
    "E0554": ["text": "零"],
    "E0555": ["name": "备注", "candidates": .list(["检查次数"])],
    "E0557": ["text": "本月"],
    "E0546": ["register": "村", "rule": "年度执法", "other": "企业"],
    "E0601": ["candidates": .list(["企业名称", "整改时限", "状态"])],
    "W0602": [
      "column": "整改时限", "candidates": .list(["整改期限"]),
    ],
    "E0603": ["value": "立即"],
    "E0604": ["value": "五十左右"],
    "E0605": ["value": "特大", "owner": "级别", "candidates": .list(["一般", "较大", "重大"])],
    "E0606": ["value": "91110000600037341M", "expected": "L"],
    "E0608": ["register": "企业"],
    "E0711": ["path": "洋口.plan"],
    "W0410": ["text": "15日"],
    "E0611": ["value": "9.1320623E+17"],
    "E0612": ["found": "7", "expected": "9"],
    "E0615": ["value": "24.5.6", "readings": .list(["2024-05-06", "2006-05-24"])],
    "E0616": [
      "value": "2024年5月", "missing": Wording(zh: "哪一天", en: "the day"),
    ],
    "E0617": ["value": "3.1415926"],
    "E0618": ["value": "洋口木业", "register": "企业", "count": "2"],
    "E0619": ["value": "95"],
    "E0622": ["column": "整改期限", "first": "3", "second": "7"],
    "E0623": ["reason": Wording(zh: "有密码", en: "it is locked by a password")],
    "E0624": ["value": "9111000060003734"],
    "E0625": ["candidates": .list(["Sheet1", "说明"])],
    "E0626": ["name": "检查", "candidates": .list(["隐患", "说明"])],
    "E0627": ["name": "Sheet1", "candidates": .list(["隐患", "自查"])],
    "E0628": ["address": "D40", "value": "913206230000000000"],
    "E0629": ["address": "E12"],
    "W0630": ["value": "洋口木业有限公司", "other": "91110000600037341L"],
    "E0715": [
      "register": "隐患", "field": "整改期限", "stored": Wording(zh: "文本", en: "text"),
      "declared": Wording(zh: "日期", en: "date"),
    ],
    "E0716": ["register": "隐患", "name": "zb_rule"],
    "E0717": ["register": "企业", "field": "名称"],
    "E0830": ["name": "发短信", "capability": "短信"],
    "E0831": [
      "register": "传感器", "row": Wording(zh: "第 2 条", en: "row 2"),
      "reason": Wording(zh: "没有标识", en: "it has no key"),
    ],
    "E0832": ["register": "传感器"], "E0833": ["register": "传感器"],
    "E0703": ["found": "3", "supported": "2"],
    "W0640": ["first": "高危企业", "second": "有事故企业"],
    "W0641": ["text": "停产企业"],
    "W0642": [
      "case": Wording(zh: "人数 = 50", en: "人数 = 50"), "earlier": "50人以下", "later": "50人以上",
    ],
    "E0644": ["text": "状态 = 已销号 且 状态 = 终止"],
    "W0645": ["text": "级别 = 重大"],
    "W0646": ["text": "状态 = 已销号"],
    "E0647": ["text": "状态 ≠ 已销号"],
    "E0648": ["path": "自查督办 → 隐患督办 → 自查督办"],
    "W0649": ["measure": "约谈"],
    "E0651": ["text": "类别 = 执法 且 类别 = 复查"],
    "W0652": ["text": "本企业.状态 = 已销号"],
    "W0653": ["text": "2030-12-31", "period": "2024-04-15 — 2026-12-31"],
    "E0654": ["text": "近0日"],
    "W0655": ["text": "每年1次 6月底前", "period": "2024-11-01 — 2025-03-01"],
    "W0656": ["text": "人数 > 50 且 人数 < 30"],
    "W0657": ["text": "等级 ≠ A 或 等级 ≠ B"],
    "W0658": ["text": "所在楼.层数 > 10"],
    "E0659": ["text": "人数 > 50 且 人数 < 30"],
    "W0660": ["text": "人数 ≥ 50"],
    "E0662": ["text": "2025年底前 不低于 120%"],
    "E0801": ["limit": "200000000"],
    "E0802": ["limit": "268435456"],
    "E0804": ["limit": "200"],
    "E0805": ["limit": "10.0 seconds"],
    "E0808": ["message": "每家企业都应有负责人"],
    "E0809": [
      "expected": Wording(zh: "“提醒”", en: "“提醒”"), "found": Wording(zh: "无", en: "none"),
    ],
    "E0810": ["register": "企业", "field": "人数", "stored": "50", "given": "60"],
    "E0811": ["register": "企业", "field": "名称"],
    "E0813": ["name": "计数", "key": "3"],
    "E0814": ["name": "发短信"],
    "E0818": ["field": "人数", "value": "0.5"],
    "E0819": [
      "name": "风险分",
      "reason": Wording(zh: "需要 1 个，类型如声明", en: "1 of the declared types are needed"),
    ],
  ]

  private static let byName: [String: Wording] = [
    "body": Wording(zh: "「职责」", en: "“duty”"),
    "byte": "0xFF",
    "bytes": "0xD6 0xB0",
    "cadence": "每6个月",
    "candidates": .list(["主要负责人", "安全管理人员", "实际控制人"]),
    "cap": "每年至多1次",
    "capRule": "年度执法",
    "cases": .list(["B", "C"]),
    "changed": Wording(zh: "登记 隐患", en: "the register 隐患"),
    "character": Wording(zh: "零宽空格 U+200B", en: "zero width space U+200B"),
    "clause": "频次",
    "closer": "”",
    "column": "整改期限",
    "date": "2025-06-30",
    "deadline": "6月底前",
    "earlier": "12",
    "encoding": "GB18030",
    "first": "等级.D",
    "firstValue": "每月至少1次",
    "found": "50且等级",
    "inner": "隐患",
    "key": "甲厂",
    "kind": "督办",
    "later": "逾期7日",
    "left": "5万元",
    "limit": "10000",
    "literal": "每季度至少1次",
    "minimum": "每季度至少1次",
    "name": "整改期线",
    "opener": "{",
    "operator": "≥",
    "outer": "企业",
    "owner": "企业",
    "path": "/srv/zhiben/洋口镇.db",
    "pid": "4711",
    "place": Wording(zh: "这几个值", en: "these values"),
    "reading": Wording(zh: "自然日", en: "calendar days"),
    "reason": Wording(zh: "没有权限", en: "permission denied"),
    "register": "隐患",
    "right": "3个月",
    "rule": "重大隐患逾期",
    "second": "本企业.D",
    "secondValue": "每季度至少1次",
    "segmented": "D 且 人数",
    "since": "08:31",
    "slot": Wording(zh: "频次的值", en: "the value of a cadence"),
    "subject": "企业",
    "text": "人数",
    "value": "鑫达金属制品厂",
    "word": "及时",
  ]
}
