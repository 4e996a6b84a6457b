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
      "E0712",
      zh: "脚本里没有「计划」一项",
      en: "the script has no plan header",
      zhHelp: "在开头写「计划 名称 { 期间 … }」",
      enHelp: "begin it with “plan NAME { period … }”"
    ),
  ]
}
