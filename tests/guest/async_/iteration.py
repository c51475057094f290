"""async for, asynchronous comprehensions and generators, anext and aiter."""

import sys


class Wait:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        got = yield self.name
        if isinstance(got, Exception):
            raise got
        return got


def run(coro, *answers):
    """The result, and what was waited for."""
    waited = []
    answers = iter(answers)
    try:
        got = coro.send(None)
        while True:
            waited.append(got)
            got = coro.send(next(answers, None))
    except StopIteration as stop:
        return stop.value, waited
    except Exception as error:
        return f"{type(error).__name__}: {error}", waited


class Count:
    def __init__(self, n, wait=False):
        self.n, self.wait = n, wait

    def __aiter__(self):
        print("  aiter")
        return self

    async def __anext__(self):
        if self.wait:
            await Wait("next")
        if self.n == 0:
            raise StopAsyncIteration("over")
        self.n -= 1
        return self.n


async def loops(source):
    found = []
    async for x in source:
        if x == 1:
            continue
        found.append(x)
        if x == 7:
            break
    else:
        found.append("else")
    return found


for n in (0, 3, 9):
    print(run(loops(Count(n))), run(loops(Count(n, True))))


async def targets():
    class Place:
        pass

    place, items = Place(), {}
    async for place.x in Count(2):
        pass
    async for items["k"] in Count(3):
        pass

    async def pairs():
        yield 1, (2, 3)

    async for a, (b, *c) in pairs():
        pass
    return place.x, items, a, b, c


print(run(targets()))


class NoNext:
    def __aiter__(self):
        return self


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class Raises:
    def __init__(self, where, error):
        self.where, self.error = where, error

    def __aiter__(self):
        if self.where == "aiter":
            raise self.error
        return self

    def __anext__(self):
        if self.where == "anext":
            raise self.error
        return self

    def __await__(self):
        if self.where == "await":
            raise self.error
        return self

    def __iter__(self):
        return self

    def __next__(self):
        raise self.error


for source in (1, [1], NoNext(), BadNext(), *(Raises(w, KeyError("k")) for w in ("aiter", "anext", "await", "next")),
               *(Raises(w, StopAsyncIteration()) for w in ("anext", "await", "next")), Raises("next", StopIteration(7))):
    try:
        coro = loops(source)
        print(type(source).__name__, coro.send(None))
    except StopIteration as stop:
        print(type(source).__name__, "returned", stop.value)
    except Exception as error:
        print(type(source).__name__, type(error).__name__, error, "<-", repr(error.__cause__))
    finally:
        coro.close()


async def agen(n):
    print("  started")
    try:
        for i in range(n):
            got = yield i
            if got:
                print("  got", got)
                await Wait(got)
    except ValueError as error:
        print("  caught", error)
        yield "after"
    finally:
        await Wait("cleanup")
        print("  cleaned up")


print(run(loops(agen(3))))


async def manual():
    g = agen(3)
    found = [type(g).__name__, g.__name__, g.__aiter__() is g, g.ag_running, g.ag_await]
    found.append(await g.__anext__())
    found.append(await g.asend("sent"))
    found.append(await g.athrow(ValueError("thrown")))
    found.append(g.ag_running)
    for step in (g.__anext__, g.__anext__, lambda: g.asend(1), lambda: g.athrow(KeyError), g.aclose, g.aclose):
        try:
            found.append(await step())
        except BaseException as error:
            found.append(repr(error))
    return found


print(run(manual()))


async def closing():
    g = agen(3)
    found = [await g.asend(None)]
    found.append(await g.aclose())
    try:
        await g.asend(1)
    except StopAsyncIteration as error:
        found.append(repr(error))
    g = agen(3)
    found.append(await g.aclose())
    try:
        await g.__anext__()
    except StopAsyncIteration as error:
        found.append(repr(error))
    g = agen(3)
    try:
        await g.asend("early")
    except TypeError as error:
        found.append(str(error))
    try:
        await g.athrow(KeyError("unstarted"))
    except KeyError as error:
        found.append(repr(error))
    return found


print(run(closing()))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def closes_ignoring():
    g = ignores()
    await g.asend(None)
    await g.aclose()


print(run(closes_ignoring()))


async def stops(kind):
    yield 1
    raise kind(2)


async def drain(g):
    return [x async for x in g]


for kind in (StopIteration, StopAsyncIteration, GeneratorExit, KeyError):
    try:
        print(run(drain(stops(kind))))
    except GeneratorExit as error:
        print(repr(error))


async def returns():
    yield 1
    return
    yield 2


async def comprehensions():
    print([x async for x in Count(3)])
    print({x: y async for x in Count(2) for y in "ab"})
    print({x async for x in returns()})
    print([[y async for y in Count(x)] async for x in Count(3)])
    print([x for x in [await Wait("a"), await Wait("b")] if await Wait("c")])
    print([await Wait(x) async for x in Count(2) if x or await Wait("if")])
    genexp = (x * 2 async for x in Count(3))
    print(type(genexp).__name__, [x async for x in genexp], [x async for x in genexp])
    inner = (await Wait(x) for x in "xy")
    print(type(inner).__name__, [x async for x in inner])
    return sum([x async for x in (y async for y in Count(4) if y % 2)])


print(run(comprehensions(), *range(1, 20)))


async def builtins():
    found = [aiter(g := agen(1)) is g, await anext(g)]
    for f in (lambda: aiter(1), lambda: anext(1), lambda: aiter(NoNext()), lambda: anext(), lambda: aiter(1, 2), lambda: anext(NoNext())):
        try:
            f()
        except TypeError as error:
            found.append(str(error))
    found.append(await anext(g, "default"))
    found.append(await anext(g, "again"))
    found.append(await anext(Count(1, True), "default"))
    found.append(await anext(Count(0, True), "default"))
    try:
        await anext(g)
    except StopAsyncIteration as error:
        found.append(repr(error))
    found.append(await anext(returns(), None))
    return found


print(run(builtins(), *range(9)))
waiting = anext(Count(1, True), 5)
print(type(waiting).__name__, iter(waiting) is waiting, next(waiting))
try:
    print(waiting.throw(KeyError("in")))
except KeyError as error:
    print(repr(error))

print("reuse")
g = agen(2)
send = g.asend(None)
print(type(send).__name__, iter(send) is send, send.__await__() is send)
for step in (lambda: send.send(None), lambda: send.send(None), send.close, lambda: send.throw(ValueError)):
    try:
        print(step())
    except BaseException as error:
        print(type(error).__name__, error)
one, other = g.asend("wait"), g.asend("too")
print(one.send(None), g.ag_running)
try:
    other.send(None)
except RuntimeError as error:
    print(error)
try:
    g.aclose().send(None)
except RuntimeError as error:
    print(error)
try:
    g.athrow(ValueError).send(None)
except RuntimeError as error:
    print(error)
try:
    one.send("answer")
except StopIteration as stop:
    print("yielded", stop.value, g.ag_running)
throw = g.athrow(ValueError("v"))
try:
    throw.send(1)
except (RuntimeError, StopIteration) as error:
    print(type(error).__name__, error)
close = g.aclose()
for step in (lambda: close.send(None), lambda: close.send(None), lambda: close.send(None)):
    try:
        print(step())
    except BaseException as error:
        print(type(error).__name__, error)

print("hooks")
seen = []
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=lambda g: seen.append(("first", g.__name__)), finalizer=lambda g: seen.append(("last", g.__name__)))


async def hooked():
    try:
        yield 1
        yield 2
    finally:
        print("  never, unless the hook does it")


g = hooked()
print(seen)
send = g.asend(None)
print(seen)
try:
    send.send(None)
except StopIteration as stop:
    print(stop.value)
del g, send
print(seen)
for bad in (lambda: sys.set_asyncgen_hooks(1), lambda: sys.set_asyncgen_hooks(finalizer=1)):
    try:
        bad()
    except TypeError as error:
        print(error)
sys.set_asyncgen_hooks(None, None)
print(tuple(sys.get_asyncgen_hooks()))
