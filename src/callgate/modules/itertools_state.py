"""How iterators of itertools are copied and pickled: what `__reduce__` gives and `__setstate__` takes, as CPython has it.

A state comes from the guest, so it is checked: an index outside of its pool is put at the end that is nearest.
"""

import sys

import cython
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.operators import get_iter, index, truth
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import argument_name
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.modules.combinations import Combinations, Permutations, Product
from cython.cimports.callgate.modules.itertools import (
    Accumulate, Chain, Compress, Cycle, DropWhile, FilterFalse, GroupBy, Grouper, Islice, StarMap, TakeWhile,
    ZipLongest,
)

#: the module's types and iter(), which it puts in here
TYPES: dict = {}
ABSENT = cython.declare(object, None)
DEPRECATED = sys.version_info >= (3, 12)


def set_absent(value):
    """What stands for "not yet" in a groupby."""
    global ABSENT
    ABSENT = value


@cython.cfunc
@cython.exceptval(-1, check=True)
def deprecated() -> cython.int:
    if DEPRECATED:
        warn("DeprecationWarning",
             "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.")
    return 0


@cython.cfunc
def as_tuple(state: object, size: cython.Py_ssize_t) -> tuple:
    if not isinstance(state, tuple):
        raise TypeError("state is not a tuple")
    if len(state) != size:
        raise TypeError(f"function takes exactly {size} arguments ({len(state)} given)")
    return state


@cython.cfunc
@cython.exceptval(-1, check=True)
def within(value: object, last: cython.Py_ssize_t) -> cython.Py_ssize_t:
    if not isinstance(value, int) and not has_special(value, "__index__"):
        raise TypeError("an integer is required")
    number: object = index(value)
    return 0 if number < 0 else last if number > last else number


@cython.cfunc
def as_indices(state: object, size: cython.Py_ssize_t) -> tuple:
    if not isinstance(state, tuple) or len(state) != size:
        raise ValueError("invalid arguments")
    charge(size)
    return state


# === one after the other ===
def reduce_accumulate(self: Accumulate):
    deprecated()
    func: object = self.func
    if self.initial is not None:
        return self.type, (object_call(TYPES["chain"], ((self.initial,), self.it), None), func), None
    if not self.started:
        return self.type, (self.it, func), None
    if self.total is None:
        again: object = object_call(self.type, (object_call(TYPES["chain"], ((None,), self.it), None), func), None)
        return TYPES["islice"], (again, 1, None)
    return self.type, (self.it, func), self.total


def restore_accumulate(self: Accumulate, state, /):
    deprecated()
    self.total = state
    self.started = state is not None


def reduce_chain(self: Chain):
    deprecated()
    if self.source is None:
        return self.type, ()
    return self.type, (), (self.source,) if self.active is None else (self.source, self.active)


def restore_chain(self: Chain, state, /):
    deprecated()
    if not isinstance(state, tuple):
        raise TypeError("state is not a tuple")
    if not 1 <= len(state) <= 2:
        raise TypeError(f"function takes at {'least 1 argument' if not state else 'most 2 arguments'} ({len(state)} given)")
    for each in state:
        if not has_special(each, "__next__"):
            raise TypeError("Arguments must be iterators.")
    self.source = state[0]
    self.active = state[1] if len(state) == 2 else None


def reduce_cycle(self: Cycle):
    deprecated()
    if self.it is None:
        it: object = get_iter(self.saved)
        position: cython.Py_ssize_t = self.index
        while position:
            next(it)
            position -= 1
        return self.type, (it,), (self.saved, True)
    return self.type, (self.it,), (self.saved, self.first)


def restore_cycle(self: Cycle, state, /):
    deprecated()
    saved, first = as_tuple(state, 2)
    if not isinstance(saved, list):
        raise TypeError(f"argument 1 must be list, not {argument_name(saved)}")
    self.saved = saved
    self.first = truth(index(first))
    self.index = 0


# === choosing ===
def reduce_compress(self: Compress):
    deprecated()
    return self.type, (self.data, self.selectors)


def reduce_dropwhile(self: DropWhile):
    deprecated()
    return self.type, (self.func, self.it), int(self.started)


def restore_dropwhile(self: DropWhile, state, /):
    deprecated()
    self.started = truth(state)


def reduce_takewhile(self: TakeWhile):
    deprecated()
    return self.type, (self.func, self.it), int(self.stopped)


def restore_takewhile(self: TakeWhile, state, /):
    deprecated()
    self.stopped = truth(state)


def reduce_filterfalse(self: FilterFalse):
    deprecated()
    return self.type, (self.func, self.it)


def reduce_starmap(self: StarMap):
    deprecated()
    return self.type, (self.func, self.it)


def reduce_islice(self: Islice):
    deprecated()
    if self.it is None:
        return self.type, (get_iter([]), 0), 0
    return self.type, (self.it, self.next, None if self.stop < 0 else self.stop, self.step), self.count


def restore_islice(self: Islice, state, /):
    deprecated()
    self.count = within(state, (1 << 62))


# === groups ===
def reduce_groupby(self: GroupBy):
    deprecated()
    if self.target is not ABSENT and self.current_key is not ABSENT and self.current_value is not ABSENT:
        return self.type, (self.it, self.key), (self.current_key, self.current_value, self.target)
    return self.type, (self.it, self.key)


def restore_groupby(self: GroupBy, state, /):
    deprecated()
    self.current_key, self.current_value, self.target = as_tuple(state, 3)


def new_grouper(cls, parent, target, /):
    if not isinstance(parent, GroupBy):
        raise TypeError(f"_grouper() argument 1 must be itertools.groupby, not {argument_name(parent)}")
    made: Grouper = Grouper.__new__(Grouper)
    made.type = cls
    made.parent = parent
    made.target = target
    made.parent.group = made
    return made


def reduce_grouper(self: Grouper):
    deprecated()
    if self.parent.group is not self:
        return TYPES["iter"], ((),)
    return self.type, (self.parent, self.target)


# === several at once ===
def reduce_zip_longest(self: ZipLongest):
    deprecated()
    return self.type, tuple([() if it is None else it for it in self.iterators]), self.fill


def restore_zip_longest(self: ZipLongest, state, /):
    deprecated()
    self.fill = state


# === combinations ===
def reduce_product(self: Product):
    deprecated()
    if self.stopped:
        return self.type, ((),)
    if self.result is None:
        return self.type, self.pools
    return self.type, self.pools, tuple(self.indices)


def restore_product(self: Product, state, /):
    deprecated()
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t = len(self.pools)
    state = as_indices(state, n)
    for i in range(n):
        if not self.pools[i]:
            self.stopped = True
            return
        self.indices[i] = within(state[i], len(self.pools[i]) - 1)
    self.result = ()


def reduce_combinations(self: Combinations):
    deprecated()
    r: cython.Py_ssize_t = len(self.indices)
    if not self.started:
        return self.type, (self.pool, r if not self.stopped else len(self.pool) + 1)
    if self.stopped:
        return self.type, ((), r)
    return self.type, (self.pool, r), tuple(self.indices)


def restore_combinations(self: Combinations, state, /):
    deprecated()
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t = len(self.pool)
    r: cython.Py_ssize_t = len(self.indices)
    state = as_indices(state, r)
    for i in range(r):
        self.indices[i] = within(state[i], n - 1 if self.replace else i + n - r)
    self.started = True


def reduce_permutations(self: Permutations):
    deprecated()
    if not self.started:
        return self.type, (self.pool, self.r if not self.stopped else len(self.pool) + 1)
    if self.stopped:
        return self.type, ((), self.r)
    return self.type, (self.pool, self.r), (tuple(self.indices), tuple(self.cycles))


def restore_permutations(self: Permutations, state, /):
    deprecated()
    i: cython.Py_ssize_t
    n: cython.Py_ssize_t = len(self.pool)
    indices, cycles = as_tuple(state, 2)
    for number, each in enumerate((indices, cycles), 1):
        if not isinstance(each, tuple):
            raise TypeError(f"argument {number} must be tuple, not {argument_name(each)}")
    indices = as_indices(indices, n)
    cycles = as_indices(cycles, self.r)
    for i in range(n):
        self.indices[i] = within(indices[i], n - 1)
    for i in range(self.r):
        self.cycles[i] = max(1, within(cycles[i], n - i))
    self.started = True


REDUCE: dict = {
    "accumulate": (reduce_accumulate, restore_accumulate), "chain": (reduce_chain, restore_chain),
    "cycle": (reduce_cycle, restore_cycle), "compress": (reduce_compress, None),
    "dropwhile": (reduce_dropwhile, restore_dropwhile), "takewhile": (reduce_takewhile, restore_takewhile),
    "filterfalse": (reduce_filterfalse, None), "starmap": (reduce_starmap, None),
    "islice": (reduce_islice, restore_islice), "groupby": (reduce_groupby, restore_groupby),
    "_grouper": (reduce_grouper, None), "zip_longest": (reduce_zip_longest, restore_zip_longest),
    "product": (reduce_product, restore_product), "permutations": (reduce_permutations, restore_permutations),
    "combinations": (reduce_combinations, restore_combinations),
    "combinations_with_replacement": (reduce_combinations, restore_combinations),
}
