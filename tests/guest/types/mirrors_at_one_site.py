"""Methods of classes that derive from builtins, asked again and again at one place while the classes change."""


class Stack(list):
    def size(self):
        return len(self)


class Other(list):
    def size(self):
        return "other"


class Meta(type):
    def size(cls):
        return "asked of the class " + cls.__name__

    def pop(cls):
        return "popped of the class"


class Made(list, metaclass=Meta):
    def size(self):
        return "made"


def size(value):
    return value.size()


def pop(value):
    return value.pop()


def drain(value):
    n = 0
    while value:
        value.pop()
        n += 1
    return n


def total(value):
    found = []
    for item in value:
        found.append(item)
    return found


def each(function, *values):
    for value in values:
        try:
            print(function.__name__, function(value))
        except Exception as error:
            print(function.__name__, type(error).__name__, error)


s = Stack([1, 2, 3])
for _ in range(3):
    each(size, s, Other(), Made(), Made, Stack, Stack([1]), Meta)
    each(pop, Stack([1, 2]), Made([3, 4]), Made, [5, 6], Other([]))

s.size = lambda: "the instance's own"
each(size, s, Stack([1, 2]))
del s.size
each(size, s)
s.pop = lambda: "own pop"
each(pop, s, Stack([7]), s)
Stack.size = lambda self: "changed"
each(size, s, Stack())
list_pop = Stack.pop
Stack.pop = lambda self: ("mine", list_pop(self))
each(pop, Stack([8]), Other([9]), s)
del Stack.pop
each(pop, Stack([8]))
s.__class__ = Other
each(size, s)
Other.__getattribute__ = lambda self, name: lambda: "asked for " + name
each(size, s, Other(), Stack())
each(pop, s)
del Other.__getattribute__
each(size, s)

# === truth and iteration
each(drain, Stack("abc"), Other("ab"), Made())
each(total, Stack("abc"), Other("ab"))
Stack.__bool__ = lambda self: False
each(drain, Stack("abc"))
del Stack.__bool__
each(drain, Stack("abc"))
Stack.__len__ = lambda self: list.__len__(self) - 1
each(drain, Stack("abc"))
del Stack.__len__
each(drain, Stack("abc"))
Stack.__iter__ = lambda self: iter("xyz")
each(total, Stack("abc"), Other("ab"))
del Stack.__iter__
each(total, Stack("abc"))
Stack.__getattr__ = lambda self, name: lambda: "no " + name
del Stack.size
each(size, Stack(), Made())

# === iterators that end, are shared, and are asked again
kept = []
for i in range(3):
    for x in [1, 2]:
        for y in (3, 4):
            kept.append((x, y))
    rows = [1, 2]
    it = iter(rows)
    for x in it:
        kept.append(x)
    rows.append(3)
    kept.append(next(it, "over"))
    for x in it:
        kept.append("never")
    other = iter((5, 6))
    for x in other:
        for y in other:
            kept.append((x, y))
    kept.append((it.__length_hint__(), list(it), list(other)))
    growing = [0]
    for x in growing:
        if x < 3:
            growing.append(x + 1)
    kept.append(growing)
    one = iter([1])
    two = iter((2,))
    kept.append((type(one).__name__, type(two).__name__, one is two, next(one), next(two)))
print(kept)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def loop(name):
    for each in [Loud(name)]:
        pass
    each = None
    print("after", name)


loop("a")
loop("b")
for letter in "ab":
    for x in (Loud(letter), Loud(letter * 2)):
        del x
    print("turn", letter)
