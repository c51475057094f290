# Bytes are made of numbers one by one: the first that is wrong ends it.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value)
        return self.value


class Items:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        print("next", len(self.items))
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Old:
    def __getitem__(self, place):
        print("item", place)
        return (1, 2, "x")[place]


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def assign(value):
    made = bytearray(b"abc")
    made[0:2] = value
    return made


def extend(value):
    made = bytearray(b"abc")
    try:
        made.extend(value)
    finally:
        print(made)


for make in (bytes, bytearray, lambda value: int.from_bytes(value, "big"), extend, assign):
    for value in (
        lambda: [1, 2], lambda: [10**20, 2.5, 3], lambda: [2.5, 10**20], lambda: [256, "a"], lambda: ["a", 256], lambda: (Index(1), Index(300), Index(2)),
        lambda: [-1, Index(1)], lambda: {10**20, 2.5, 3}, lambda: Items(1, 300, 2), lambda: Items(1, "a", 2), lambda: Items(1, 2),
        lambda: Items(Index(1), Index(10**30)), Old, lambda: "abc", lambda: None, lambda: 2.5, lambda: range(255, 258), lambda: [True, False],
        lambda: {1: 2}, lambda: iter([1, 300]),
    ):
        show(lambda: make(value()))
