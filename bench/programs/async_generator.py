"""async: for over a generator, with"""
CATEGORY, N, UNITS = "program", 3_000, 3


class Held:
    def __init__(self):
        self.depth = 0

    async def __aenter__(self):
        self.depth += 1
        return self

    async def __aexit__(self, *error):
        self.depth -= 1


async def numbers(n):
    for i in range(n):
        yield i


async def main(n):
    total, held = 0, Held()
    async for i in numbers(n):
        async with held:
            total += i
    return total + held.depth + sum([i async for i in numbers(n) if i % 2])


def run(n):
    coroutine = main(n)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        assert stop.value == sum(range(n)) + sum(range(1, n, 2))
