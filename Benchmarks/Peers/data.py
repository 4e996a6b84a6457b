"""What the workloads read."""


def _row(i):
    x = (i * 1103515245 + 12345) % 2147483648
    return {
        "staff": x % 500, "sector": x // 500 % 8, "grade": x // 4000 % 4, "active": x // 16000 % 10 > 0,
        "confined": x // 480000 % 4 == 0,
    }


rows = [_row(i) for i in range(1, 10_001)]
listed = frozenset([1, 3, 5])
bounds = [5, 10, 20, 50, 80, 120, 160, 200, 260, 320, 400]


def tier(n):
    if n < 5: return 1
    if n < 10: return 2
    if n < 20: return 3
    if n < 50: return 4
    if n < 80: return 5
    if n < 120: return 6
    if n < 160: return 7
    if n < 200: return 8
    if n < 260: return 9
    if n < 320: return 10
    if n < 400: return 11
    return 12


def _words():
    stems = ["检查", "隐患", "整改", "企业", "消防", "培训", "演练", "责任", "台账", "巡查"]
    seed, result = 7, []
    for _ in range(20_000):
        seed = (seed * 16807) % 2147483647
        result.append(stems[seed // 65536 % 10])
    return "、".join(result)


words = _words()
