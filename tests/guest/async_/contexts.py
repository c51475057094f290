"""async with, and exceptions on their way through coroutines."""

import sys


class Wait:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        return (yield self.name)


def run(coro):
    waited = []
    try:
        while True:
            waited.append(coro.send(None))
    except StopIteration as stop:
        return stop.value, waited
    except Exception as error:
        return f"{type(error).__name__}: {error}", waited


class Manager:
    def __init__(self, name, swallow=False, fail=""):
        self.name, self.swallow, self.fail = name, swallow, fail

    async def __aenter__(self):
        await Wait(f"enter {self.name}")
        if self.fail == "enter":
            raise KeyError(self.name)
        return self.name

    async def __aexit__(self, kind, error, tb):
        await Wait(f"exit {self.name} {kind and kind.__name__} {error} {tb is not None}")
        if self.fail == "exit":
            raise LookupError(self.name)
        return self.swallow


async def body(*managers, action="pass"):
    result = []
    try:
        async with managers[0] as a, managers[1] as b:
            result += [a, b]
            if action == "raise":
                raise ValueError("body")
            if action == "return":
                return "returned", result
            await Wait("body")
        result.append("after")
    except Exception as error:
        result.append(repr(error))
        result.append(repr(error.__context__))
    else:
        result.append("else")
    finally:
        await Wait("finally")
    return result


A, B = Manager("A"), Manager("B")
for managers in ((A, B), (Manager("S", True), B), (A, Manager("S", True)), (Manager("E", fail="enter"), B), (A, Manager("E", fail="enter")),
                 (Manager("X", fail="exit"), B), (A, Manager("X", fail="exit")), (Manager("S", True), Manager("X", fail="exit"))):
    for action in ("pass", "raise", "return"):
        print(action, run(body(*managers, action=action)))


async def loops():
    found = []
    for i in range(4):
        async with Manager(i):
            if i == 1:
                continue
            if i == 3:
                break
            found.append(i)
    while True:
        async with A as x:
            found.append(x)
            break
    return found


print(run(loops()))


class Bad:
    def __init__(self, enter, leave):
        self.enter, self.leave = enter, leave

    def __aenter__(self):
        return self.enter

    def __aexit__(self, *exc):
        return self.leave


class NoExit:
    async def __aenter__(self):
        pass


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


async def enter(manager, fail):
    async with manager:
        if fail:
            1 / 0


for manager in (1, NoExit(), Sync(), Bad(1, 1), Bad(Wait("in"), None), Bad(Wait("in"), Wait("out")), Bad(iter([]), 1)):
    for fail in (False, True):
        print(type(manager).__name__, run(enter(manager, fail)))


def sync():
    with A:
        pass


try:
    sync()
except TypeError as error:
    print(error)


async def closed():
    async with A:
        try:
            await Wait("inside")
        finally:
            print("  leaving")


coro = closed()
print(coro.send(None), coro.send(None))
try:
    coro.close()
except RuntimeError as error:
    print(error)



async def bottom(x):
    await Wait("x")
    return 1 / x


async def middle(x):
    return (await bottom(x)
            + 1)


async def top(x):
    async with A:
        async for y in items(x):
            return await middle(y)


async def items(x):
    yield x


coro = top(0)
coro.send(None)
coro.send(None)
try:
    coro.send(None)
    coro.send(None)
except ZeroDivisionError as error:
    print(error)


async def handled():
    try:
        raise KeyError("handled")
    except KeyError:
        await Wait(repr(sys.exc_info()[1]))
        found = [repr(sys.exc_info()[1])]
        try:
            await bottom(0)
        except ZeroDivisionError as error:
            found.append(repr(error.__context__))
        found.append(repr(sys.exc_info()[1]))
    found.append(sys.exc_info()[1])
    return found


coro = handled()
try:
    raise IndexError("around")
except IndexError:
    print(coro.send(None), repr(sys.exc_info()[1]))
print(coro.send(None), sys.exc_info()[1])
try:
    coro.send(None)
except StopIteration as stop:
    print(stop.value)
