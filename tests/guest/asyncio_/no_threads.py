# expected: no_threads.out
# difference: asyncio runs nothing in threads
# because: a program has one thread, its machine's
# instead: a tool that is a coroutine function, with `Machine.run_async`
"""asyncio.to_thread and run_in_executor say that there are no threads."""

import asyncio


async def main():
    try:
        await asyncio.to_thread(print, 1)
    except NotImplementedError as error:
        print(error)
    try:
        await asyncio.get_running_loop().run_in_executor(None, print, 1)
    except NotImplementedError as error:
        print(error)


asyncio.run(main())
