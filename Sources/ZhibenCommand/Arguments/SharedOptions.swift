import ArgumentParser
import Zhiben
import ZhibenSession

/// Where used scripts are looked for.
struct LibraryOptions: ParsableArguments {
  @Option(name: [.customLong("library"), .customLong("脚本库")])
  var folders: [String] = []

  func library(_ session: Session) -> ScriptLibrary {
    let standard = ScriptLibrary.standard(
      environment: session.environment, executable: session.executable)
    return ScriptLibrary(folders: folders + standard.folders)
  }
}

/// The day as of which is judged.
struct DayOptions: ParsableArguments {
  @Option(name: [.customLong("as-of"), .customLong("截至")])
  var asOf: String?

  func day(_ session: Session) throws(UsageProblem) -> CivilDate {
    guard let asOf else { return session.moment.day }
    return try DayText.read(asOf, option: "--as-of")
  }
}
