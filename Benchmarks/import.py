#!/usr/bin/env python3
"""How long a workbook of many rows takes to be imported, beside a script with openpyxl and sqlite3 that checks nothing.

    python3 Benchmarks/import.py ZHIBEN PLAN [ROWS] [TURNS]

ZHIBEN is a release build, PLAN uses 标准台账. Both read the same .xlsx of enterprises into a new database, in turns. Prints medians: processor time
and wall time in seconds, the most memory in megabytes, and the ratios.
"""

import os, statistics, subprocess, sys, tempfile, time

READER = """
import openpyxl, sqlite3, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = book.worksheets[0].iter_rows(values_only=True)
titles = next(rows)
base = sqlite3.connect(sys.argv[2])
base.execute('create table enterprise (%s, primary key("%s"))' % (','.join('"%s"' % t for t in titles), titles[0]))
base.executemany('insert into enterprise values (%s)' % ','.join('?' * len(titles)), rows)
base.commit()
"""


def write(path, count):
    """A ledger as an office keeps it: codes, names, days, words, numbers."""
    import openpyxl

    alphabet, weights = "0123456789ABCDEFGHJKLMNPQRTUWXY", [pow(3, i, 31) for i in range(17)]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("企业")
    sheet.append(["统一社会信用代码", "名称", "入库日", "小类", "规模", "从业人数", "状态", "联系电话"])
    for number in range(count):
        body = f"91320623{number:09d}"
        sum_ = sum(alphabet.index(c) * w for c, w in zip(body, weights))
        code = body + alphabet[(31 - sum_ % 31) % 31]
        sheet.append([
            code, f"洋口第{number}木业有限公司", f"20{number % 24:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            f"{1_000 + number % 40}", "规上" if number % 9 == 0 else "规下", number % 300, "在产",
            f"138{number:08d}",
        ])
    book.save(path)


def cost(command):
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024


zhiben, plan = sys.argv[1:3]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
turns = int(sys.argv[4]) if len(sys.argv) > 4 else 3
with tempfile.TemporaryDirectory() as folder:
    ledger = folder + "/企业.xlsx"
    write(ledger, count)
    ours, theirs = [], []
    for turn in range(turns):
        ours.append(cost([zhiben, "import", ledger, "--script", plan, "--store", f"{folder}/{turn}.db"]))
        theirs.append(cost([sys.executable, "-c", READER, ledger, f"{folder}/{turn}.sqlite"]))
    for index, (what, unit) in enumerate([("processor time", "s"), ("wall", "s"), ("memory", "MB")]):
        a, b = (statistics.median(t[index] for t in all) for all in (ours, theirs))
        print(f"{count} rows, {what}: {a:.1f} {unit}, openpyxl and sqlite3 {b:.1f} {unit}, {a / b:.2f} ×")
