# protocol: C6
"""Arbitrary code runs in the middle of a call: the state stays consistent."""
log = []


class Deleter:
    def __init__(self, name, action=lambda: None):
        self.name, self.action = name, action

    def __del__(self):
        log.append("del " + self.name)
        self.action()

    def __call__(self, *args):
        return self.name, len(args)


def callee(*args):
    return len(args)


callee(Deleter("argument"))
print(log)
Deleter("callable itself")(1)
print(log[1:])
log.clear()
Deleter("method of a temporary").__call__(1)
print(log)


def rebinding():
    global target
    target = lambda: "new"
    return "old"


target = rebinding
print(target(), target())


def self_deleting(n):
    global self_deleting
    if n:
        del self_deleting
    return n


print(self_deleting(0), self_deleting(1), "self_deleting" in globals())


class Changing(list):
    """Changes the callable, the class and the arguments while they are being called."""

    def __call__(self, x):
        self.append(x)
        type(self).__call__ = lambda self, x: ("changed", len(self))
        return self(x)


changing = Changing()
print(changing(1), changing(2), list(changing))
items = [3, 1, 2]


def key(x):
    items.append(x)
    return x


try:
    items.sort(key=key)
except ValueError as error:
    print(error)
table = {}


class Key:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return 1

    def __eq__(self, other):
        table.clear()
        return self.x == other.x


table[Key(1)] = 1
try:
    table[Key(2)] = 2
    print(len(table) <= 2)
except RuntimeError as error:
    print(error)


def generator():
    try:
        while True:
            log.append((yield len(log)))
    finally:
        log.append("closed")


log.clear()
g = generator()
print(next(g), g.send("x"), g.send("y"))
try:
    g.throw(KeyError("in"))
except KeyError as error:
    print(error, log)


def busy():
    yield next(again)


again = busy()
try:
    next(again)
except ValueError as error:
    print(error)


def through():
    try:
        return callee(*[log.append("evaluated")] * 2, **{"k": 1})
    except TypeError as error:
        return str(error)
    finally:
        log.append("finally")


print(through(), log[-2:])
log.clear()


class Context:
    def __enter__(self):
        log.append("enter")
        return callee

    def __exit__(self, kind, value, tb):
        log.append((kind and kind.__name__, str(value)))
        return kind is LookupError


with Context() as f:
    print(f(1, 2))
with Context():
    raise LookupError("swallowed")
try:
    with Context():
        callee(k=1)
except TypeError as error:
    print(error, log)


def arguments(n):
    if n == 3:
        raise StopIteration("not an end")
    return n


try:
    print(callee(arguments(1), arguments(2), arguments(3)))
except StopIteration as error:
    print(type(error).__name__, error)
try:
    print([arguments(i) for i in range(5)])
except StopIteration as error:
    print("out of a comprehension", error)
try:
    print(list(arguments(i) for i in range(5)))
except RuntimeError as error:
    print(error)
