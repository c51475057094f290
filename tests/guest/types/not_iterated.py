# What has __getitem__ for keys only is not iterated.
import itertools
import re


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def unpack(value):
    first, second = value


def loop(value):
    for each in value:
        pass


def delegate(value):
    yield from value


for value in (int | str, list[int] | int, re.match("a", "a")):
    for call in (
        lambda: iter(value), lambda: {}.update(value), lambda: [*value], lambda: set().union(value), lambda: list(value), lambda: tuple(value),
        lambda: dict(value), lambda: [].extend(value), lambda: [1][0:1].__setitem__(slice(0, 1), value), lambda: print(*value), lambda: zip(value),
        lambda: 1 in value, lambda: max(value), lambda: enumerate(value), lambda: "".join(value), lambda: bytes(value), lambda: sorted(value),
        lambda: reversed(value), lambda: len(value), lambda: next(itertools.chain(value)), lambda: map(len, value), lambda: unpack(value),
        lambda: loop(value), lambda: list(delegate(value)), lambda: value[0],
    ):
        show(call)
