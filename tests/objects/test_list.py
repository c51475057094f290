"""list.sort and what may go wrong under it; growing by iterators that fail or look at the list."""

import random

from hypothesis import given
from hypothesis import strategies as st

import callgate as cg
from tables import check

MACHINE = cg.Machine()
ITEM = st.integers() | st.floats(allow_nan=False) | st.booleans()


@given(items=st.lists(ITEM) | st.lists(st.text(max_size=3)) | st.lists(st.tuples(ITEM, st.text(max_size=1))) | st.lists(st.lists(ITEM, max_size=2)),
       reverse=st.booleans())
def test_sorts_as_the_host(items: list[object], reverse: bool) -> None:
    expected = sorted(items, reverse=reverse)  # type: ignore[type-var]
    assert repr(MACHINE.run("items.sort(reverse=reverse); items", inputs={"items": items, "reverse": reverse}).value) == repr(expected)
    by = sorted(items, key=lambda x: str(x)[::-1], reverse=reverse)
    source = "items.sort(key=lambda x: str(x)[::-1], reverse=reverse); items"
    assert repr(MACHINE.run(source, inputs={"items": items, "reverse": reverse}).value) == repr(by)


def test_sort_compares_as_often_as_the_host() -> None:
    prelude = '''
class C:
    log = []
    def __init__(self, v): self.v = v
    def __lt__(self, o): C.log.append((self.v, o.v)); return self.v < o.v
def compared(values, **how):
    C.log = []
    l = [C(v) for v in values]
    l.sort(**how)
    return [c.v for c in l], C.log
'''
    rows = [random.Random(seed).choices(range(9), k=size) for seed, size in enumerate((0, 1, 2, 3, 5, 8, 20, 70))]
    check([f"compared({row})" for row in rows] + [f"compared({row}, reverse=True)" for row in rows], prelude)


def test_what_happens_under_a_sort() -> None:
    prelude = '''
def emptied():
    l = [3, 1, 2]; seen = []
    l.sort(key=lambda x: (seen.append(len(l)), x)[1])
    return l, seen
def grown():
    l = [3, 1, 2]
    try: l.sort(key=lambda x: (l.append(9), x)[1])
    finally: print(l) if False else None
class Changes:
    def __init__(self, l): self.l = l
    def __lt__(self, o): self.l.append(1); return False
def changed():
    l = []
    l.extend([Changes(l), Changes(l)])
    l.sort()
class Fails:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if o.v == 5: raise OverflowError('five')
        return self.v < o.v
def kept():
    l = [Fails(3), Fails(5), Fails(1), Fails(4)]
    try: l.sort()
    except OverflowError: return sorted(c.v for c in l)
def key_fails():
    l = [3, 1, 2]
    try: l.sort(key=lambda x: 1 / (x - 1))
    except ZeroDivisionError: return l
def nested():
    l = [[3], [1], [2]]
    l.sort(key=lambda x: (l.sort(), x)[1])
    return l
class Bool:
    def __lt__(self, o): return []
class Wrong:
    def __bool__(self): return 5
class Odd:
    def __lt__(self, o): return Wrong()
'''
    check(["emptied()", "grown()", "changed()", "kept()", "key_fails()", "nested()", "[Bool(), Bool()].sort()", "[Odd(), Odd()].sort()",
           "[1, 'a'].sort()", "[1, None, 2].sort()", "[(1, 'a'), (1, 2)].sort()", "[1j, 2j].sort()", "[{}, {}].sort()", "[{1}, {2}].sort()",
           "[1].sort(None)", "[1].sort(key=5)", "[1, 2].sort(key=5)", "[2, 1].sort(reverse='x')", "[2, 1].sort(reverse=None)", "[3, 1].sort(foo=1)",
           "[object(), object()].sort()", "[float('nan'), 1, 0].sort()"], prelude)


def test_growing() -> None:
    prelude = '''
def fails():
    yield 1
    yield 2
    raise KeyError('three')
def kept(how):
    l = [0]
    try: how(l)
    except KeyError: pass
    return l
def watcher(l):
    for i in range(3): yield len(l)
def watched():
    l = [7]
    l.extend(watcher(l)); l += watcher(l); l[len(l):] = watcher(l)
    return l
def own():
    l = [1, 2]; l.extend(l); l += l; l[1:1] = l; l[:0] = l[::-1]; l.extend(iter(l[:3]))
    return l
def init():
    l = [1, 2]; l.__init__(); a = l[:]; l.__init__('ab'); l.__init__(l)
    return a, l
'''
    check(["kept(lambda l: l.extend(fails()))", "kept(lambda l: l.__iadd__(fails()))", "kept(lambda l: l.__setitem__(slice(0, 1), fails()))",
           "kept(lambda l: l.__init__(fails()))", "watched()", "own()", "init()", "[1].__iadd__('ab')", "[1].extend(5)", "[].__init__(5)"], prelude)
