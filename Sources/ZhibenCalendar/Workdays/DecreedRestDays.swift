/// The rest days which the State Council's general office decreed, year by year, written as its
/// notices say it: the days off (weekends inside the span included), then the weekend days that
/// became workdays.
///
/// Two notices were changed by a later one and are given as changed: the Labour Day of 2019 was
/// lengthened, and the Spring Festival of 2020 was extended to 2 February, which made 1 February a
/// rest day again.
enum DecreedRestDays {
  static let all: [RestDayDecree] = notices.flatMap { notice in
    notice.festivals.compactMap { festival in
      RestDayDecree(
        year: notice.year, festival.name, off: festival.off, work: festival.work,
        paper: festival.paper ?? notice.paper,
        title: festival.title ?? RestDayDecree.usualTitle(ofYear: notice.year))
    }
  }

  private struct Notice {
    let year: Int
    let paper: String
    let festivals: [Festival]
  }

  private struct Festival {
    let name: String
    let off: String
    let work: [String]
    let paper: String?
    let title: String?

    init(
      _ name: String, _ off: String, work: [String] = [], paper: String? = nil,
      title: String? = nil
    ) {
      (self.name, self.off, self.work) = (name, off, work)
      (self.paper, self.title) = (paper, title)
    }
  }

  private static let notices: [Notice] = [
    Notice(
      year: 2018, paper: "国办发明电〔2017〕12号",
      festivals: [
        Festival("元旦", "2018-01-01"),
        Festival("春节", "2018-02-15..2018-02-21", work: ["2018-02-11", "2018-02-24"]),
        Festival("清明节", "2018-04-05..2018-04-07", work: ["2018-04-08"]),
        Festival("劳动节", "2018-04-29..2018-05-01", work: ["2018-04-28"]),
        Festival("端午节", "2018-06-18"),
        Festival("中秋节", "2018-09-24"),
        Festival("国庆节", "2018-10-01..2018-10-07", work: ["2018-09-29", "2018-09-30"]),
      ]),
    Notice(
      year: 2019, paper: "国办发明电〔2018〕15号",
      festivals: [
        Festival("元旦", "2018-12-30..2019-01-01", work: ["2018-12-29"]),
        Festival("春节", "2019-02-04..2019-02-10", work: ["2019-02-02", "2019-02-03"]),
        Festival("清明节", "2019-04-05"),
        Festival(
          "劳动节", "2019-05-01..2019-05-04", work: ["2019-04-28", "2019-05-05"],
          paper: "国办发明电〔2019〕3号", title: "国务院办公厅关于调整2019年劳动节假期安排的通知"),
        Festival("端午节", "2019-06-07"),
        Festival("中秋节", "2019-09-13"),
        Festival("国庆节", "2019-10-01..2019-10-07", work: ["2019-09-29", "2019-10-12"]),
      ]),
    Notice(
      year: 2020, paper: "国办发明电〔2019〕16号",
      festivals: [
        Festival("元旦", "2020-01-01"),
        Festival(
          "春节", "2020-01-24..2020-02-02", work: ["2020-01-19"],
          paper: "国办发明电〔2020〕1号", title: "国务院办公厅关于延长2020年春节假期的通知"),
        Festival("清明节", "2020-04-04..2020-04-06"),
        Festival("劳动节", "2020-05-01..2020-05-05", work: ["2020-04-26", "2020-05-09"]),
        Festival("端午节", "2020-06-25..2020-06-27", work: ["2020-06-28"]),
        Festival("国庆节、中秋节", "2020-10-01..2020-10-08", work: ["2020-09-27", "2020-10-10"]),
      ]),
    Notice(
      year: 2021, paper: "国办发明电〔2020〕27号",
      festivals: [
        Festival("元旦", "2021-01-01..2021-01-03"),
        Festival("春节", "2021-02-11..2021-02-17", work: ["2021-02-07", "2021-02-20"]),
        Festival("清明节", "2021-04-03..2021-04-05"),
        Festival("劳动节", "2021-05-01..2021-05-05", work: ["2021-04-25", "2021-05-08"]),
        Festival("端午节", "2021-06-12..2021-06-14"),
        Festival("中秋节", "2021-09-19..2021-09-21", work: ["2021-09-18"]),
        Festival("国庆节", "2021-10-01..2021-10-07", work: ["2021-09-26", "2021-10-09"]),
      ]),
    Notice(
      year: 2022, paper: "国办发明电〔2021〕11号",
      festivals: [
        Festival("元旦", "2022-01-01..2022-01-03"),
        Festival("春节", "2022-01-31..2022-02-06", work: ["2022-01-29", "2022-01-30"]),
        Festival("清明节", "2022-04-03..2022-04-05", work: ["2022-04-02"]),
        Festival("劳动节", "2022-04-30..2022-05-04", work: ["2022-04-24", "2022-05-07"]),
        Festival("端午节", "2022-06-03..2022-06-05"),
        Festival("中秋节", "2022-09-10..2022-09-12"),
        Festival("国庆节", "2022-10-01..2022-10-07", work: ["2022-10-08", "2022-10-09"]),
      ]),
    Notice(
      year: 2023, paper: "国办发明电〔2022〕16号",
      festivals: [
        Festival("元旦", "2022-12-31..2023-01-02"),
        Festival("春节", "2023-01-21..2023-01-27", work: ["2023-01-28", "2023-01-29"]),
        Festival("清明节", "2023-04-05"),
        Festival("劳动节", "2023-04-29..2023-05-03", work: ["2023-04-23", "2023-05-06"]),
        Festival("端午节", "2023-06-22..2023-06-24", work: ["2023-06-25"]),
        Festival("中秋节、国庆节", "2023-09-29..2023-10-06", work: ["2023-10-07", "2023-10-08"]),
      ]),
    Notice(
      year: 2024, paper: "国办发明电〔2023〕7号",
      festivals: [
        Festival("元旦", "2024-01-01"),
        Festival("春节", "2024-02-10..2024-02-17", work: ["2024-02-04", "2024-02-18"]),
        Festival("清明节", "2024-04-04..2024-04-06", work: ["2024-04-07"]),
        Festival("劳动节", "2024-05-01..2024-05-05", work: ["2024-04-28", "2024-05-11"]),
        Festival("端午节", "2024-06-10"),
        Festival("中秋节", "2024-09-15..2024-09-17", work: ["2024-09-14"]),
        Festival("国庆节", "2024-10-01..2024-10-07", work: ["2024-09-29", "2024-10-12"]),
      ]),
    Notice(
      year: 2025, paper: "国办发明电〔2024〕12号",
      festivals: [
        Festival("元旦", "2025-01-01"),
        Festival("春节", "2025-01-28..2025-02-04", work: ["2025-01-26", "2025-02-08"]),
        Festival("清明节", "2025-04-04..2025-04-06"),
        Festival("劳动节", "2025-05-01..2025-05-05", work: ["2025-04-27"]),
        Festival("端午节", "2025-05-31..2025-06-02"),
        Festival("国庆节、中秋节", "2025-10-01..2025-10-08", work: ["2025-09-28", "2025-10-11"]),
      ]),
    Notice(
      year: 2026, paper: "国办发明电〔2025〕7号",
      festivals: [
        Festival("元旦", "2026-01-01..2026-01-03", work: ["2026-01-04"]),
        Festival("春节", "2026-02-15..2026-02-23", work: ["2026-02-14", "2026-02-28"]),
        Festival("清明节", "2026-04-04..2026-04-06"),
        Festival("劳动节", "2026-05-01..2026-05-05", work: ["2026-05-09"]),
        Festival("端午节", "2026-06-19..2026-06-21"),
        Festival("国庆节", "2026-10-01..2026-10-07", work: ["2026-09-20", "2026-10-10"]),
        Festival("中秋节", "2026-09-25..2026-09-27"),
      ]),
  ]
}
