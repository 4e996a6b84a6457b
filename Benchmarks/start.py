"""Starts `zhiben check` on a small file and other programs that do next to nothing, in turns, and prints medians and ratios.

    python3 start.py ZHIBEN TURNS
"""

import os
import shutil
import statistics
import sys
import tempfile

from cost import cost

PLAN = """计划 小 { 期间 2024年1月1日 至 2026年12月31日 }
登记 企业 { 名称：文本 标识；人数：整数；高危：是否 }
登记 自查 { 企业：企业；检查日：日期 日期；合格：是否 }
职责 带队检查 {
  依据 "二（二）6"
  对象 企业 其中 人数 > 50
  频次 每季度至少1次
  凭证 自查 其中 合格
}
"""


zhiben, turns = sys.argv[1], int(sys.argv[2])
with tempfile.TemporaryDirectory() as folder:
    plan = os.path.join(folder, "小.plan")
    with open(plan, "w", encoding="utf-8") as file:
        file.write(PLAN)
    commands = {
        "zhiben check": [zhiben, "check", plan],
        "sqlite3 select 1": [shutil.which("sqlite3"), ":memory:", "select 1"],
        "lua -e ''": [shutil.which("lua5.4"), "-e", ""],
        "python3 -c ''": [os.path.realpath(sys.executable), "-c", ""],
    }
    runs = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            runs[name].append(cost(command))

print(f"{'start':18}{'processor, ms':>15}{'wall, ms':>12}{'zhiben takes':>15}")
own = statistics.median(run[0] for run in runs["zhiben check"])
for name, times in runs.items():
    processor, wall = (statistics.median(part) for part in zip(*times))
    print(f"{name:18}{processor:15.2f}{wall:12.2f}{own / processor:14.2f}x")
