# min-version: 3.12
"""Comprehensions are part of the code around them (PEP 709): what locals, frames and tracebacks show of it."""

import sys
import traceback


def names():
    a = 1
    return [sorted(locals()) for x in (1,)], [{**locals()}["x"] for x in (5,)], sorted(locals()), a


def of_frames():
    return ([sys._getframe().f_code.co_name for _ in (1,)], {sys._getframe().f_code.co_name for _ in (1,)},
            [*(sys._getframe().f_code.co_name for _ in (1,))], {1: sys._getframe().f_code.co_name for _ in (1,)})


def hidden():
    x = "outer"
    return [x for x in (1, 2)], [[x for x in (x, x)] for x in (3, 4)], [x for x in [x for x in (5,)]], x


def cells():
    x = "outer"
    calls = [lambda: (x, y) for y in range(2)]
    inner = [lambda: x for x in range(2)]
    nested = [[lambda: (x, z) for z in range(2)] for x in "ab"]
    x = "changed"
    return [f() for f in calls], [f() for f in inner], [[f() for f in row] for row in nested], (lambda: x)()


def failing():
    x = "outer"
    try:
        [1 / 0 for x in (7,)]
    except ZeroDivisionError:
        return x, sorted(locals())


def unbound():
    out = []
    for attempt in (lambda: [w for v in (1,) for w in [w]], lambda: [w for v in (1,) if w], lambda: [q for q in later]):
        try:
            out.append(attempt())
        except NameError as error:
            out.append(f"{type(error).__name__}: {error}")
    try:
        [later for _ in (1,)]
    except NameError as error:
        out.append(f"{type(error).__name__}: {error}")
    later = w = 5
    return out


def walrus():
    found = [last := y for y in range(3)]
    return found, last, [[(total := i * j) for i in range(3)] for j in range(3)], total, sorted(locals())


def traced():
    return [
        1 / value
        for value in (1, 0)
        if value is not None
    ]


class C:
    q = "class"
    direct = [w for w in range(2)]
    first = [x for x in [q]]
    lambdas = [(lambda: w)() for w in range(3)]
    nested = [[v for v in range(w)] for w in range(3)]
    try:
        seen = [q for _ in (1,)]
    except NameError as error:
        print(error)
    try:
        own = [__class__ for _ in (1,)]
    except NameError as error:
        print(error)

    def method(self):
        return [__class__ for _ in (1,)], [super(C, self).__init__ is not None for _ in (1,)], [super().__str__ for _ in (1,)]


def around():
    free = "free"

    class D:
        free = "class"
        values = [free for _ in (1,)], [[free for _ in (1,)] for _ in (1,)], [(lambda: free)() for _ in (1,)]

    return D.values


async def asynchronous():
    async def items():
        yield 1
        yield 2

    async def one(x):
        return x, sys._getframe(1).f_code.co_name

    return [x async for x in items()], {x: y async for x in items() for y in [x]}, [await one(x) for x in (1,)], [
        [y async for y in items() if y == x] for x in (1, 2)]


def generator():
    got = [(x, y) for x in range(2) for y in [x]]
    yield got
    yield [x for x in (yield "sent")]


for function in (names, of_frames, hidden, cells, failing, unbound, walrus, around):
    print(function.__name__, function())
print(names.__code__.co_varnames, sorted(cells.__code__.co_varnames), sorted(cells.__code__.co_cellvars), cells.__code__.co_nlocals)
print(C.direct, C.first, C.lambdas, C.nested, [type(each).__name__ for each in C().method()], sorted(k for k in vars(C) if k[0] != "_"))
try:
    asynchronous().send(None)
except StopIteration as stop:
    print(stop.value)
steps = generator()
print(next(steps), next(steps), steps.send("ab"))
try:
    traced()
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
spaces = {}
exec("n = [m for _ in range(2)]; k = [[m for _ in (1,)] for m in (3,)]; [p := i for i in range(2)]", spaces, local := {"m": 5})
print(local, "p" in spaces, eval("[m for _ in (1,)]", {}, {"m": 6}), [i for i in range(3)], "i" in globals())


def kept(a, **kw):
    return dict(a, **{k: v for k, v in a.items()} | kw, **{f"{k}2": [v for k in "xy"] for k, v in a.items()})


def many(s):
    return s.join([c for c in s if c.isalpha()]).replace("a", str([s for s in s if s])).split(*[c for c in "x"])


print(kept({"a": 1}, b=2), many("abca"))
for _ in range(3):
    loop = [[f"{a}{b}" for a in "xy"] for b in range(2)] + [lambda: _ for _ in (1,)]
    print(loop[:2], loop[2]())
