extension CataloguePage {
  /// What happens while a script runs.
  static let running: [CataloguePage] = [
    CataloguePage(
      "E0701",
      zh: "这里没有台账库。预演和运行不会自己建一个空库：对着空库算，什么都不逾期，看起来却像一切正常。",
      en: """
        There is no store. None is made by looking for it: against an empty one nothing is \
        overdue, and all would seem well.
        """,
      .session(
        wrong: "zhiben 预演 小镇.plan --台账库 没有.db",
        right: "zhiben 预演 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0702",
      zh: "这个文件不是本程序的台账库，多半写错了路径。别的数据库不碰，免得损坏。",
      en: """
        The file is no store of this program; mostly the path is wrong. Other databases are left \
        alone.
        """,
      .session(
        wrong: "zhiben 预演 小镇.plan --台账库 企业.csv",
        right: "zhiben 预演 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0703",
      zh: "台账库是更新的版本写的，旧程序读它可能漏掉新的内容，所以拒绝。",
      en: """
        A later version wrote the store. An earlier one might miss what is new in it, so it \
        refuses.
        """,
      .session(
        wrong: #"""
          printf '\0\0\0\143' | dd of=小镇.db bs=1 seek=60 conv=notrunc status=none
          zhiben 预演 小镇.plan --台账库 小镇.db
          """#,
        right: "zhiben 预演 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0704",
      zh: "这里要写台账库文件的路径，写的却是文件夹。",
      en: "The path of a store is wanted, but this is a folder.",
      .session(
        wrong: "zhiben 预演 小镇.plan --台账库 .",
        right: "zhiben 预演 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0705",
      zh: "磁盘或配额满了。写到一半的全部撤回，台账和以前一样。",
      en: """
        The disk or a quota is full. What was half written was taken back; the data are as before.
        """,
      .situation(
        wrong: "zhiben 运行 小镇.plan --台账库 /满/小镇.db",
        right: "zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15")),
    CataloguePage(
      "E0706",
      zh: "两次运行同时写一个台账库会互相打乱，所以后来的拒绝，并说出是哪个进程占着。定时任务遇到它，下次再跑就是。",
      en: """
        Two runs that write at once would spoil each other, so the second refuses and names the \
        first. A scheduled job just runs again next time.
        """,
      .session(
        wrong: "flock 小镇.db.lock zhiben 运行 小镇.plan --台账库 小镇.db",
        right: "zhiben 运行 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0707",
      zh: "台账已经推算到更晚的一天。过去的日子可以预演、可以问为何，但不能改写那时的记录。",
      en: """
        The ledger has been carried on to a later day. The past can be planned and asked about, \
        not written again.
        """,
      .session(
        wrong: """
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-03-31
          """,
        right: """
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          zhiben 预演 小镇.plan --台账库 小镇.db --截至 2025-03-31
          """)),
    CataloguePage(
      "E0708",
      zh: "预演存下以后，脚本或台账改动过，写进去的就不是审过的那些。重新预演，再审一次。",
      en: """
        Script or store have changed since the plan was saved, so that what would be written is \
        not what was read. Plan again.
        """,
      .session(
        wrong: """
          zhiben 预演 小镇.plan --台账库 小镇.db --截至 2025-04-15 --存 今日.json
          echo '// 改动' >> 小镇.plan
          zhiben 执行 今日.json --台账库 小镇.db
          """,
        right: """
          zhiben 预演 小镇.plan --台账库 小镇.db --截至 2025-04-15 --存 今日.json
          zhiben 执行 今日.json --台账库 小镇.db
          """)),
    CataloguePage(
      "E0709",
      zh: "要问的结果找不到：没有这个主体，或它不在任何规则的对象里。",
      en: """
        The outcome that was asked for does not exist: there is no such subject, or no rule \
        applies to it.
        """,
      .session(
        wrong: "zhiben 为何 季度自查/没有这家 --台账库 小镇.db --脚本 小镇.plan --截至 2025-04-15",
        right: "zhiben 为何 季度自查/B2 --台账库 小镇.db --脚本 小镇.plan --截至 2025-04-15")),
    CataloguePage(
      "E0710",
      zh: "系统不让读写这个文件，原因照系统的说法写在后面。",
      en: "The system refuses to read or write the file; its reason is given.",
      .session(
        wrong: """
          ulimit -f 1
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          """,
        right: "zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15")),
    CataloguePage(
      "E0711",
      zh: "脚本读不了：没有这个文件、它是文件夹，或没有读取权限。",
      en: """
        The script cannot be read: there is no such file, it is a folder, or permission is \
        lacking.
        """,
      .session(
        wrong: "zhiben 检查 没有.plan",
        right: "zhiben 检查 小镇.plan")),
    CataloguePage(
      "E0713",
      zh: "别的程序（多半是数据库工具）正在改这个台账库，没有提交。关掉它再运行。",
      en: """
        Another program, mostly a database tool, is changing the store and has not committed. \
        Close it and run again.
        """,
      .situation(
        wrong: """
          sqlite3 小镇.db 'BEGIN IMMEDIATE'
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          """,
        right: "zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15")),
    CataloguePage(
      "E0714",
      zh: "台账库或它所在的文件夹不许写。预演只读，不受影响。",
      en: "The store or its folder cannot be written. Planning only reads and is not affected.",
      .situation(
        wrong: """
          chmod -R a-w .
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          """,
        right: "zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15")),
    CataloguePage(
      "E0715",
      zh: "字段已经按原来的类型存了数据。改了类型，旧数据就读不通了。",
      en: """
        Data of the field are stored with its old type. With another one they could not be read.
        """,
      .session(
        wrong: """
          sed -i 's/入库日 别名 entered_on：日期 日期/入库日 别名 entered_on：文本/' 小镇.plan
          zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan
          """,
        right: "zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan")),
    CataloguePage(
      "E0716",
      zh: "表名或列名和系统自己的冲突，换一个别名。",
      en: "The name of a table or column clashes with the system's own. Take another alias.",
      .session(
        wrong: """
          sed -i 's/别名 self_check/别名 sqlite_check/' 小镇.plan
          zhiben 导入 自查.csv --台账库 新.db --脚本 小镇.plan
          """,
        right: "zhiben 导入 企业.csv 自查.csv --台账库 新.db --脚本 小镇.plan")),
    CataloguePage(
      "E0717",
      zh: "要作标识的字段已有重复的值，两条记录会分不开。先改正重复的。",
      en: """
        Two records share a value of the field that is to be the key, so they could not be told \
        apart. Correct them first.
        """,
      .session(
        wrong: """
          echo 'D4,丁厂,2024-01-01,在产,否,张三' >> 企业.csv
          zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan
          sed -i 's/文本 标识/文本/; s/文本 保密/文本 标识/' 小镇.plan
          zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan
          """,
        right: """
          echo 'D4,丁厂,2024-01-01,在产,否,张三' >> 企业.csv
          zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan
          """)),
    CataloguePage(
      "E0718",
      zh: "正在读写台账库时被叫停，如按了 Ctrl-C，或宿主取消了这次运行。写到一半的已经全部撤回。",
      en: """
        The work on the store was stopped, such as by Ctrl-C or by the host. What was half written \
        was taken back.
        """,
      .situation(
        wrong: "zhiben 运行 小镇.plan --台账库 小镇.db   # 中途按 Ctrl-C",
        right: "zhiben 运行 小镇.plan --台账库 小镇.db")),
    CataloguePage(
      "E0730",
      zh: "文件写不出来：文件夹不存在、没有权限或磁盘满了。",
      en: """
        The file cannot be written: the folder does not exist, permission is lacking or the disk \
        is full.
        """,
      .session(
        wrong: "zhiben 预演 小镇.plan --台账库 小镇.db --存 没有的目录/今日.json",
        right: "zhiben 预演 小镇.plan --台账库 小镇.db --存 今日.json")),
    CataloguePage(
      "E0731",
      zh: "数据文件读不了：没有这个文件、它是文件夹，或没有读取权限。",
      en: """
        The data file cannot be read: there is no such file, it is a folder, or permission is \
        lacking.
        """,
      .session(
        wrong: "zhiben 导入 没有.csv --登记 企业 --台账库 小镇.db --脚本 小镇.plan",
        right: "zhiben 导入 企业.csv --台账库 小镇.db --脚本 小镇.plan")),
    CataloguePage(
      "E0740",
      zh: "脚本旁边的 zhiben.yaml 只认几项设置，写错一个字就等于没有写，所以不放过。",
      en: """
        The file zhiben.yaml beside a script has a few settings. One that is spelt wrongly would be \
        as good as missing, so it is refused.
        """,
      .session(
        wrong: """
          echo '台帐库: 小镇.db' > zhiben.yaml
          zhiben 运行 小镇.plan --截至 2025-04-15
          """,
        right: """
          echo '台账库: 小镇.db' > zhiben.yaml
          zhiben 运行 小镇.plan --截至 2025-04-15
          """)),
    CataloguePage(
      "E0741",
      zh: "zhiben.yaml 或环境变量里的值不对。夜里没有人看着，宁可不跑，也不照猜的跑。",
      en: """
        A value in zhiben.yaml or in the environment is wrong. At night nobody watches: better no \
        run than one by guess.
        """,
      .session(
        wrong: "ZHIBEN_WAIT=一会儿 zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15",
        right: "ZHIBEN_WAIT=60秒 zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15")),
    CataloguePage(
      "E0742",
      zh: "谁知道监测地址，谁就能冒充这次运行，所以写着它的文件只许自己读。",
      en: """
        Whoever knows the address of the monitor can pretend to be the run, so only its owner may \
        read the file that holds it.
        """,
      .session(
        wrong: """
          echo '监测: https://hc.example/1234' > zhiben.yaml
          chmod 644 zhiben.yaml
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          """,
        right: """
          echo '日志: 不记' > zhiben.yaml
          chmod 600 zhiben.yaml
          zhiben 运行 小镇.plan --台账库 小镇.db --截至 2025-04-15
          """)),
    CataloguePage(
      "W0743",
      zh: "记事本的 ANSI 就是 GBK。这样的脚本照样读，但别的程序会读成乱码，所以请改存为 UTF-8；检查 --修正 会改。",
      en: """
        What Notepad calls ANSI is GBK. Such a script is read all the same, but other programs will \
        not understand it: save it as UTF-8, as check --fix does.
        """,
      .session(
        wrong: """
          iconv -f UTF-8 -t GB18030 小镇.plan > 旧.plan
          zhiben 检查 旧.plan
          """,
        right: "zhiben 检查 小镇.plan")),
  ]
}
