-- A store of layout 3 as its program wrote it: three registers, two runs, of which the first changed a record and froze a list.
PRAGMA application_id = 1514292558;
BEGIN TRANSACTION;
CREATE TABLE zb_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO zb_meta VALUES('data_version',3);
INSERT INTO zb_meta VALUES('told:小镇',2);
CREATE TABLE zb_register (
  id INTEGER PRIMARY KEY, table_name TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  has_history INTEGER NOT NULL DEFAULT 0, is_confidential INTEGER NOT NULL,
  has_removals INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO zb_register VALUES(1,'enterprise','企业',1,0,0);
INSERT INTO zb_register VALUES(2,'self_check','自查',0,0,0);
INSERT INTO zb_register VALUES(3,'seed_number','公布号码',0,0,0);
CREATE TABLE zb_field (
  register_id INTEGER NOT NULL, column_name TEXT NOT NULL, position INTEGER NOT NULL,
  name TEXT NOT NULL, type TEXT NOT NULL, detail TEXT NOT NULL, is_many INTEGER NOT NULL,
  is_key INTEGER NOT NULL, is_confidential INTEGER NOT NULL,
  PRIMARY KEY (register_id, column_name)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_field VALUES(1,'code',0,'代码','text','',0,1,0);
INSERT INTO zb_field VALUES(1,'entered_on',2,'入库日','date','',0,0,0);
INSERT INTO zb_field VALUES(1,'name',1,'名称','text','',0,0,0);
INSERT INTO zb_field VALUES(2,'checked_on',2,'自查日','date','',0,0,0);
INSERT INTO zb_field VALUES(2,'enterprise',1,'企业','reference','enterprise',0,0,0);
INSERT INTO zb_field VALUES(2,'number',0,'编号','text','',0,1,0);
INSERT INTO zb_field VALUES(3,'code',0,'编号','text','',0,1,0);
INSERT INTO zb_field VALUES(3,'draw',1,'抽取','text','',0,0,0);
INSERT INTO zb_field VALUES(3,'number',5,'号码','text','',0,0,0);
INSERT INTO zb_field VALUES(3,'period_day',2,'期次','date','',0,0,0);
INSERT INTO zb_field VALUES(3,'published_on',6,'公布日期','date','',0,0,0);
INSERT INTO zb_field VALUES(3,'redraw',4,'重抽','integer','',0,0,0);
INSERT INTO zb_field VALUES(3,'round',3,'轮次','integer','',0,0,0);
INSERT INTO zb_field VALUES(3,'source',7,'来源','text','',0,0,0);
CREATE TABLE zb_enum (
  name TEXT NOT NULL, code INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (name, code), UNIQUE (name, value)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_enum VALUES('zb_cause',0,'');
INSERT INTO zb_enum VALUES('zb_cause',1,'是否属于对象尚不清楚');
INSERT INTO zb_enum VALUES('zb_cause',2,'适用哪个频次尚不清楚');
INSERT INTO zb_enum VALUES('zb_cause',3,'凭证有空白，能否算数尚不清楚');
INSERT INTO zb_enum VALUES('zb_cause',4,'对象已退出');
INSERT INTO zb_enum VALUES('zb_cause',5,'改按更严的频次');
INSERT INTO zb_enum VALUES('zb_cause',6,'两条例外互相矛盾');
INSERT INTO zb_enum VALUES('zb_cause',7,'起算日期尚无');
INSERT INTO zb_enum VALUES('zb_cause',8,'依据的事实已更正');
INSERT INTO zb_enum VALUES('zb_cause',9,'超出检查频次上限');
INSERT INTO zb_enum VALUES('zb_cause',10,'所督办的记录已了结');
INSERT INTO zb_enum VALUES('zb_cause',11,'其间未运行，只提出最高一级，不倒签');
INSERT INTO zb_enum VALUES('zb_cause',12,'对比期基数为零');
INSERT INTO zb_enum VALUES('zb_cause',13,'所依据的记录有空白');
INSERT INTO zb_enum VALUES('zb_cause',14,'号码不晚于名单冻结之日，不予采用');
INSERT INTO zb_enum VALUES('zb_cause',15,'同一天公布了两个不同的号码');
INSERT INTO zb_enum VALUES('zb_cause',16,'名单上没有对象');
INSERT INTO zb_enum VALUES('zb_cause',17,'权重空白或不是整数');
INSERT INTO zb_enum VALUES('zb_cause',18,'这一轮已重抽');
INSERT INTO zb_enum VALUES('zb_cause_en',0,'');
INSERT INTO zb_enum VALUES('zb_cause_en',1,'membership is unknown');
INSERT INTO zb_enum VALUES('zb_cause_en',2,'which cadence applies is unknown');
INSERT INTO zb_enum VALUES('zb_cause_en',3,'evidence has blanks');
INSERT INTO zb_enum VALUES('zb_cause_en',4,'the subject left');
INSERT INTO zb_enum VALUES('zb_cause_en',5,'a stricter cadence took over');
INSERT INTO zb_enum VALUES('zb_cause_en',6,'two exceptions conflict');
INSERT INTO zb_enum VALUES('zb_cause_en',7,'the date it is reckoned from is blank');
INSERT INTO zb_enum VALUES('zb_cause_en',8,'the facts it rested on were corrected');
INSERT INTO zb_enum VALUES('zb_cause_en',9,'above the cap on visits');
INSERT INTO zb_enum VALUES('zb_cause_en',10,'the record is closed');
INSERT INTO zb_enum VALUES('zb_cause_en',11,'missed in a gap; only the highest is proposed');
INSERT INTO zb_enum VALUES('zb_cause_en',12,'the base is zero');
INSERT INTO zb_enum VALUES('zb_cause_en',13,'records behind it have blanks');
INSERT INTO zb_enum VALUES('zb_cause_en',14,'the number was not published after the list was frozen');
INSERT INTO zb_enum VALUES('zb_cause_en',15,'two numbers were published on one day');
INSERT INTO zb_enum VALUES('zb_cause_en',16,'nobody is on the list');
INSERT INTO zb_enum VALUES('zb_cause_en',17,'the weight is blank or no whole number');
INSERT INTO zb_enum VALUES('zb_cause_en',18,'the round was drawn anew');
INSERT INTO zb_enum VALUES('zb_status',1,'待办');
INSERT INTO zb_enum VALUES('zb_status',2,'完成');
INSERT INTO zb_enum VALUES('zb_status',3,'补做');
INSERT INTO zb_enum VALUES('zb_status',4,'逾期');
INSERT INTO zb_enum VALUES('zb_status',5,'中止');
INSERT INTO zb_enum VALUES('zb_status',6,'终止');
INSERT INTO zb_enum VALUES('zb_status',7,'待核实');
INSERT INTO zb_enum VALUES('zb_status',8,'免除');
INSERT INTO zb_enum VALUES('zb_status',9,'受限');
INSERT INTO zb_enum VALUES('zb_status',10,'未解除');
INSERT INTO zb_enum VALUES('zb_status',11,'已解除');
INSERT INTO zb_enum VALUES('zb_status',12,'提出');
INSERT INTO zb_enum VALUES('zb_status',13,'待批');
INSERT INTO zb_enum VALUES('zb_status',14,'缺前提');
INSERT INTO zb_enum VALUES('zb_status',15,'略过');
INSERT INTO zb_enum VALUES('zb_status',16,'撤销');
INSERT INTO zb_enum VALUES('zb_status',17,'达标');
INSERT INTO zb_enum VALUES('zb_status',18,'未达');
INSERT INTO zb_enum VALUES('zb_status',19,'在途');
INSERT INTO zb_enum VALUES('zb_status',20,'待公布');
INSERT INTO zb_enum VALUES('zb_status',21,'已抽');
INSERT INTO zb_enum VALUES('zb_status',22,'抽中');
INSERT INTO zb_enum VALUES('zb_status',23,'备选');
INSERT INTO zb_enum VALUES('zb_status',24,'划去');
INSERT INTO zb_enum VALUES('zb_status',25,'递补');
INSERT INTO zb_enum VALUES('zb_status',26,'作废');
INSERT INTO zb_enum VALUES('zb_status_en',1,'pending');
INSERT INTO zb_enum VALUES('zb_status_en',2,'done');
INSERT INTO zb_enum VALUES('zb_status_en',3,'done late');
INSERT INTO zb_enum VALUES('zb_status_en',4,'overdue');
INSERT INTO zb_enum VALUES('zb_status_en',5,'suspended');
INSERT INTO zb_enum VALUES('zb_status_en',6,'ended');
INSERT INTO zb_enum VALUES('zb_status_en',7,'to be verified');
INSERT INTO zb_enum VALUES('zb_status_en',8,'waived');
INSERT INTO zb_enum VALUES('zb_status_en',9,'above the cap');
INSERT INTO zb_enum VALUES('zb_status_en',10,'open');
INSERT INTO zb_enum VALUES('zb_status_en',11,'closed');
INSERT INTO zb_enum VALUES('zb_status_en',12,'proposed');
INSERT INTO zb_enum VALUES('zb_status_en',13,'awaiting approval');
INSERT INTO zb_enum VALUES('zb_status_en',14,'held');
INSERT INTO zb_enum VALUES('zb_status_en',15,'skipped');
INSERT INTO zb_enum VALUES('zb_status_en',16,'cancelled');
INSERT INTO zb_enum VALUES('zb_status_en',17,'met');
INSERT INTO zb_enum VALUES('zb_status_en',18,'missed');
INSERT INTO zb_enum VALUES('zb_status_en',19,'in progress');
INSERT INTO zb_enum VALUES('zb_status_en',20,'awaiting the number');
INSERT INTO zb_enum VALUES('zb_status_en',21,'drawn');
INSERT INTO zb_enum VALUES('zb_status_en',22,'selected');
INSERT INTO zb_enum VALUES('zb_status_en',23,'reserve');
INSERT INTO zb_enum VALUES('zb_status_en',24,'struck');
INSERT INTO zb_enum VALUES('zb_status_en',25,'moved up');
INSERT INTO zb_enum VALUES('zb_status_en',26,'void');
CREATE TABLE zb_rule (
  id INTEGER PRIMARY KEY, plan TEXT NOT NULL, key TEXT NOT NULL, kind INTEGER NOT NULL,
  subject_table TEXT NOT NULL, evidence_table TEXT, name TEXT NOT NULL, citations TEXT NOT NULL,
  script_hash TEXT NOT NULL, first_run INTEGER NOT NULL,
  UNIQUE (plan, key, kind, subject_table)
) STRICT;
INSERT INTO zb_rule VALUES(1,'小镇','季度自查',1,'enterprise','self_check','季度自查','二（一）3','4d2bbd1ed55fa5fc22db05aa3810447affba3bbcc5f0a55896583ca1b3a5d3b9',1);
INSERT INTO zb_rule VALUES(2,'小镇','抽查',6,'enterprise',NULL,'抽查','二（三）11','4d2bbd1ed55fa5fc22db05aa3810447affba3bbcc5f0a55896583ca1b3a5d3b9',1);
CREATE TABLE zb_run (
  id INTEGER PRIMARY KEY, plan TEXT NOT NULL, as_of INTEGER NOT NULL, started_at TEXT NOT NULL,
  script_name TEXT NOT NULL, script_hash TEXT NOT NULL, data_version INTEGER NOT NULL,
  inserted INTEGER NOT NULL, updated INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
  changes_digest TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
  writes INTEGER NOT NULL DEFAULT 0, writes_digest TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO zb_run VALUES(1,'小镇',20152,'2026-11-23T03:42:39+08:00','小镇.plan','4d2bbd1ed55fa5fc22db05aa3810447affba3bbcc5f0a55896583ca1b3a5d3b9',2,3,0,0,'f0e084ebcd0afc760940d1924f237e6289dc3bc92be176409446672576f2799a','0000000000000000000000000000000000000000000000000000000000000000','74db2084d5f44fc941896ab8bf2755f719fa004856604d265d0990a3551111fa',1,'57eb1015586ef1f09028b6137166a4cd368d1484ad33b11a3da39a47dd6424bf');
INSERT INTO zb_run VALUES(2,'小镇',20180,'2026-11-23T03:42:39+08:00','小镇.plan','4d2bbd1ed55fa5fc22db05aa3810447affba3bbcc5f0a55896583ca1b3a5d3b9',3,2,1,0,'1348435b954cc9e7c17375ca2bf6d8ea9b61e4605d30dd4053fadf459d009ab7','74db2084d5f44fc941896ab8bf2755f719fa004856604d265d0990a3551111fa','69b7c899f76380ae729895a54a9bf81147aff0bbb4cf681ea6b68d747d1abdd9',0,'');
CREATE TABLE zb_outcome (
  rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL, first INTEGER NOT NULL,
  nth INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, cause INTEGER NOT NULL,
  last INTEGER, due_raw INTEGER, due INTEGER, happened_on INTEGER, evidence_id INTEGER,
  numerator INTEGER NOT NULL, denominator INTEGER NOT NULL, unknown_count INTEGER NOT NULL,
  first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
  PRIMARY KEY (rule_id, subject_id, first, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_outcome VALUES(1,1,20089,5001,1,2,0,20178,20178,20178,20129,1,0,0,0,1,1);
INSERT INTO zb_outcome VALUES(1,1,20179,5001,1,1,0,20269,20269,20269,NULL,NULL,0,0,0,2,2);
INSERT INTO zb_outcome VALUES(1,2,20089,5001,1,4,0,20178,20178,20178,NULL,NULL,0,0,0,1,2);
INSERT INTO zb_outcome VALUES(1,2,20179,5001,1,1,0,20269,20269,20269,NULL,NULL,0,0,0,2,2);
INSERT INTO zb_outcome VALUES(2,-1,20089,10,6,20,0,20453,NULL,NULL,NULL,NULL,-5833820779256231099,1306492360613808989,0,1,1);
CREATE TABLE zb_change (
  run INTEGER NOT NULL, rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL,
  first INTEGER NOT NULL, nth INTEGER NOT NULL, is_withdrawal INTEGER NOT NULL,
  old_status INTEGER NOT NULL, old_cause INTEGER NOT NULL, old_last INTEGER,
  old_due_raw INTEGER, old_due INTEGER, old_happened_on INTEGER, old_evidence_id INTEGER,
  old_numerator INTEGER NOT NULL, old_denominator INTEGER NOT NULL,
  old_unknown_count INTEGER NOT NULL, old_last_run INTEGER NOT NULL,
  PRIMARY KEY (run, rule_id, subject_id, first, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_change VALUES(2,1,2,20089,5001,0,1,0,20178,20178,20178,NULL,NULL,0,0,0,1);
CREATE TABLE zb_write (
  run INTEGER NOT NULL, number INTEGER NOT NULL, kind INTEGER NOT NULL,
  table_name TEXT NOT NULL, row_id INTEGER NOT NULL, day INTEGER NOT NULL, place TEXT NOT NULL,
  identity TEXT NOT NULL, PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_write VALUES(1,1,2,'enterprise',1,20152,'小镇.plan:38','0:963/enterprise#1');
CREATE TABLE zb_write_field (
  run INTEGER NOT NULL, number INTEGER NOT NULL, field TEXT NOT NULL, old ANY, new ANY,
  PRIMARY KEY (run, number, field)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_write_field VALUES(1,1,'name','甲木业有限公司','甲家具厂');
CREATE TABLE zb_draw (
  rule_id INTEGER NOT NULL, first INTEGER NOT NULL, nth INTEGER NOT NULL, list TEXT NOT NULL,
  list_run INTEGER NOT NULL, number TEXT, published_on INTEGER, source TEXT,
  number_run INTEGER, PRIMARY KEY (rule_id, first, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO zb_draw VALUES(2,20089,10,replace('draw	抽查/2025-01-01/1\nfreeze	2025-03-01\ncount	1\nleast	0\nreserves	0\nteam	0	random\ntickets	one\nunit	—	0000	A1	1\nunit	—	0000	B2	1\n','\n',char(10)),1,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "enterprise" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "code" TEXT, "name" TEXT, "entered_on" INTEGER, _gone_from INTEGER) STRICT;
INSERT INTO enterprise VALUES(1,20780,'小镇.plan:38',NULL,'A1','甲家具厂',19723,NULL);
INSERT INTO enterprise VALUES(2,20780,'企业.csv:3',NULL,'B2','乙化工有限公司',19723,NULL);
CREATE TABLE IF NOT EXISTS "enterprise__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
INSERT INTO enterprise__history VALUES(1,'name',-2147483648,'甲木业有限公司',NULL);
INSERT INTO enterprise__history VALUES(1,'name',20152,'甲家具厂',20152);
CREATE TABLE IF NOT EXISTS "self_check" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "number" TEXT, "enterprise" INTEGER, "checked_on" INTEGER, _gone_from INTEGER) STRICT;
INSERT INTO self_check VALUES(1,20780,'自查.csv:2',NULL,'Z1',1,20129,NULL);
CREATE TABLE IF NOT EXISTS "self_check__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "seed_number" (_id INTEGER PRIMARY KEY, _recorded_on INTEGER, _source TEXT, _content INTEGER, "code" TEXT, "draw" TEXT, "period_day" INTEGER, "round" INTEGER, "redraw" INTEGER, "number" TEXT, "published_on" INTEGER, "source" TEXT, _gone_from INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS "seed_number__history" (
  "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
  recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID;
CREATE INDEX zb_write_by_record ON zb_write (table_name, row_id);
CREATE INDEX "enterprise__by_content" ON "enterprise" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "enterprise__by_code" ON "enterprise" ("code", CASE WHEN _gone_from IS NULL THEN 0 ELSE _id END);
CREATE INDEX "self_check__by_content" ON "self_check" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "self_check__by_number" ON "self_check" ("number", CASE WHEN _gone_from IS NULL THEN 0 ELSE _id END);
CREATE INDEX "self_check__by_enterprise" ON "self_check" ("enterprise");
CREATE INDEX "seed_number__by_content" ON "seed_number" (_content) WHERE _content IS NOT NULL;
CREATE UNIQUE INDEX "seed_number__by_code" ON "seed_number" ("code", CASE WHEN _gone_from IS NULL THEN 0 ELSE _id END);
CREATE VIEW "义务" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "期初", date(o.last * 86400, 'unixepoch') AS "期末", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "周期", o.nth % 1000 AS "序号", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "完成日", o.evidence_id AS "凭证记录", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 1;
CREATE VIEW "obligation" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "period_first", date(o.last * 86400, 'unixepoch') AS "period_last", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "unit", o.nth % 1000 AS "nth", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "done_on", o.evidence_id AS "evidence_id", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 1;
CREATE VIEW "检查任务" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "期初", date(o.last * 86400, 'unixepoch') AS "期末", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "周期", o.nth % 1000 AS "序号", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "完成日", o.evidence_id AS "凭证记录", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 2;
CREATE VIEW "visit" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "period_first", date(o.last * 86400, 'unixepoch') AS "period_last", CASE o.nth / 1000 WHEN 1 THEN '日' WHEN 2 THEN '周' WHEN 3 THEN '旬' WHEN 4 THEN '月' WHEN 5 THEN '季度' WHEN 6 THEN '半年' WHEN 7 THEN '年' END AS "unit", o.nth % 1000 AS "nth", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "done_on", o.evidence_id AS "evidence_id", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 2;
CREATE VIEW "违反" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "起", date(o.last * 86400, 'unixepoch') AS "止", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 3;
CREATE VIEW "violation" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "since", date(o.last * 86400, 'unixepoch') AS "until", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 3;
CREATE VIEW "台阶" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, o.first AS "档", o.nth AS "轮次", date(o.due_raw * 86400, 'unixepoch') AS "原定期限", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "触发日", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 4;
CREATE VIEW "rung" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, o.first AS "rung", o.nth AS "round", date(o.due_raw * 86400, 'unixepoch') AS "due_raw", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "reached_on", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 4;
CREATE VIEW "读数" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, o.first + 1 AS "行", o.nth + 1 AS "指标", o.numerator AS "分子", o.denominator AS "分母", o.unknown_count AS "不明记录数", date(o.due * 86400, 'unixepoch') AS "期限", date(o.happened_on * 86400, 'unixepoch') AS "读数日", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 5;
CREATE VIEW "reading" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, o.first + 1 AS "line", o.nth + 1 AS "metric", o.numerator AS "numerator", o.denominator AS "denominator", o.unknown_count AS "unknown_count", date(o.due * 86400, 'unixepoch') AS "due", date(o.happened_on * 86400, 'unixepoch') AS "read_on", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 5;
CREATE VIEW "抽签" AS SELECT r.plan AS 计划, r.key AS 编号, r.name AS 规则, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS 对象, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status' AND z.code = o.status) AS 状态, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause' AND z.code = nullif(o.cause, 0)) AS 原因, date(o.first * 86400, 'unixepoch') AS "期初", date(o.last * 86400, 'unixepoch') AS "期末", o.nth / 10 AS "轮次", o.nth % 10 AS "重抽", nullif(o.unknown_count, 0) AS "序号", printf('%016x%016x', o.numerator, o.denominator) AS "票号", date(o.happened_on * 86400, 'unixepoch') AS "日期", r.citations AS 依据, o.first_run AS 首见运行, o.last_run AS 最近变更运行 FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 6;
CREATE VIEW "draw" AS SELECT r.plan AS plan, r.key AS rule_key, r.name AS rule, CASE r.subject_table WHEN 'enterprise' THEN (SELECT n."name" FROM "enterprise" AS n WHERE n._id = o.subject_id) WHEN 'seed_number' THEN (SELECT n."code" FROM "seed_number" AS n WHERE n._id = o.subject_id) WHEN 'self_check' THEN (SELECT n."number" FROM "self_check" AS n WHERE n._id = o.subject_id) ELSE nullif(o.subject_id, -1) END AS subject, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_status_en' AND z.code = o.status) AS status, (SELECT z.value FROM zb_enum AS z WHERE z.name = 'zb_cause_en' AND z.code = nullif(o.cause, 0)) AS cause, date(o.first * 86400, 'unixepoch') AS "period_first", date(o.last * 86400, 'unixepoch') AS "period_last", o.nth / 10 AS "round", o.nth % 10 AS "redraw", nullif(o.unknown_count, 0) AS "rank", printf('%016x%016x', o.numerator, o.denominator) AS "ticket", date(o.happened_on * 86400, 'unixepoch') AS "happened_on", r.citations AS citations, o.first_run AS first_run, o.last_run AS last_run FROM zb_outcome AS o JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = 6;
CREATE VIEW "企业" AS SELECT t._id AS _id, t."code" AS "代码", t."name" AS "名称", date(t."entered_on" * 86400, 'unixepoch') AS "入库日", date(t._gone_from * 86400, 'unixepoch') AS _gone_from FROM "enterprise" AS t;
CREATE VIEW "自查" AS SELECT t._id AS _id, t."number" AS "编号", (SELECT n."name" FROM "enterprise" AS n WHERE n._id = t."enterprise") AS "企业", date(t."checked_on" * 86400, 'unixepoch') AS "自查日", date(t._gone_from * 86400, 'unixepoch') AS _gone_from FROM "self_check" AS t;
CREATE VIEW "公布号码" AS SELECT t._id AS _id, t."code" AS "编号", t."draw" AS "抽取", date(t."period_day" * 86400, 'unixepoch') AS "期次", t."round" AS "轮次", t."redraw" AS "重抽", t."number" AS "号码", date(t."published_on" * 86400, 'unixepoch') AS "公布日期", t."source" AS "来源", date(t._gone_from * 86400, 'unixepoch') AS _gone_from FROM "seed_number" AS t;
COMMIT;
PRAGMA user_version = 3;
