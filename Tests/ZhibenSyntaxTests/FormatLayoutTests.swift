import Testing

@testable import ZhibenSyntax

/// The canonical layout, by table: what is typed and how it stands afterwards.
struct FormatLayoutTests {
  @Test(arguments: [
    FormatRow("empty file", "", ""),
    FormatRow("only blanks", " \n\n\t\n", ""),
    FormatRow("no newline at the end", "引用 标准台账", "引用 标准台账\n"),
    FormatRow("empty lines at both ends", "\n\n引用 甲\n\n\n", "引用 甲\n"),
    FormatRow(
      "one empty line is kept, more are not", "引用 甲\n\n引用 乙\n\n\n\n引用 丙\n引用 丁\n",
      "引用 甲\n\n引用 乙\n\n引用 丙\n引用 丁\n"),
    FormatRow("byte order mark", "\u{FEFF}引用 甲\n", "引用 甲\n"),
    FormatRow("blanks of every kind", "范围\t甲\u{3000}=\u{A0}乙\n", "范围 甲 = 乙\n"),
    FormatRow("zero-width blanks", "范围 甲\u{200B} = 乙\n", "范围 甲 = 乙\n"),
    FormatRow("line ends of Windows stay", "引用  甲\r\n引用 乙\r\n", "引用 甲\r\n引用 乙\r\n"),
    FormatRow("declarations on one line", "引用 甲；引用 乙。引用 丙", "引用 甲\n引用 乙\n引用 丙\n"),
  ])
  func files(row: FormatRow) { #expect(formatted(row.before) == row.after) }

  @Test(arguments: [
    FormatRow(
      "clauses on lines of their own", "职责 自查 { 对象 企业；由 负责人；频次 每月1次 }",
      "职责 自查 {\n  对象 企业\n  由 负责人\n  频次 每月1次\n}\n"),
    FormatRow(
      "indentation", "职责 自查\n{\n对象 企业\n      由 负责人\n\t频次 每月1次 }",
      "职责 自查 {\n  对象 企业\n  由 负责人\n  频次 每月1次\n}\n"),
    FormatRow(
      "empty lines inside a body", "职责 自查 {\n\n  对象 企业\n\n\n  频次 每月1次\n\n}\n",
      "职责 自查 {\n  对象 企业\n\n  频次 每月1次\n}\n"),
    FormatRow(
      "tall declarations stand apart", "引用 甲\n职责 自查 { 频次 每月1次 }\n职责 报告 { 频次 每年1次 }\n引用 乙\n",
      "引用 甲\n\n职责 自查 {\n  频次 每月1次\n}\n\n职责 报告 {\n  频次 每年1次\n}\n\n引用 乙\n"),
    FormatRow(
      "the colon behind a clause's word", "职责 自查 {\n  对象：企业\n  依据: \"一\"\n  频次： 每月1次\n}\n",
      "职责 自查 {\n  对象 企业\n  依据 “一”\n  频次 每月1次\n}\n"),
    FormatRow(
      "the colon of a dated line", "目标 清零 {\n  指标 数量(隐患)\n  2024年底前： 100%\n}\n",
      "目标 清零 {\n  指标 数量（隐患）\n  2024年底前 100%\n}\n"),
    FormatRow("empty bodies", "职责 自查 {\n\n}\n取值 级 { }\n", "职责 自查 {}\n\n取值 级 {}\n"),
    FormatRow(
      "registers",
      "登记 企业 别名 enterprise 齐全 按 采集 保密 {名称:文本 标识，人数 别名 headcount : 整数?；等级: { A ， B 、C }}",
      "登记 企业 别名 enterprise 齐全 按 采集 保密 {\n  名称：文本 标识\n  人数 别名 headcount：整数?\n  等级：{A、B、C}\n}\n"),
    FormatRow(
      "units of fields", "登记 甲 { 金额:数( 元 ) 默认 5万元；级:{ A 别名 甲、乙；B }}",
      "登记 甲 {\n  金额：数（元） 默认 5万元\n  级：{A 别名 甲、乙；B}\n}\n"),
    FormatRow(
      "partitions", "划分 类别 于 在册企业 { 重点:重点企业 或 有(事故)；一般:其他；依据 \"一\" }",
      "划分 类别 于 在册企业 {\n  重点：重点企业 或 有（事故）\n  一般：其他\n  依据 “一”\n}\n"),
    FormatRow(
      "a plan's header", "计划 甲 { 文号 \"甲〔2024〕1号\"；期间 2024年1月1日 至 2026年12月31日；口径 及时=10个工作日 }",
      "计划 甲 {\n  文号 “甲〔2024〕1号”\n  期间 2024年1月1日 至 2026年12月31日\n  口径 及时 = 10个工作日\n}\n"),
  ])
  func bodies(row: FormatRow) { #expect(formatted(row.before) == row.after) }

  @Test(arguments: [
    FormatRow("a list stays on its line", kept: "取值 级 { A；B 别名 乙、丙；C }\n"),
    FormatRow("a list stays on its lines", kept: "取值 级 {\n  A\n  B\n}\n"),
    FormatRow("values share lines as the author put them", kept: "取值 级 {\n  A；B\n  C；D 等\n}\n"),
    FormatRow("commas between values", "取值 级 {A，B、C 等}", "取值 级 { A；B；C 等 }\n"),
    FormatRow("actions on one line", kept: "职责 甲 {\n  逾期 { 提醒 致 村；督促 致 镇 }\n}\n"),
    FormatRow("actions on lines", kept: "职责 甲 {\n  逾期 {\n    提醒 致 村\n    督促 致 镇\n  }\n}\n"),
    FormatRow(
      "choices", "检查 甲 {\n  频次 按 级、类{A、任意:每季度1次；其他、任意:免除}\n}\n",
      "检查 甲 {\n  频次 按 级、类 { A、任意：每季度1次；其他、任意：免除 }\n}\n"),
    FormatRow(
      "what follows a choice", "检查 甲 {\n  上限 按 级 {\n  A：每年至多1次\n  其他：每年至多4次 } 不计 乙,丙\n}\n",
      "检查 甲 {\n  上限 按 级 {\n    A：每年至多1次\n    其他：每年至多4次\n  } 不计 乙、丙\n}\n"),
    FormatRow(
      "exceptions", "职责 甲 {\n  例外 乙:每月1次 从严\n  例外 丙 {由 丁；频次 每年1次}\n  例外 汛期 内:每周1次\n}\n",
      "职责 甲 {\n  例外 乙：每月1次 从严\n  例外 丙 { 由 丁；频次 每年1次 }\n  例外 汛期 内：每周1次\n}\n"),
    FormatRow(
      "parameters", "参数 幅度=20%{文件未规定；说明 \"合计\"}", "参数 幅度 = 20% { 文件未规定；说明 “合计” }\n"),
    FormatRow(
      "too long for a line",
      "取值 措施 { 警告；罚款；停产整顿 别名 责令停产；撤销等级；清退；关闭取缔；行刑衔接；行业禁入；挂牌督办；公布；曝光；约谈 }",
      "取值 措施 {\n  警告；罚款；停产整顿 别名 责令停产；撤销等级；清退；关闭取缔；行刑衔接；行业禁入；挂牌督办；公布\n  曝光；约谈\n}\n"),
  ])
  func lists(row: FormatRow) { #expect(formatted(row.before) == row.after) }

  @Test(arguments: [
    FormatRow(
      "rungs lose their columns",
      "督办 甲 {\n  逾期1日     提醒   致 乙\n  逾期15日    提请 停产   由 镇 批准   须 照片,记录\n}\n",
      "督办 甲 {\n  逾期1日 提醒 致 乙\n  逾期15日 提请 停产 由 镇 批准 须 照片、记录\n}\n"),
    FormatRow(
      "a rung on two lines", "督办 甲 {\n  逾期1日 提醒\n    致 乙\n    抄送 丙\n  逾期2日 通报\n}\n",
      "督办 甲 {\n  逾期1日 提醒 致 乙 抄送 丙\n  逾期2日 通报\n}\n"),
    FormatRow(
      "a rung that is too long",
      "督办 甲 {\n  逾期60个工作日 提请 停产整顿 由 某某镇人民政府安全生产委员会办公室 批准 须 现场照片、复查记录、听取意见记录、会议纪要 抄送 县应急管理局\n}\n",
      "督办 甲 {\n  逾期60个工作日 提请 停产整顿 由 某某镇人民政府安全生产委员会办公室 批准\n    须 现场照片、复查记录、听取意见记录、会议纪要 抄送 县应急管理局\n}\n"
    ),
    FormatRow(
      "a clause behind a rung keeps its colon", kept: "督办 甲 {\n  逾期1日 提醒\n  直至：乙 = 丙\n  起算 丁\n}\n"),
    FormatRow("choose one", kept: "督办 甲 {\n  逾期45日 择一 { 督办 由 镇；曝光 由 县 批准 }\n}\n"),
  ])
  func rungs(row: FormatRow) { #expect(formatted(row.before) == row.after) }

  @Test(arguments: [
    FormatRow(
      "before the loosest operator",
      "范围 甲 = 在册企业 其中 涉氨制冷作业 或 有限空间作业 或 粉尘涉爆作业 或 金属冶炼作业 或 喷涂作业场所 或 危化品使用",
      "范围 甲 = 在册企业\n  其中 涉氨制冷作业 或 有限空间作业 或 粉尘涉爆作业 或 金属冶炼作业 或 喷涂作业场所 或 危化品使用\n"),
    FormatRow(
      "and then before the next",
      "范围 甲 = 在册企业 其中 涉氨制冷作业场所 或 有限空间作业场所 或 粉尘涉爆作业场所 或 金属冶炼作业场所 或 喷涂作业场所 或 危化品使用场所",
      "范围 甲 = 在册企业\n  其中 涉氨制冷作业场所 或 有限空间作业场所 或 粉尘涉爆作业场所 或 金属冶炼作业场所 或 喷涂作业场所\n    或 危化品使用场所\n"),
    FormatRow(
      "lists behind a comma",
      "职责 甲 {\n  依据 \"第一份文件第一条\"、\"第二份文件第二条\"、\"第三份文件第三条\"、\"第四份文件第四条\"、\"第五份文件\"\n}\n",
      "职责 甲 {\n  依据 “第一份文件第一条”、“第二份文件第二条”、“第三份文件第三条”、“第四份文件第四条”、\n    “第五份文件”\n}\n"),
    FormatRow(
      "lines that fit are joined", "范围 甲 =\n  乙\n  其中 丙\n    且 丁\n", "范围 甲 = 乙 其中 丙 且 丁\n"),
  ])
  func wrapping(row: FormatRow) { #expect(formatted(row.before) == row.after) }
}
