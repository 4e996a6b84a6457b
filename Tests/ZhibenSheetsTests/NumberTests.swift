import Testing

@testable import ZhibenSheets

@Suite struct NumberTests {
  @Test(arguments: [
    ("45418", "45418"), ("-12.50", "-12.5"), ("0", "0"), ("-0", "0"),
    ("0.10000000000000001", "0.1"),
    ("1.0000000000000001E-5", "0.00001"), ("9.1320623E+17", "913206230000000000 cut"),
    ("123456789012345", "123456789012345"), ("1234567890123456", "1234567890123460 cut"),
    ("999999999999999.9", "1000000000000000"), ("1E3", "1000"), ("00012", "12"), (".5", "0.5"),
    ("1.5e-3", "0.0015"), ("", nil), ("x", nil), ("1E", nil), ("1E9999", nil), ("1.2.3", nil),
    ("-", nil),
  ])
  func storedNumbers(_ text: String, _ expected: String?) {
    let number = StoredNumber(Array(text.utf8))
    let shown = number.map {
      String(decoding: $0.decimal(), as: UTF8.self) + ($0.isCut ? " cut" : "")
    }
    #expect(shown == expected)
  }

  @Test(arguments: [
    ("45418", false, "2024-05-06"), ("43956", true, "2024-05-06"), ("1", false, "1900-01-01"),
    ("59", false, "1900-02-28"), ("60", false, nil), ("61", false, "1900-03-01"), ("0", false, nil),
    ("45418.354166666664", false, "2024-05-06 08:30:00"), ("45417.9999999", false, "2024-05-06"),
    ("2958465", false, "9999-12-31"), ("2958466", false, nil), ("-1", false, nil),
    ("0.5", false, nil),
    ("36586", false, "2000-03-01"), ("36585", false, "2000-02-29"), ("73051", false, "2100-01-01"),
  ])
  func serials(_ text: String, _ is1904: Bool, _ expected: String?) throws {
    let number = try #require(StoredNumber(Array(text.utf8)))
    let date = number.serial.flatMap {
      SheetCalendar(is1904: is1904).text(day: $0.day, seconds: $0.seconds, format: .date)
    }
    #expect(date.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("yyyy\"年\"m\"月\"d\"日\"", NumberFormat.date), ("yyyy/m/d;@", .date),
    ("[$-804]yyyy\"年\"m\"月\"", .date),
    ("yyyy年m月d日", .date), ("d-mmm-yy", .date), ("mmm", .date), ("m/d/yy h:mm", .dateTime),
    ("h:mm AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time), ("[h]:mm:ss", .time), ("[mm]:ss", .time),
    ("0%", .percent), ("0.00%_ ", .percent), ("General", .general), ("G/通用格式", .general),
    ("@", .general),
    ("0.00E+00", .general), ("#,##0.00_ ;[Red]-#,##0.00", .general), ("\"日期\"0", .general),
    ("\\y0", .general), ("0\"days\"", .general), ("¥#,##0", .general), ("", .general),
    ("\"", .general),
  ])
  func formats(_ code: String, _ expected: NumberFormat) {
    #expect(NumberFormat(code: code) == expected)
  }

  @Test(arguments: [
    ("A1", 1, 0), ("$D$40", 40, 3), ("XFD1048576", 1_048_576, 16_383), ("aa2", 2, 26),
  ])
  func addresses(_ name: String, _ row: Int, _ column: Int) throws {
    let place = try #require(SheetAddress.place(name))
    #expect((place.row, place.column) == (row, column))
    #expect(
      SheetAddress.cell(row: row, column: column)
        == name.filter { $0 != "$" }.uppercased())
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A99999999999999999999", "甲1"])
  func noAddresses(_ name: String) { #expect(SheetAddress.place(name) == nil) }
}
