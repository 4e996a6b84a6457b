import ZhibenDiagnostics
import ZhibenSemantics

extension Diagnostic {
  /// A field has another type in the store than in the script.
  static func typeChanged(
    _ register: RegisterSchema, _ field: FieldSchema, stored: StoredSchema.Field,
    declared: StoredSchema.Field
  ) -> Diagnostic {
    Diagnostic(
      StoreCode.fieldTypeChanged, at: .none,
      [
        "register": Wording(register.name), "field": Wording(field.name),
        "stored": stored.wording, "declared": declared.wording,
      ])
  }
}

extension StoredSchema.Field {
  /// How a message names the type.
  var wording: Wording {
    let names: [String: Wording] = [
      "bool": Wording(zh: "是否", en: "yes/no"), "integer": Wording(zh: "整数", en: "integer"),
      "number": Wording(zh: "数", en: "number"), "text": Wording(zh: "文本", en: "text"),
      "date": Wording(zh: "日期", en: "date"), "moment": Wording(zh: "时刻", en: "moment"),
      "enumeration": Wording(zh: "取值", en: "enum"),
      "reference": Wording(zh: "登记", en: "register"),
    ]
    let name = names[type] ?? Wording(type)
    let suffix = detail.isEmpty ? "" : " \(detail)"
    return Wording(
      zh: name.zh + suffix + (isMany ? " 多值" : ""),
      en: name.en + suffix + (isMany ? ", many-valued" : ""))
  }
}
