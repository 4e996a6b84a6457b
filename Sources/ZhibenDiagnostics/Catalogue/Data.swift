extension Catalogue {
  /// What the import of data notices: files, columns, cells.
  static let data: [CatalogueEntry] = [
    CatalogueEntry(
      "E0601",
      zh: "缺少「{column}」列",
      en: "the column “{column}” is missing",
      zhHelp: "表头里有：{candidates}",
      enHelp: "the header has: {candidates}"
    ),
    CatalogueEntry(
      "W0602",
      zh: "登记 {register} 没有「{column}」这个字段，这一列没有导入",
      en: "the register {register} has no field “{column}”; this column was not imported",
      zhHelp: "相近的字段：{candidates}",
      enHelp: "fields with a similar name: {candidates}"
    ),
    CatalogueEntry(
      "E0603",
      zh: "「{value}」不是日期",
      en: "“{value}” is not a date",
      zhHelp: "写成 2024-05-06 或 2024年5月6日",
      enHelp: "write it as 2024-05-06"
    ),
    CatalogueEntry(
      "E0604",
      zh: "「{value}」不是数",
      en: "“{value}” is not a number"
    ),
    CatalogueEntry(
      "E0605",
      zh: "「{value}」不是 {owner} 的取值",
      en: "“{value}” is not a value of {owner}",
      zhHelp: "{owner} 可取：{candidates}",
      enHelp: "the values of {owner}: {candidates}"
    ),
    CatalogueEntry(
      "E0606",
      zh: "统一社会信用代码「{value}」的校验位不对",
      en: "the check digit of the credit code “{value}” is wrong",
      zhHelp: "按前 17 位推算，末位应为 {expected}；请对照营业执照核对",
      enHelp:
        "after its first 17 characters the last one would be {expected}; compare it with the business licence"
    ),
    CatalogueEntry(
      "E0607",
      zh: "标识「{value}」重复，第 {earlier} 行已经有了",
      en: "the key “{value}” occurs twice; row {earlier} has it already"
    ),
    CatalogueEntry(
      "E0608",
      zh: "{register} 里没有「{value}」",
      en: "{register} has no record “{value}”",
      zhHelp: "先导入 {register}，或核对名称",
      enHelp: "import {register} first, or check the name"
    ),
    CatalogueEntry(
      "E0609",
      zh: "「{column}」必须填写，这里是空的",
      en: "“{column}” must be filled in, but it is blank"
    ),
    CatalogueEntry(
      "E0610",
      zh: "有无法识别的字节 {byte}（按 {encoding} 读）",
      en: "there is an undecodable byte {byte} (read as {encoding})",
      zhHelp: "请在 WPS 或 Excel 中另存为 UTF-8 编码的 CSV",
      enHelp: "save the file as CSV in UTF-8"
    ),
    CatalogueEntry(
      "E0611",
      zh: "「{value}」是科学计数法，末几位可能已经丢失",
      en: "“{value}” is in scientific notation; its last digits may be lost",
      zhHelp: "把这一列设为文本格式，照原件重新录入",
      enHelp: "set the column to text and enter the value again from the original"
    ),
    CatalogueEntry(
      "E0612",
      zh: "这一行有 {found} 格，表头有 {expected} 格",
      en: "this row has {found} cells, but the header has {expected}",
      zhHelp: "核对这一行的逗号和引号",
      enHelp: "check the commas and quotes of this row"
    ),
    CatalogueEntry(
      "E0613",
      zh: "文件里没有数据",
      en: "the file holds no data"
    ),
    CatalogueEntry(
      "E0615",
      zh: "「{value}」可以读成不同的日期：{readings}",
      en: "“{value}” may be read as different dates: {readings}",
      zhHelp: "写成 2024-05-06 或 2024年5月6日",
      enHelp: "write it as 2024-05-06"
    ),
    CatalogueEntry(
      "E0616",
      zh: "「{value}」不完整，没有写{missing}",
      en: "“{value}” is incomplete: it does not say {missing}"
    ),
    CatalogueEntry(
      "E0617",
      zh: "「{value}」太大，或小数多于六位",
      en: "“{value}” is too large, or has more than six decimal places"
    ),
    CatalogueEntry(
      "E0618",
      zh: "{register} 里名称为「{value}」的有 {count} 条",
      en: "{register} has {count} records of the name “{value}”",
      zhHelp: "改填它的标识",
      enHelp: "write its key instead"
    ),
    CatalogueEntry(
      "E0619",
      zh: "「{value}」没有百分号，不能确定是不是百分数",
      en: "“{value}” has no percent sign, so that it may be a percentage or not",
      zhHelp: "写成 {value}%，或写成小数",
      enHelp: "write {value}%, or a decimal fraction"
    ),
    CatalogueEntry(
      "E0620",
      zh: "这里开始的引号到文件末尾都没有配对",
      en: "the quote that begins here is never closed",
      zhHelp: "核对这一行的引号",
      enHelp: "check the quotes of this row"
    ),
    CatalogueEntry(
      "W0621",
      zh: "这个文件按 {encoding} 编码读入",
      en: "the file was read as {encoding}",
      zhHelp: "另存为 UTF-8 编码的 CSV，可免去这条提醒",
      enHelp: "save it as CSV in UTF-8 and this warning goes away"
    ),
    CatalogueEntry(
      "E0622",
      zh: "「{column}」有两列，第 {first} 列和第 {second} 列",
      en: "two columns hold “{column}”: the columns {first} and {second}",
      zhHelp: "删去其中一列",
      enHelp: "remove one of them"
    ),
    CatalogueEntry(
      "E0623",
      zh: "工作簿读不了：{reason}",
      en: "the workbook cannot be read: {reason}",
      zhHelp: "请在 WPS 或 Excel 中打开，另存为没有密码的 .xlsx",
      enHelp: "open it in a spreadsheet and save it as .xlsx without a password"
    ),
    CatalogueEntry(
      "E0624",
      zh: "「{value}」不是统一社会信用代码：应为 18 位数字和大写字母（不用 I、O、S、V、Z）",
      en:
        "“{value}” is no credit code: one has 18 digits and capital letters, without I, O, S, V, Z"
    ),
    CatalogueEntry(
      "E0625",
      zh: "没有一张工作表的名称或表头对得上登记",
      en: "no sheet has the name or the titles of a register",
      zhHelp: "有：{candidates}；用 --登记 写明是哪个登记，用 --工作表 写明读哪一张",
      enHelp:
        "there are {candidates}; say by --register which register it is, by --sheet which one to read"
    ),
    CatalogueEntry(
      "E0626",
      zh: "没有工作表「{name}」",
      en: "there is no sheet “{name}”",
      zhHelp: "有：{candidates}",
      enHelp: "there are {candidates}"
    ),
    CatalogueEntry(
      "E0627",
      zh: "工作表「{name}」的表头像几个登记的，不能确定是哪个",
      en: "the titles of the sheet “{name}” may be those of several registers",
      zhHelp: "可能是：{candidates}；用 --登记 写明，或把工作表改成登记的名称",
      enHelp: "it may be {candidates}; say by --register which, or call the sheet like it"
    ),
    CatalogueEntry(
      "E0628",
      zh: "{address}：「{value}」以数字存放，第 15 位以后已经丢失",
      en: "{address}: “{value}” is kept as a number, and all beyond 15 digits is lost",
      zhHelp: "把这一列设为文本格式，照原件重新录入",
      enHelp: "set the column to text and enter the value again from the original"
    ),
    CatalogueEntry(
      "E0629",
      zh: "{address}：公式没有结果",
      en: "{address}: the formula has no result",
      zhHelp: "改正公式，或填上值；没有算过的，在 WPS 或 Excel 中打开并保存一次",
      enHelp:
        "correct the formula or write the value; if it was never worked out, open and save the file"
    ),
    CatalogueEntry(
      "W0630",
      zh: "「{value}」与 {other} 名称相同而标识不同，疑似重复",
      en: "“{value}” has the name of {other} and another key; perhaps it is the same",
      zhHelp: "核对两个标识；没有合并",
      enHelp: "compare the keys; nothing was merged"
    ),
  ]
}
