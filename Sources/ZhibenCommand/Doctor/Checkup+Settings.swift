import Zhiben
import ZhibenSession

extension Checkup {
  /// What is set, and where each value comes from.
  func lookAtSettings() -> (Settings, [Finding]) {
    let settings: Settings
    do {
      settings = try Settings(beside: script, isNight: true, session)
    } catch {
      return (
        Settings(),
        [
          Finding(
            id: "settings", subject: Wording(zh: "设置", en: "settings"), state: .problem,
            what: Self.sentence(of: error))
        ]
      )
    }
    return (settings, Setting.allCases.compactMap { finding(of: $0, settings) })
  }

  private func finding(of setting: Setting, _ settings: Settings) -> Finding? {
    let subject = Wording(zh: "设置 \(setting.chinese)", en: "setting \(setting.rawValue)")
    let id = "setting_" + setting.rawValue.replacing("-", with: "_")
    if setting == .store, let storeOption {
      return Finding(
        id: id, subject: subject, state: .good,
        what: Wording(zh: "\(storeOption)，来自 --台账库", en: "\(storeOption), from --store"))
    }
    guard let found = settings.written[setting] else { return nil }
    do {
      try read(setting, settings)
    } catch {
      let problem = error as? Diagnostics
      return Finding(
        id: id, subject: subject, state: .problem, what: problem.map(Self.sentence) ?? "")
    }
    // Whoever knows the address of a monitor can pretend to be the run.
    let text = setting == .ping ? PingAddress(found.text)?.redacted ?? "" : found.text
    return Finding(
      id: id, subject: subject, state: .good,
      what: Wording(zh: "\(text)，来自 \(found.place)", en: "\(text), from \(found.place)"))
  }

  /// Reads a setting as the commands do.
  private func read(_ setting: Setting, _ settings: Settings) throws {
    switch setting {
    case .store: _ = try settings.store(nil)
    case .author: _ = try settings.author(nil, session)
    case .language: _ = try settings.language()
    case .wait: _ = try settings.patience(nil)
    // Which columns there are, an import knows.
    case .monthDates:
      _ = try settings.value(.monthDates, nil) { MonthDates(reading: $0) { _ in true } }
    case .log, .logFile, .ping, .catchUp: _ = try NightSettings(nil, settings)
    }
  }
}
