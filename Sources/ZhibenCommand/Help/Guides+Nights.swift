import Zhiben
import ZhibenSession

extension Guide {
  static let run = Guide(
    english: "run", chinese: "运行",
    summary: Wording(
      zh: "检查、推算、写入一气呵成；定时任务用它，无事不出声",
      en: "check, plan and apply at once; for scheduled jobs, silent if there is nothing to say"),
    usage: Wording(
      zh: "zhiben 运行 脚本 --台账库 文件 [选项]", en: "zhiben run SCRIPT --store FILE [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh:
          "没有变化也没有今天到期的，就什么都不打印，退出码 0。有，就打印摘要：新逾期、今日到期、新违反、新到台阶、未达目标、新待核实，每条带键，可以拿去问「为何」。定时任务里它就是邮件正文。",
        en:
          "Where nothing changed and nothing is due today, nothing is printed. Else there is a digest: newly overdue, due today, newly broken, rungs reached, targets missed, to be verified, each with the key that why takes. Of a scheduled job it is the mail."
      ),
      Wording(
        zh:
          "一天的运行是一个事务：出错就什么都没有写，台账库和运行前一样。隔了几天没跑，一次运行推出的结果和天天跑的一样，但不倒签：其间到的台阶只提出最高一级。",
        en:
          "A day is one transaction: a run that fails leaves the store as it was. After missed days one run leaves what daily runs would have left, but nothing is back-dated: of the rungs reached meanwhile only the highest is proposed."
      ),
      .statements,
      Wording(
        zh:
          "选项之外，环境变量 ZHIBEN_STORE、ZHIBEN_BY、ZHIBEN_WAIT、ZHIBEN_LOG、ZHIBEN_LOG_FILE、ZHIBEN_PING_URL、ZHIBEN_CATCH_UP 和脚本旁的 zhiben.yaml 也能设定，先看选项，再看环境，后看文件。文件里一行一项：台账库、经手、语言、等锁、日志、日志文件、监测、补跑（store、by、lang、wait、log、log-file、ping、catch-up），前四项对各命令都有效；另有月份日期（month-dates）给「导入」；写了监测地址就须 chmod 600。",
        en:
          "Behind the options, the environment sets ZHIBEN_STORE, ZHIBEN_BY, ZHIBEN_WAIT, ZHIBEN_LOG, ZHIBEN_LOG_FILE, ZHIBEN_PING_URL and ZHIBEN_CATCH_UP, and behind it zhiben.yaml beside the script, with a setting on each line: store, by, lang, wait, log, log-file, ping, catch-up, the first four for all commands, and month-dates for import. A file with a ping needs chmod 600."
      ),
    ],
    options: [
      .storePath, .wait, .author, .asOf,
      Option(
        names: ["--catch-up", "--补跑"],
        help: Wording(
          zh: "漏掉的日子逐日补上，最多 31 天，每天一个事务，最后一份摘要；中断了再运行就接着补",
          en:
            "make up missed days one by one, at most 31, each in its own transaction, with one digest at the end; interrupted, the next run goes on"
        )),
      Option(
        names: ["--log", "--日志"], value: "text|json|off",
        takes: .words(LogFormat.allCases.map { [$0.rawValue, $0.chinese] }),
        help: Wording(
          zh: "每次运行记一行：text（文本）、json（数据）、off（不记）；没有 --日志文件 就写到标准错误",
          en: "a line for each run, to standard error unless there is a --log-file")),
      Option(
        names: ["--log-file", "--日志文件"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(zh: "日志接着写在这个文件后面", en: "append the line to this file")),
      Option(
        names: ["--ping", "--监测"], value: Wording(zh: "网址", en: "URL"),
        help: Wording(
          zh:
            "开始、成功、失败时各访问一次（网址/start、网址、网址/fail），如 healthchecks.io；不影响运行和退出码。命令行人人看得到，宜写在 zhiben.yaml",
          en:
            "asked for at the start (URL/start), the end (URL) and a failure (URL/fail), as healthchecks.io wants it; changes nothing of the run. Others can see options: better in zhiben.yaml"
        )),
      .detailed, .reference, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 运行 洋口镇.plan.md --台账库 洋口镇.db --补跑 --日志文件 运行.log",
          en: "zhiben run town.plan.md --store town.db --catch-up --log-file runs.log"),
        Wording(
          zh: "每夜一次；定时任务的行由 zhiben 定时 打印 给出",
          en: "every night; zhiben cron print gives the line for the scheduler")
      )
    ])

  static let cron = Guide(
    english: "cron", chinese: "定时",
    summary: Wording(
      zh: "打印每夜运行的定时任务，可以直接装上", en: "print the job that runs a plan every night"),
    usage: Wording(
      zh: "zhiben 定时 打印 脚本 --台账库 文件 [选项]",
      en: "zhiben cron print SCRIPT --store FILE [options]"),
    operands: [.words([["print", "打印"]]), .script],
    notes: [
      Wording(
        zh:
          "定时任务的环境几乎是空的：路径都写绝对路径，语言和时区写明，% 已转义，中文和空格已加引号。脚本和台账库先看一遍，打不开就不打印。",
        en:
          "The environment of scheduled jobs is nearly empty: all paths are absolute, locale and time zone are set, % is escaped, blanks are quoted. Script and store are opened first; nothing is printed that would not run."
      )
    ],
    options: [
      .storePath,
      Option(
        names: ["--at", "--时刻"], value: "08:05",
        help: Wording(zh: "每天几点几分，默认 08:05", en: "the time of day, 08:05 by default")),
      Option(
        names: ["--log-file", "--日志文件"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(
          zh: "运行日志，默认是脚本旁的 zhiben.log", en: "the log of runs; zhiben.log beside the script")),
      Option(
        names: ["--mailto", "--收件人"], value: Wording(zh: "邮箱", en: "ADDRESS"),
        help: Wording(zh: "摘要寄给谁", en: "who gets the digest by mail")),
      Option(
        names: ["--systemd", "--系统定时"],
        help: Wording(
          zh: "改为 systemd 的服务和定时器（关机错过的，开机补上）",
          en: "a service and a timer for systemd instead (which starts at boot what was missed)")),
      .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 定时 打印 洋口镇.plan.md --台账库 洋口镇.db --时刻 06:30 | crontab -",
          en: "zhiben cron print town.plan.md --store town.db --at 06:30 | crontab -"),
        Wording(
          zh: "装上（会换掉现有的 crontab）", en: "install it, in place of the present crontab")
      )
    ])
}
