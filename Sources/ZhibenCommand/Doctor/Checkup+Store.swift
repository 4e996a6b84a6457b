import Foundation
import Zhiben
import ZhibenSession

extension Checkup {
  /// What is found at a store.
  func look(atStore path: String) -> [Finding] {
    let subject = Wording(zh: "台账库 \(path)", en: "store \(path)")
    do {
      let engine = try Engine(store: .sqlite(path, .readOnly), library: library)
      let runs = try engine.runs()
      return [
        Finding(
          id: "store", subject: subject, state: .good, what: Wording(zh: "可以打开", en: "it opens"))
      ] + lastRuns(runs) + [lock(path), room(path)]
    } catch {
      return [
        Finding(id: "store", subject: subject, state: .problem, what: Self.sentence(of: error))
      ]
    }
  }

  /// For each plan, when it was judged last: a night that did not happen is easily overlooked.
  private func lastRuns(_ runs: [RunRecord]) -> [Finding] {
    var last: [String: RunRecord] = [:]
    for run in runs where run.kind == .run && last[run.plan].map({ $0.asOf <= run.asOf }) ?? true {
      last[run.plan] = run
    }
    return last.values.sorted { $0.plan < $1.plan }.map { run in
      let missed = Int(session.moment.day.days) - Int(run.asOf.days)
      let isLate = missed > 1
      return Finding(
        id: "last_run", subject: Wording(zh: "计划 \(run.plan)", en: "plan \(run.plan)"),
        state: isLate ? .notice : .good,
        what: Wording(
          zh: "最近一次运行：第 \(run.id) 号记录，截至 \(run.asOf)" + (isLate ? "，到今天 \(missed) 天" : ""),
          en: "last run: entry \(run.id), as of \(run.asOf)"
            + (isLate ? ", \(missed) days ago" : "")),
        remedy: isLate
          ? Wording(
            zh: "若应当每天运行，看看定时任务和它的日志",
            en: "if it should run every day, look at the scheduled job and its log")
          : nil)
    }
  }

  private func lock(_ path: String) -> Finding {
    let subject = Wording(zh: "运行锁", en: "lock")
    guard let holder = RunLock.holder(storePath: path) else {
      return Finding(
        id: "lock", subject: subject, state: .good, what: Wording(zh: "没有被占用", en: "free"))
    }
    return Finding(
      id: "lock", subject: subject, state: .notice,
      what: Wording(
        zh: "进程 \(holder.pid) 自 \(holder.since) 起占着",
        en: "process \(holder.pid) holds it since \(holder.since)"),
      remedy: Wording(
        zh: "等它结束；若它早该结束，用 ps -p \(holder.pid) 看看",
        en: "wait for its end; if it is long overdue, look at it with ps -p \(holder.pid)"))
  }

  /// A run needs to write beside the store, at most about as much as there is.
  private func room(_ path: String) -> Finding {
    let subject = Wording(zh: "存储", en: "disk")
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    var file = statvfs()
    guard statvfs(folder, &file) == 0, access(folder, W_OK) == 0 else {
      return Finding(
        id: "disk", subject: subject, state: .problem,
        what: Wording(zh: "文件夹 \(folder) 不能写", en: "the folder \(folder) cannot be written"),
        remedy: Wording(
          zh: "让运行的用户能写这个文件夹", en: "let the user who runs plans write to it"))
    }
    let free = Int(
      clamping: UInt64(file.f_bavail).multipliedReportingOverflow(by: UInt64(file.f_frsize))
        .partialValue)
    let isEnough = free / 2 >= size
    func megabytes(_ bytes: Int) -> String { "\(max(1, bytes / 1_000_000)) MB" }
    return Finding(
      id: "disk", subject: subject, state: isEnough ? .good : .problem,
      what: Wording(
        zh: "台账库 \(megabytes(size))，还空 \(megabytes(free))",
        en: "the store has \(megabytes(size)), \(megabytes(free)) are free"),
      remedy: isEnough
        ? nil : Wording(zh: "至少空出台账库的两倍", en: "free twice the size of the store at least"))
  }
}
