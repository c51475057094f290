"""Operators between all kinds of values, in-place forms, comparisons, and the messages when they fail."""
import itertools

values = [0, 1, -3, 2**70, True, 2.5, -0.0, 1j, "ab", "", b"xy", [1, 2], (3,), {1: 2}, {1, 2}, frozenset([2, 3]), None, range(3), bytearray(b"z"), object]
binary = ["+", "-", "*", "/", "//", "%", "@", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=", ">", ">=", "is", "in", "and", "or"]


def attempt(text, **names):
    try:
        result = eval(text, names)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if isinstance(result, (set, frozenset)):
        return f"{type(result).__name__} {sorted(result)}"
    return repr(result)


for op in binary:
    outcomes = []
    for a, b in itertools.product(values, repeat=2):
        if op in ("<<", "**", "*") and (isinstance(b, int) and b > 1000 or isinstance(a, int) and a > 1000 and not isinstance(b, (int, float, complex))):
            continue
        outcomes.append(f"{a!r} {op} {b!r}: {attempt(f'a {op} b', a=a, b=b)}")
    print(op, len(outcomes), *outcomes, sep="\n  ")
for a, b in itertools.product([0, 1, -3, 2, 2.5, -0.5, 1j, True, "x", None], repeat=2):
    print(f"{a!r} ** {b!r}: {attempt('a ** b', a=a, b=b)}")
for op in ("-", "+", "~", "not "):
    print(op, [attempt(f"{op}a", a=a) for a in values])
for text in ("divmod(7, -2)", "divmod(-7.5, 2)", "divmod(1, 0)", "pow(3, -1, 7)", "pow(2, 10, 7)", "round(2.5)", "round(-1.5)", "round(1234, -2)", "abs(-3.5)",
             "1 < 2 < 3 > 2 != 5", "1 < 3 < 2", "1 == 1.0 == True", "0.1 + 0.2", "1e308 * 10", "float('nan') == float('nan')", "-7 // 2", "-7 % 3", "7 % -3.0",
             "1 / 3", "10 ** 20", "10 ** -2", "2 ** 0.5", "(-8) ** (1 / 3)", "0 ** 0", "0 ** -1", "1 << -1", "1 << 70", "-1 >> 100", "5 & -2", "~5", "True + True",
             "'a' * 3", "3 * [0]", "-1 * 'a'", "'%s and %d' % ('x', 3)", "'%5.2f|%-5s|%+d' % (1.5, 'a', 3)", "'%(k)s' % {'k': 1}", "'%d' % 'x'", "'%s %s' % (1,)",
             "'%s' % 1, 2", "b'%d' % 3", "[1] + [2]", "(1,) + (2,)", "{1: 2} | {3: 4}", "{1} - {1, 2}", "[1, 2] < [1, 3]", "(1, 'a') < (1, 2)", "'a' 'b'", "'b' in 'abc'",
             "2 in {1: 2}", "[] == ()", "1 in 'a'", "not 1 == 2", "1 if [] else 2", "(lambda: 1) == 3", "1 is 1", "[] is []", "'abc'[::-1]", "[1, 2, 3][-2:]", "(1, 2)[5]",
             "'a'['b']", "{}['k']", "{}[[]]", "[1][1:5]", "range(10)[2:8:3]", "[1, 2][True]", "[0][1.0]", "None[0]", "int('12') + int(3.9)", "1_000 + 0x1f + 0b11 + 0o17"):
    print(text, "->", attempt(text))
for start, op, other in [(5, "+=", 2), (5, "//=", 2), (5, "**=", 2), (5.0, "/=", 2), ("a", "+=", "b"), ([1], "+=", (2,)), ([1], "*=", 2), ((1,), "+=", (2,)), ({1}, "|=", {2}),
                         ({1: 1}, "|=", [(2, 2)]), (6, ">>=", 1), (6, "^=", 3), ({1, 2}, "&=", {2}), ([1], "+=", 3), (1, "+=", "a"), ("a", "-=", "b"), ([1], "@=", 2)]:
    kept = value = start
    try:
        exec(f"value {op} other")
        print(op, value, kept is value)
    except TypeError as error:
        print(op, error)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
d = {"a": 1}
d["a"] += 1
items = [1, 2, 3, 4, 5]
items[1:3] = "xyz"
items[::3] = [0, 0]
del items[-1], items[0]
print(d, items)


class Left:
    def __add__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    __lt__ = __add__


class Right(Left):
    def __radd__(self, other):
        return "right first"

    def __gt__(self, other):
        return "reflected"


print(Left() + Right(), Left() < Right(), Left() == Left(), Left() != Left(), attempt("a + b", a=Left(), b=Left()), attempt("a < b", a=Left(), b=Left()))
