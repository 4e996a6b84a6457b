// What people write for the words of statements: by ear, and by the habit of other programming languages.

extension Misspelling {
  /// Words that sound like a statement's word.
  static let statements: [String: Keyword] = [
    "显事": .show, "显视": .show, "现示": .show, "险示": .show, "另": .let, "领": .let,
    "计入": .insert, "记如": .insert, "纪入": .insert, "修该": .update, "休改": .update,
    "注消": .delete, "住销": .delete, "断延": .assert, "段言": .assert, "断颜": .assert,
    "反回": .return, "返会": .return, "反会": .return, "跳初": .break, "条出": .break,
    "继序": .continue, "寄续": .continue, "循还": .while, "寻环": .while, "队": .for, "弱": .if,
    "截止": .asOf, "截至到": .asOf, "截止到": .asOf, "逾期": .expect, "预其": .expect,
    "假社": .suppose, "架设": .suppose, "推眼": .project, "推延": .project,
  ]

  /// Words of other programming languages, and plain words for the same.
  static let foreign: [String: Keyword] = [
    "print": .show, "println": .show, "printf": .show, "echo": .show, "puts": .show,
    "打印": .show, "输出": .show, "显示出": .show, "列出": .show,
    "var": .let, "const": .let, "val": .let, "set": .let, "设": .let, "设置": .let, "变量": .let,
    "如果": .if, "假如": .if, "要是": .if, "倘若": .if, "如": .if,
    "foreach": .for, "遍历": .for, "对于": .for, "对于每个": .for,
    "插入": .insert, "新增": .insert, "添加": .insert, "录入": .insert, "add": .insert,
    "更新": .update, "更改": .update, "modify": .update, "删除": .delete, "移除": .delete,
    "remove": .delete, "expects": .expect, "期望": .expect, "应为": .expect,
    "中断": .break, "跳过": .continue, "ensure": .assert, "确保": .assert,
  ]

  /// Words for 为 behind 预期.
  static let yields: Set<String> = ["是", "应是", "应为", "应当为", "等于"]

  /// Words for 函数.
  static let functions: Set<String> = ["def", "func", "fn", "fun", "方法", "过程", "涵数", "函树"]

  /// 否则 若 in one word.
  static let otherwiseIf: [String: String] = [
    "否则如果": "否则 若", "否则若": "否则 若", "否则假如": "否则 若", "又若": "否则 若",
    "elif": "else if", "elsif": "else if", "elseif": "else if",
  ]
}
