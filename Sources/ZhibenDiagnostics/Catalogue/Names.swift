extension Catalogue {
  /// What the resolver notices: names and what they stand for.
  static let names: [CatalogueEntry] = [
    CatalogueEntry(
      "E0301",
      zh: "没有「{name}」",
      en: "there is nothing called “{name}”",
      zhHelp: "这里可以写：{candidates}",
      enHelp: "what may stand here: {candidates}"
    ),
    CatalogueEntry(
      "E0302",
      zh: "「{name}」不是 {owner} 的字段",
      en: "“{name}” is not a field of {owner}",
      zhHelp: "{owner} 的字段有：{candidates}",
      enHelp: "the fields of {owner}: {candidates}"
    ),
    CatalogueEntry(
      "E0303",
      zh: "没有叫「{name}」的登记",
      en: "there is no register called “{name}”",
      zhHelp: "已有的登记：{candidates}",
      enHelp: "the registers: {candidates}"
    ),
    CatalogueEntry(
      "E0304",
      zh: "「{name}」不是 {owner} 的取值",
      en: "“{name}” is not a value of {owner}",
      zhHelp: "{owner} 可取：{candidates}",
      enHelp: "the values of {owner}: {candidates}"
    ),
    CatalogueEntry(
      "E0305",
      zh: "没有叫「{name}」的规则",
      en: "there is no rule called “{name}”",
      zhHelp: "已有的规则：{candidates}",
      enHelp: "the rules: {candidates}"
    ),
    CatalogueEntry(
      "E0306",
      zh: "「{name}」有两种读法：{first}、{second}",
      en: "“{name}” may be read in two ways: {first} or {second}",
      zhHelp: "写明其中一种：「{first}」或「{second}」",
      enHelp: "write the one you mean: “{first}” or “{second}”"
    ),
    CatalogueEntry(
      "E0307",
      zh: "「{name}」前面已经有了",
      en: "“{name}” is declared already",
      zhHelp: "换一个名称，或删去其中一处",
      enHelp: "take another name, or delete one of the two"
    ),
    CatalogueEntry(
      "E0308",
      zh: "互相引用成了循环：{path}",
      en: "these refer to each other in a circle: {path}",
      zhHelp: "去掉其中一处引用",
      enHelp: "remove one of the references"
    ),
    CatalogueEntry(
      "E0309",
      zh: "{inner} 和 {outer} 都有「{name}」，看不出是哪一个",
      en: "both {inner} and {outer} have “{name}”; it is not clear which one is meant",
      zhHelp: "写明{choices}",
      enHelp: "write {choices}"
    ),
    CatalogueEntry(
      "E0310",
      zh: "{register} 有几个字段指向 {owner}，看不出走哪一个",
      en: "{register} refers to {owner} by several fields; it is not clear which one is meant",
      zhHelp: "用「经」写明字段：{candidates}",
      enHelp: "name the field with “via”: {candidates}"
    ),
    CatalogueEntry(
      "E0311",
      zh: "「{name}」连在一起，读不出是什么",
      en: "the words of “{name}” run together and mean nothing as one",
      zhHelp: "词与词之间加空格：{segmented}",
      enHelp: "put blanks between the words: {segmented}"
    ),
    CatalogueEntry(
      "E0312",
      zh: "没有叫「{name}」的函数",
      en: "there is no function called “{name}”",
      zhHelp: "相近的函数：{candidates}",
      enHelp: "functions with a similar name: {candidates}"
    ),
    CatalogueEntry(
      "E0314",
      zh: "{register} 不指向 {owner}，不能从 {owner} 找到它的记录",
      en: "{register} has no reference to {owner}, so {owner} has no records of it",
      zhHelp: "要查整个登记，写「全部 {register}」",
      enHelp: "for the whole register write “all {register}”"
    ),
    CatalogueEntry(
      "E0315",
      zh: "这里没有「{name}」可指：周围没有 {register} 的记录",
      en: "“{name}” means nothing here: no record of {register} is at hand"
    ),
    CatalogueEntry(
      "E0316",
      zh: "没有叫「{name}」的类型",
      en: "there is no type called “{name}”",
      zhHelp: "可用的类型：{candidates}",
      enHelp: "the types: {candidates}"
    ),
    CatalogueEntry(
      "E0317",
      zh: "「{register}」的字段「{name}」已经声明成另一种类型",
      en: "the field “{name}” of “{register}” is declared with another type",
      zhHelp: "两处写成同一种类型，或换一个字段名",
      enHelp: "give it one type, or take another name"
    ),
    CatalogueEntry(
      "E0318",
      zh: "找不到引用的「{name}」",
      en: "the script “{name}” that is used here was not found"
    ),
    CatalogueEntry(
      "E0320",
      zh: "一层引用一层，超过了 {limit} 层",
      en: "these refer to each other more than {limit} levels deep",
      zhHelp: "合并其中几层",
      enHelp: "join some of them"
    ),
    CatalogueEntry(
      "E0321",
      zh: "登记「{register}」的别名已经是「{alias}」",
      en: "the alias of the register “{register}” is already “{alias}”",
      zhHelp: "补充字段时不必再写别名",
      enHelp: "an extension needs no alias"
    ),
    CatalogueEntry(
      "E0322",
      zh: "别名「{alias}」已经给了「{name}」",
      en: "the alias “{alias}” belongs to “{name}”",
      zhHelp: "换一个别名",
      enHelp: "take another alias"
    ),
    CatalogueEntry(
      "E0323",
      zh: "别名「{alias}」不能作数据库里的名称",
      en: "the alias “{alias}” cannot be a name in the database",
      zhHelp: "用小写英文字母、数字和下划线，字母开头，最多 60 个",
      enHelp: "use lower-case letters, digits and underscores, a letter first, at most 60"
    ),
    CatalogueEntry(
      "E0324",
      zh: "登记「{register}」已经有一个标「{mark}」的字段",
      en: "the register “{register}” has a field marked “{mark}” already",
      zhHelp: "只留一个",
      enHelp: "keep one of them"
    ),
    CatalogueEntry(
      "E0325",
      zh: "标「{mark}」的字段要是单值的{types}",
      en: "a field marked “{mark}” must hold one {types}"
    ),
    CatalogueEntry(
      "E0326",
      zh: "类型「{name}」不带单位",
      en: "the type “{name}” takes no unit",
      zhHelp: "只有「数」和「整数」可以写单位，如「数（元）」",
      enHelp: "only numbers have units"
    ),
    CatalogueEntry(
      "E0327",
      zh: "「{register}」的字段「{field}」不指向别的登记",
      en: "the field “{field}” of “{register}” refers to no register"
    ),
    CatalogueEntry(
      "E0328",
      zh: "登记「{register}」没有文本标识，不能用「」指名一条记录",
      en: "the register “{register}” has no text key by which a record could be named",
      zhHelp: "在登记里给识别记录的字段标上「标识」",
      enHelp: "mark the field that names a record with “标识”"
    ),
    CatalogueEntry(
      "E0329",
      zh: "「{text}」是{found}，没有「{name}」可取",
      en: "“{text}” is {found}, which has no “{name}”"
    ),
  ]
}
