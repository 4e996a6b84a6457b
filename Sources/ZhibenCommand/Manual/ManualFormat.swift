import ZhibenSession

/// How the manual is written.
enum ManualFormat: String, WordChoice {
  case man, html, md

  var chinese: String {
    switch self {
    case .man: "手册页"
    case .html: "网页"
    case .md: "文档"
    }
  }

  func text(of manual: Manual) -> String {
    switch self {
    case .man: ManualPage(manual).text
    case .html: ManualWebPage(manual).text
    case .md: ManualDocument(manual).text
    }
  }
}
