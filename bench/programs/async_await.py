"""async: await in await"""
CATEGORY, N, UNITS = "program", 4_000, 3


async def leaf(x):
    return x + 1


async def middle(x):
    return await leaf(x) + await leaf(x)


async def main(n):
    total = 0
    for i in range(n):
        total += await middle(i)
    return total


def run(n):
    coroutine = main(n)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        assert stop.value == n * (n + 1)
