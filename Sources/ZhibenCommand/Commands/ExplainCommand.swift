import ArgumentParser
import Zhiben
import ZhibenSession

/// 解释
struct ExplainCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "explain", aliases: ["解释"])

  @Argument var code: String?

  func run(in session: Session) throws -> ExitStatus {
    let writer = PageText(
      language: session.language, width: session.width, columns: min(session.columns ?? 80, 100))
    guard let code else {
      writeAll(writer, session)
      return .success
    }
    let found = CodeQuery.codes(matching: code)
    if found.isEmpty { throw unknown(code) }
    if found.count == 1, let only = found.first, let page = CataloguePage.page(for: only) {
      session.output.write(writer.text(of: page))
    } else {
      for code in found { session.print(writer.headline(of: code)) }
    }
    return .success
  }

  private func writeAll(_ writer: PageText, _ session: Session) {
    for (number, area) in Catalogue.areas.enumerated() {
      if number > 0 { session.print("") }
      session.print(area.title[session.language])
      for entry in area.entries { session.print("  " + writer.headline(of: entry.code)) }
    }
  }

  private func unknown(_ typed: String) -> UsageProblem {
    let near = CodeQuery.nearest(to: typed).map(\.rawValue)
    return UsageProblem(
      Wording(zh: "没有「\(typed)」这条提示", en: "there is no message \(typed)")
        .offering(near, to: "看"))
  }
}
