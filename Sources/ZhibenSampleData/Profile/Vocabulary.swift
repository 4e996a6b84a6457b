/// Words of a coastal town. Villages are common names of the region; people, firms and events are invented.
enum Vocabulary {
  static let villages = [
    "洋北村", "洋南村", "新林村", "双墩村", "海防村", "港口村", "四桥村", "凌河村", "季家窑村", "临海社区", "盐场", "苗圃场",
  ]
  static let surnames = [
    "陈", "缪", "吴", "徐", "张", "王", "李", "刘", "周", "丛", "顾", "康", "杨", "孙", "朱", "沈", "曹", "钱", "管",
    "桑", "葛", "冒", "袁", "严", "薛", "季", "姜", "邵", "于", "欧阳",
  ]
  static let givenNames = [
    "建国", "志明", "海峰", "卫东", "晓燕", "永康", "国强", "丽华", "海燕", "俊杰", "春兰", "文斌", "玉梅", "志刚",
    "小军", "红兵", "雪琴", "建华", "明", "军", "敏", "磊", "霞", "勇", "静", "建平", "兴旺", "海涛", "秀英", "鹏程",
  ]
  static let fortunes = [
    "盛达", "恒丰", "金洋", "海联", "鑫源", "宏泰", "顺发", "永兴", "东海", "华瑞", "润丰", "天成", "利民", "昌盛",
    "远洋", "万通", "嘉禾", "双龙", "百川", "和益", "新港", "蓝湾", "通达", "精工", "如意", "中联", "三友", "同心",
  ]
  static let prefixes = ["如东", "南通", "洋口", "江苏", "如东洋口", "南通洋口"]
  static let anonymous = ["匿名", "职工某", "附近居民", "承租户"]
  static let riskNames = ["有限空间中毒窒息", "粉尘爆炸", "机械伤害", "触电", "液氨泄漏", "动火火灾", "高处坠落", "喷漆房爆炸"]
  static let minorHazards = [
    "配电箱前堆放杂物，操作距离不足", "气瓶未固定", "冲床光电保护装置失灵", "灭火器压力不足", "临时用电未接漏电保护器",
    "特种作业证未随身携带", "砂轮机未装防护罩", "车间标注的“安全出口”指示灯不亮", "叉车未年检", "员工未戴安全帽",
  ]
  /// Text, kind, criterion.
  static let majorHazards: [(text: String, kind: String, criterion: String)] = [
    ("未对有限空间进行辨识并设置警示标志", "有限空间", "第十三条第一项"),
    ("未落实有限空间作业审批，未执行“先通风、再检测、后作业”", "有限空间", "第十三条第二项"),
    ("除尘系统未采取泄爆措施", "粉尘", "第十一条第四项"),
    ("液氨制冷的包装间采用氨直接蒸发", "危化品", "第十二条第一项"),
    ("喷漆房未采用防爆电气", "喷涂", "第八条第三项"),
    ("特种作业人员未持证上岗", "管理", "第三条第二项"),
    ("未对承包单位统一协调管理", "管理", "第三条第一项"),
    ("搭建彩钢棚占用防火间距", "违建占用", ""),
  ]
  static let equipmentKinds = ["冲压设备", "行车", "燃煤锅炉", "反应釜", "热处理炉", "制冷压缩机", "空压机"]
  static let accidentKinds = ["机械伤害", "高处坠落", "触电", "物体打击", "中毒窒息", "起重伤害"]
}

/// A trade, with what usually comes with it.
struct Trade: Sendable {
  enum Trait: Sendable {
    case labour, ammonia, gas, spraying, confined, silo, dust, smelting, welding, chemicals
  }
  var word: String
  var industries: [String]
  var code: String
  var traits: [Trait]
  var staff: ClosedRange<Int>

  static let all: [Trade] = [
    Trade("纺织", ["纺织"], "1711", [.labour, .dust], 60...420),
    Trade("制衣", ["纺织", "轻工"], "1819", [.labour], 80...520),
    Trade("家纺", ["纺织"], "1771", [.labour], 40...260),
    Trade("水产食品", ["轻工", "水产加工"], "1361", [.labour, .ammonia, .confined], 50...300),
    Trade("冷链", ["商贸"], "5930", [.ammonia], 10...60),
    Trade("机械", ["机械"], "3484", [.spraying, .welding], 12...180),
    Trade("精密铸造", ["机械", "有色"], "3391", [.smelting, .gas, .dust], 20...150),
    Trade("钢结构", ["机械"], "3311", [.spraying, .welding, .confined], 25...160),
    Trade("风电装备", ["机械"], "3415", [.spraying, .welding, .confined], 60...480),
    Trade("新型建材", ["建材"], "3021", [.silo, .confined, .welding], 18...120),
    Trade("木业", ["轻工"], "2110", [.dust, .spraying], 10...90),
    Trade("塑料制品", ["轻工"], "2929", [.chemicals], 10...110),
    Trade("包装", ["轻工"], "2231", [.labour], 15...130),
    Trade("饲料", ["轻工"], "1329", [.silo, .dust, .confined], 15...80),
    Trade("助剂", ["轻工", "危化品"], "2669", [.chemicals, .confined], 12...90),
    Trade("五金", ["机械"], "3399", [.welding], 6...70),
    Trade("电子", ["机械"], "3989", [.labour, .chemicals], 60...380),
    Trade("船舶配件", ["机械"], "3737", [.spraying, .welding, .confined, .gas], 30...220),
  ]

  /// The trade at that place, counted round.
  static func at(_ position: Int) -> Trade {
    all.isEmpty ? Trade("五金", ["机械"], "3399", [], 6...70) : all[abs(position) % all.count]
  }

  init(
    _ word: String, _ industries: [String], _ code: String, _ traits: [Trait],
    _ staff: ClosedRange<Int>
  ) {
    self.word = word
    self.industries = industries
    self.code = code
    self.traits = traits
    self.staff = staff
  }
}
