#!/usr/bin/env python3
"""How long the interactive command takes to be ready and to complete a name, beside sqlite3 on the same store.

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


def turn(argv, prompt, steps):
    """The time to the prompt, then that from each text to what it brings."""
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
    os.close(fd)
    os.waitpid(pid, 0)
    return times


zhiben, store, plan = sys.argv[1:4]
turns = int(sys.argv[4]) if len(sys.argv) > 4 else 10
name = os.popen(f"sqlite3 {store} 'select name from enterprise order by _id desc limit 1'").read().strip()
ours, theirs = [], []
for _ in range(turns):
    ours.append(turn([zhiben, "repl", plan, "--store", store], "> ".encode(), [(f"企业「{name[:-1]}\t", name)]))
    query = f"select name from enterprise where name like '{name[:-1]}%' limit 1;\n"
    theirs.append(turn(["sqlite3", store], b"sqlite> ", [(query, "\r" + name)]))
for index, what in enumerate(["prompt", "name completed / found by LIKE"]):
    a, b = (statistics.median(t[index] for t in all) * 1000 for all in (ours, theirs))
    print(f"{what}: {a:.1f} ms, sqlite3 {b:.1f} ms, {a / b:.1f} ×")
