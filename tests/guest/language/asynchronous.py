"""async def, await, async for, async with, async generators and comprehensions, driven by hand."""


def drive(coro):
    """Run it, answering each thing that it waits for with the thing's double."""
    waited, send = [], None
    while True:
        try:
            got = coro.send(send)
        except StopIteration as stop:
            return stop.value, waited
        waited.append(got)
        send = got * 2


def attempt(f, *args):
    try:
        return f(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


class Wait:
    def __init__(self, x):
        self.x = x

    def __await__(self):
        got = yield self.x
        return ("awaited", got)


async def one(x):
    return await Wait(x)


async def several(*xs):
    return [await one(x) for x in xs] + [await Wait(9)]


class Manager:
    def __init__(self, swallow=False):
        self.swallow = swallow

    async def __aenter__(self):
        await Wait("enter")
        return "entered"

    async def __aexit__(self, kind, value, tb):
        await Wait("exit")
        print("aexit", kind and kind.__name__)
        return self.swallow


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await Wait(self.n)
        return self.n


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("agen got", got)
            await Wait(i)
    finally:
        print("agen finally")


async def uses():
    async with Manager() as m, Manager(swallow=True):
        print(m)
        raise ValueError("swallowed")
    seen = []
    async for x in Count(3):
        if x == 1:
            continue
        seen.append(x)
    else:
        seen.append("else")
    async for x in agen(5):
        if x == 2:
            break
    return seen, [x async for x in Count(2)], {x: y async for x in agen(2) for y in "a"}, [y for y in [await Wait(1)]], sorted({x async for x in agen(2) if x})


async def generator_methods():
    g = agen(3)
    first = await g.__anext__()
    second = await g.asend("sent")
    thrown = None
    try:
        await g.athrow(LookupError("in agen"))
    except LookupError as error:
        thrown = str(error)
    rest = [x async for x in g]
    h = agen(3)
    await h.__anext__()
    await h.aclose()
    return first, second, thrown, rest


async def failing():
    try:
        await one(1)
        raise KeyError("k")
    finally:
        await Wait("cleanup")


async def genexp():
    g = (x * 2 async for x in agen(2))
    return [x async for x in g], type(g).__name__


print(drive(one(1)), drive(several(1, 2)))
print(drive(uses()))
print(drive(generator_methods()))
print(attempt(drive, failing()), drive(genexp()))
c = one(1)
print(type(c).__name__, c.__name__, attempt(next, c), attempt(iter, c), attempt(lambda: c.send(1)))
print(c.send(None), attempt(c.throw, ValueError("thrown in")), attempt(c.send, None), c.close())


async def wrong():
    await 3


async def wrong_iter():
    async for _ in [1]:
        pass


async def wrong_with():
    async with 3:
        pass


class BadAwait:
    def __await__(self):
        return 3


async def bad_await():
    await BadAwait()


for f in (wrong, wrong_iter, wrong_with, bad_await):
    print(f.__name__, attempt(drive, f()))
async def shadow():
    g = agen(1)
    return type(g).__name__, hasattr(g, "__anext__"), hasattr(g, "__next__"), attempt(iter, g)


print(drive(shadow()))
