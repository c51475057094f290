# expected: deadlock.out
# difference: An event loop that has nothing left to run or to wait for raises RuntimeError
# because: nothing outside of the program could wake it; CPython waits for ever
# instead: nothing: such a program is wrong
"""A future that nobody will finish."""

import asyncio


async def main():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("over")


try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
