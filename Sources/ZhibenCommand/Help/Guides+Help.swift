import Zhiben
import ZhibenSession

extension Guide {
  static let explain = Guide(
    english: "explain", chinese: "解释",
    summary: Wording(
      zh: "说明一条提示是什么意思，该怎么写", en: "say what a message means and what to write instead"),
    usage: Wording(zh: "zhiben 解释 [代码]", en: "zhiben explain [CODE]"),
    operands: [.code],
    notes: [
      Wording(
        zh: "代码就是提示里方括号中的那几位，如 E0302；也可以写提示里的几个字。不写就列出全部。",
        en:
          "The code stands in brackets in the message, such as E0302; words of the message will do "
          + "too. Without it all are listed.")
    ],
    examples: [
      (
        Wording(zh: "zhiben 解释 E0302", en: "zhiben explain E0302"),
        Wording(zh: "一个写错的例子和一个写对的例子", en: "with a wrong and a right example")
      )
    ])

  static let completion = Guide(
    english: "completion", chinese: "补全",
    summary: Wording(
      zh: "打印命令行补全的脚本，按 Tab 就能补出命令、选项和文件",
      en: "print the script by which a shell completes command lines"),
    usage: Wording(zh: "zhiben 补全 bash|zsh|fish", en: "zhiben completion bash|zsh|fish"),
    operands: [.words(CompletionShell.allCases.map { [$0.rawValue] })],
    notes: [
      Wording(
        zh: "bash 和 zsh 里也可以打拼音：zhiben jc 按 Tab 得到 检查。",
        en: "In bash and zsh Chinese names may be typed by sound: zhiben jc and Tab give 检查.")
    ],
    examples: [
      (
        "echo 'source <(zhiben completion bash)' >> ~/.bashrc",
        Wording(zh: "bash：以后每个终端都能补全", en: "bash: for every terminal from now on")
      ),
      (
        "zhiben completion zsh > ~/.zfunc/_zhiben",
        Wording(
          zh: "zsh：放进 fpath 里的一个文件夹", en: "zsh: into a folder of fpath")
      ),
      (
        "zhiben completion fish > ~/.config/fish/completions/zhiben.fish",
        Wording(zh: "fish", en: "fish")
      ),
    ])

  static let manual = Guide(
    english: "manual", chinese: "手册",
    summary: Wording(
      zh: "打印全部命令的手册：给 man、浏览器或文档用",
      en: "print the manual of all commands: for man, for a browser, or as a document"),
    usage: Wording(zh: "zhiben 手册 [--格式 man|html|md]", en: "zhiben manual [--format man|html|md]"),
    options: [
      Option(
        names: ["--format", "--格式"], value: "man|html|md",
        help: Wording(
          zh: "man（手册页）；html（网页），一个文件，不用上网；md（文档）",
          en: "a page for man; one html file that needs no network; md"))
    ],
    examples: [
      (
        "zhiben manual > ~/.local/share/man/man1/zhiben.1",
        Wording(zh: "以后可以用 man zhiben 看", en: "read it by man zhiben from now on")
      ),
      (
        Wording(
          zh: "zhiben 手册 --格式 html > 手册.html", en: "zhiben manual --format html > manual.html"),
        Wording(zh: "没有网络的办公室也能看", en: "for offices without a network")
      ),
    ])
}
