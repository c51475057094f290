# What a list or a tuple is made of is asked for its length, which may fail.
import operator


class Negative(list):
    def __len__(self):
        return -1


class Wrong(list):
    def __len__(self):
        raise ValueError("no length")


class Unsized(list):
    def __len__(self):
        raise TypeError("not counted")


class Told(list):
    def __len__(self):
        print("asked")
        return 3


class Text(str):
    def __len__(self):
        raise ValueError("no length")


class Hinted:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        print("hint")
        return 5


class Empty:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        raise ValueError("no hint")


class BadHint(Empty):
    def __length_hint__(self):
        return "a"


class NotIterable:
    def __len__(self):
        print("asked")
        return 1


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def take(*args):
    return args


for kind in (Negative, Wrong, Unsized, Told, Text, Hinted, Empty, BadHint, NotIterable):
    value = kind()
    print(kind.__name__)
    for call in (
        lambda: [*value], lambda: (*value,), lambda: {*value}, lambda: list(value), lambda: tuple(value), lambda: [].extend(value),
        lambda: sorted(value), lambda: sorted(value, key=str), lambda: bytes(value), lambda: bytearray(value), lambda: set(value),
        lambda: dict.fromkeys(value), lambda: "".join(value), lambda: [0].__iadd__(value), lambda: take(*value), lambda: take(1, *value),
        lambda: list(map(str, value)), lambda: [each for each in value], lambda: [1][0:0].__setitem__(slice(0, 0), value),
        lambda: operator.length_hint(value), lambda: sum(value), lambda: all(value), lambda: bytearray(b"ab").extend(value),
    ):
        show(call)
