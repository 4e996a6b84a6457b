#!/usr/bin/env python3
"""How long the interactive command takes to be ready, to complete a name and to hear Ctrl-C, beside sqlite3 on the same store.

    python3 Benchmarks/repl.py ZHIBEN STORE PLAN [TURNS]

ZHIBEN is a release build. Both programs are started at a pseudo-terminal, in turns. Prints medians in milliseconds, processor time and wall time,
and the ratio of the processor times: on a shared machine the wall is mostly other people's.
"""

import glob, os, pty, select, statistics, sys, time

PLACES = [
    "prompt",
    "name completed / found by LIKE",
    "name completed by pinyin letters / found by LIKE",
    "Ctrl-C in a question for all pairs",
]
# Every enterprise with every other; ours is typed behind a line that is given up.
PAIRS = "\x15数量（企业 其中 数量（全部 隐患 其中 发现日期 > 该企业.入库日） > 3）\r"
JOIN = "select count(*) from enterprise a, enterprise b where a.name < b.name;\n"


class Program:
    def __init__(self, argv):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = dict(os.environ, LC_ALL="C.UTF-8", PAGER="cat", HOME="/tmp", TERM="xterm")
            os.execvpe(argv[0], argv, environment)

    def cost(self):
        """Processor time of all threads so far, in milliseconds."""
        total = 0
        for path in glob.glob(f"/proc/{self.pid}/task/*/schedstat"):
            try:
                total += int(open(path).read().split()[0])
            except OSError:
                pass  # a thread that has just ended
        return total / 1e6

    def rest(self):
        """Waits until what is prepared behind the prompt is done."""
        before = -1
        while self.cost() - before > 1:
            before = self.cost()
            time.sleep(0.5)

    def until(self, wanted, limit=60):
        seen, end = b"", time.monotonic() + limit
        while wanted not in seen:
            if not select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]:
                raise SystemExit(f"no {wanted!r} in {seen!r}")
            seen += os.read(self.fd, 65536)

    def measured(self, text, wanted):
        cost, begun = self.cost(), time.monotonic()
        os.write(self.fd, text)
        self.until(wanted)
        return self.cost() - cost, (time.monotonic() - begun) * 1e3

    def drain(self):
        while select.select([self.fd], [], [], 0)[0]:
            os.read(self.fd, 65536)


def turn(argv, prompt, queries, wanted, long):
    begun = time.monotonic()
    program = Program(argv)
    program.until(prompt)
    times = [(program.cost(), (time.monotonic() - begun) * 1e3)]
    program.rest()
    for text in queries:
        times.append(program.measured(text.encode(), wanted.encode()))
        program.drain()
    os.write(program.fd, long.encode())
    time.sleep(2)  # in the midst of it
    program.drain()
    times.append(program.measured(b"\x03", prompt))
    os.close(program.fd)
    os.waitpid(program.pid, 0)
    return times


zhiben, store, plan = sys.argv[1:4]
turns = int(sys.argv[4]) if len(sys.argv) > 4 else 10
name = os.popen(f"sqlite3 {store} 'select name from enterprise order by _id desc limit 1'").read().strip()
# As somebody types it who writes no Chinese: the letters of all syllables but the last, by ICU.
letters = os.popen(f"printf %s '{name[:-1]}' | uconv -x 'Han-Latin; Latin-ASCII'").read().replace(" ", "")
ours, theirs = [], []
for _ in range(turns):
    typed = [f"企业「{name[:-1]}\t", f"\x15企业「{letters}\t"]
    ours.append(turn([zhiben, "repl", plan, "--store", store, "--clean"], b"> ", typed, name, PAIRS))
    query = f"select name from enterprise where name like '{name[:-1]}%' limit 1;\n"
    theirs.append(turn(["sqlite3", store], b"sqlite> ", [query, query], "\r" + name, JOIN))
for index, what in enumerate(PLACES):
    (a, wall), (b, other) = (
        [statistics.median(t[index][kind] for t in all) for kind in (0, 1)] for all in (ours, theirs)
    )
    print(f"{what}: {a:.1f} ms ({wall:.0f} wall), sqlite3 {b:.1f} ms ({other:.0f} wall), {a / b:.1f} ×")
