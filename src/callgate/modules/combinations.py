"""The combinatoric iterators of itertools: product, permutations, combinations with and without replacement.

Each result is a fresh tuple and costs its length. Pools are drained, and rows of indices paid for, when the iterator is
made.
"""

import cython
from cython.cimports.callgate.core.operators import drain, index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.modules.define import ABSENT, Keywords

LARGEST = cython.declare(cython.longlong, 1 << 60)


@cython.cfunc
@cython.exceptval(-1, check=True)
def row_size(value: object, what: str) -> cython.longlong:
    """A length for a row of indices, which there is memory for."""
    number: object = index(value)
    if number < 0:
        raise ValueError(f"{what} must be non-negative" if what != "repeat" else "repeat argument cannot be negative")
    if number > LARGEST:
        raise OverflowError("Python int too large to convert to C ssize_t")
    size: cython.longlong = number
    charge_memory(size * 16)
    charge(size)
    return size


@cython.cfunc
def row_number(value: object) -> object:
    number: object = index(value)
    if not -(1 << 63) <= number < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


def new_product(cls, /, *args, **kwargs):
    times: cython.longlong = 1
    if kwargs:
        if "repeat" in kwargs and len(kwargs) == 1:
            times = row_size(row_number(kwargs["repeat"]), "repeat")
        else:
            Keywords("product", "repeat", 0, 0, 0).unpack((), kwargs)
    charge_memory(times * len(args) * 16)
    charge(times * len(args))
    self: Product = Product.__new__(Product)
    self.type = cls
    pools: tuple = tuple([tuple(drain(arg)) for arg in args])
    self.pools = pools * times
    self.indices = [0] * len(self.pools)
    self.stopped = any(not pool for pool in pools) and times > 0
    return self


class Product:
    def __iter__(self):
        return self

    def __next__(self):
        i: cython.Py_ssize_t
        n: cython.Py_ssize_t = len(self.pools)
        if self.stopped:
            raise StopIteration
        charge(n + 1)
        if self.result is None:
            self.result = ()    # there was one
        else:
            i = n - 1
            while i >= 0:
                self.indices[i] += 1
                if self.indices[i] < len(self.pools[i]):
                    break
                self.indices[i] = 0
                i -= 1
            if i < 0:
                self.stopped = True
                raise StopIteration
        return tuple([self.pools[i][self.indices[i]] for i in range(n)])


COMBINATIONS = cython.declare(Keywords, Keywords("combinations", "iterable r", 2))
REPLACEMENT = cython.declare(Keywords, Keywords("combinations_with_replacement", "iterable r", 2))


def new_combinations(cls, /, *args, **kwargs):
    given: list = COMBINATIONS.unpack(args, kwargs)
    r: object = row_number(given[1])
    pool: tuple = tuple(drain(given[0]))
    if r < 0:
        raise ValueError("r must be non-negative")
    self: Combinations = Combinations.__new__(Combinations)
    self.type = cls
    self.pool = pool
    self.stopped = r > len(pool)
    self.indices = [] if self.stopped else list(range(row_size(r, "r")))
    return self


def new_combinations_with_replacement(cls, /, *args, **kwargs):
    given: list = REPLACEMENT.unpack(args, kwargs)
    number: object = row_number(given[1])
    self: Combinations = Combinations.__new__(Combinations)
    self.type = cls
    self.pool = tuple(drain(given[0]))
    self.replace = True
    r: cython.longlong = row_size(number, "r")
    self.stopped = not self.pool and r > 0
    self.indices = [] if self.stopped else [0] * r
    return self


class Combinations:
    def __iter__(self):
        return self

    def __next__(self):
        i: cython.Py_ssize_t
        j: cython.Py_ssize_t
        r: cython.Py_ssize_t = len(self.indices)
        n: cython.Py_ssize_t = len(self.pool)
        index: cython.Py_ssize_t
        if self.stopped:
            raise StopIteration
        charge(r + 1)
        if not self.started:
            self.started = True
            return self.row()
        i = r - 1
        while i >= 0 and self.indices[i] == (n - 1 if self.replace else i + n - r):
            i -= 1
        if i < 0:
            self.stopped = True
            raise StopIteration
        index = self.indices[i] + 1
        for j in range(i, r):
            self.indices[j] = index
            if not self.replace:
                index += 1
        return self.row()

    def row(self):
        i: cython.Py_ssize_t
        return tuple([self.pool[i] for i in self.indices])


PERMUTATIONS = cython.declare(Keywords, Keywords("permutations", "iterable r", 1))


def new_permutations(cls, /, *args, **kwargs):
    given: list = PERMUTATIONS.unpack(args, kwargs)
    pool: tuple = tuple(drain(given[0]))
    n: cython.Py_ssize_t = len(pool)
    self: Permutations = Permutations.__new__(Permutations)
    self.type = cls
    self.pool = pool
    if given[1] is ABSENT or given[1] is None:
        self.r = n
    else:
        if not isinstance(given[1], int):
            raise TypeError("Expected int as r")
        r: object = row_number(given[1])
        if r < 0:
            raise ValueError("r must be non-negative")
        self.stopped = r > n
        self.r = 0 if self.stopped else r
    charge_memory(n * 32)
    charge(n)
    self.indices = list(range(n))
    self.cycles = [n - i for i in range(self.r)]
    return self


class Permutations:
    def __iter__(self):
        return self

    def __next__(self):
        i: cython.Py_ssize_t
        j: cython.Py_ssize_t
        n: cython.Py_ssize_t = len(self.pool)
        if self.stopped:
            raise StopIteration
        charge(self.r + 1)
        if not self.started:
            self.started = True
            return self.row()
        i = self.r - 1
        while i >= 0:
            self.cycles[i] -= 1
            if self.cycles[i] > 0:
                j = n - cython.cast(cython.Py_ssize_t, self.cycles[i])
                self.indices[i], self.indices[j] = self.indices[j], self.indices[i]
                return self.row()
            # the index goes to the end, all behind it move up
            charge((n - i) // 8)
            self.indices.append(self.indices.pop(i))
            self.cycles[i] = n - i
            i -= 1
        self.stopped = True
        raise StopIteration

    def row(self):
        i: cython.Py_ssize_t
        return tuple([self.pool[self.indices[i]] for i in range(self.r)])
