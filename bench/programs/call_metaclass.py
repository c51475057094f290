"""metaclass __call__"""
CATEGORY, N, UNITS = "call", 4_000, 2


class Meta(type):
    def __call__(cls, x):
        return x


class Made(metaclass=Meta):
    pass


def run(n):
    last = 0
    for i in range(n):
        Made(1); last = Made(i)
    assert last == n - 1
