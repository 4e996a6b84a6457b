import Zhiben
import ZhibenSession

extension Guide {
  static let explain = Guide(
    english: "explain", chinese: "解释",
    summary: Wording(
      zh: "说明一条提示是什么意思，该怎么写", en: "say what a message means and what to write instead"),
    usage: Wording(zh: "zhiben 解释 [代码]", en: "zhiben explain [CODE]"),
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
}
