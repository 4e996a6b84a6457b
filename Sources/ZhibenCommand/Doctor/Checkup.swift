import Foundation
import Zhiben
import ZhibenSession

/// Whether this machine, this store and this script are fit to run plans. Looks only; nothing is written and no lock taken.
struct Checkup {
  let session: Session
  let library: ScriptLibrary
  var script: String?
  /// The store that the option names.
  var storeOption: String?

  var findings: [Finding] {
    let (settings, set) = lookAtSettings()
    let store = try? settings.store(storeOption)
    return [codeset, encodings, width, timeZone, clock, calendar, standardRegister, curl] + set
      + (script.map { [look(atScript: $0)] } ?? []) + (store.map { look(atStore: $0) } ?? [])
  }

  private var codeset: Finding {
    let subject = Wording(zh: "字符编码", en: "character set")
    let codeset = Screen.codeset
    guard codeset != "UTF-8" else {
      return Finding(id: "codeset", subject: subject, state: .good, what: "UTF-8")
    }
    return Finding(
      id: "codeset", subject: subject, state: .notice,
      what: Wording(
        zh: "环境说终端用 \(codeset)，程序仍按 UTF-8 读写",
        en: "the environment says \(codeset); the program reads and writes UTF-8 all the same"),
      remedy: Wording(
        zh: "设置 LANG=C.UTF-8；定时任务里也写上这一行",
        en: "set LANG=C.UTF-8, also in the lines for cron"))
  }

  /// Ledgers come in GB18030 as well.
  private var encodings: Finding {
    let subject = Wording(zh: "国标汉字", en: "GB18030")
    // By the converter that imports use.
    let bytes = TextEncoding.gb18030.bytes(of: "治䶮", marked: false)
    return bytes == [0xD6, 0xCE, 0xFE, 0x9F]
      ? Finding(
        id: "gb18030", subject: subject, state: .good,
        what: Wording(zh: "GB18030 的台账可以读", en: "ledgers in GB18030 can be read"))
      : Finding(
        id: "gb18030", subject: subject, state: .problem,
        what: Wording(zh: "读不了 GB18030 的台账", en: "ledgers in GB18030 cannot be read"),
        remedy: Wording(zh: "台账另存为 UTF-8 的 CSV", en: "save ledgers as CSV in UTF-8"))
  }

  private var width: Finding {
    let subject = Wording(zh: "显示宽度", en: "display width")
    let ambiguous = session.width.of("─")
    let columns = session.columns.map {
      Wording(zh: "终端 \($0) 列；", en: "\($0) columns; ")
    }
    return Finding(
      id: "width", subject: subject, state: .good,
      what: Wording(
        zh: (columns?.zh ?? "") + "─ “ ① 这类字符按 \(ambiguous) 格算",
        en: (columns?.en ?? "") + "characters such as ─ “ ① count as \(ambiguous)"),
      remedy: columns == nil
        ? nil
        : Wording(
          zh: "表格若对不齐，设置 ZHIBEN_AMBIGUOUS_WIDTH=\(3 - ambiguous)",
          en: "if tables are not aligned, set ZHIBEN_AMBIGUOUS_WIDTH=\(3 - ambiguous)"))
  }

  /// What day it is does not depend on the host's zone; when cron starts does.
  private var timeZone: Finding {
    let subject = Wording(zh: "时区", en: "time zone")
    var (seconds, local) = (time_t(session.moment.seconds), tm())
    localtime_r(&seconds, &local)
    guard local.tm_gmtoff != 8 * 3600 else {
      return Finding(
        id: "time_zone", subject: subject, state: .good,
        what: Wording(zh: "北京时间", en: "Beijing time")
      )
    }
    let hours = Double(local.tm_gmtoff) / 3600
    let offset = hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
    return Finding(
      id: "time_zone", subject: subject, state: .notice,
      what: Wording(
        zh: "本机是 UTC\(hours < 0 ? "" : "+")\(offset)。“今天”总按北京时间，而定时任务按本机时间启动",
        en:
          "this machine is at UTC\(hours < 0 ? "" : "+")\(offset). Today is always that of Beijing, but cron starts by the machine's time"
      ),
      remedy: "timedatectl set-timezone Asia/Shanghai")
  }

  private var clock: Finding {
    let day = session.moment.day
    let isPlausible = day.year >= 2025 && day.year < 2100
    return Finding(
      id: "clock", subject: Wording(zh: "时钟", en: "clock"), state: isPlausible ? .good : .problem,
      what: Wording(zh: "今天是 \(day)", en: "today is \(day)"),
      remedy: isPlausible
        ? nil
        : Wording(zh: "校准系统时间，否则期限全错", en: "set the system's clock, or every deadline is wrong"))
  }

  /// Without a year's notice its rest days are reckoned (time 28).
  private var calendar: Finding {
    let subject = Wording(zh: "放假安排", en: "rest days")
    let (last, year) = (WorkCalendar.china.lastDecreedYear ?? 0, session.moment.day.year)
    let known = Wording(
      zh: "国务院办公厅的安排收录到 \(last) 年", en: "the notices are known up to \(last)")
    guard last <= year else {
      return Finding(id: "calendar", subject: subject, state: .good, what: known)
    }
    let missing = last < year ? "\(last + 1)—\(year + 1)" : "\(year + 1)"
    return Finding(
      id: "calendar", subject: subject, state: .notice,
      what: Wording(
        zh: "\(known.zh)；\(missing) 年的日期按周末和固定节日推算，标“暂定”",
        en:
          "\(known.en); dates of \(missing) are reckoned by weekends and fixed festivals and marked provisional"
      ),
      remedy: Wording(
        zh: "次年的安排一般在 11 月公布，公布后更新程序",
        en: "next year's notice appears in November as a rule; update the program then"))
  }

  private var standardRegister: Finding {
    let subject = Wording(zh: "脚本库", en: "library")
    let name = ImportCommand.standardRegister
    do {
      _ = try Script.registers(of: name, library: library)
      return Finding(
        id: "library", subject: subject, state: .good,
        what: Wording(zh: "找到了\(name)", en: "\(name) was found"))
    } catch {
      return Finding(
        id: "library", subject: subject, state: .problem,
        what: Wording(
          zh: "找不到\(name)：\(library.folders.joined(separator: "、"))",
          en: "\(name) is in none of \(library.folders.joined(separator: ", "))"),
        remedy: Wording(
          zh: "把 ZHIBEN_LIBRARY 指向随程序来的 Scripts 文件夹",
          en: "let ZHIBEN_LIBRARY name the folder Scripts that came with the program"))
    }
  }

  /// What reports to a monitoring service that a night went well.
  private var curl: Finding {
    let subject = Wording(zh: "运行监测", en: "monitoring")
    return HealthPing.program(session.environment) != nil
      ? Finding(
        id: "curl", subject: subject, state: .good,
        what: Wording(zh: "有 curl", en: "curl is there"))
      : Finding(
        id: "curl", subject: subject, state: .notice,
        what: Wording(
          zh: "没有 curl，运行后不能通知监测网址", en: "without curl no monitoring address can be told of a run"),
        remedy: "apt-get install curl")
  }

  private func look(atScript path: String) -> Finding {
    let subject = Wording(zh: "脚本 \(path)", en: "script \(path)")
    do {
      let checked = try Script.check(contentsOf: path, library: library)
      let all = checked.diagnostics.ordered
      let errors = all.count { $0.severity == .error }
      let what = Wording(
        zh: "\(errors) 个错误，\(all.count - errors) 个提醒",
        en: "\(errors) errors, \(all.count - errors) warnings")
      return Finding(
        id: "script", subject: subject,
        state: errors > 0 ? .problem : all.isEmpty ? .good : .notice, what: what,
        remedy: all.isEmpty ? nil : Wording(zh: "zhiben 检查 \(path)", en: "zhiben check \(path)"))
    } catch {
      return Finding(
        id: "script", subject: subject, state: .problem, what: Self.sentence(of: error))
    }
  }

  static func sentence(of error: Diagnostics) -> Wording {
    guard let first = error.ordered.first else { return "" }
    return Wording(zh: first.message(in: .zh), en: first.message(in: .en))
  }
}
