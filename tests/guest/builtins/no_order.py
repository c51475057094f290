# Who is named when values have no order, and what a module's dict is called.
import math, heapq, bisect, operator
class M(type): pass
class C(metaclass=M): pass
class N(type): pass
class D(metaclass=N): pass
class I: pass
class E(ValueError): pass
class P(property): pass
class L(list):
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return NotImplemented
for pair in ((C, C), (C, D), (C, 1), (1, C), (int, C), (C, int), (I(), C), (C, I()), (E(), E()), (E(), 1), (P(), C), (I(), I()), (I(), 1), (1, I()), (L(), C), (C, L()), (L(), L()), (print, C), ((C, 1), (D, 2)), ([1, C], [1, I()]), (None, C), (lambda: 1, math)):
    for use in (lambda: sorted(pair), lambda: list(pair).sort(), lambda: min(pair), lambda: max(*pair), lambda: heapq.heapify(list(pair)), lambda: bisect.insort([pair[0]], pair[1]), lambda: pair[0] < pair[1], lambda: sorted(pair, key=lambda x: x), lambda: operator.lt(*pair), lambda: sum(pair), lambda: pair[:1] < pair[1:], lambda: sorted([1, *pair])):
        try: print(use())
        except TypeError as e: print(e)
for use in (lambda: math.isclose(vars(), 7), lambda: int(globals()), lambda: "".join([globals()]), lambda: globals() + 1, lambda: globals() < 1, lambda: chr(globals()), lambda: [1][globals()], lambda: "%d" % globals(), lambda: math.floor(vars()), lambda: sorted([globals(), 1]), lambda: bytes([globals()]), lambda: b"".join([globals()]), lambda: str.upper(globals()), lambda: {1}.union(5, globals()), lambda: hash(globals())):
    try: print(use())
    except TypeError as e: print(e)
