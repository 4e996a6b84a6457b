import ArgumentParser
import Zhiben
import ZhibenSession

/// Which outcome a command is about, and where it is found.
struct OutcomeOptions: ParsableArguments {
  @Argument var key: [String]
  @OptionGroup var store: StoreOption
  @Option(name: [.customLong("script"), .customLong("脚本")]) var script: String
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @OptionGroup var library: LibraryOptions

  /// What they ask for.
  struct Question {
    let engine: Engine
    let script: Script
    let asOf: CivilDate
    let key: String
    let format: ReportFormat
  }

  func question(_ session: Session, _ settings: Settings) throws -> Question {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    // Rule and subject may be given as two words.
    return Question(
      engine: try Engine(
        store: .sqlite(settings.someStore(store.path), .readOnly), library: library),
      script: script, asOf: asOf,
      key: key.joined(separator: "/"), format: format)
  }
}
