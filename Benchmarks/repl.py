#!/usr/bin/env python3
"""How long the interactive command takes to be ready, to complete a name and to hear Ctrl-C, beside sqlite3 on the same store.

    python3 Benchmarks/repl.py ZHIBEN STORE PLAN [TURNS]

ZHIBEN is a release build. Both programs are started at a pseudo-terminal, in turns. Prints medians in milliseconds and their ratio.
"""

import os, pty, select, statistics, sys, time


def start(argv):
    pid, fd = pty.fork()
    if pid == 0:
        environment = dict(os.environ, LC_ALL="C.UTF-8", PAGER="cat", HOME="/tmp", TERM="xterm")
        os.execvpe(argv[0], argv, environment)
    return pid, fd


def until(fd, wanted, limit=30):
    seen, end = b"", time.monotonic() + limit
    while wanted not in seen:
        if not select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
            raise SystemExit(f"no {wanted!r} in {seen!r}")
        seen += os.read(fd, 65536)


def turn(argv, prompt, steps, long):
    """The time to the prompt, that from each text to what it brings, and that from Ctrl-C in a long question to the next prompt."""
    begun = time.monotonic()
    pid, fd = start(argv)
    until(fd, prompt)
    times = [time.monotonic() - begun]
    for text, wanted in steps:
        time.sleep(1)  # what is prepared behind the prompt
        begun = time.monotonic()
        os.write(fd, text.encode())
        until(fd, wanted.encode())
        times.append(time.monotonic() - begun)
    os.write(fd, long.encode())
    time.sleep(2)  # in the midst of it
    while select.select([fd], [], [], 0)[0]:
        os.read(fd, 65536)
    begun = time.monotonic()
    os.write(fd, b"\x03")
    until(fd, prompt)
    times.append(time.monotonic() - begun)
    os.close(fd)
    os.waitpid(pid, 0)
    return times


# Every enterprise with every other; ours is typed behind a line that is given up.
PAIRS = "\x15数量（企业 其中 数量（全部 隐患 其中 发现日期 > 该企业.入库日） > 3）\r"
JOIN = "select count(*) from enterprise a, enterprise b where a.name < b.name;\n"

zhiben, store, plan = sys.argv[1:4]
turns = int(sys.argv[4]) if len(sys.argv) > 4 else 10
name = os.popen(f"sqlite3 {store} 'select name from enterprise order by _id desc limit 1'").read().strip()
ours, theirs = [], []
for _ in range(turns):
    ours.append(turn([zhiben, "repl", plan, "--store", store], "> ".encode(), [(f"企业「{name[:-1]}\t", name)], PAIRS))
    query = f"select name from enterprise where name like '{name[:-1]}%' limit 1;\n"
    theirs.append(turn(["sqlite3", store], b"sqlite> ", [(query, "\r" + name)], JOIN))
for index, what in enumerate(["prompt", "name completed / found by LIKE", "Ctrl-C in a question for all pairs"]):
    a, b = (statistics.median(t[index] for t in all) * 1000 for all in (ours, theirs))
    print(f"{what}: {a:.1f} ms, sqlite3 {b:.1f} ms, {a / b:.1f} ×")
