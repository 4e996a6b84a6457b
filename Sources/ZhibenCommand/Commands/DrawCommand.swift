import ArgumentParser
import Zhiben
import ZhibenSession

/// 抽签
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", subcommands: [Certify.self, Verify.self], aliases: ["抽签"])

  /// 证书
  struct Certify: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "certificate", aliases: ["证书"])

    @OptionGroup var outcome: OutcomeOptions
    @Option(name: [.customLong("output"), .customLong("输出")]) var output: String?

    var scriptPath: String? { outcome.script }

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let asked = try outcome.question(session, settings)
      let answer = try asked.engine.draw(asked.key, script: asked.script, asOf: asked.asOf)
      switch answer {
      case .drawn(let certificate):
        let text =
          asked.format == .json
          ? DrawDocument.text(certificate) : certificate.text(chinese: session.language == .zh)
        guard let output else {
          session.output.write(text)
          return .success
        }
        try OutputFile.write(Array(text.utf8), to: output)
        session.say(session.text("证书已写入 \(output)", "the certificate was written to \(output)"))
        return .success
      case .frozen(let list):
        session.say(
          session.text(
            "\(list.id)：名单已于 \(list.frozenOn) 冻结，\(list.units.count) 家，SHA-256 \(list.hash.hex)；号码还没有公布",
            "\(list.id): the list was frozen on \(list.frozenOn), \(list.units.count) units, SHA-256 \(list.hash.hex); the number is still to come"
          ))
        return .failure
      case .several(let outcomes):
        var lines = OutcomeLines(session)
        for outcome in outcomes { lines.add(outcome, mark: "") }
        lines.flush()
        session.say(
          session.text("请写出是哪一次抽取", "say which draw is meant"))
        return .failure
      }
    }
  }

  /// 核验
  struct Verify: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "verify", aliases: ["核验"])

    @Argument var file: String
    @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let text = try SourceFile.read(file).text
      let found =
        DrawCertificate.verification(text).map { ($0.certificate, $0.faults) }
        ?? DrawDocument.verify(text).map { ($0.certificate, $0.faults) }
      guard let (certificate, faults) = found else {
        session.say(session.text("\(file) 不是完整的抽签证书", "\(file) is no whole certificate of a draw"))
        return .data
      }
      for fault in faults { session.print(words(fault, session)) }
      guard faults.isEmpty else {
        session.say(
          session.text(
            "\(certificate.id) 的证书与它自己的名单和号码不符",
            "the certificate of \(certificate.id) does not follow from its list and number"
          ))
        return .data
      }
      if let store = try settings.store(store) {
        let engine = try Engine(store: .sqlite(store, .readOnly))
        guard let differences = try engine.faults(of: certificate) else {
          session.say(
            session.text(
              "台账库 \(store) 没有 \(certificate.id)", "the store \(store) has no \(certificate.id)"))
          return .data
        }
        for fault in differences { session.print(words(fault, session)) }
        guard differences.isEmpty else {
          session.say(
            session.text(
              "证书与台账库 \(store) 里冻结的不符", "the certificate is not what the store \(store) has"))
          return .data
        }
      }
      let drawn = certificate.result.places(.drawn).count
      session.print(
        session.text(
          "\(certificate.id) 相符：名单 \(certificate.list.units.count) 家，抽中 \(drawn) 家，号码 \(certificate.number)",
          "\(certificate.id) follows: \(certificate.list.units.count) units, \(drawn) drawn, number \(certificate.number)"
        ))
      return .success
    }

    private func words(_ fault: DrawFault, _ session: Session) -> String {
      let found = fault.found ?? session.text("（没有）", "(nothing)")
      let expected = fault.expected ?? session.text("（没有）", "(nothing)")
      let place =
        fault.line > 0
        ? session.text("第 \(fault.line) 行", "line \(fault.line)") : session.text("台账", "ledger")
      return session.text(
        "\(place)：写的是 \(found)，应为 \(expected)", "\(place): says \(found), should be \(expected)")
    }
  }
}
