"""The nearest of the names that a program could have meant, by CPython's rule (suggestions.c), for "Did you mean"."""

import cython

MAX_CANDIDATES = 750
MAX_LENGTH = 40
MOVE_COST = 2
CASE_COST = 1


def nearest(wrong: str, names: list):
    """The closest other name, or None. At most a third of the characters may differ; the first of equals wins."""
    if len(names) > MAX_CANDIDATES or len(wrong) > MAX_LENGTH:
        return None
    best: cython.int = 1 << 30
    found = None
    for name in names:
        if type(name) is not str or name == wrong:
            continue
        limit: cython.int = min((len(name) + len(wrong) + 3) * MOVE_COST // 6, best - 1)
        distance: cython.int = _distance(wrong, name, limit)
        if distance <= limit and (not found or distance < best):
            found, best = name, distance
    return found


@cython.cfunc
def _distance(a: str, b: str, limit: cython.int) -> cython.int:
    """Levenshtein's, with a change of case at half the price; anything above `limit` may come out as limit + 1."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return MOVE_COST * (len(a) + len(b))
    if len(a) > MAX_LENGTH or len(b) > MAX_LENGTH:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * MOVE_COST > limit:
        return limit + 1
    row: list = list(range(MOVE_COST, MOVE_COST * (len(a) + 1), MOVE_COST))
    result: cython.int = 0
    for i, wanted in enumerate(b):
        diagonal: cython.int = i * MOVE_COST
        result = diagonal
        smallest: cython.int = 1 << 30
        for j, given in enumerate(a):
            replaced: cython.int = diagonal + (
                0 if given == wanted else CASE_COST if given.lower() == wanted.lower() else MOVE_COST)
            diagonal = row[j]
            result = min(min(result, diagonal) + MOVE_COST, replaced)
            row[j] = result
            smallest = min(smallest, result)
        if smallest > limit:
            return limit + 1
    return result
