"""Which task runs, asked from inside, from outside, and of other loops."""

import asyncio


async def child():
    return asyncio.current_task().get_name().rstrip("0123456789")


async def main():
    me = asyncio.current_task()
    print(me.get_name()[:5], asyncio.current_task(asyncio.get_running_loop()) is me)
    other = asyncio.new_event_loop()
    print(asyncio.current_task(other))
    t = asyncio.create_task(child(), name="c")
    print(await t, asyncio.current_task() is me)
    try:
        me._Task__step()
    except AttributeError:
        print("RuntimeError")
    except RuntimeError as e:
        print("RuntimeError")
    tasks = asyncio.tasks
    try:
        tasks._enter_task(asyncio.get_running_loop(), t)
    except RuntimeError as e:
        print(str(e)[:30])
    try:
        tasks._leave_task(asyncio.get_running_loop(), t)
    except RuntimeError as e:
        print(str(e)[:30])
    tasks._enter_task(other, t)
    print(asyncio.current_task(other) is t)
    tasks._leave_task(other, t)
    try:
        tasks._leave_task(other, t)
    except RuntimeError as e:
        print(str(e)[-30:])
    other.close()


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)


class Loop(asyncio.SelectorEventLoop):
    pass


loop = Loop()
print(loop.run_until_complete(child()))
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
loop.close()
