# ruff: noqa: F821  names that modules/folding.py puts there
"""The builtins that call back, as guest code: the calls they make are frames, which can be paused and need no C stack.

Each has a quick form in modules/folding.py, which has already checked the arguments when these run. `missing` stands
for an argument that was not given; the other names that are not defined here come from modules/folding.py.
"""


def sum(iterable, /, start=0):
    state = [start, 0.0]
    plain = True
    for item in iterable:
        if plain:
            if sum_add(state, item):
                continue
            plain = False
            start = state[0]
        start = start + item
    return sum_end(state) if plain else start


def max(*args, key=None, default=missing):
    best = top = missing
    if key is None:
        for item in args[0] if len(args) == 1 else args:
            if best is missing or item > best:
                best = item
    else:
        for item in args[0] if len(args) == 1 else args:
            value = key(item)
            if best is missing or value > top:
                best = item
                top = value
    if best is missing:
        if default is missing:
            raise ValueError("max() " + EMPTY)
        return default
    return best


def min(*args, key=None, default=missing):
    best = top = missing
    if key is None:
        for item in args[0] if len(args) == 1 else args:
            if best is missing or item < best:
                best = item
    else:
        for item in args[0] if len(args) == 1 else args:
            value = key(item)
            if best is missing or value < top:
                best = item
                top = value
    if best is missing:
        if default is missing:
            raise ValueError("min() " + EMPTY)
        return default
    return best


def any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False


def all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True


def sorted(iterable, /, *, key=None, reverse=False):
    items = []
    ask_length(iterable)
    for item in iterable:
        items.append(item)
    if key is None:
        sort_in_place(items, reverse)
    else:
        keys = []
        for item in items:
            keys.append(key(item))
        sort_by_keys(items, keys, reverse)
    return items


def sort(self, /, *, key=None, reverse=False):
    items = take_items(self)
    try:
        keys = []
        for item in items:
            keys.append(key(item))
        sort_by_keys(items, keys, reverse)
    finally:
        changed = give_back(self, items)
    if changed:
        raise ValueError("list modified during sort")


def reduce(function, sequence, initial=missing, /):
    try:
        iterator = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    for item in iterator:
        if initial is missing:
            initial = item
        else:
            initial = function(initial, item)
    if initial is missing:
        raise TypeError("reduce() of empty iterable with no initial value")
    return initial
