"""A dict that is emptied while the host looks for the place of a new key: the key must not end up in a table for texts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from differential import run_callgate, run_cpython

#: Compares with a number that, taken for a text, has the hash and the length of `word` and its letters at an address of its choice:
#: where a table for texts holds it, the host reads from there.
ATTACK = """
from collections import OrderedDict, defaultdict
import types
def make():
    for i in range(10 ** 6):
        word = f"{i:014}"
        h = hash(word)
        low, high = h & 0xffffffff, h >> 32
        if h < 0 or low >> 30 or high >> 30: continue
        for j in range(64):
            digits = [low, high, 4 | 128, 1, 4 * j] + [1] * 7 + [0x34567890 & 0x3fffffff, 5]
            number = sum(d << 30 * k for k, d in enumerate(digits))
            if hash(number) & 7 == h & 7: return word, number
word, number = make()
class K:
    def __hash__(self): return hash(number)
    def __eq__(self, other):
        if armed: armed.pop()(d)
        return False
def drain(d):
    for k in list(d): d.popitem()
def clear(d): d.clear()
def refill(d): d.clear(); d[""] = 0
def update(d): drain(d); d.update({"": 1})
def update_map(d): drain(d); list(map(d.update, [{"": 1}]))
def ior(d): drain(d); d |= {"": 1}
def init(d): drain(d); d.__init__({"": 1})
def keywords(d): drain(d); d.update(a=1)
def unbound(d): list(map(dict.clear, [d]))
def again(d): drain(d); type(d).__init__(d, **{"a": 1})
def from_other(d): drain(d); d.update(vars(types.SimpleNamespace(a=1)))
def reorder(d): d["z"] = 1; d.popitem() if type(d) is not OrderedDict else (d.move_to_end(next(iter(d)), False), d.clear())
def set_item(d): d[number] = 1
def set_default(d): d.setdefault(number, 1)
def merge(d): d.update({number: 1})
def pairs(d): d.update([(number, 1)])
def in_place(d): d |= {number: 1}
def by_dunder(d): d.__setitem__(number, 1)
class Mirror(dict): pass
class Space: pass
space = types.SimpleNamespace()
def of_space(): space.__dict__.clear(); return space.__dict__
def of_module(): return vars(types.ModuleType("m"))
def space_init(d): drain(d); space.__init__(a=1)
makers = [dict, Mirror, OrderedDict, lambda: defaultdict(int), lambda: vars(Space()), of_space, of_module]
effects = [clear, refill, update, update_map, ior, init, keywords, unbound, again, from_other, reorder, space_init]
for make in makers:
    for effect in effects:
        for insert in (set_item, set_default, merge, pairs, in_place, by_dunder):
            d = make()
            for k in list(d): del d[k]
            armed = []
            d[K()] = 1
            armed.append(effect)
            try: insert(d)
            except (RuntimeError, TypeError, KeyError) as e: pass
            assert not armed, (make, effect, insert)
            d.get(word), d.get(number)
            d[word] = 2
            assert d[word] == 2, (make, effect, insert)
            for i in range(20): d[str(i)] = i
            d[2.5] = 3
            assert d[2.5] == 3 and d["7"] == 7 and len(d) == len(list(d)), (make, effect, insert)
            if number in list(d): assert d[number] == 1 and d.pop(number) == 1, (make, effect, insert)
print("done")
"""


def test_no_table_for_texts_gets_another_key() -> None:
    code = f"import callgate as cg\nprint(cg.run({ATTACK!r}).stdout)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "done", "")


@pytest.mark.parametrize("source", [
    "d = {1: 2, 'a': 3}\nd.clear(); print(d, len(d), list(d)); d['b'] = 1; d[()] = 2; print(d, () in d)",
    "d = {1: 2}\ni = iter(d)\nd.clear()\ntry: next(i)\nexcept RuntimeError as e: print(e)",
    "d = {1: 2}\nd.clear(); d.update({'a': 1}); d.update({'b': 2}); print(d); d |= {'c': 1}; print(d, d.copy())",
    "from collections import OrderedDict\nd = OrderedDict({1: 1, 2: 2}); d.move_to_end(2, False); print(d); d.clear(); print(d, len(d))",
    "try: {}.clear(1)\nexcept TypeError as e: print(e)\ntry: {}.clear(a=1)\nexcept TypeError as e: print(e)",
    "globals()[1] = 2\ng = dict(globals())\ng.clear(); print(g)",
])
def test_emptied_dicts_are_as_in_cpython(source: str) -> None:
    assert run_callgate(source).stdout == run_cpython(source).stdout
