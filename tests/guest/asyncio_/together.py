"""asyncio: locks, events, semaphores, conditions, barriers, queues; context variables of tasks."""

import asyncio
import contextvars

log = []


async def queues():
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for i in range(5):
            await queue.put(i)
            log.append(("put", i))
        await queue.put(None)

    async def consume():
        out = []
        while (item := await queue.get()) is not None:
            log.append(("got", item))
            out.append(item)
            queue.task_done()
        queue.task_done()
        return out

    print(await asyncio.gather(produce(), consume()), log)
    await queue.join()
    for call in (queue.get_nowait, queue.task_done):
        try:
            call()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    for kind, items in ((asyncio.PriorityQueue, (3, 1, 2)), (asyncio.LifoQueue, (3, 1, 2))):
        queue = kind()
        for item in items:
            queue.put_nowait(item)
        print([queue.get_nowait() for _ in items], queue.empty(), queue.qsize())
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as error:
        print(repr(error), queue.full())


async def locks():
    lock, semaphore, event, condition = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.Condition()
    active = peak = 0
    order = []

    async def work(i):
        nonlocal active, peak
        async with semaphore:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
        async with lock:
            order.append(i)
            await asyncio.sleep(0)
        await event.wait()
        async with condition:
            await condition.wait()
        return i

    tasks = [asyncio.create_task(work(i)) for i in range(5)]
    while len(order) < 5:           # however busy the machine is
        await asyncio.sleep(0.001)
    print(peak, sorted(order), lock.locked(), semaphore.locked(), event.is_set())
    event.set()
    while len(condition._waiters) < 5:
        await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
    while sum(each.done() for each in tasks) < 2:
        await asyncio.sleep(0)
    print(sum(each.done() for each in tasks))
    async with condition:
        condition.notify_all()
    print(await asyncio.gather(*tasks))
    for call in (lock.release, asyncio.BoundedSemaphore(1).release, condition.notify):
        try:
            call()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)
    barrier = asyncio.Barrier(3)

    async def meet():
        async with barrier as place:
            return place

    print(sorted(await asyncio.gather(meet(), meet(), meet())))


variable = contextvars.ContextVar("variable", default=0)


async def contexts():
    async def change(n):
        variable.set(n)
        await asyncio.sleep(0.001)
        return variable.get()

    print(await asyncio.gather(change(1), change(2)), variable.get())
    context = contextvars.copy_context()
    task = asyncio.create_task(change(7), context=context)
    print(await task, context[variable], variable.get())


asyncio.run(queues())
asyncio.run(locks())
asyncio.run(contexts())
