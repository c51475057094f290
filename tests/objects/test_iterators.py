"""Iterators of all kinds: names, exhaustion, hints, copies, changes under way."""

import callgate as cg
from tables import CLASSES, check

MAKERS = (
    "iter([1, 2])", "iter((1, 2))", "iter('ab')", "iter('\\u00e9')", "iter(b'ab')", "iter(bytearray(b'ab'))", "iter(range(3))",
    "iter(range(10**20, 10**20 + 3))", "iter(range(2**62, 2**62 + 2))", "iter({1: 2})", "iter({1: 2}.values())", "iter({1: 2}.items())",
    "iter({1})", "iter(frozenset({1}))", "reversed([1, 2])", "reversed((1, 2))", "reversed('ab')", "reversed(range(3))",
    "reversed(range(10**20, 10**20 + 3))", "reversed({1: 2})", "reversed({1: 2}.values())", "reversed({1: 2}.items())", "reversed(Seq(2))",
    "iter(Seq(2))", "iter(It(1, 2))", "iter(int, 0)", "iter([1, 2, 3].pop, 1)", "enumerate('ab')", "enumerate('ab', 10**20)", "zip('ab', [1, 2])",
    "zip()", "zip('ab', [1], strict=True)", "map(str, [1, 2])", "map(lambda a, b: a + b, [1, 2], [3, 4, 5])", "filter(None, [0, 1, 2])",
    "filter(lambda x: x > 1, [0, 1, 2])", "iter(L([1]))", "iter(LAdd([1]))", "iter(T((1,)))", "iter(S('ab'))", "iter(list[int])",
    "reversed(L([1]))", "iter(D({1: 2}))", "iter(SS({1}))", "iter(B(b'a'))",
)


def test_iterators() -> None:
    uses = (
        "type(x).__name__", "list(x)", "(next(x, 'end'), list(x), list(x), next(x, 'end'))", "iter(x) is x", "x.__length_hint__()",
        "(next(x, 0), x.__length_hint__())", "(list(x), x.__length_hint__())", "len(x)", "x[0]", "hasattr(x, '__reduce__')", "bool(x)",
        "x.__next__()", "sorted(dir(x))[-3:]", "next(x)", "5 in x", "1 in x", "x.__setstate__(1) or list(x)", "max(x, default=None)",
        "[*x, *x]", "dict(enumerate(x))", "tuple(x) + tuple(x)", "type(x)()", "repr(x)[:9]", "x == x", "x != x", "isinstance(x, type(x))",
    )
    check(f"(lambda x: {use})({maker})" for maker in MAKERS for use in uses if not (use == "type(x)()" and "Seq" in maker))


def test_copies_go_on_where_they_are() -> None:
    prelude = CLASSES + "import copy, pickle\ndef both(x):\n    next(x, 0)\n    y = copy.copy(x)\n    return type(y).__name__, list(y), list(x)\n"
    shared = ("enumerate", "zip", "map", "filter", "int", "pop", "It(", "list[int]")
    check((f"both({maker})" for maker in MAKERS if not any(each in maker for each in shared)), prelude)


def test_changes_under_way() -> None:
    prelude = '''
def grow_dict():
    d = {1: 1}
    for k in d: d[k + 1] = 0
def grow_set():
    s = {1}
    for x in s: s.add(x + 1)
def swap_dict():
    d = {1: 1}
    for k in d:
        del d[k]; d[k + 1] = 1
def grow_list():
    l = [1]
    for x in l:
        if len(l) < 5: l.append(x + 1)
    return l
def shrink_list():
    l = [1, 2, 3, 4]
    seen = []
    for x in l: seen.append(x); del l[0]
    return seen
def exhausted():
    l = [1]
    it = iter(l); list(it); l.append(2)
    return list(it), it.__length_hint__()
def reversed_shrunk():
    l = [1, 2, 3, 4]
    r = reversed(l); next(r); del l[1:]
    return list(r), r.__length_hint__()
def views():
    d = {'a': 1}
    k, v, i = d.keys(), d.values(), d.items()
    d['b'] = 2; del d['a']
    return list(k), list(v), list(i), len(k), k.mapping['b'], k & {'b', 'c'}, i - {('b', 2)}, k | 'x', {'b'} ^ k, k.isdisjoint('xyz'), k == {'b'}
def sentinel():
    it = iter([1, 2, 3, 0, 4].pop, 0)
    return list(it), list(it)
def stops():
    def f(): raise StopIteration(5)
    return list(iter(f, 1)), list(map(lambda x: next(iter([])), [1, 2]))
def values_change():
    d = {1: [1]}
    for v in d.values(): d[1] = 5
    return d
'''
    check((f"{name}()" for name in ("grow_dict", "grow_set", "swap_dict", "grow_list", "shrink_list", "exhausted", "reversed_shrunk",
                                    "views", "sentinel", "stops", "values_change")), prelude)


def test_views() -> None:
    views = ("{1: 2, 3: 4}.keys()", "{1: 2, 3: 4}.items()", "{}.keys()", "{1: [2]}.items()", "{(1, 2): 3}.keys()", "D({1: 2}).keys()")
    others = ("{1}", "[1, 5]", "{1: 9}.keys()", "{(1, 2)}", "[(1, 2)]", "{1: 2}.items()", "{1: 2}.values()", "5", "frozenset({3})", "'ab'",
              "It(1, 2)", "Foo()", "{1: 2, 3: 4}.keys()", "set(range(20))")
    check(f"({a}) {op} ({b})" for a in views for b in others for op in ("&", "|", "-", "^", "==", "<", "<=", ">", ">=", "!=", "in"))
    check(f"({b}) {op} ({a})" for a in views for b in others for op in ("&", "|", "-", "^", "==", "<"))
    check(f"{a}.{use}" for a in (*views, "{1: 2}.values()") for use in
          ("isdisjoint([1])", "isdisjoint([])", "isdisjoint(5)", "mapping", "__len__()", "__contains__(1)", "__hash__", "mapping.copy()"))


def test_a_host_function_that_drains_is_metered() -> None:
    for source in ("sum(iter(int, 1))", "max(map(str, iter(int, 1)))", "list(zip(iter(int, 1)))", "tuple(enumerate(iter(int, 1)))",
                   "set(filter(None, iter(int, 1)))", "''.join(iter(str, 1))", "5 in iter(int, 1)", "dict.fromkeys(iter(int, 1))"):
        try:
            cg.Machine(limits=cg.Limits(fuel=200_000, memory="32 MiB")).run(source)
        except cg.LimitExceeded:
            continue
        raise AssertionError(source)
