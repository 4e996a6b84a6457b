-- A store of layout 1 as its program wrote it: three registers, a change, two runs.
PRAGMA application_id = 1514292558;
BEGIN TRANSACTION;
CREATE TABLE "enterprise" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "code" TEXT, "name" TEXT, "entered_on" INTEGER, "status" INTEGER, "is_high_hazard" INTEGER, "principal" TEXT) STRICT;
INSERT INTO "enterprise" VALUES(1,20779,'new/企业.csv:2',NULL,'A1','甲家具有限公司',19723,0,0,'张三');
INSERT INTO "enterprise" VALUES(2,20779,'企业.csv:3',NULL,'B2','乙化工有限公司',19723,0,1,'李四');
INSERT INTO "enterprise" VALUES(3,20779,'企业.csv:4',NULL,'C3','丙机械厂',19723,0,NULL,'王五');
CREATE TABLE "enterprise__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
INSERT INTO "enterprise__history" VALUES(1,'name',-2147483648,'甲木业有限公司',NULL);
INSERT INTO "enterprise__history" VALUES(1,'name',20779,'甲家具有限公司',20779);
CREATE TABLE "hazard" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "number" TEXT, "enterprise" INTEGER, "found_on" INTEGER, "severity" INTEGER, "due_on" INTEGER, "progress" INTEGER) STRICT;
INSERT INTO "hazard" VALUES(1,20779,'隐患.csv:2',NULL,'H1',2,20120,1,20178,0);
INSERT INTO "hazard" VALUES(2,20779,'隐患.csv:3',NULL,'H2',1,20120,0,20178,0);
INSERT INTO "hazard" VALUES(3,20779,'隐患.csv:4',NULL,'H3',3,20148,NULL,20178,0);
CREATE TABLE "hazard__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
CREATE TABLE "self_check" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "number" TEXT, "enterprise" INTEGER, "checked_on" INTEGER) STRICT;
INSERT INTO "self_check" VALUES(1,20779,'自查.csv:2',NULL,'Z1',1,20129);
INSERT INTO "self_check" VALUES(2,20779,'自查.csv:3',NULL,'Z2',2,20093);
INSERT INTO "self_check" VALUES(3,20779,'自查.csv:4',NULL,'Z3',2,20124);
CREATE TABLE "self_check__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
CREATE TABLE zb_change (
  run INTEGER NOT NULL, rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL,
  first INTEGER NOT NULL, nth INTEGER NOT NULL, is_withdrawal INTEGER NOT NULL,
  old_status INTEGER NOT NULL, old_cause INTEGER NOT NULL, old_last INTEGER,
  old_due_raw INTEGER, old_due INTEGER, old_happened_on INTEGER, old_evidence_id INTEGER,
  old_numerator INTEGER NOT NULL, old_denominator INTEGER NOT NULL,
  old_unknown_count INTEGER NOT NULL, old_last_run INTEGER NOT NULL,
  PRIMARY KEY (run, rule_id, subject_id, first, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO "zb_change" VALUES(2,1,2,20179,4001,0,1,0,20208,20208,20208,NULL,NULL,0,0,0,1);
CREATE TABLE zb_enum (
  name TEXT NOT NULL, code INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (name, code), UNIQUE (name, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "zb_enum" VALUES('zb_cause',0,'');
INSERT INTO "zb_enum" VALUES('zb_cause',1,'是否属于对象尚不清楚');
INSERT INTO "zb_enum" VALUES('zb_cause',2,'适用哪个频次尚不清楚');
INSERT INTO "zb_enum" VALUES('zb_cause',3,'凭证有空白，能否算数尚不清楚');
INSERT INTO "zb_enum" VALUES('zb_cause',4,'对象已退出');
INSERT INTO "zb_enum" VALUES('zb_cause',5,'改按更严的频次');
INSERT INTO "zb_enum" VALUES('zb_cause',6,'两条例外互相矛盾');
INSERT INTO "zb_enum" VALUES('zb_cause',7,'起算日期尚无');
INSERT INTO "zb_enum" VALUES('zb_cause',8,'依据的事实已更正');
INSERT INTO "zb_enum" VALUES('zb_cause',9,'超出检查频次上限');
INSERT INTO "zb_enum" VALUES('zb_cause',10,'所督办的记录已了结');
INSERT INTO "zb_enum" VALUES('zb_cause',11,'其间未运行，只提出最高一级，不倒签');
INSERT INTO "zb_enum" VALUES('zb_cause',12,'对比期基数为零');
INSERT INTO "zb_enum" VALUES('zb_cause',13,'所依据的记录有空白');
INSERT INTO "zb_enum" VALUES('zb_cause_en',0,'');
INSERT INTO "zb_enum" VALUES('zb_cause_en',1,'membership is unknown');
INSERT INTO "zb_enum" VALUES('zb_cause_en',2,'which cadence applies is unknown');
INSERT INTO "zb_enum" VALUES('zb_cause_en',3,'evidence has blanks');
INSERT INTO "zb_enum" VALUES('zb_cause_en',4,'the subject left');
INSERT INTO "zb_enum" VALUES('zb_cause_en',5,'a stricter cadence took over');
INSERT INTO "zb_enum" VALUES('zb_cause_en',6,'two exceptions conflict');
INSERT INTO "zb_enum" VALUES('zb_cause_en',7,'the date it is reckoned from is blank');
INSERT INTO "zb_enum" VALUES('zb_cause_en',8,'the facts it rested on were corrected');
INSERT INTO "zb_enum" VALUES('zb_cause_en',9,'above the cap on visits');
INSERT INTO "zb_enum" VALUES('zb_cause_en',10,'the record is closed');
INSERT INTO "zb_enum" VALUES('zb_cause_en',11,'missed in a gap; only the highest is proposed');
INSERT INTO "zb_enum" VALUES('zb_cause_en',12,'the base is zero');
INSERT INTO "zb_enum" VALUES('zb_cause_en',13,'records behind it have blanks');
INSERT INTO "zb_enum" VALUES('zb_status',1,'待办');
INSERT INTO "zb_enum" VALUES('zb_status',2,'完成');
INSERT INTO "zb_enum" VALUES('zb_status',3,'补做');
INSERT INTO "zb_enum" VALUES('zb_status',4,'逾期');
INSERT INTO "zb_enum" VALUES('zb_status',5,'中止');
INSERT INTO "zb_enum" VALUES('zb_status',6,'终止');
INSERT INTO "zb_enum" VALUES('zb_status',7,'待核实');
INSERT INTO "zb_enum" VALUES('zb_status',8,'免除');
INSERT INTO "zb_enum" VALUES('zb_status',9,'受限');
INSERT INTO "zb_enum" VALUES('zb_status',10,'未解除');
INSERT INTO "zb_enum" VALUES('zb_status',11,'已解除');
INSERT INTO "zb_enum" VALUES('zb_status',12,'提出');
INSERT INTO "zb_enum" VALUES('zb_status',13,'待批');
INSERT INTO "zb_enum" VALUES('zb_status',14,'缺前提');
INSERT INTO "zb_enum" VALUES('zb_status',15,'略过');
INSERT INTO "zb_enum" VALUES('zb_status',16,'撤销');
INSERT INTO "zb_enum" VALUES('zb_status',17,'达标');
INSERT INTO "zb_enum" VALUES('zb_status',18,'未达');
INSERT INTO "zb_enum" VALUES('zb_status',19,'在途');
INSERT INTO "zb_enum" VALUES('zb_status_en',1,'pending');
INSERT INTO "zb_enum" VALUES('zb_status_en',2,'done');
INSERT INTO "zb_enum" VALUES('zb_status_en',3,'done late');
INSERT INTO "zb_enum" VALUES('zb_status_en',4,'overdue');
INSERT INTO "zb_enum" VALUES('zb_status_en',5,'suspended');
INSERT INTO "zb_enum" VALUES('zb_status_en',6,'ended');
INSERT INTO "zb_enum" VALUES('zb_status_en',7,'to be verified');
INSERT INTO "zb_enum" VALUES('zb_status_en',8,'waived');
INSERT INTO "zb_enum" VALUES('zb_status_en',9,'above the cap');
INSERT INTO "zb_enum" VALUES('zb_status_en',10,'open');
INSERT INTO "zb_enum" VALUES('zb_status_en',11,'closed');
INSERT INTO "zb_enum" VALUES('zb_status_en',12,'proposed');
INSERT INTO "zb_enum" VALUES('zb_status_en',13,'awaiting approval');
INSERT INTO "zb_enum" VALUES('zb_status_en',14,'held');
INSERT INTO "zb_enum" VALUES('zb_status_en',15,'skipped');
INSERT INTO "zb_enum" VALUES('zb_status_en',16,'cancelled');
INSERT INTO "zb_enum" VALUES('zb_status_en',17,'met');
INSERT INTO "zb_enum" VALUES('zb_status_en',18,'missed');
INSERT INTO "zb_enum" VALUES('zb_status_en',19,'in progress');
INSERT INTO "zb_enum" VALUES('状态',0,'在产');
INSERT INTO "zb_enum" VALUES('状态',1,'已销号');
INSERT INTO "zb_enum" VALUES('级别',0,'一般');
INSERT INTO "zb_enum" VALUES('级别',1,'重大');
INSERT INTO "zb_enum" VALUES('进度',0,'整改中');
INSERT INTO "zb_enum" VALUES('进度',1,'待复查');
INSERT INTO "zb_enum" VALUES('进度',2,'已闭环');
CREATE TABLE zb_field (
  register_id INTEGER NOT NULL, column_name TEXT NOT NULL, position INTEGER NOT NULL,
  name TEXT NOT NULL, type TEXT NOT NULL, detail TEXT NOT NULL, is_many INTEGER NOT NULL,
  is_key INTEGER NOT NULL, is_confidential INTEGER NOT NULL,
  PRIMARY KEY (register_id, column_name)
) STRICT, WITHOUT ROWID;
INSERT INTO "zb_field" VALUES(1,'code',0,'代码','text','',0,1,0);
INSERT INTO "zb_field" VALUES(1,'entered_on',2,'入库日','date','',0,0,0);
INSERT INTO "zb_field" VALUES(1,'is_high_hazard',4,'高危','bool','',0,0,0);
INSERT INTO "zb_field" VALUES(1,'name',1,'名称','text','',0,0,0);
INSERT INTO "zb_field" VALUES(1,'principal',5,'负责人','text','',0,0,1);
INSERT INTO "zb_field" VALUES(1,'status',3,'状态','enumeration','状态',0,0,0);
INSERT INTO "zb_field" VALUES(2,'checked_on',2,'自查日','date','',0,0,0);
INSERT INTO "zb_field" VALUES(2,'enterprise',1,'企业','reference','enterprise',0,0,0);
INSERT INTO "zb_field" VALUES(2,'number',0,'编号','text','',0,1,0);
INSERT INTO "zb_field" VALUES(3,'due_on',4,'整改期限','date','',0,0,0);
INSERT INTO "zb_field" VALUES(3,'enterprise',1,'企业','reference','enterprise',0,0,0);
INSERT INTO "zb_field" VALUES(3,'found_on',2,'发现日','date','',0,0,0);
INSERT INTO "zb_field" VALUES(3,'number',0,'编号','text','',0,1,0);
INSERT INTO "zb_field" VALUES(3,'progress',5,'进度','enumeration','进度',0,0,0);
INSERT INTO "zb_field" VALUES(3,'severity',3,'级别','enumeration','级别',0,0,0);
CREATE TABLE zb_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "zb_meta" VALUES('data_version',4);
CREATE TABLE zb_outcome (
  rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL, first INTEGER NOT NULL,
  nth INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, cause INTEGER NOT NULL,
  last INTEGER, due_raw INTEGER, due INTEGER, happened_on INTEGER, evidence_id INTEGER,
  numerator INTEGER NOT NULL, denominator INTEGER NOT NULL, unknown_count INTEGER NOT NULL,
  first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
  PRIMARY KEY (rule_id, subject_id, first, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO "zb_outcome" VALUES(1,1,20089,5001,1,2,0,20178,20178,20178,20129,1,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,1,20179,5001,1,1,0,20269,20269,20269,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,2,20089,4001,1,2,0,20119,20119,20119,20093,2,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,2,20120,4001,1,2,0,20147,20147,20147,20124,3,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,2,20148,4001,1,4,0,20178,20178,20178,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,2,20179,4001,1,4,0,20208,20208,20208,NULL,NULL,0,0,0,1,2);
INSERT INTO "zb_outcome" VALUES(1,2,20209,4001,1,1,0,20239,20239,20239,NULL,NULL,0,0,0,2,2);
INSERT INTO "zb_outcome" VALUES(1,3,20089,5001,1,7,2,20178,20178,20178,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(1,3,20179,5001,1,7,2,20269,20269,20269,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(2,1,20178,1,3,10,0,NULL,20177,20177,20178,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(2,3,20178,2,3,7,1,NULL,20177,20177,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(3,1,1,1,4,15,11,NULL,20179,20179,20193,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(3,1,2,1,4,12,0,NULL,20193,20193,20193,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(3,1,3,1,4,13,0,NULL,20223,20223,20223,NULL,0,0,0,2,2);
INSERT INTO "zb_outcome" VALUES(3,3,1,1,4,7,1,NULL,NULL,NULL,NULL,NULL,0,0,0,1,1);
INSERT INTO "zb_outcome" VALUES(4,-1,0,0,5,19,0,NULL,20269,20269,NULL,NULL,2,3,0,1,1);
CREATE TABLE zb_register (
  id INTEGER PRIMARY KEY, table_name TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  has_history INTEGER NOT NULL DEFAULT 0, is_confidential INTEGER NOT NULL
) STRICT;
INSERT INTO "zb_register" VALUES(1,'enterprise','企业',1,0);
INSERT INTO "zb_register" VALUES(2,'self_check','自查',0,0);
INSERT INTO "zb_register" VALUES(3,'hazard','隐患',0,0);
CREATE TABLE zb_rule (
  id INTEGER PRIMARY KEY, plan TEXT NOT NULL, key TEXT NOT NULL, kind INTEGER NOT NULL,
  subject_table TEXT NOT NULL, evidence_table TEXT, name TEXT NOT NULL, citations TEXT NOT NULL,
  script_hash TEXT NOT NULL, first_run INTEGER NOT NULL,
  UNIQUE (plan, key, kind, subject_table)
) STRICT;
INSERT INTO "zb_rule" VALUES(1,'小镇','季度自查',1,'enterprise','self_check','季度自查','二（一）3','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',1);
INSERT INTO "zb_rule" VALUES(2,'小镇','重大隐患限期整改',3,'hazard',NULL,'重大隐患限期整改','二（二）5','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',1);
INSERT INTO "zb_rule" VALUES(3,'小镇','隐患逾期',4,'hazard',NULL,'隐患逾期','三（二）','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',1);
INSERT INTO "zb_rule" VALUES(4,'小镇','自查覆盖',5,'',NULL,'自查覆盖','一','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',1);
CREATE TABLE zb_run (
  id INTEGER PRIMARY KEY, plan TEXT NOT NULL, as_of INTEGER NOT NULL, started_at TEXT NOT NULL,
  script_name TEXT NOT NULL, script_hash TEXT NOT NULL, data_version INTEGER NOT NULL,
  inserted INTEGER NOT NULL, updated INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
  changes_digest TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
INSERT INTO "zb_run" VALUES(1,'小镇',20193,'2026-11-22T21:06:08+08:00','小镇.plan','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',2,14,0,0,'92208c1f3b99be06a048abe04221043d44728490c1967e2963725baee7b256a7','0000000000000000000000000000000000000000000000000000000000000000','988f37ff388adbeecd345ca3c7fa9a047d437ac2568d4585a984d2e1a73a4db6');
INSERT INTO "zb_run" VALUES(2,'小镇',20223,'2026-11-22T21:06:08+08:00','小镇.plan','e2c79cc4d321b4d3fb76ce12b7cfc730ab1caaccd39a640f7c7cdd15df62488d',4,2,1,0,'d885a65fdb55dc791edb2609beffa123acfc2fcdd1fbfb33a623664e19b994b3','988f37ff388adbeecd345ca3c7fa9a047d437ac2568d4585a984d2e1a73a4db6','7e866ec022a439073123fa92ff066f1792eff2d87f1c37e60bc44b9abcb89208');
CREATE INDEX "enterprise__by_content" ON "enterprise" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "enterprise__by_code" ON "enterprise" ("code");
CREATE INDEX "self_check__by_content" ON "self_check" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "self_check__by_number" ON "self_check" ("number");
CREATE INDEX "self_check__by_enterprise" ON "self_check" ("enterprise");
CREATE INDEX "hazard__by_content" ON "hazard" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "hazard__by_number" ON "hazard" ("number");
CREATE INDEX "hazard__by_enterprise" ON "hazard" ("enterprise");
CREATE VIEW "义务" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "期初", date(o.last * 86400, 'unixepoch') AS "期末", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "周期", o.nth % 1000 AS "序号", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "完成日", o.evidence_id AS "凭证记录", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 1;
CREATE VIEW "obligation" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "period_first", date(o.last * 86400, 'unixepoch') AS "period_last", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "unit", o.nth % 1000 AS "nth", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "done_on", o.evidence_id AS "evidence_id", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 1;
CREATE VIEW "检查任务" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "期初", date(o.last * 86400, 'unixepoch') AS "期末", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "周期", o.nth % 1000 AS "序号", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "完成日", o.evidence_id AS "凭证记录", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 2;
CREATE VIEW "visit" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "period_first", date(o.last * 86400, 'unixepoch') AS "period_last", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "unit", o.nth % 1000 AS "nth", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "done_on", o.evidence_id AS "evidence_id", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 2;
CREATE VIEW "违反" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "起", date(o.last * 86400, 'unixepoch') AS "止", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 3;
CREATE VIEW "violation" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "since", date(o.last * 86400, 'unixepoch') AS "until", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 3;
CREATE VIEW "台阶" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, o.first AS "档", o.nth AS "轮次", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "触发日", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 4;
CREATE VIEW "rung" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, o.first AS "rung", o.nth AS "round", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "reached_on", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 4;
CREATE VIEW "读数" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, o.first + 1 AS "行", o.nth + 1 AS "指标", o.numerator AS "分子", o.denominator AS "分母", o.unknown_count AS "不明记录数", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "读数日", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 5;
CREATE VIEW "reading" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'hazard' THEN (SELECT n."number" FROM "hazard" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, o.first + 1 AS "line", o.nth + 1 AS "metric", o.numerator AS "numerator", o.denominator AS "denominator", o.unknown_count AS "unknown_count", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "read_on", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 5;
CREATE VIEW "企业" AS SELECT t._id AS _id, t."code" AS "代码", t."name" AS "名称", date(t."entered_on" * 86400, 'unixepoch') AS "入库日", (SELECT z.value FROM zb_enum AS z WHERE z.name = '状态' AND z.code = t."status") AS "状态", CASE t."is_high_hazard" WHEN 1 THEN '是' WHEN 0 THEN '否' END AS "高危", '（保密）' AS "负责人" FROM "enterprise" AS t;
CREATE VIEW "自查" AS SELECT t._id AS _id, t."number" AS "编号", (SELECT n."name" FROM "enterprise" AS n WHERE n._id = t."enterprise") AS "企业", date(t."checked_on" * 86400, 'unixepoch') AS "自查日" FROM "self_check" AS t;
CREATE VIEW "隐患" AS SELECT t._id AS _id, t."number" AS "编号", (SELECT n."name" FROM "enterprise" AS n WHERE n._id = t."enterprise") AS "企业", date(t."found_on" * 86400, 'unixepoch') AS "发现日", (SELECT z.value FROM zb_enum AS z WHERE z.name = '级别' AND z.code = t."severity") AS "级别", date(t."due_on" * 86400, 'unixepoch') AS "整改期限", (SELECT z.value FROM zb_enum AS z WHERE z.name = '进度' AND z.code = t."progress") AS "进度" FROM "hazard" AS t;
COMMIT;
PRAGMA user_version = 1;
