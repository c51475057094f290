"""The match statement."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point):
    pass


class NoArgs:
    pass


class Color:
    RED = "red"


def describe(value):
    match value:
        case 0 | 1 as small:
            return f"small {small}"
        case -1 | 2.5 | 1 + 2j:
            return "a number"
        case None | True | False:
            return f"constant {value}"
        case "text" | b"bytes":
            return "literal"
        case Color.RED:
            return "value pattern"
        case str(text) if len(text) > 5:
            return f"long {text}"
        case str():
            return "str"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"12 and {rest}"
        case (first, *_, last) if first == last:
            return f"same ends {first}"
        case [*_, {"k": [_, y]}]:
            return f"nested {y}"
        case {"kind": "a", "n": int(n)}:
            return f"a {n}"
        case {"kind": kind, **others}:
            return f"kind {kind} {others}"
        case {}:
            return f"mapping of {len(value)}"
        case Sub(x=0):
            return "sub at 0"
        case Point(0, y):
            return f"on the axis at {y}"
        case Point(x, y=Point(x=z)):
            return f"point in point {x} {z}"
        case Point(x, y) if (s := x + y) > 10:
            return f"far {s}"
        case Point():
            return "point"
        case int(n) | float(n):
            return f"number {n}"
        case [[a, b], *_] | (_, [a, b], *_):
            return f"pairs {a} {b}"
        case _:
            return f"other {type(value).__name__}"


values = [
    0, 1, True, -1, 2.5, 1 + 2j, None, "text", b"bytes", "red", "longer text", "abc", [], (), [7], (7,), [1, 2], [1, 2, 3, 4], (5, 0, 5), [9, {"k": [1, 2]}],
    {"kind": "a", "n": 3}, {"kind": "a", "n": "x"}, {"kind": 2, "z": 1}, {}, {"q": 1}, Sub(0, 1), Sub(1, 1), Point(0, 4), Point(1, Point(2, 3)), Point(6, 7),
    Point(1, 2), 77, 7.5, [[1, 2], 3], (0, [1, 2]), {1, 2}, range(2), "", NoArgs(), iter([]), bytearray(b"x"),
]
for value in values:
    print(type(value).__name__, describe(value))


def binding(value):
    match value:
        case [a, b] if a > b:
            pass
        case [a, b, c]:
            pass
        case _:
            a = "unset"
    return sorted(locals().items(), key=lambda item: item[0])[:-1]


print(binding([2, 1]), binding([1, 2]), binding([1, 2, 3]), binding("ab"))


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def too_many():
    match Point(1, 2):
        case Point(a, b, c):
            return "never"


def none_allowed():
    match NoArgs():
        case NoArgs(a):
            return "never"


def not_a_class():
    match 1:
        case int.real():
            return "never"


def twice():
    match Point(1, 2):
        case Point(1, x=1):
            return "never"


class Bad:
    __match_args__ = ["x"]


def bad_args():
    match Bad():
        case Bad(1):
            return "never"


class BadName:
    __match_args__ = (1,)


def bad_name():
    match BadName():
        case BadName(1):
            return "never"


for f in (too_many, none_allowed, not_a_class, twice, bad_args, bad_name):
    print(f.__name__, attempt(f))


class Mapping(dict):
    pass


class Sequence(list):
    pass


class Missing:
    __match_args__ = ("nope",)


def kinds(value):
    match value:
        case {"a": 1}:
            return "mapping"
        case [1, 2]:
            return "sequence"
        case Missing(x):
            return "never"
        case Missing():
            return "missing attribute"
        case int():
            return "int"


print(kinds(Mapping(a=1, b=2)), kinds(Sequence([1, 2])), kinds(Missing()), kinds(True), kinds("12"))
match = case = _ = 3
print(match, case, _, [match for match in range(2)])
match (1, 2):
    case (a, 3):
        print("no")
    case (a, 2):
        print("yes", a)
match 1, 2:
    case 1, *x:
        print(x)
match {"a": {"b": [1, {"c": 5}]}}:
    case {"a": {"b": [_, {"c": deep}]}}:
        print(deep)
