import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// 登记 and 取值, their extension, and 引用.
@Suite struct SchemaTests {
  typealias Wrong = Case<String, [Said]>

  private func schema(_ text: String) throws -> Schema {
    let plan = SourceFile(name: "p", text: "计划 试 { 期间 2024年 }\n" + text)
    let compilation = Compiler.compile(plan: plan)
    return try #require(compilation.program, "\(compilation.said)").schema
  }

  @Test func fieldsHaveTypesColumnsAndMarks() throws {
    let schema = try schema(
      """
      取值 级 由重到轻 { 重大 别名 重、甲；一般 }
      登记 户 别名 household 齐全 {
        户号 别名 code：文本 标识
        户主：人 必填
        成员 别名 members：人 多值
        等 别名 grade：级 默认 一般
        收入 别名 income：数（元）
        人口 别名 size：整数 默认 1
        类 别名 kind：{城、乡}
        登记日 别名 registered_on：日期 日期
        证件 别名 papers：文本 保密
      }
      登记 人 保密 { 姓名：文本 标识 }
      """)
    let household = schema.registers[0]
    #expect(household.table == "household" && household.isComplete && !household.isConfidential)
    #expect(household.keyField == 0 && household.dateField == 7)
    #expect(
      household.fields.map(\.type) == [
        .text, .reference(RegisterID(1)), .reference(RegisterID(1)), .enumeration(EnumID(0)),
        .number(unit: "元"), .integer, .enumeration(EnumID(1)), .date, .text,
      ])
    #expect(household.fields[2].isMany && household.fields[8].isConfidential)
    #expect(household.fields[0].isKey && household.fields[1].isRequired)
    #expect(household.fields[3].defaultValue == .enumeration(EnumID(0), 0))
    #expect(household.fields[5].defaultValue == .number(Rational(1)))
    #expect(schema.registers[1].isConfidential)
    // 由重到轻 is turned round: positions ascend from mild to grave.
    #expect(schema.enumerations[0].values == ["一般", "重大"])
    #expect(schema.enumerations[0].synonyms == [[], ["重", "甲"]])
    #expect(schema.enumerations[1].name == "户.类" && schema.enumerations[1].values == ["城", "乡"])
  }

  /// Names without alias get columns that depend on nothing but the name.
  @Test func derivedColumnsAreStable() throws {
    let one = try schema("登记 户 { 户主：文本；住址：文本；plain_name：文本 }")
    let other = try schema("登记 户 { 新字段：整数；住址：文本；户主：文本 }")
    let columns = Dictionary(
      uniqueKeysWithValues: one.registers[0].fields.map { ($0.name, $0.column) })
    #expect(one.registers[0].table == other.registers[0].table)
    for field in other.registers[0].fields where columns[field.name] != nil {
      #expect(columns[field.name] == field.column)
    }
    #expect(columns["户主"] == "f_811b3f025b0c24d1")
    #expect(columns["plain_name"] == "plain_name")
    #expect(Set(columns.values).count == columns.count)
  }

  @Test func aPlanExtendsARegister() throws {
    let library = SourceFile(name: "库", text: "登记 户 别名 household { 户号 别名 code：文本 标识 }\n")
    let plan = SourceFile(
      name: "p",
      text: """
        计划 试 { 期间 2024年 }
        引用 库
        登记 户 齐全 自 2024年1月1日 { 收入 别名 income：数（元）；户号：文本 }
        范围 甲 = 户 其中 收入 > 100元
        """)
    let compilation = Compiler.compile(plan: plan) { $0 == "库" ? library : nil }
    let register = try #require(compilation.program, "\(compilation.said)").schema.registers[0]
    #expect(register.fields.map(\.name) == ["户号", "收入"])
    #expect(register.table == "household" && register.keyField == 0 && !register.isComplete)
  }

  static let wrong: [Wrong] = [
    Wrong("field twice in one register", "登记 户 { 户号：文本；户号：文本 }", [Said("E0307", "户号")]),
    Wrong(
      "field again with another type", "登记 户 { 户号：文本 }\n登记 户 { 户号：整数 }",
      [Said("E0317", "户号：整数")]),
    Wrong(
      "field again, now many-valued", "登记 户 { 户号：文本 }\n登记 户 { 户号：文本 多值 }",
      [Said("E0317", "户号：文本 多值")]),
    Wrong("another alias", "登记 户 别名 a { 号：文本 }\n登记 户 别名 b { 名：文本 }", [Said("E0321", "b", "a")]),
    Wrong("unknown type", "登记 户 { 号：文夲 }", [Said("E0316", "文夲")]),
    Wrong("unit of a text", "登记 户 { 号：文本（元） }", [Said("E0326", "元")]),
    Wrong("two keys", "登记 户 { 号：文本 标识；名：文本 标识 }", [Said("E0324", "名：文本 标识")]),
    Wrong("key that is a date", "登记 户 { 号：日期 标识 }", [Said("E0325", "号：日期 标识")]),
    Wrong("two days", "登记 户 { 甲：日期 日期；乙：日期 日期 }", [Said("E0324", "乙：日期 日期")]),
    Wrong("day that is a text", "登记 户 { 甲：文本 日期 }", [Said("E0325", "甲：文本 日期")]),
    Wrong("alias that is no column", "登记 户 { 号 别名 Number：文本 }", [Said("E0323", "Number")]),
    Wrong("alias twice", "登记 户 { 号 别名 a：文本；名 别名 a：文本 }", [Said("E0322", "a")]),
    Wrong("table twice", "登记 户 别名 a { 号：文本 }\n登记 人 别名 a { 号：文本 }", [Said("E0322", "a")]),
    Wrong("list twice", "取值 级 { 甲 }\n取值 级 { 乙 }", [Said("E0307", "级")]),
    Wrong("value twice", "取值 级 { 甲；乙；甲 }", [Said("E0307", "甲")]),
    Wrong("synonym of another value", "取值 级 { 甲；乙 别名 甲 }", [Said("E0307", "甲")]),
    Wrong("list and register of one name", "取值 户 { 甲 }\n登记 户 { 上：户 }", [Said("E0306", "户")]),
    Wrong("default of another type", "登记 户 { 数 别名 n：整数 默认 \"一\" }", [Said("E0401", "\"一\"")]),
    Wrong("default that is no value", "取值 级 { 甲 }\n登记 户 { 等：级 默认 乙 }", [Said("E0304", "乙")]),
  ]

  @Test(arguments: wrong)
  func registersAreRefused(_ wrong: Wrong) {
    let plan = SourceFile(name: "p", text: "计划 试 { 期间 2024年 }\n" + wrong.input)
    #expect(Compiler.compile(plan: plan).said == wrong.expected)
  }

  /// What a second declaration contradicts is named with both places.
  @Test func aContradictionNamesBothPlaces() throws {
    let plan = SourceFile(
      name: "p", text: "计划 试 { 期间 2024年 }\n登记 户 { 户号：文本 }\n登记 户 { 户号：整数 }")
    let diagnostic = try #require(Compiler.compile(plan: plan).diagnostics.ordered.first)
    guard case .file(let file, let span)? = diagnostic.secondary.first?.location else {
      Issue.record("no second place")
      return
    }
    #expect(file.text(span) == "户号：文本")
  }

  // MARK: - 引用

  static let uses: [Case<[String: String], [Said]>] = [
    Case("missing", ["p": "引用 甲"], [Said("E0318", "甲")]),
    Case("itself", ["p": "引用 甲", "甲": "引用 甲"], [Said("E0308", "甲")]),
    Case("circle", ["p": "引用 甲", "甲": "引用 乙", "乙": "引用 甲"], [Said("E0308", "甲")]),
    Case("twice", ["p": "引用 甲\n引用 乙", "甲": "登记 户 { 号：文本 }", "乙": "引用 甲"], []),
    Case("mistake in a library", ["p": "引用 甲", "甲": "范围 乙 = 丙"], [Said("E0303", "丙")]),
    Case("syntax error in a library", ["p": "引用 甲", "甲": "范围 乙 ="], [Said("E0202", "")]),
  ]

  @Test(arguments: uses)
  func sourcesUseEachOther(_ use: Case<[String: String], [Said]>) {
    let plan = SourceFile(name: "p", text: "计划 试 { 期间 2024年 }\n" + (use.input["p"] ?? ""))
    let compilation = Compiler.compile(plan: plan) { name in
      use.input[name].map { SourceFile(name: name, text: $0) }
    }
    #expect(compilation.said.map(\.code) == use.expected.map(\.code))
    #expect(compilation.said.map(\.underlined) == use.expected.map(\.underlined))
  }

  @Test func aLibraryWithoutEndIsStopped() {
    let plan = SourceFile(name: "p", text: "计划 试 { 期间 2024年 }\n引用 库0")
    let compilation = Compiler.compile(plan: plan) { name in
      let number = Int(name.dropFirst()) ?? 0
      return SourceFile(name: name, text: "引用 库\(number + 1)")
    }
    #expect(compilation.said.map(\.code) == ["E0320"])
  }
}
