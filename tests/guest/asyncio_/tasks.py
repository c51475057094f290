"""asyncio: tasks, what waits for several of them, time-outs, cancellation."""

import asyncio


async def boom(n, error=ValueError):
    await asyncio.sleep(0.02 * n)
    raise error(f"boom {n}")


async def ok(n):
    await asyncio.sleep(0.02 * n)
    return n


async def gathering():
    print(await asyncio.gather(ok(3), ok(1), ok(2)), await asyncio.gather())
    print(await asyncio.gather(ok(1), boom(2), return_exceptions=True))
    try:
        await asyncio.gather(ok(50), boom(1))
    except ValueError as error:
        print("gather", error)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(ok(2), name="named")
        b = group.create_task(ok(1))
    print(a.result(), b.result(), a.get_name(), a.done())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom(1))
            group.create_task(boom(1, KeyError))
            group.create_task(ok(500))
    except* ValueError as errors:
        print(errors.exceptions)
    except* KeyError as errors:
        print(errors.exceptions)
    done, pending = await asyncio.wait([asyncio.create_task(ok(1)), asyncio.create_task(ok(500))],
                                       return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [each.result() for each in done])
    for each in pending:
        each.cancel()
    for each in asyncio.as_completed([ok(30), ok(1), ok(15)]):
        print(await each, end=" ")
    print()


async def stopping():
    task = asyncio.create_task(ok(500))
    await asyncio.sleep(0)
    print(task.cancel("why"), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.cancelling())
    for waiting in (asyncio.wait_for(ok(500), 0.001), asyncio.wait_for(ok(500), 0)):
        try:
            await waiting
        except TimeoutError as error:
            print(repr(error))
    print(await asyncio.wait_for(ok(1), None), await asyncio.wait_for(ok(1), 5))
    try:
        async with asyncio.timeout(0.001) as limit:
            await ok(500)
    except TimeoutError as error:
        print(repr(error), limit.expired())
    async with asyncio.timeout(5) as limit:
        await ok(1)
    print(limit.expired())
    inner = asyncio.create_task(ok(5))
    shield = asyncio.shield(inner)
    shield.cancel()
    try:
        await shield
    except asyncio.CancelledError:
        print("cancelled", inner.cancelled())
    print(await inner)
    print(asyncio.current_task().get_name()[:5], len(asyncio.all_tasks()))
    task = asyncio.create_task(boom(1))
    await asyncio.wait([task])
    print(repr(task.exception()))
    try:
        task.result()
    except ValueError as error:
        print(error)


async def callbacks():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda each: print("done", each.result()))
    loop.call_later(0.001, future.set_result, "late")
    loop.call_soon(print, "soon")
    print(future.done(), await future, future.done(), future.cancelled())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        loop.create_future().result()
    except asyncio.InvalidStateError as error:
        print(error)
    seen = []
    for n in (3, 1, 2):
        loop.call_at(loop.time() + n * 0.005, seen.append, n)
    loop.call_later(0.001, seen.append, 0).cancel()
    await asyncio.sleep(0.05)
    print(seen)

    async def numbers():
        try:
            for i in range(3):
                yield i
        finally:
            print("generator closed")

    async for number in numbers():
        if number == 1:
            break
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"], repr(context["exception"])))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(gathering())
asyncio.run(stopping())
asyncio.run(callbacks(), debug=False)
print(asyncio.run(ok(1)), asyncio.iscoroutinefunction(ok), asyncio.iscoroutine(1), asyncio.isfuture(1))
for wrong in (5, ok, None):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)


async def inside():
    other = ok(1)
    try:
        asyncio.run(other)
    except RuntimeError as error:
        print(error)
    other.close()


asyncio.run(inside())
with asyncio.Runner() as runner:
    print(runner.run(ok(1)), runner.run(ok(2)))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(boom(1))
except ValueError as error:
    print(error)
