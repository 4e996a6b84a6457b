/// Ledgers as people keep them, for the fuzzer of the import; the first byte chooses the register.
enum ImportSeeds {
  static let files: [[UInt8]] = texts.map { Array($0.utf8) } + [gb18030]

  private static let texts = [
    "0统一社会信用代码,名称,人数,产值,等级,行业,有限空间,投产日期\n91320623MA1XY2B64A,甲厂,50,1200.5,C,机械、纺织,是,2024-05-06\n",
    "0\u{FEFF}企业名称；名称\r\n", "0名称,人数\r\n\"甲,厂\",\"1,200\"\r\n\"乙\"\"厂\",\r\n合计,1200\r\n",
    "0洋口镇企业台账\n填报单位：安监局\n名称,等级,生效日\n甲厂,Ａ,2024年5月6日\n甲厂,B,2024.6.1\n",
    "0名称\t人数\t投产日期\n甲厂\t五十\t45418\n", "1企业,发现时刻,发现日期,描述\n甲厂,2024-05-06 8:30,2024-05-06,无栏杆\n",
    "1企业,描述\n甲厂,\"两\n行\"\n甲厂,未关",
  ]

  /// 名称,人数 / 甲厂,50 in GB18030.
  private static let gb18030: [UInt8] = [
    0x30, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC8, 0xCB, 0xCA, 0xFD, 0x0A, 0xBC, 0xD7, 0xB3, 0xA7, 0x2C,
    0x35, 0x30, 0x0A,
  ]
}
