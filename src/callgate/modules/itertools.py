"""The iterators of itertools: ours, since the host's would run unmetered and cannot be stored.

Every item costs one unit of fuel, also when nobody keeps it. What needs memory by the numbers given to it (tee,
product, permutations …) asks for it first.
"""

import itertools as host
import sys

import cython
from cython.cimports.callgate.core.call import call1, call2, object_call
from cython.cimports.callgate.core.capi import DECREF, Py_REFCNT, Ref
from cython.cimports.callgate.core.operators import (
    binary_op, compare_op, drain, get_iter, index, repr_, truth,
)
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import OBJECT, lookup, lookup_special
from cython.cimports.callgate.interpreter.walk import set_own_type
from cython.cimports.callgate.modules.combinations import Combinations, Permutations, Product
from cython.cimports.callgate.modules.define import (
    ABSENT, Keywords, NativeModule, arity, define_plain, no_keywords, own, positional, pull,
)


from callgate.core.type import native_type
from callgate.modules.builtins import FUNCTIONS
from callgate.modules.combinations import (
    new_combinations, new_combinations_with_replacement, new_permutations, new_product,
)
from callgate.modules.itertools_state import REDUCE, TYPES as STATE_TYPES, new_grouper, set_absent
from callgate.objects.genericalias import class_getitem

ADD = cython.declare(cython.int, 0)
EQUAL = cython.declare(cython.int, 2)
FAR = cython.declare(cython.Py_ssize_t, sys.maxsize)


@cython.cfunc
@cython.exceptval(-1, check=True)
def size_of(value: object) -> cython.Py_ssize_t:
    number: object = index(value)
    if not -FAR - 1 <= number <= FAR:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


# === endless ===
COUNT = cython.declare(Keywords, Keywords("count", "start step"))


@cython.cfunc
def is_number(value: object) -> cython.bint:
    return isinstance(value, (int, float, complex)) or any(
        lookup_special(value, name) is not None for name in ("__index__", "__int__", "__float__"))


@cython.cfunc
def beyond(cls: object, kwargs: dict) -> object:
    """Keyword arguments that a constructor has to refuse: a class with an __init__ of its own may take some."""
    return None if kwargs and lookup(cls, "__init__") != lookup(OBJECT, "__init__") else kwargs


def new_count(cls, /, *args, **kwargs):
    given: list = COUNT.unpack(args, kwargs)
    start: object = 0 if given[0] is ABSENT else given[0]
    step: object = 1 if given[1] is ABSENT else given[1]
    if not is_number(start) or not is_number(step):
        raise TypeError("a number is required")
    self: Count = Count.__new__(Count)
    self.type = cls
    if isinstance(start, int) and isinstance(step, int) and int.__eq__(step, 1):
        start, step = int.__index__(start), 1       # the host counts in C then
    self.value = start
    self.increment = step
    return self


class Count:
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        value: object = self.value
        self.value = binary_op(ADD, value, self.increment)
        return value

    def __reduce__(self):
        if type(self.increment) is int and self.increment == 1:
            return self.type, (self.value,)
        return self.type, (self.value, self.increment)


# Not a method of the host class: a guest class that derives from this one may have its own.
def show_count(self: Count):
    if isinstance(self.increment, int) and int.__eq__(self.increment, 1):
        return f"{self.type.name}({repr_(self.value)})"
    return f"{self.type.name}({repr_(self.value)}, {repr_(self.increment)})"


def new_cycle(cls, /, *args, **kwargs):
    positional("cycle", args, beyond(cls, kwargs), 1, 1)
    self: Cycle = Cycle.__new__(Cycle)
    self.it = get_iter(args[0])
    self.type = cls
    self.saved = []
    return self


class Cycle:
    def __iter__(self):
        return self

    def __next__(self):
        if self.it is not None:
            item: Ref = pull(self.it)
            if item != cython.NULL:
                value: object = own(item)
                if not self.first:
                    self.saved.append(value)
                return value
            self.it = None
        charge(1)
        if not self.saved:
            raise StopIteration
        value = self.saved[self.index]
        self.index += 1
        if self.index >= len(self.saved):
            self.index = 0
        return value


REPEAT = cython.declare(Keywords, Keywords("repeat", "object times", 1))


def new_repeat(cls, /, *args, **kwargs):
    given: list = REPEAT.unpack(args, kwargs)
    self: Repeat = Repeat.__new__(Repeat)
    self.type = cls
    self.value = given[0]
    self.left = -1 if given[1] is ABSENT else max(0, size_of(given[1]))
    return self


class Repeat:
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        if self.left == 0:
            raise StopIteration
        if self.left > 0:
            self.left -= 1
        return self.value

    def __length_hint__(self):
        if self.left < 0:
            raise TypeError("len() of unsized object")
        return self.left

    def __reduce__(self):
        return (self.type, (self.value,)) if self.left < 0 else (self.type, (self.value, self.left))


def show_repeat(self: Repeat):
    if self.left < 0:
        return f"{self.type.name}({repr_(self.value)})"
    return f"{self.type.name}({repr_(self.value)}, {self.left})"


# === one after the other ===
def new_chain(cls, /, *args, **kwargs):
    no_keywords("chain", beyond(cls, kwargs))
    return chain_of(cls, get_iter(args))


def chain_from_iterable(cls, /, *args):
    if len(args) != 1:
        raise TypeError(f"chain.from_iterable() takes exactly one argument ({len(args)} given)")
    return chain_of(cls, get_iter(args[0]))


@cython.cfunc
def chain_of(cls: object, source: object) -> Chain:
    self: Chain = Chain.__new__(Chain)
    self.type = cls
    self.source = source
    return self


class Chain:
    def __iter__(self):
        return self

    def __next__(self):
        item: Ref
        while self.source is not None:
            if self.active is None:
                item = pull(self.source)
                if item == cython.NULL:
                    self.source = None
                    break
                self.active = get_iter(own(item))
            item = pull(self.active)
            if item != cython.NULL:
                return own(item)
            self.active = None
        raise StopIteration


# === choosing ===
COMPRESS = cython.declare(Keywords, Keywords("compress", "data selectors", 2))


def new_compress(cls, /, *args, **kwargs):
    given: list = COMPRESS.unpack(args, kwargs)
    self: Compress = Compress.__new__(Compress)
    self.data = get_iter(given[0])
    self.selectors = get_iter(given[1])
    self.type = cls
    return self


class Compress:
    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item: Ref = pull(self.data)
            if item == cython.NULL:
                raise StopIteration
            value: object = own(item)
            chosen: Ref = pull(self.selectors)
            if chosen == cython.NULL:
                raise StopIteration
            if truth(own(chosen)):
                return value


def new_dropwhile(cls, /, *args, **kwargs):
    positional("dropwhile", args, beyond(cls, kwargs), 2, 2)
    self: DropWhile = DropWhile.__new__(DropWhile)
    self.func = args[0]
    self.it = get_iter(args[1])
    self.type = cls
    return self


class DropWhile:
    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item: Ref = pull(self.it)
            if item == cython.NULL:
                raise StopIteration
            value: object = own(item)
            if self.started:
                return value
            if not truth(call1(self.func, value)):
                self.started = True
                return value


def new_takewhile(cls, /, *args, **kwargs):
    positional("takewhile", args, beyond(cls, kwargs), 2, 2)
    self: TakeWhile = TakeWhile.__new__(TakeWhile)
    self.func = args[0]
    self.it = get_iter(args[1])
    self.type = cls
    return self


class TakeWhile:
    def __iter__(self):
        return self

    def __next__(self):
        if self.stopped:
            raise StopIteration
        item: Ref = pull(self.it)
        if item == cython.NULL:
            raise StopIteration
        value: object = own(item)
        if truth(call1(self.func, value)):
            return value
        self.stopped = True
        raise StopIteration


def new_filterfalse(cls, /, *args, **kwargs):
    positional("filterfalse", args, beyond(cls, kwargs), 2, 2)
    self: FilterFalse = FilterFalse.__new__(FilterFalse)
    self.func = args[0]
    self.it = get_iter(args[1])
    self.type = cls
    return self


class FilterFalse:
    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item: Ref = pull(self.it)
            if item == cython.NULL:
                raise StopIteration
            value: object = own(item)
            if not truth(value if self.func is None else call1(self.func, value)):
                return value


def new_starmap(cls, /, *args, **kwargs):
    positional("starmap", args, beyond(cls, kwargs), 2, 2)
    self: StarMap = StarMap.__new__(StarMap)
    self.func = args[0]
    self.it = get_iter(args[1])
    self.type = cls
    return self


class StarMap:
    def __iter__(self):
        return self

    def __next__(self):
        item: Ref = pull(self.it)
        if item == cython.NULL:
            raise StopIteration
        values: object = own(item)
        return object_call(self.func, values if type(values) is tuple else tuple(drain(values)), None)


@cython.cfunc
@cython.exceptval(-2, check=True)
def bound_of(value: object, default: cython.Py_ssize_t) -> cython.Py_ssize_t:
    """-1: it is no number, or too large, or -1."""
    if value is None:
        return default
    try:
        number: object = index(value)
    except Exception:
        return -1
    return number if -FAR - 1 <= number <= FAR else -1


def new_islice(cls, /, *args, **kwargs):
    positional("islice", args, beyond(cls, kwargs), 2, 4)
    self: Islice = Islice.__new__(Islice)
    self.next = 0 if len(args) == 2 else bound_of(args[1], 0)
    last: object = args[1] if len(args) == 2 else args[2]
    self.stop = bound_of(last, -1)
    if self.stop == -1 and last is not None:
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if self.next < 0 or self.stop < -1:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    self.step = bound_of(args[3], 1) if len(args) == 4 else 1
    if self.step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    self.it = get_iter(args[0])
    self.type = cls
    return self


class Islice:
    def __iter__(self):
        return self

    def __next__(self):
        item: Ref
        if self.it is None:
            raise StopIteration
        # when nothing is left to give, the source still goes on up to `stop`
        wanted: cython.Py_ssize_t = self.next
        if self.stop >= 0 and wanted > self.stop:
            wanted = self.stop
        while self.count < wanted:
            item = pull(self.it)
            if item == cython.NULL:
                self.it = None
                raise StopIteration
            DECREF(item)
            self.count += 1
        if self.stop >= 0 and self.count >= self.stop:
            self.it = None
            raise StopIteration
        item = pull(self.it)
        if item == cython.NULL:
            self.it = None
            raise StopIteration
        self.count += 1
        self.next = FAR if self.next > FAR - self.step else self.next + self.step
        return own(item)


# === grouping ===
GROUPBY = cython.declare(Keywords, Keywords("groupby", "iterable key", 1))


def new_groupby(cls, /, *args, **kwargs):
    given: list = GROUPBY.unpack(args, kwargs)
    self: GroupBy = GroupBy.__new__(GroupBy)
    self.it = get_iter(given[0])
    self.key = None if given[1] is ABSENT else given[1]
    self.target = self.current_key = self.current_value = ABSENT
    self.type = cls
    return self


@cython.cfunc
@cython.exceptval(-1)
def group_step(self: GroupBy) -> cython.int:
    """Take one item and its key; 0 at the end."""
    item: Ref = pull(self.it)
    if item == cython.NULL:
        return 0
    value: object = own(item)
    self.current_key = value if self.key is None else call1(self.key, value)
    self.current_value = value
    return 1


@cython.cfunc
@cython.exceptval(-1, check=True)
def same(a: object, b: object) -> cython.int:
    return a is b or truth(compare_op(EQUAL, a, b))


class GroupBy:
    def __iter__(self):
        return self

    def __next__(self):
        self.group = None
        while self.current_key is ABSENT or (self.target is not ABSENT and same(self.target, self.current_key)):
            if not group_step(self):
                raise StopIteration
        self.target = self.current_key
        group: Grouper = Grouper.__new__(Grouper)
        group.parent = self
        group.target = self.target
        self.group = group
        return self.current_key, group


class Grouper:
    def __iter__(self):
        return self

    def __next__(self):
        parent: GroupBy = self.parent
        if parent.group is not self:
            raise StopIteration
        if parent.current_value is ABSENT and not group_step(parent):
            raise StopIteration
        if not same(self.target, parent.current_key):
            raise StopIteration
        value: object = parent.current_value
        parent.current_value = ABSENT
        return value


# === several at once ===
def tee(*args, **kwargs):
    no_keywords("itertools.tee", kwargs)
    arity("tee", len(args), 1, 2)
    n: cython.Py_ssize_t = size_of(args[1]) if len(args) == 2 else 2
    if n < 0:
        raise ValueError("n must be >= 0")
    charge_memory(n * 64)
    charge(n)
    if n == 0:
        return ()
    first: object = get_iter(args[0])
    if not isinstance(first, Tee):
        first = tee_over(first)
    copies: list = [first]
    i: cython.Py_ssize_t
    for i in range(1, n):
        copies.append(cython.cast(Tee, first).__copy__())
    return tuple(copies)


@cython.cfunc
def tee_over(it: object) -> Tee:
    self: Tee = Tee.__new__(Tee)
    self.link = TeeLink.__new__(TeeLink)
    self.link.it = it
    return self


def new_tee(cls, /, *args, **kwargs):
    positional("_tee", args, beyond(cls, kwargs), 1, 1)
    it: object = get_iter(args[0])
    made: Tee = cython.cast(Tee, it).__copy__() if isinstance(it, Tee) else tee_over(it)
    made.type = cls
    return made


class TeeLink:
    def __dealloc__(self):
        # link after link, so that a long queue needs no C stack
        link: TeeLink = self.next
        following: TeeLink
        self.next = None
        while link is not None and Py_REFCNT(cython.cast(Ref, link)) == 1:     # nobody's but ours
            following = link.next
            link.next = None
            link = following
            following = None


set_own_type(TeeLink)


class Tee:
    def __iter__(self):
        return self

    def __next__(self):
        link: TeeLink = self.link
        if link.next is None:
            if link.running:
                raise RuntimeError("cannot re-enter the tee iterator")
            link.running = True
            try:
                item: Ref = pull(link.it)
            finally:
                link.running = False
            if item == cython.NULL:
                raise StopIteration
            value: object = own(item)
            if link.next is None:
                fresh: TeeLink = TeeLink.__new__(TeeLink)
                fresh.it = link.it
                link.value = value
                link.next = fresh
                link.it = None
        else:
            charge(1)
        self.link = link.next
        return link.value

    def __copy__(self):
        made: Tee = Tee.__new__(Tee)
        made.type = self.type
        made.link = self.link
        return made


def new_zip_longest(cls, /, *args, **kwargs):
    fill: object = None
    if kwargs:
        if len(kwargs) > 1 or "fillvalue" not in kwargs:
            raise TypeError("zip_longest() got an unexpected keyword argument")
        fill = kwargs["fillvalue"]
    self: ZipLongest = ZipLongest.__new__(ZipLongest)
    self.iterators = [get_iter(arg) for arg in args]
    self.active = len(args)
    self.fill = fill
    self.type = cls
    return self


class ZipLongest:
    def __iter__(self):
        return self

    def __next__(self):
        i: cython.Py_ssize_t
        n: cython.Py_ssize_t = len(self.iterators)
        if n == 0 or self.active == 0:
            raise StopIteration
        row: list = []
        for i in range(n):
            it: object = self.iterators[i]
            if it is None:
                row.append(self.fill)
                continue
            item: Ref = pull(it)
            if item != cython.NULL:
                row.append(own(item))
                continue
            self.active -= 1
            if self.active <= 0:
                self.active = 0
                raise StopIteration
            self.iterators[i] = None
            row.append(self.fill)
        return tuple(row)


ACCUMULATE = cython.declare(Keywords, Keywords("accumulate", "iterable func initial", 1, 0, 2))


def new_accumulate(cls, /, *args, **kwargs):
    given: list = ACCUMULATE.unpack(args, kwargs)
    self: Accumulate = Accumulate.__new__(Accumulate)
    self.it = get_iter(given[0])
    self.func = None if given[1] is ABSENT else given[1]
    self.initial = None if given[2] is ABSENT else given[2]
    self.type = cls
    return self


class Accumulate:
    def __iter__(self):
        return self

    def __next__(self):
        if self.initial is not None:
            charge(1)
            self.total = self.initial
            self.initial = None
            self.started = True
            return self.total
        item: Ref = pull(self.it)
        if item == cython.NULL:
            raise StopIteration
        value: object = own(item)
        if not self.started:
            self.started = True
            self.total = value
        elif self.func is None:
            self.total = binary_op(ADD, self.total, value)
        else:
            self.total = call2(self.func, self.total, value)
        return self.total


def new_pairwise(cls, /, *args, **kwargs):
    positional("pairwise", args, beyond(cls, kwargs), 1, 1)
    self: Pairwise = Pairwise.__new__(Pairwise)
    self.it = get_iter(args[0])
    self.type = cls
    return self


class Pairwise:
    def __iter__(self):
        return self

    def __next__(self):
        item: Ref
        if self.it is None:
            raise StopIteration
        if not self.started:
            item = pull(self.it)
            if item == cython.NULL:
                self.it = None
                raise StopIteration
            self.old = own(item)
            self.started = True
        if self.it is None:         # a source that came back to us
            raise StopIteration
        old: object = self.old
        item = pull(self.it)
        if item == cython.NULL:
            self.it = self.old = None
            raise StopIteration
        value: object = own(item)
        pair: tuple = (old, value)
        self.old = value
        return pair


BATCHED = cython.declare(Keywords, Keywords("batched", "iterable n strict", 2, 0, 2))


def new_batched(cls, /, *args, **kwargs):
    given: list = BATCHED.unpack(args, kwargs)
    n: cython.Py_ssize_t = size_of(given[1])
    if n < 1:
        raise ValueError("n must be at least one")
    self: Batched = Batched.__new__(Batched)
    self.n = n
    self.it = get_iter(given[0])
    self.strict = given[2] is not ABSENT and truth(given[2])
    self.type = cls
    return self


class Batched:
    def __iter__(self):
        return self

    def __next__(self):
        if self.it is None:
            raise StopIteration
        batch: list = []
        while len(batch) < self.n:
            item: Ref = pull(self.it)
            if item == cython.NULL:
                self.it = None
                if not batch:
                    raise StopIteration
                if self.strict:
                    raise ValueError("batched(): incomplete batch")
                break
            batch.append(own(item))
            if len(batch) & 0xFFFF == 0:
                charge_memory(len(batch) * 16)
        return tuple(batch)


# === the module ===
CONTENTS: dict = {"tee": define_plain(tee, "tee", "itertools")}


def state_functions(name) -> dict:
    found: dict = {}
    for dunder, function in zip(("__reduce__", "__setstate__"), REDUCE.get(name, ())):
        if function is not None:
            found[dunder] = function
    return found


def iterator(name, kind, new, methods=(), slots=(), functions=None):
    """A type of the module, if this host has it."""
    like = getattr(host, name, None)
    if like is not None or name == "_grouper" or name == "_tee":
        made = native_type(
            name, kind, module="itertools", doc=getattr(like, "__doc__", None), methods=methods,
            slots=("__iter__", "__next__", *slots), functions=(functions or {}) | state_functions(name), new=new,
            basetype=name not in ("_grouper", "_tee"))
        CONTENTS[name] = made
        return made
    return None


iterator("count", Count, new_count, ("__reduce__",), functions={"__repr__": show_count})
iterator("cycle", Cycle, new_cycle)
iterator("repeat", Repeat, new_repeat, ("__reduce__", "__length_hint__"), functions={"__repr__": show_repeat})
iterator("chain", Chain, new_chain, functions={"from_iterable": classmethod(chain_from_iterable),
                                              "__class_getitem__": classmethod(class_getitem)})
iterator("compress", Compress, new_compress)
iterator("dropwhile", DropWhile, new_dropwhile)
iterator("takewhile", TakeWhile, new_takewhile)
iterator("filterfalse", FilterFalse, new_filterfalse)
iterator("starmap", StarMap, new_starmap)
iterator("islice", Islice, new_islice)
iterator("groupby", GroupBy, new_groupby)
iterator("_grouper", Grouper, new_grouper)
iterator("_tee", Tee, new_tee, ("__copy__",))
iterator("zip_longest", ZipLongest, new_zip_longest)
iterator("accumulate", Accumulate, new_accumulate)
iterator("pairwise", Pairwise, new_pairwise)
iterator("batched", Batched, new_batched)
iterator("product", Product, new_product)
iterator("permutations", Permutations, new_permutations)
iterator("combinations", Combinations, new_combinations)
iterator("combinations_with_replacement", Combinations, new_combinations_with_replacement)
STATE_TYPES.update(CONTENTS, iter=FUNCTIONS["iter"])
set_absent(ABSENT)
MODULE = NativeModule("itertools", CONTENTS)
