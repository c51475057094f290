# operator
import operator


def show(name, *given):
    for args in given:
        try:
            print(name, args, "->", repr(getattr(operator, name)(*args)))
        except Exception as error:
            print(name, args, "!", type(error).__name__, error)


class P:
    def __init__(self): self.x, self.inner = 1, [3, 1]
    def m(self, *args, **kw): return args, kw
    def __repr__(self): return "P()"


for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt", "le", "eq", "ne", "ge", "gt",
             "is_", "is_not", "iadd", "isub", "imul", "ior"):
    show(name, (7, 2), (1,), ("a", 1) if name not in ("is_", "is_not") else (1, 2))
for name in ("neg", "pos", "invert", "inv", "abs", "not_", "truth", "index"):
    show(name, (5,), (-5,), ("x",), ())
show("concat", ("a", "b"), ([1], [2]), (1, 2))
show("contains", ([1], 1), ("abc", "z"), (1, 1))
show("getitem", ([1, 2], 1), ({"a": 1}, "a"), ([1], 5), (1, 1))
d = {}
show("setitem", (d, "k", 1), ((), 0, 1))
print(d)
show("delitem", (d, "k"), (d, "k"))
show("countOf", ([1, 2, 1], 1), ("aab", "a"))
show("indexOf", ([1, 2], 2), ([1], 5))
show("length_hint", ([1, 2],), (iter([1]),), (5,), (5, 7), (5, "x"))
print(operator.call(lambda *a, **k: (a, k), 1, x=2))
p = P()
print(operator.itemgetter(1)([5, 6]), operator.itemgetter(0, -1)("abc"), operator.itemgetter("k")({"k": 1}), operator.itemgetter(slice(1))([1, 2]))
print(operator.attrgetter("x")(p), operator.attrgetter("x", "inner.__class__.__name__")(p), operator.attrgetter("inner.__len__")(p)())
print(operator.methodcaller("m")(p), operator.methodcaller("m", 1, k=2)(p), operator.methodcaller("upper")("a"))
print(operator.itemgetter(1, "a"), operator.attrgetter("a.b"), operator.methodcaller("m", 1, k=2), repr(operator.itemgetter))
for text in ("operator.itemgetter()", "operator.attrgetter()", "operator.attrgetter(1)", "operator.methodcaller()", "operator.methodcaller(1)",
             "operator.itemgetter(1)()", "operator.itemgetter(1)(1, 2)", "operator.attrgetter('q')(p)", "operator.itemgetter(5)([])", "operator.add(1, 2, x=1)"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
print(operator.add is operator.__add__, operator.__name__, sorted([(2, "b"), (1, "c")], key=operator.itemgetter(1)))
