extension SampleTable {
  /// The header line: the field names of the standard register, in its order. Change files begin with 生效日 and the key.
  public var header: [String] {
    Self.headers[self] ?? []
  }

  private static func columns(_ names: String) -> [String] {
    names.split(separator: " ").map(String.init)
  }

  private static let headers: [SampleTable: [String]] = [
    .institutions: columns("名称 种类 层级 上级 负责人 设立日"),
    .villages: columns("名称 编号 村安全员"),
    .gridCells: columns("编号 村 网格员"),
    .enterprises: columns(
      """
      统一社会信用代码 名称 入库日 村 网格 行业 小类 规模 从业人数 状态 等级 标准化等级 标准化状态 主要负责人 \
      安全管理人员 联系电话 重点企业 高危 劳动密集 厂中厂 出租厂房 危化使用 涉氨制冷 煤气 喷涂 有限空间 筒仓 \
      粉尘涉爆 金属冶炼 电气焊 夜间生产 有视频 监测联网 报告奖励制度 举报二维码 烟感报警 通道畅通 喷涂防爆 \
      危化储存合规 有工会 关停日 核准销号日
      """),
    .enterpriseChanges: columns("生效日 统一社会信用代码 状态 等级 标准化等级 标准化状态 主要负责人"),
    .people: columns(
      "编号 姓名 证件号 雇主 所在机构 岗位类别 作业类别 用工 入职日 新招录 转岗日 上岗日 离职日 三级教育日 纳入管理"),
    .certificates: columns("证号 人员 类别 有效自 有效至 状态"),
    .experts: columns("编号 姓名 专业 入库日 入库机构"),
    .standardCertificates: columns("编号 企业 证书等级 证书状态 发证日 有效至"),
    .selfRatings: columns("编号 企业 年度 自评日 自评方面 得分 结果 达标期限 达标日"),
    .gradings: columns("编号 企业 定级日 初次 所定等级 定级机构"),
    .riskReports: columns("编号 企业 报告日 首次报告 目录版本"),
    .insurances: columns("保单号 企业 起保日 终保日 保额"),
    .principalReports: columns("编号 企业 述职人 述职日 报告内容 参会人数"),
    .posts: columns("编号 企业 岗位名称 高危岗位 基期人数 现场人数"),
    .relatedUnits: columns("编号 企业 单位名称 关联种类 协议日"),
    .collections: columns("编号 登记名 企业 采集日 齐全至 采集人"),
    .workshops: columns(
      "编号 园区 幢号 村 出租方 厂房性质 登记日 违建占用 通道受阻 烟感报警 一键警报 责任公示日 治理状态"),
    .leases: columns(
      "编号 厂房 出租方 承租方 起租日 到期日 租赁状态 入驻审核 安全条件 条件认定日 限期整改日 列入名单日"),
    .agreements: columns("编号 租赁 签订日 有效至"),
    .admissionLists: columns("编号 厂房 种类 条款 制定日"),
    .coordinations: columns("编号 厂房 日期 议题"),
    .superpositions: columns("编号 厂房 两方 辨识日 结论"),
    .places: columns("编号 企业 场所名称 高风险场所"),
    .equipment: columns("编号 企业 装置种类 投用日期 设计使用至 老旧 列入落后目录 装置状态"),
    .projects: columns(
      """
      编号 企业 项目名称 项目类别 冶炼项目 立项日 设计完成日 安全设施设计日 设计审查日 开工日 安全设施施工日 投产日 \
      安全设施验收日
      """),
    .workPermits: columns("编号 企业 作业种类 作业日 制度已修订 风险已辨识 作业已审批 现场已清理监护 防范措施已落实"),
    .risks: columns("编号 企业 风险名称 风险等级 辨识日 目录版本 受控"),
    .measures: columns("编号 风险 企业 防控种类 有限空间技术 落实状态 落实日"),
    .hazards: columns(
      """
      编号 企业 场所 描述 级别 隐患类别 条款 来源 发现日期 整改期限 状态 整改人 复查人 销号日 挂牌日 公布日 曝光日 \
      前次
      """),
    .hazardChanges: columns("生效日 编号 状态 整改期限 销号日"),
    .extensions: columns("编号 隐患 申请日 新期限 批准人"),
    .selfChecks: columns("编号 企业 日期 种类 带队人 内容 发现数"),
    .rechecks: columns("编号 隐患 复查日 复查结果 复查单位"),
    .visits: columns("编号 企业 日期 类别 检查方式 部门 检查人 检查清单 扫码 专家参加 检查结论 发现异常 现场核查日"),
    .examinations: columns("编号 人员 检查 场合 日期 考核内容 分数 考核结果"),
    .penalties: columns("编号 企业 受罚个人 违法行为 负责人不履职 处置 金额 决定日 典型案例 曝光日"),
    .tips: columns("编号 企业 举报人 渠道 收到日 核实 核实日 奖励金额 兑现日"),
    .trainings: columns("编号 企业 主办 主题 日期 培训方式 参训人员 参训人数 培训内容"),
    .drills: columns("编号 企业 组织单位 种类 日期 参加人数"),
    .accidents: columns("编号 企业 发生日期 事故等级 死亡人数 重伤人数 事故类型 典型事故"),
    .warnings: columns("编号 事故 警示种类 发布日 发布机构 标题"),
    .pushes: columns("编号 警示 企业 推送日 签收"),
    .documents: columns("编号 机构 文件种类 印发日 标题 村"),
    .tasks: columns("编号 任务名称 责任部门 下达日 完成期限 任务状态 难点堵点"),
    .commendations: columns("编号 选树机构 企业 选树种类 选树日 标杆行业"),
    .seedNumbers: columns("编号 抽取 期次 轮次 重抽 号码 公布日期 来源"),
  ]
}
