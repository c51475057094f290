"""Coroutines: their objects, what they await, how they are driven, thrown into and closed."""

import types


class Wait:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        try:
            return (yield self.name)
        except ValueError as error:
            return f"caught {error}"
        finally:
            print("  left", self.name)


def attempt(f, *args):
    try:
        return f(*args)
    except BaseException as error:
        text = f"{type(error).__name__}: {error}"
        cause = error.__cause__
        return text if cause is None else f"{text} <- {type(cause).__name__}: {cause}"


async def inner(x):
    first = await Wait(("inner", x))
    if first == "fail":
        raise LookupError(x)
    return first, x


async def outer(*values):
    found = []
    for x in values:
        try:
            found.append(await inner(x))
        except LookupError as error:
            found.append(error.args)
    return found


def drive(coro, *answers):
    print(" ", attempt(coro.send, None))
    for answer in answers:
        print(" ", attempt(coro.send, answer))


print("driven")
drive(outer(1, 2), "a", "fail")
drive(outer(), "more")
coro = outer(1)
print(type(coro).__name__, coro.__name__, coro.__qualname__, coro.cr_running, coro.cr_suspended, coro.cr_await, coro.cr_origin)
coro.send(None)
print(coro.cr_running, coro.cr_suspended, type(coro.cr_await).__name__, type(coro.cr_await.cr_await).__name__)
print(attempt(coro.throw, ValueError("in")))
print(coro.cr_running, coro.cr_suspended, coro.cr_await)
for action in (lambda: coro.send(None), lambda: coro.send(1), lambda: coro.throw(KeyError), coro.close):
    print(attempt(action))
coro.__name__ = "other"
print(coro.__name__, coro.__qualname__, attempt(setattr, coro, "__name__", 1))

print("not iterable")
coro = inner(1)
for f in (iter, next, list, lambda c: [*c], lambda c: dict(c), len, lambda c: c + 1):
    print(attempt(f, coro))
print(hasattr(coro, "__iter__"), hasattr(coro, "__await__"), callable(coro), bool(coro))
print(attempt(coro.send, 1))
coro.close()

print("wrapper")
coro = inner(2)
wrapper = coro.__await__()
print(type(wrapper).__name__, iter(wrapper) is wrapper, next(wrapper))
print(attempt(wrapper.send, "answer"))
print(attempt(next, wrapper), attempt(wrapper.close))
wrapper = inner(3).__await__()
print(next(wrapper), attempt(wrapper.throw, KeyError("k")))


def generator():
    got = yield from inner(3)
    return got


print(attempt(next, generator()))

print("thrown in")
coro = outer(1)
print(attempt(coro.throw, KeyError("early")), attempt(coro.send, None))
coro = outer(1, 2)
coro.send(None)
print(attempt(coro.throw, LookupError("late")))
print(attempt(coro.throw, LookupError, "two"))
coro = outer(1)
coro.send(None)
print(attempt(coro.throw, TypeError("not caught")))
print(attempt(coro.throw, TypeError("again")))


print("closed")


async def closing(how):
    try:
        await Wait("here")
    except GeneratorExit:
        print("  closing", how)
        if how == "value":
            return 5
        if how == "error":
            raise KeyError("closing") from None
        if how == "await":
            await Wait("again")
        raise
    finally:
        print("  finally", how)


for how in ("plain", "value", "error", "await"):
    coro = closing(how)
    coro.send(None)
    print(how, attempt(coro.close), attempt(coro.close))
coro = closing("never")
coro.close()
print(attempt(coro.send, None))

print("stopped")


async def stops(kind):
    raise kind(1)


for kind in (StopIteration, StopAsyncIteration, GeneratorExit):
    print(attempt(stops(kind).send, None))


async def value(x):
    return x


for x in (None, 1, (1, 2), ValueError("v"), StopIteration(3)):
    try:
        value(x).send(None)
    except StopIteration as stop:
        print(repr(stop.value), stop.args)

print("what can be awaited")


class Bad:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Legacy:
    def __await__(self):
        return iter(["legacy"])


@types.coroutine
def decorated(x):
    got = yield x
    return "decorated", got


async def awaits(thing):
    return await thing


def plain():
    yield 1


for thing in (1, None, "abc", plain(), [1], Bad(1), Bad(value(1)), Bad(plain()), Bad(ValueError("v")), Bad([]), Legacy(), decorated(4), awaits, object):
    coro = awaits(thing)
    print(type(thing).__name__, attempt(coro.send, None), attempt(coro.send, "x"))

print(decorated.__name__, type(decorated(1)).__name__, types.coroutine(decorated) is decorated, types.coroutine(awaits) is awaits)
print(attempt(types.coroutine, 1), decorated.__code__.co_flags & 0x1A0, awaits.__code__.co_flags & 0x1A0)
print(list(decorated(1)))

print("twice")
shared = inner("s")
first, second = awaits(shared), awaits(shared)
print(attempt(first.send, None), attempt(second.send, None))
print(attempt(first.send, 1), attempt(awaits(shared).send, None))


async def own():
    await me

me = own()
print(attempt(me.send, None))


async def running():
    return attempt(current.send, None), current.cr_running

current = running()
print(attempt(current.send, None))

print("deep")


async def deep(n):
    if n:
        return await deep(n - 1) + 1
    return await Wait("bottom")

coro = deep(200)
print(coro.send(None), attempt(coro.send, 1000))


async def too_deep(n):
    return await too_deep(n + 1)

print(attempt(too_deep(0).send, None).partition(":")[0])


class Methods:
    async def method(self, x):
        return self, x

    @classmethod
    async def of_class(cls):
        return cls

    @staticmethod
    async def static(*, key=1):
        return key

    async def __call__(self):
        return "called"


m = Methods()
for coro in (m.method(1), m.of_class(), Methods.static(key=3), m()):
    try:
        coro.send(None)
    except StopIteration as stop:
        print(coro.__qualname__, stop.value == (m, 1) or stop.value)
lambdas = [lambda: value(i) for i in range(2)]
print([attempt(f().send, None) for f in lambdas])
