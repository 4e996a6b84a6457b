import Testing

@testable import ZhibenSyntax

/// Expressions, terms and questions in both keyword languages.
struct ParserQuestionTests {
  @Test(arguments: cases, ScriptLanguage.allCases)
  func parses(_ question: QuestionCase, _ language: ScriptLanguage) {
    let text =
      language == .chinese ? "范围 甲 = " + question.zh : "scope 甲 = " + question.en
    let result = parsed(text)
    #expect(sketched(result) == [], "\(text)")
    #expect(result.script.dump == "(scope 甲 \(question.dump))\n", "\(text)")
    let isSentence = Recognizer.shipped.accepts(text)
    #expect(isSentence, "\(text)")
  }

  static let cases: [QuestionCase] = [
    QuestionCase(
      "且或优先",
      zh: "非 a = 1 且 b = 2 或 c = 3",
      en: "not a = 1 and b = 2 or c = 3",
      dump: "(or (and (not (= a [1])) (= b [2])) (= c [3]))"),
    QuestionCase(
      "四则优先",
      zh: "1 + 2 × 3 − 甲 ÷ 4 > −乙",
      en: "1 + 2 * 3 - 甲 / 4 > -乙",
      dump: "(> (- (+ [1] (* [2] [3])) (/ 甲 [4])) (- 乙))"),
    QuestionCase(
      "比较词",
      zh: "a 大于 1 且 b 不少于 2 且 c 不满 3 且 d 不超过 4 且 e 等于 5 且 f 不等于 6",
      en:
        "a more than 1 and b no less than 2 and c less than 3 and d no more than 4 and e equals 5 and f not equals 6",
      dump:
        "(and (and (and (and (and (> a [1]) (>= b [2])) (< c [3])) (<= d [4])) (= e [5])) (!= f [6]))"
    ),
    QuestionCase(
      "连比留给解析名称",
      zh: "a = b > c",
      en: "a = b > c",
      dump: "(=,> a b c)"),
    QuestionCase(
      "粘连的词留作名称",
      zh: "等级=D且人数>50",
      en: "等级=D且人数>50",
      dump: "(=,> 等级 D且人数 [50])"),
    QuestionCase(
      "属于",
      zh: "行业 属于 {危化品、交通运输 等} 且 村 不属于 {甲}",
      en: "行业 in {危化品, 交通运输 etc} and 村 not in {甲}",
      dump: "(and (in 行业 {危化品 交通运输 etc}) (notIn 村 {甲}))"),
    QuestionCase(
      "包含为空",
      zh: "内容 包含 甲 且 项 不包含 乙 或 丙 不为空",
      en: "内容 contains 甲 and 项 not contains 乙 or 丙 is not empty",
      dump: "(or (and (contains 内容 甲) (notContains 项 乙)) (notEmpty 丙))"),
    QuestionCase(
      "介于",
      zh: "人数 介于 5 与 50 − 1 且 b",
      en: "人数 between 5 and 50 - 1 and b",
      dump: "(and (between 人数 [5] (- [50] [1])) b)"),
    QuestionCase(
      "括号",
      zh: "(a 或 b) 且 (c)",
      en: "(a or b) and (c)",
      dump: "(and (or a b) c)"),
    QuestionCase(
      "换行的条件",
      zh: "等级 = D\n且 人数 > 50\n或 （级别 ≥ 较大\n 且 b）",
      en: "等级 = D\nand 人数 > 50\nor (级别 ≥ 较大\n and b)",
      dump: "(or (and (= 等级 D) (> 人数 [50])) (and (>= 级别 较大) b))"),
    QuestionCase(
      "本和该",
      zh: "本企业.等级 = 本 企业.等级 且 该 隐患.级别 = 该隐患.级别",
      en: "本企业.等级 = this 企业.等级 and that 隐患.级别 = 该隐患.级别",
      dump: "(and (= 本企业.等级 this.企业.等级) (= that.隐患.级别 该隐患.级别))"),
    QuestionCase(
      "记录",
      zh: "企业「甲厂」.等级 = 「甲 乙」",
      en: "企业「甲厂」.等级 = 「甲 乙」",
      dump: "(= 企业「甲厂」.等级 「甲 乙」)"),
    QuestionCase(
      "函数",
      zh: "数量(企业 其中 等级 = D) / 数量() ≥ 20%",
      en: "数量(企业 where 等级 = D) / 数量() ≥ 20%",
      dump: "(>= (/ (数量() (where 企业 (= 等级 D))) (数量())) [20%])"),
    QuestionCase(
      "参数表里的其中",
      zh: "有(事故 于 近3年 其中 死亡人数 ≥ 1, 甲 其中 乙 其中 丙)",
      en: "有(事故 during last 3 years where 死亡人数 ≥ 1, 甲 where 乙 where 丙)",
      dump: "(有() (where (during 事故 [last 3 year]) (>= 死亡人数 [1])) (where (where 甲 乙) 丙))"),
    QuestionCase(
      "全部和历次",
      zh: "全部 隐患 为空 且 历次 等级 于 近3年 包含 D",
      en: "all 隐患 is empty and history of 等级 during last 3 years contains D",
      dump: "(and (isEmpty (all 隐患)) (contains (during (history 等级) [last 3 year]) D))"),
    QuestionCase(
      "经",
      zh: "有(租赁 经 承租方)",
      en: "有(租赁 via 承租方)",
      dump: "(有() (via 租赁 承租方))"),
    QuestionCase(
      "于",
      zh: "企业.等级 于 2024年5月6日 = D",
      en: "企业.等级 during 2024-05-06 = D",
      dump: "(= (during 企业.等级 [2024-5-6]) D)"),
    QuestionCase(
      "于和区间",
      zh: "日期 于 发现日期 前12个月 至 发现日期",
      en: "日期 at 发现日期 first 12 months through 发现日期",
      dump: "(during 日期 (through (before 发现日期 [12 month]) 发现日期))"),
    QuestionCase(
      "推算英文次序",
      zh: "日期 < 发现日期 前12个月 且 b > 起租日 后 30日内",
      en: "日期 < 12 months before 发现日期 and b > within 30 days after 起租日",
      dump: "(and (< 日期 (before 发现日期 [12 month])) (> b (after 起租日 [within 30 day])))"),
    QuestionCase(
      "若则否则",
      zh: "若 a > 1 则 b 否则 若 c 则 d 否则 e",
      en: "if a > 1 then b else if c then d else e",
      dump: "(if (> a [1]) b (if c d e))"),
    QuestionCase(
      "字符串",
      zh: "\"甲“乙”丙\" = “他说“好””",
      en: "\"甲“乙”丙\" = “他说“好””",
      dump: "(= \"甲“乙”丙\" \"他说“好”\")"),
    QuestionCase(
      "插值",
      zh: "\"共 {数量(企业 其中 a = 1)} 家{{}\"",
      en: "\"共 {数量(企业 where a = 1)} 家{{}\"",
      dump: "\"共 {(数量() (where 企业 (= a [1])))} 家{}\""),
    QuestionCase(
      "字面",
      zh: "2024年5月6日 < 今日 且 3万元 > 0 且 8:00—18:00 = x 且 近3年 = y 且 每周一 = z 且 20%以上 = w",
      en:
        "2024-05-06 < 今日 and 3万元 > 0 and 8:00—18:00 = x and last 3 years = y and every Monday = z and 20% or more = w",
      dump:
        "(and (and (and (and (and (< [2024-5-6] 今日) (> [30000元] [0])) (= [hours 480-1080] x)) (= [last 3 year] y)) (= [week least 1 on weekday 1] z)) (= [atLeast 20%] w))"
    ),
    QuestionCase(
      "关键字作名称",
      zh: "检查 = 对象.频次 + 逾期 且 施行 为空",
      en: "检查 = 对象.频次 + 逾期 and 施行 is empty",
      dump: "(and (= 检查 (+ 对象.频次 逾期)) (isEmpty 施行))"),
    QuestionCase(
      "查询",
      zh: "企业 其中 等级 = D 按 村、行业 分组 统计 家数 = 数量(), 求和(人数) 其中 家数 > 3 排序 家数 降序、村 升序 前 10",
      en:
        "企业 where 等级 = D group by 村, 行业 aggregate 家数 = 数量(), 求和(人数) where 家数 > 3 sort 家数 desc, 村 asc first 10",
      dump:
        "(first (sort (where (aggregate (group (where 企业 (= 等级 D)) 村 行业) (= 家数 (数量())) (求和() 人数)) (> 家数 [3])) (desc 家数) 村) 10)"
    ),
    QuestionCase(
      "选取",
      zh: "隐患 选取 企业.名称，描述，今日 − 整改期限，若 a 则 b 否则 c",
      en: "隐患 select 企业.名称, 描述, 今日 - 整改期限, if a then b else c",
      dump: "(select 隐患 企业.名称 描述 (- 今日 整改期限) (if a b c))"),
    QuestionCase(
      "集合运算",
      zh: "危化企业 并 有限空间企业 除 停产企业 交 丙 其中 人数 > 10",
      en: "危化企业 union 有限空间企业 minus 停产企业 both 丙 where 人数 > 10",
      dump: "(where (both (minus (union 危化企业 有限空间企业) 停产企业) 丙) (> 人数 [10]))"),
    QuestionCase(
      "查询换行",
      zh: "企业\n 其中 等级 = D\n 按 村\n 分组\n 统计 n = 数量()\n 排序 n\n 前 3",
      en: "企业\n where 等级 = D\n group by 村\n aggregate n = 数量()\n sort n\n first 3",
      dump: "(first (sort (aggregate (group (where 企业 (= 等级 D)) 村) (= n (数量()))) n) 3)"),
    QuestionCase(
      "全角",
      zh: "（Ａ ＋ １）＞＝ 3％",
      en: "(A + 1) >= 3%",
      dump: "(>= (+ A [1]) [3%])"),
  ]
}
