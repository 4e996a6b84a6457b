extension Catalogue {
  /// What happens while a script runs: the store, files, records.
  static let running: [CatalogueEntry] = [
    CatalogueEntry(
      "E0701",
      zh: "找不到台账库 {path}",
      en: "there is no store at {path}",
      zhHelp: "核对路径；第一次使用，请先导入台账",
      enHelp: "check the path; when starting anew, import the registers first"
    ),
    CatalogueEntry(
      "E0702",
      zh: "{path} 不是台账库",
      en: "{path} is not a store"
    ),
    CatalogueEntry(
      "E0703",
      zh: "台账库 {path} 是第 {found} 版，本程序只能读到第 {supported} 版",
      en: "the store {path} has version {found}, but this program reads versions up to {supported}",
      zhHelp: "请升级程序",
      enHelp: "upgrade the program"
    ),
    CatalogueEntry(
      "E0704",
      zh: "{path} 是文件夹，不是台账库",
      en: "{path} is a folder, not a store"
    ),
    CatalogueEntry(
      "E0705",
      zh: "磁盘已满，{path} 没有写成",
      en: "the disk is full; {path} was not written",
      zhHelp: "原有数据没有改动；腾出空间后再运行",
      enHelp: "the data are as they were; free some space and run again"
    ),
    CatalogueEntry(
      "E0706",
      zh: "台账库正被另一个进程（{pid}）使用，自 {since} 起",
      en: "the store is in use by another process ({pid}) since {since}",
      zhHelp: "等它结束后再运行",
      enHelp: "run again when it has ended"
    ),
    CatalogueEntry(
      "E0707",
      zh: "按 {date} 的情形查看时只能读，不能改动台账",
      en: "the data are shown as of {date} and cannot be changed"
    ),
    CatalogueEntry(
      "E0708",
      zh: "预演之后有改动，这份预演已经过时：{changed}",
      en: "the plan is stale, for this has changed since it was made: {changed}",
      zhHelp: "请重新预演",
      enHelp: "make the plan again"
    ),
    CatalogueEntry(
      "E0709",
      zh: "{register} 里没有「{key}」",
      en: "{register} has no record “{key}”"
    ),
    CatalogueEntry(
      "E0710",
      zh: "读写 {path} 时出错：{reason}",
      en: "{path} could not be read or written: {reason}"
    ),
    CatalogueEntry(
      "E0711",
      zh: "读不了脚本 {path}：{reason}",
      en: "the script {path} could not be read: {reason}",
      zhHelp: "核对路径和文件的读取权限",
      enHelp: "check the path and the permission to read it"
    ),
    CatalogueEntry(
      "E0713",
      zh: "台账库 {path} 正被另一个程序写入",
      en: "another program is writing to the store {path}",
      zhHelp: "稍后再运行；若用数据库工具打开了它，请先关闭",
      enHelp: "run again later; close it in any database tool that has it open"
    ),
    CatalogueEntry(
      "E0714",
      zh: "台账库 {path} 只能读，不能写",
      en: "the store {path} can only be read",
      zhHelp: "核对文件和所在文件夹的写入权限",
      enHelp: "check the permission to write the file and its folder"
    ),
    CatalogueEntry(
      "E0715",
      zh: "登记 {register} 的字段「{field}」在台账库里是{stored}，脚本里是{declared}",
      en:
        "the field “{field}” of the register {register} is {stored} in the store but {declared} in the script",
      zhHelp: "改回原来的类型，或换一个字段名",
      enHelp: "declare it as before, or give the field another name"
    ),
    CatalogueEntry(
      "E0716",
      zh: "登记 {register} 的表名或列名「{name}」已被占用",
      en: "the table or column name “{name}” of the register {register} is taken",
      zhHelp: "换一个英文别名；以 zb_、sqlite_、下划线开头的名称留给系统",
      enHelp:
        "choose another alias; names that begin with zb_, sqlite_ or an underscore are reserved"
    ),
    CatalogueEntry(
      "E0717",
      zh: "登记 {register} 的字段「{field}」不能作标识：已有重复的值",
      en:
        "the field “{field}” of the register {register} cannot be the key: some values occur twice",
      zhHelp: "先改正重复的记录",
      enHelp: "correct the records that share a value first"
    ),
    CatalogueEntry(
      "E0718",
      zh: "读写台账库 {path} 时被叫停",
      en: "the work on the store {path} was stopped",
      zhHelp: "台账库没有改动",
      enHelp: "the store is as it was"
    ),
    CatalogueEntry(
      "E0730",
      zh: "写不出 {path}：{reason}",
      en: "{path} could not be written: {reason}"
    ),
    CatalogueEntry(
      "E0731",
      zh: "读不了文件 {path}：{reason}",
      en: "the file {path} could not be read: {reason}"
    ),
    CatalogueEntry(
      "E0740",
      zh: "{path} 里的「{name}」不是设置",
      en: "“{name}” in {path} is no setting",
      zhHelp: "可以写：{candidates}",
      enHelp: "the settings: {candidates}"
    ),
    CatalogueEntry(
      "E0741",
      zh: "{place} 写得不对：{reason}",
      en: "{place} is not as it should be: {reason}"
    ),
    CatalogueEntry(
      "E0742",
      zh: "{path} 里有监测地址，别人也能读",
      en: "{path} holds the address of the monitor and can be read by others",
      zhHelp: "改成只有自己能读：chmod 600 {path}",
      enHelp: "let nobody else read it: chmod 600 {path}"
    ),
    CatalogueEntry(
      "W0743",
      zh: "文件不是 UTF-8，已按 {encoding} 读",
      en: "the file is not UTF-8; it was read as {encoding}",
      zhHelp: "zhiben 检查 --修正 改存为 UTF-8",
      enHelp: "zhiben check --fix saves it as UTF-8",
      fixing: .safe
    ),
  ]
}
