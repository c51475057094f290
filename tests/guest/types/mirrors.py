"""Classes that derive from builtin values: the builtin's own methods and the class's overrides, seen from everywhere."""


def show(text, function):
    try:
        print(text, "->", function())
    except Exception as error:
        print(text, "->", type(error).__name__, error)


# === int ===
class I(int):
    extra = "x"

    def __new__(cls, value, tag=None):
        made = super().__new__(cls, value)
        made.tag = tag
        return made

    def __add__(self, other):
        return ("I+", int(self), other)

    def __radd__(self, other):
        return ("+I", other)

    def double(self):
        return self * 2


i = I(5, "five")
print(i, i.tag, i + 1, 1 + i, i.double(), type(i * 2).__name__, isinstance(i, int), i == 5, hash(i) == hash(5), i.extra)
print(i.__dict__, [10, 20, 30, 40, 50, 60][i], range(i), f"{i:>3}", "%d" % i, i.bit_length(), i.real, -i, i.__class__)
i.more = 1
print(i.more, int.__add__(i, 1), repr(i), {5: "a"}[i], i < 6, sorted([I(3), I(1)]))
show("absent", lambda: i.nope)

# === str ===
class S(str):
    def __len__(self):
        return 99

    def upper(self):
        return "U:" + super().upper()

    def __eq__(self, other):
        return "eq"

    __hash__ = str.__hash__


s = S("abc")
print(s, len(s), s.upper(), s == 1, s + "d", s[1], "b" in s, {s: 1}["abc"] if "abc" == str(s) else 0, s.title(), type(s.strip()).__name__)
print("-".join([s, "x"]), s.__class__.__name__, isinstance(s, str), s.replace("a", "z"), f"{s}", str(s).__class__.__name__, str.__len__(s))

# === list ===
class L(list):
    def __init__(self, *args):
        super().__init__(args)
        self.count = len(args)

    def append(self, x):
        super().append(("appended", x))

    def __getitem__(self, i):
        return ("got", super().__getitem__(i))

    def __contains__(self, x):
        return True


l = L(1, 2, 3)
l.append(4)
print(l, len(l), l[0], 99 in l, l.count, l == [1, 2, 3, ("appended", 4)], list(l), l + [1], type(l + [1]).__name__, bool(L()))
l[1] = "changed"
del l[0]
print(l, [x for x in l], l.index("changed"), l.pop(), sum(L(1, 2)), sorted(L(3, 1)), L(1, 2) < L(1, 3), max(L(4, 9)))
show("hash", lambda: hash(l))

# === dict ===
class D(dict):
    def __missing__(self, key):
        return "missing " + str(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, ("set", value))


d = D(a=1)
d["b"] = 2
d.update(c=3)
d.attr = "at"
print(d, d["zzz"], d.get("zzz"), d.attr, sorted(d), len(d), "a" in d, d == {"a": 1, "b": ("set", 2), "c": 3}, dict(d), {**d})
print(D.fromkeys([1]), type(D.fromkeys([1])).__name__, type(d.copy()).__name__, d.__dict__, list(d.items()))

# === tuple ===
class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)

    @property
    def first(self):
        return self[0]


t = T(1, 2)
print(t, t.first, len(t), t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], t + (3,), a if (a := t[1]) else 0, type(t).__mro__)
x, y = t
print(x, y, [*t], isinstance(t, tuple), "%s-%s" % t)

# === others ===
class F(float):
    def __repr__(self):
        return "F!"


class B(bytes):
    pass


class Se(set):
    def add(self, x):
        super().add(x * 2)


class Fs(frozenset):
    pass


se = Se([1])
se.add(5)
print(F(1.5), F(1.5) + 1, [F(2)], B(b"ab"), B(b"ab").hex(), sorted(se), type(se | {3}).__name__, Fs([1]) == {1}, type(Fs([1])).__name__)
print(str(F(2.5)), f"{F(2.5):.2f}", float(F(2)), complex(F(1)), round(F(2.6)))

# === changes later ===
class Plain(int):
    pass


n = Plain(3)
print(n + 1, len([n]), repr(n))
Plain.__add__ = lambda self, other: "added later"
Plain.__repr__ = lambda self: "repr later"
print(n + 1, [n], n, f"{n}")
del Plain.__add__, Plain.__repr__
print(n + 1, [n])


class Mix:
    pass


class Mixed(Mix, dict):
    pass


m = Mixed(a=1)
print(len(m), m)
Mix.__len__ = lambda self: 1000
print(len(m), bool(m))
del Mix.__len__
print(len(m))

# === class changes ===
class P1(int):
    def who(self):
        return "P1"


class P2(int):
    def who(self):
        return "P2"


v = P1(1)
show("class", lambda: setattr(v, "__class__", P2))
show("class", lambda: setattr(v, "__class__", L))
show("class", lambda: setattr(v, "__class__", int))


class PL1(list):
    def who(self):
        return "PL1"


class PL2(list):
    def who(self):
        return "PL2"


v = PL1([1])
v.__class__ = PL2
print(v.who(), v + [1], type(v).__name__)


# === deeper ===
class D2(D):
    def __len__(self):
        return -5


class D3(D2):
    def __repr__(self):
        return "D3:" + super().__repr__()


show("len", lambda: len(D2()))
print(D3(x=1), D3.__mro__, isinstance(D3(), (D, int)), D3()["q"])


class Callable(int):
    def __call__(self, x):
        return self + x

    def __iter__(self):
        return iter(range(self))

    def __getattr__(self, name):
        return name.upper()


c = Callable(3)
print(c(4), list(c), c.anything, callable(c), callable(5), max(c))


class Str(str):
    __slots__ = ()

    def __new__(cls, v):
        return str.__new__(cls, v.upper())


print(Str("abc"), Str("a") + "b", [Str("q")], Str("k") in {"K": 1})
show("slots", lambda: setattr(Str("a"), "x", 1))
show("wrong new", lambda: int.__new__(str))
show("wrong new", lambda: object.__new__(int))
show("wrong new", lambda: object.__new__(I, 1))
show("wrong new", lambda: list.__new__(D))
show("wrong new", lambda: int.__new__(5))
show("wrong new", lambda: int.__new__())
