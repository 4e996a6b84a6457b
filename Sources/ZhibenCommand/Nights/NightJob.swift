import Foundation
import Zhiben
import ZhibenSession

/// A time of day.
struct ClockTime {
  let hour: Int
  let minute: Int

  /// `08:05`, with a colon of either width.
  init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { ":：".contains($0) }
    let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
    guard parts.count == 2, let hour = numbers.first, let minute = numbers.last,
      numbers.count == 2, (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
  }

  /// Before the office opens, so that the digest is there when people come.
  static let morning = ClockTime(hour: 8, minute: 5)

  private init(hour: Int, minute: Int) { (self.hour, self.minute) = (hour, minute) }

  var text: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}

/// A run every night, as cron or systemd have to be told of it. All paths are absolute: their environment is nearly empty.
struct NightJob {
  var plan: String
  var time: ClockTime
  var program: String
  var script: String
  var store: String
  var logFile: String
  var libraries: [String]
  var mailto: String?
  var language: Language

  /// The job of a script and its store, wherever they are named from; by default at the hour that suits an office.
  init(
    plan: String, script: String, store: String, time: ClockTime? = nil, logFile: String? = nil,
    libraries: [String] = [], mailto: String? = nil, _ session: Session
  ) {
    func absolute(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.path
    }
    let path = absolute(script)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    (self.plan, self.time) = (plan, time ?? .morning)
    program = absolute(session.executable)
    (self.script, self.store) = (path, absolute(store))
    self.logFile = logFile.map(absolute) ?? folder + "zhiben.log"
    self.libraries = libraries.map(absolute)
    (self.mailto, language) = (mailto, session.language)
  }

  /// Whether each word stands on one line.
  var isOnLines: Bool {
    (words + [logFile, mailto ?? ""]).allSatisfy { !$0.contains(where: \.isNewline) }
  }

  /// The command, word by word.
  private var words: [String] {
    [program, "run", script, "--store", store, "--catch-up", "--wait", "60s"]
      + libraries.flatMap { ["--library", $0] }
  }

  private var environment: [String] {
    ["LANG=C.UTF-8", "TZ=Asia/Shanghai"] + (language == .en ? ["ZHIBEN_LANG=en"] : [])
  }

  /// Lines for `crontab -e`.
  func crontab(_ session: Session) -> String {
    var lines = [
      session.text(
        "# \(plan)：每天 \(time.text) 运行，漏掉的日子补上。无事不出声；有事时输出就是邮件正文。",
        "# \(plan): every day at \(time.text); missed days are made up. Silent unless there is something to say, which is then the mail."
      ),
      session.text(
        "# 时刻照本机的时区，本机须是 Asia/Shanghai。监测地址写在脚本旁的 zhiben.yaml 里（chmod 600），不写在这里。",
        "# The time is that of this machine, which must be set to Asia/Shanghai. The address of a monitor belongs into zhiben.yaml beside the script (chmod 600)."
      ),
    ]
    lines += environment
    if let mailto { lines.append("MAILTO=\(mailto)") }
    let command = (words + ["--log-file", logFile]).map(ShellText.quoted).joined(separator: " ")
    // For cron a % ends the command, unless a backslash stands before it, which cron takes away.
    lines.append("\(time.minute) \(time.hour) * * * " + command.replacing("%", with: "\\%"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A service and its timer for systemd, which makes up a missed start itself (`Persistent`).
  func units(_ session: Session) -> String {
    let name = "zhiben-\(plan.filter { $0.isLetter || $0.isNumber })"
    let command = (words + ["--log", "text"]).map(Self.quotedForSystemd).joined(separator: " ")
    let folder = "/etc/systemd/system"
    return """
      # \(folder)/\(name).service
      [Unit]
      Description=zhiben \(plan)

      [Service]
      Type=oneshot
      Environment=\(environment.joined(separator: " "))
      ExecStart=\(command)

      # \(folder)/\(name).timer
      [Unit]
      Description=zhiben \(plan)

      [Timer]
      OnCalendar=*-*-* \(time.text):00 Asia/Shanghai
      Persistent=true

      [Install]
      WantedBy=timers.target

      # \(session.text("装上：", "to install:")) systemctl daemon-reload && systemctl enable --now \(name).timer

      """
  }

  private static func quotedForSystemd(_ word: String) -> String {
    let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("%", with: "%%").replacing("$", with: "$$")
    return escaped == word && ShellText.quoted(word) == word ? word : "\"\(escaped)\""
  }
}
