"""A class's __hash__ that gives the hash of something else finds, and is found as, that something."""


class Q:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, Q) else other)


for value in ("abc", "x" * 50, 1.5, (1, "a"), None, b"bytes", frozenset({1}), 1 << 70, -1, 2 ** 61 - 1):
    print(hash(Q(value)) == hash(value), {Q(value): 1}[value], {value: 2}[Q(value)], Q(value) in {value}, value in {Q(value)})


class Fixed:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number


for number in (0, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 63 - 1, -2 ** 63, 2 ** 63, -2 ** 63 - 1, 2 ** 64, True, 10 ** 30):
    print(hash(Fixed(number)))
try:
    hash(Fixed(1.5))
except TypeError as error:
    print(error)
