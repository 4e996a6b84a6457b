/// Three enterprises, their self-checks and hazards, and a plan with a duty, a requirement, a ladder and a target.
public enum SmallTown {
  public static let plan = """
    计划 小镇 {
      文号 "试〔2025〕1号"
      期间 2025年
    }

    取值 状态 { 在产；已销号 }
    取值 级别 由轻到重 { 一般；重大 }
    取值 进度 { 整改中；待复查；已闭环 }

    登记 企业 别名 enterprise {
      代码 别名 code：文本 标识
      名称 别名 name：文本 必填
      入库日 别名 entered_on：日期 日期
      状态 别名 status：状态
      高危 别名 is_high_hazard：是否
      负责人 别名 principal：文本 保密
    }
    登记 自查 别名 self_check {
      编号 别名 number：文本 标识
      企业 别名 enterprise：企业
      自查日 别名 checked_on：日期 日期
    }
    登记 隐患 别名 hazard {
      编号 别名 number：文本 标识
      企业 别名 enterprise：企业
      发现日 别名 found_on：日期 日期
      级别 别名 severity：级别
      整改期限 别名 due_on：日期
      进度 别名 progress：进度
    }

    范围 在册企业 = 企业 其中 状态 ≠ 已销号
    范围 高危企业 = 在册企业 其中 高危

    职责 季度自查 {
      依据 "二（一）3"
      对象 在册企业
      由 主要负责人
      频次 每季度至少1次
      例外 高危企业：每月至少1次
      凭证 自查
    }

    必须 重大隐患限期整改 {
      依据 "二（二）5"
      对象 隐患 其中 级别 = 重大
      条件 进度 = 已闭环
      期限 整改期限 之前
    }

    督办 隐患逾期 {
      依据 "三（二）"
      对象 隐患 其中 级别 = 重大
      起算 整改期限；直至 进度 = 已闭环
      逾期1个工作日   提醒  致 企业
      逾期10个工作日  约谈  由 镇安监办
      逾期30个工作日  提请 停产整顿  由 镇政府 批准
    }

    目标 自查覆盖 {
      依据 "一"
      对象 在册企业
      达标 有(自查 于 本年度)
      2025年6月底前 不低于 90%
    }

    """

  public static let enterprises = """
    代码,名称,入库日,状态,高危,负责人
    A1,甲木业有限公司,2024-01-01,在产,否,张三
    B2,乙化工有限公司,2024-01-01,在产,是,李四
    C3,丙机械厂,2024-01-01,在产,,王五

    """

  public static let checks = """
    编号,企业,自查日
    Z1,A1,2025-02-10
    Z2,B2,2025-01-05
    Z3,B2,2025-02-05

    """

  public static let hazards = """
    编号,企业,发现日,级别,整改期限,进度
    H1,B2,2025-02-01,重大,2025-03-31,整改中
    H2,A1,2025-02-01,一般,2025-03-31,整改中
    H3,C3,2025-03-01,,2025-03-31,整改中

    """

  /// The options that name the plan and the store.
  public static let there = ["--store", "小镇.db", "--as-of", "2025-04-15"]
}
