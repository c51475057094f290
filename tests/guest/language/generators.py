"""Generators: send, throw, close, delegation, state, and what they raise."""


def attempt(f, *args):
    try:
        return f(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def echo():
    got = []
    try:
        while True:
            got.append((yield len(got)))
    except LookupError as error:
        yield f"caught {error}"
        return got
    finally:
        print("finally", got)


g = echo()
print(attempt(g.send, 1), next(g), g.send("a"), g.send("b"), g.throw(LookupError("x")), attempt(next, g), attempt(next, g))
g = echo()
print(next(g), g.close(), attempt(next, g), g.close(), attempt(g.throw, ValueError("late")))
print(attempt(echo().throw, ValueError("early")))


def inner(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("inner got", got)
    except ValueError as error:
        yield f"inner caught {error}"
    return f"returned {n}"


def outer(*ns):
    results = []
    for n in ns:
        results.append((yield from inner(n)))
    return results


g = outer(2, 3)
print(next(g), g.send("s"), next(g), g.throw(ValueError("v")), attempt(next, g), attempt(next, g))


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2
            return


g = ignores()
next(g)
print(attempt(g.close))


def stop():
    raise StopIteration("inside")
    yield


def recursive():
    yield next(self)


self = recursive()
print(attempt(next, stop()), attempt(next, self))


class Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("value")
        self.n -= 1
        return self.n

    def send(self, value):
        return ("sent", value)

    def throw(self, *args):
        return ("thrown", str(args[0]))

    def close(self):
        print("closed")


def delegate():
    return (yield from Iterator(3))


g = delegate()
print(next(g), g.send(None), g.send(5), g.throw(KeyError("k")), g.close())
print(attempt(lambda: [x for x in delegate()]), list(delegate()))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(take(10, fib())), list(tree(4)), sum(x for x in take(20, fib()) if x % 2), max(tree(6)), dict(zip("ab", fib())))
print([*tree(2), *take(2, fib())], (lambda *a: a)(*tree(2)), {**dict(enumerate(tree(2)))}, 3 in tree(3), sorted(tree(3)), tuple(tree(2)))
first, *rest = tree(3)
print(first, rest, "-".join(str(x) for x in tree(2)), list(map(lambda x, y: x + y, tree(2), tree(2))), list(filter(None, (0, 1, 2))))
g = (x * y for x in range(3) for y in range(x) if y)
print(type(g).__name__, g.__name__, list(g), list(g), tree.__name__, type(tree(1)).__name__, g.gi_frame is None)


def with_finally(log):
    with_log = []
    try:
        yield 1
        yield 2
    finally:
        log.append("cleaned")


log = []
for x in with_finally(log):
    break
del x
g = with_finally(log)
next(g)
del g
print(log)
evens = filter(lambda n: n % 2 == 0, fib())
print([next(evens) for _ in range(4)], next(iter([]), "default"), list(iter(iter([1, 2, 0, 3]).__next__, 0)), list(reversed(list(tree(2)))))


def late_binding():
    n = 1
    g = (n for _ in range(2))
    n = 2
    return list(g)


def evaluated_first():
    return (x for x in undefined)


print(late_binding(), attempt(evaluated_first), attempt(lambda: list(1 / x for x in [1, 0])), attempt(lambda: next(3)))
