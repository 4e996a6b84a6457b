import Testing

@testable import ZhibenSyntax

/// Rule N1: which newlines end a clause.
struct LexerLayoutTests {
  @Test(arguments: [
    ("a\nb", "a ; b"), ("a\n\n\nb", "a ; b"), ("a；\nb", "a ; b"), ("a。b", "a ; b"),
    ("\n\na\n", "a"), ("a {\n b\n}\n", "a { b }"), ("a {；b；}", "a { b }"),
    ("a\n{ b }", "a { b }"), ("a =\n b", "a = b"), ("a：\n b", "a : b"), ("a、\n b", "a , b"),
    ("a\n、b", "a , b"), ("a\n.b", "a . b"),
    ("a\n其中 b\n且 c\n或 d", "a 其中! b 且! c 或! d"),
    ("a 其中\n b", "a 其中! b"), ("a\n否则 b", "a 否则! b"),
    ("a 按 b\n分组\n统计 c\n排序 d", "a 按! b 分组! 统计! c 排序! d"),
    ("a 按 b 分组\nc", "a 按! b 分组! ; c"), ("a group by\nb", "a group by! b"),
    ("a 为空\nb", "a 为空! ; b"), ("a 不为空\nb", "a 不为空! ; b"), ("a 之前\nb", "a 之前! ; b"),
    ("a\n前 10", "a 前! [10]"), ("a\n前10年：b", "a ; 前! [10年] : b"),
    ("a\n超过300人：b", "a ; 超过! [300人] : b"), ("f(a,\n b\n)", "f ( a , b )"),
    ("f(\na\nb)\nc", "f ( a b ) ; c"), ("f({a\nb})", "f ( { a ; b } )"),
    ("a // 注\nb", "a ; b"), ("a\r\nb", "a ; b"), ("整数？\nb", "整数 ? ; b"),
    ("a\n并 b\n除 c", "a 并! b 除! c"),
  ])
  func layout(text: String, expected: String) { #expect(sketch(text) == expected) }
}
