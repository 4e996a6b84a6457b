/// How a file's characters are stored.
public enum SampleEncoding: String, Sendable {
  /// UTF-8 without mark.
  case utf8
  /// UTF-8 that begins with a byte order mark, as spreadsheets write it.
  case utf8BOM
  /// GB18030, as older Windows programs write it.
  case gb18030
}

/// The files of the sample: one for each register of the standard register, and two of changes. Raw values are the file names without `.csv`.
public enum SampleTable: String, CaseIterable, Sendable {
  case institutions = "机构"
  case villages = "村"
  case gridCells = "网格"
  case enterprises = "企业"
  case enterpriseChanges = "企业变更"
  case people = "人员"
  case certificates = "证书"
  case experts = "专家"
  case standardCertificates = "标准化"
  case selfRatings = "规范化自评"
  case gradings = "定级"
  case riskReports = "风险报告"
  case insurances = "安责险"
  case principalReports = "述职"
  case posts = "岗位"
  case relatedUnits = "关联单位"
  case collections = "采集"
  case workshops = "厂房"
  case leases = "租赁"
  case agreements = "管理协议"
  case admissionLists = "准入清单"
  case coordinations = "协调记录"
  case superpositions = "叠加辨识"
  case places = "场所"
  case equipment = "装置"
  case projects = "建设项目"
  case workPermits = "作业"
  case risks = "风险"
  case measures = "管控措施"
  case hazards = "隐患"
  case hazardChanges = "隐患变更"
  case extensions = "延期"
  case selfChecks = "自查"
  case rechecks = "复查"
  case visits = "检查"
  case examinations = "考核"
  case penalties = "处罚"
  case tips = "举报"
  case trainings = "培训"
  case drills = "演练"
  case accidents = "事故"
  case warnings = "警示"
  case pushes = "警示推送"
  case documents = "文件"
  case tasks = "任务"
  case commendations = "选树"
  case seedNumbers = "公布号码"

  /// `企业.csv`.
  public var fileName: String { rawValue + ".csv" }

  /// The encoding of the file. Three files differ from the rest, so that importing the sample exercises every way.
  public var encoding: SampleEncoding {
    switch self {
    case .workshops: .gb18030
    case .trainings: .utf8BOM
    default: .utf8
    }
  }

  /// Whether lines end in CR LF.
  public var usesCarriageReturns: Bool { self == .certificates }
}
