/// Text in a web page.
package enum HTMLText {
  /// The text with the signs of the markup spelt out; for what stands between tags.
  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
