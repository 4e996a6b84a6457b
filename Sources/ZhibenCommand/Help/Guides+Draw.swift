import Zhiben
import ZhibenSession

extension Guide {
  static let draw = Guide(
    english: "draw", chinese: "抽签",
    summary: Wording(
      zh: "出抽签证书，核验抽签证书", en: "write the certificate of a draw, and check one"),
    usage: Wording(
      zh: "zhiben 抽签 证书 键 --台账库 文件 --脚本 脚本 | 核验 证书文件 [--台账库 文件]",
      en:
        "zhiben draw certificate KEY --store FILE --script SCRIPT | verify CERTIFICATE [--store FILE]"
    ),
    notes: [
      Wording(
        zh: "证书里有冻结的名单、号码、各层名额、票号和结果，还有一段只用 sha256sum、sort 的核对脚本，谁都可以照着重抽一遍。",
        en:
          "A certificate holds the frozen list, the number, the places, the tickets and what was drawn, with "
          + "a script of sha256sum and sort by which anyone draws again."),
      Wording(
        zh: "核验从证书本身重算一遍，说出哪一行不对；加上台账库，再与运行时冻结的名单比。退出码：相符 0，不符 65。",
        en:
          "verify draws again from the certificate alone and says which line is wrong; with a store it also "
          + "compares the list that a run froze. Exit status: 0 all follows, 65 it does not."),
    ],
    options: [
      .storePath,
      Option(
        names: ["--script", "--脚本"], value: Wording(zh: "脚本", en: "SCRIPT"),
        help: Wording(zh: "抽取写在哪个脚本里", en: "the script whose rule draws")),
      .asOf,
      Option(
        names: ["--output", "--输出"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(zh: "证书写到哪里", en: "where the certificate is written")),
      .reportFormat, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 抽签 证书 规范化抽查/2025-01-01/1 --台账库 town.db --脚本 town.plan --输出 证书.txt",
          en:
            "zhiben draw certificate 规范化抽查/2025-01-01/1 --store town.db --script town.plan --output c.txt"
        ),
        Wording(zh: "第一轮的证书", en: "the certificate of the first round")
      ),
      (
        Wording(zh: "zhiben 抽签 核验 证书.txt", en: "zhiben draw verify c.txt"),
        Wording(zh: "从证书本身重算", en: "draws again from the certificate alone")
      ),
    ])
}
