import Zhiben
import ZhibenSession

/// The results of tests as JUnit XML, which build servers read.
struct TestXML {
  let session: Session

  func write(_ runs: [TestedScript]) {
    session.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    session.print("<testsuites>")
    for run in runs {
      session.print(
        "  <testsuite name=\"\(escaped(run.path))\" tests=\"\(run.results.count)\" "
          + "failures=\"\(run.failed)\">")
      for result in run.results { write(result, run) }
      session.print("  </testsuite>")
    }
    session.print("</testsuites>")
  }

  private func write(_ result: TestResult, _ run: TestedScript) {
    let (file, line) = run.suite.place(of: result.origin)
    let head =
      "    <testcase name=\"\(escaped(result.title))\" classname=\"\(escaped(run.path))\" "
      + "file=\"\(escaped(file))\" line=\"\(line)\""
    guard let failure = result.failure else {
      session.print("\(head)/>")
      return
    }
    let message = run.suite.diagnostic(failure)
    var renderer = session.renderer
    renderer.colour = false
    session.print("\(head)>")
    session.print(
      "      <failure type=\"\(message.code.rawValue)\" "
        + "message=\"\(escaped(message.message(in: session.language)))\">"
        + "\(escaped(renderer.render(Diagnostics([message]))))</failure>")
    session.print("    </testcase>")
  }

  /// Signs of XML as entities; characters that XML cannot hold are left out.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
