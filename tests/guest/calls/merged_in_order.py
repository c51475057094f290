# What a ** gives is merged before what comes after it is evaluated; who complains first.

def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def f(a=1, b=2, *args, **named):
    return a, b, args, named


def seen(value):
    print("seen", value)
    return value


class Mapping:
    def keys(self):
        print("keys")
        return ["b", "c"]

    def __getitem__(self, key):
        print("get", key)
        return key


class Numbered(Mapping):
    def keys(self):
        return [1, "b"]


class Unlisted(Mapping):
    def keys(self):
        return 5


class Class:
    def __init__(self, a=1, b=2, **named):
        self.given = a, b, named

    def __repr__(self):
        return f"Class{self.given}"

    def method(self, a=1, b=2):
        return a, b


for g in (f, Class, Class().method, lambda: 0, 5, len):
    for call in (
        lambda: g(b=1, **{"b": 1}, e=seen(5)), lambda: g(b=1, **{"b": seen(1)}, **{"b": seen(2)}, e=seen(5)), lambda: g(**{"b": 1}, b=seen(2)),
        lambda: g(**{"b": 1}, **{"b": 2}), lambda: g(**{"b": 1}, c=seen(1), **{"b": 2}), lambda: g(b=1, **Mapping()), lambda: g(**Mapping(), b=seen(1)),
        lambda: g(**{1: 2}), lambda: g(**{1: 2, "a": 1}, b=seen(1)), lambda: g(b=seen(0), **{1: 2, "b": 1}), lambda: g(**{"a": 1}, **{1: 2}, b=seen(1)),
        lambda: g(*[1], **{1: 1}), lambda: g(*5, **{1: 1}), lambda: g(*5, **seen({1: 1})), lambda: g(1, *5, **seen({1: 1})), lambda: g(**5),
        lambda: g(**5, a=seen(1)), lambda: g(a=seen(1), **5), lambda: g(**Numbered()), lambda: g(b=1, **Numbered()), lambda: g(**Unlisted()),
        lambda: g(**{"a": 1}, **5), lambda: dict(Unlisted()), lambda: {**Unlisted()}, lambda: {}.update(Unlisted()), lambda: dict(Mapping()),
        lambda: g(1, 2, b=3, **{"c": 4}, d=5),
    ):
        show(call)
