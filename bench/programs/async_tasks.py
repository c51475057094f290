"""async: tasks of asyncio"""
import asyncio

CATEGORY, N, UNITS = "program", 300, 3


async def worker(queue, found):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0)
        found.append(item)


async def main(n):
    queue, found = asyncio.Queue(maxsize=4), []
    workers = [asyncio.create_task(worker(queue, found)) for _ in range(3)]
    for i in range(n):
        await queue.put(i)
    for _ in workers:
        await queue.put(None)
    await asyncio.gather(*workers)
    return sorted(found)


def run(n):
    assert asyncio.run(main(n)) == list(range(n))
