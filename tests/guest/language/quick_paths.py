# What the loop does itself for patterns, coroutines and lists is what the general way gives.


class Text(str):
    pass


class Whole(int):
    pass


class Odd:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        print("asked", self.text)
        if self.text == "fails":
            raise LookupError("no")
        return self.text == other


class Names:
    a = "a"
    again = "a"
    other = Text("b")
    key = Odd("a")


def keys(subject):
    match subject:
        case {Names.a: x, Names.again: y}:
            return "twice"
        case {Names.other: x}:
            return "other", x
        case {"a": x, "b": y, **rest}:
            return x, y, rest
        case {"a": x}:
            return "a", x
        case {}:
            return "mapping"
    return "none"


for subject in ({"b": 1}, {Text("b"): 2}, {}, [], {"a": 1}, {"a": 1, "b": 2, "c": 3}, {Odd("a"): 5}, {Odd("fails"): 6, "a": 1}):
    try:
        print(keys(subject))
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error)


class Meta(type):
    def __instancecheck__(cls, value):
        print("checked", value)
        return value == 3


class Checked(metaclass=Meta):
    pass


class Claims:
    @property
    def __class__(self):
        return int


def classes(value):
    match value:
        case Checked():
            return "checked"
        case bool(x):
            return "bool", x
        case int(x):
            return "int", x
        case str(x) | bytes(x):
            return "text", x
        case list() as x:
            return "list", x
        case dict(x) | set(x) | frozenset(x) | bytearray(x) | float(x) | tuple(x):
            return "other", x
    return "none"


for value in (3, True, 4, Whole(5), "x", Text("y"), b"z", [1], {1: 2}, {1}, frozenset(), bytearray(b"w"), 1.5, (1,), None, 2j):
    print(classes(value))
print(classes(Claims())[0])


def wrong(value):
    match value:
        case int(x, y):
            return x
        case range(x):
            return x


for value in (1, range(3), "x"):
    try:
        print(wrong(value))
    except TypeError as error:
        print(error)
not_a_class = 5
try:
    match 1:
        case not_a_class():
            pass
except TypeError as error:
    print("called match pattern" in str(error))


def sizes(value):
    match value:
        case []:
            return 0
        case [_]:
            return 1
        case [first, *middle, last]:
            return first, middle, last
        case {}:
            return "mapping"
    return "none"


for value in ([], (1,), [1, 2], (1, 2, 3, 4), range(3), {}, "ab", b"ab", bytearray(b"ab"), None, 5, iter([])):
    print(sizes(value))

# texts beside what is none
for left in ("x", Text("x"), 1, None, True, 1.5, [1], (1,), {}):
    print([left == right for right in ("x", Text("x"), 1, None, True, 1.5, [1], (1,), {})],
          [left != right for right in ("x", 1, None)])
for left, right in (("x", 1), (None, "x"), ([1], "x"), ("x", {})):
    try:
        print(left < right)
    except TypeError as error:
        print(error)

# a list that shrinks
items = list(range(100))
taken = 0
while items:
    taken += items.pop()
    if len(items) % 30 == 0:
        items.append(1)
        taken -= items.pop()
print(taken)
for call in (lambda: [].pop(), lambda: [1].pop(1), lambda: [1].pop(None), lambda: [1].pop(0, 0), lambda: [1].pop(index=0)):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)


# frames that come back where others ended
async def leaf(value):
    return value


async def again():
    coroutine = leaf(1)
    print(await coroutine)
    for _ in range(2):
        try:
            await coroutine
        except RuntimeError as error:
            print(error)
    try:
        await again_itself[0]
    except (RuntimeError, ValueError) as error:
        print(error)
    for bad in (None, 5, "x", [leaf]):
        try:
            await bad
        except TypeError as error:
            print(error)


again_itself = [None]
running = again_itself[0] = again()
try:
    running.send(None)
except StopIteration:
    print("done")


def two(n):
    try:
        yield n
        yield n + 1
    finally:
        print("end", n)


def plain(n):
    yield n
    yield n + 1


import weakref

left = plain(0)
seen = weakref.ref(left)
next(left)
del left
print(seen())
for n in range(3):
    kept = [plain(n), two(n), leaf(n)]
    print(next(kept[0]), next(kept[1]), kept[0].gi_frame is None, kept[2].cr_running)
    kept[2].close()
    kept = None
print([list(plain(n)) for n in range(3)], plain(1).__name__, two(1).__qualname__)


class Held:
    async def __aenter__(self):
        print("in")
        return self

    async def __aexit__(self, *error):
        print("out", error[0])
        return True


class Half:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *error):
        return None


async def numbers(n):
    for i in range(n):
        try:
            yield i
        except ValueError:
            print("thrown")
            yield -1


async def loops():
    async with Held() as held, Held():
        raise KeyError(held is not None)
    try:
        async with Half():
            pass
    except TypeError as error:
        print(error)
    found = [i async for i in numbers(3)]
    walk = numbers(2)
    first = walk.__anext__()
    found.append(await first)
    try:
        await first
    except RuntimeError as error:
        print(error)
    found.append(await walk.athrow(ValueError()))
    async for i in numbers(2):
        async for j in numbers(2):
            found.append((i, j))
    return found


running = loops()
try:
    running.send(None)
except StopIteration as stop:
    print(stop.value)
