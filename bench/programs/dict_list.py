"""dict and list heavy"""
CATEGORY, N = "program", 3_000


def run(n):
    counts = {}
    sums = [0] * 100
    for i in range(n):
        k = i % 100
        counts[k] = counts.get(k, 0) + 1
        sums[k] = sums[k] + counts[k]
        if k in counts:
            sums[k] -= 1
    each = n // 100
    assert sum(sums) == 100 * each * (each - 1) // 2
