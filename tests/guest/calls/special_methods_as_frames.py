# Special methods that the loop calls as frames of its own: truth, size, membership, text, iteration, missing attributes.
import sys
import traceback


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Both(Sized):
    def __bool__(self):
        return True


class Holder:
    def __contains__(self, item):
        return item


class Text:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    def __repr__(self):
        return self.value


class Items:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self.value

    def __next__(self):
        return 7


class Missing:
    def __getattr__(self, name):
        if name == "bad":
            raise AttributeError(name)
        return name * 2


class Raises:
    def __bool__(self):
        raise LookupError("bool")

    __len__ = __contains__ = __str__ = __repr__ = __iter__ = __next__ = __getattr__ = lambda self, *a: 1 / 0


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def ways(x):
    out = []
    if x:
        out.append("if")
    if not x:
        out.append("not")
    out.append(type(x and 1).__name__)
    out.append(type(x or 1).__name__)
    out.append("a" if x else "b")
    out.append(not x)
    n = 0
    while x:
        n += 1
        if n > 2:
            break
    out.append(n)
    out.append([1 for _ in range(2) if x])
    assert x or True
    out.append(bool(x))
    out.append(any([x]))
    out.append(1 if x and x and not x else 2)
    return out


for value in (True, False, 1, 0, None, "yes", 1.0):
    print("bool", value, attempt(ways, Truth(value)))
for value in (0, 1, 5, -1, True, 1.5, None, "x", 1 << 70, Sized(3)):
    print("len", type(value), attempt(ways, Sized(value)), attempt(len, Sized(value)), attempt(lambda: len(Sized(value))))
print(attempt(ways, Both(0)))
for value in (1, 0, "", [], [0], Truth(True), Truth(False), Sized(0), Truth(3)):
    print("in", attempt(lambda: value in Holder()), attempt(lambda: value not in Holder()))
    if attempt(lambda: value in Holder()) is True:
        print("found" if value in Holder() else "lost")
for value in ("text", "", 3, None, b"x", Text("inner")):
    print("str", attempt(lambda: str(Text(value))), attempt(lambda: repr(Text(value))), attempt(lambda: f"{Text(value)}"))
for value in (iter([1, 2]), [1], 5, None, Items(3)):
    print("iter", type(attempt(lambda: iter(Items(value)))).__name__, attempt(lambda: next(Items(value))))
    print(attempt(lambda: [x for x in Items(value)][:3]) if value is not None and not isinstance(value, Items) else "")
m = Missing()
print(m.one, m.two, attempt(lambda: m.bad), getattr(m, "bad", "default"), hasattr(m, "bad"), hasattr(m, "good"))
m.one = 1
print(m.one, m.two.upper())

r = Raises()
for what in (
    lambda: 1 if r else 2, lambda: not r, lambda: r and 1, lambda: len(r), lambda: 1 in r, lambda: str(r), lambda: repr(r),
    lambda: iter(r), lambda: next(r), lambda: r.missing,
):
    try:
        what()
    except Exception:
        print([line.strip() for line in traceback.format_exc().splitlines() if "File" in line or "Error" in line])


class Yields:
    def __bool__(self):
        yield 1

    def __len__(self):
        yield 1

    def __contains__(self, item):
        yield 1

    def __str__(self):
        yield 1

    def __iter__(self):
        yield 1


y = Yields()
for what in (lambda: 1 if y else 2, lambda: len(y), lambda: 1 in y, lambda: str(y), lambda: list(iter(y)), lambda: [*y]):
    print(attempt(what))


class Deep:
    def __bool__(self):
        return bool(self) if self else False

    def __len__(self):
        return len(self)

    def __contains__(self, item):
        return item in self

    def __str__(self):
        return str(self)

    def __repr__(self):
        return repr(self)

    def __iter__(self):
        return iter(self)

    def __next__(self):
        return next(self)

    def __getattr__(self, name):
        return self.other


d = Deep()
for what in (lambda: 1 if d else 2, lambda: len(d), lambda: 1 in d, lambda: str(d), lambda: repr(d), lambda: iter(d),
             lambda: next(d), lambda: d.missing):
    try:
        what()
    except RecursionError as error:
        print("RecursionError")


def suspended():
    x = yield 1
    while Truth(bool(x)):
        x = yield (yield 2) in Holder()
    return len(Sized(4))


g = suspended()
print(next(g), g.send(True), g.send(5), g.send(1), g.send(0))
try:
    g.send(False)
except StopIteration as stop:
    print(stop.value)
print(sys.exc_info())
