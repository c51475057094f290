"""match: what the compiler refuses, where exceptions point, what the code looks like."""

import time

import pytest

from callgate.compiler import compile_source
from compiler.compare import check_error, check_places, compile_checked, snippets

ERRORS = """
match x:
    case _: pass
    case 1: pass
---
match x:
    case y: pass
    case 1: pass
---
match x:
    case (y): pass
    case 1: pass
---
match x:
    case _ | 1: pass
---
match x:
    case 1 | _: pass
    case 2: pass
---
match x:
    case y | 1: pass
---
match x:
    case (1 | y) | 2: pass
---
match x:
    case (1 as a) | y: pass
---
match x:
    case 1 | y: pass
---
match x:
    case _ as y: pass
---
match x:
    case y if y: pass
    case _ if y: pass
    case _: pass
---
match x:
    case (a, b) | (b, c): pass
---
match x:
    case (a, b) | [b]: pass
---
match x:
    case (a, b) | (b, a) | (a, [b]): pass
---
match x:
    case (a, a): pass
---
match x:
    case (a, *a): pass
---
match x:
    case {1: a, **a}: pass
---
match x:
    case (a as a): pass
---
match x:
    case C(a, b=a): pass
---
match x:
    case [(1, a) | (a, 1), a]: pass
---
match x:
    case [a, (1, a) | (a, 1)]: pass
---
match x:
    case (*a, *b): pass
---
match x:
    case (*_, *_): pass
---
match x:
    case C(a=1, b=2, a=3): pass
---
match x:
    case C(a=1,
           a=3): pass
---
match x:
    case C(__debug__=1): pass
---
match x:
    case __debug__: pass
---
match x:
    case {1: 2, 1: 3}: pass
---
match x:
    case {1: 2, 1.0: 3}: pass
---
match x:
    case {-1: 2, -1: 3}: pass
---
match x:
    case {"a": 2, "a": 3}: pass
---
match x:
    case {b"a": 2, b"a": 3}: pass
---
match x:
    case {None: 2, None: 3}: pass
---
match x:
    case {1 + 2j: 2, 1 + 2j: 3}: pass
---
match x:
    case {a.b: 2, a.b: 3}: pass
---
match x:
    case f"{y}": pass
---
match x:
    case {f"{y}": 1}: pass
---
match x:
    case f"y": pass
---
match x:
    case 1: return
---
match x:
    case 1: break
---
match x:
    case 1 + 2: pass
---
match x:
    case y(): pass
    case y.z: pass
    case -0 | +1: pass
---
def f():
    match x:
        case y: pass
    global y
---
def f():
    match x:
        case [1, *y]: pass
    nonlocal y
---
def f():
    match x:
        case {1: z, **y}: pass
    global y
---
[y for x in z if (lambda: 1)]
match (yield):
    case 1: pass
"""

PLACES = """
match undefined:
    case 1: pass
---
match 1:
    case undefined.x: pass
---
match 1:
    case int.x: pass
---
match 1:
    case 2: pass
    case undefined(): pass
---
match 1:
    case int(a, b): pass
---
match 1:
    case (int(1,
              2)): pass
---
match 1:
    case int(real=1, imag=int(1, 2)): pass
---
match 1:
    case 1 if undefined: pass
---
match 1:
    case x if undefined + x: pass
---
class A:
    def __eq__(self, other): raise ValueError
match A():
    case 1: pass
---
class A:
    def __eq__(self, other): return self
    def __bool__(self): raise ValueError
match A():
    case 2 | 1: pass
---
class A:
    def __eq__(self, other): raise ValueError
match [3, A()]:
    case [3, 1]: pass
---
class A:
    def __bool__(self): raise ValueError
match 1:
    case x if A(): pass
---
class A:
    def __bool__(self): raise ValueError
match 1:
    case _ if A(): pass
    case _ if A(): pass
---
class A:
    def __bool__(self): raise ValueError
match 1:
    case 2: pass
    case _ if A(): pass
---
class A:
    x = property(lambda self: 1 / 0)
match A():
    case A(x=1): pass
---
class L(list):
    def __len__(self): raise ValueError
match L():
    case [1, *_]: pass
---
class L(list):
    def __iter__(self): raise ValueError
match L([1]):
    case [x]: pass
---
class L(list):
    def __getitem__(self, index): raise ValueError
match L([1, 2, 3]):
    case [1, *_]: pass
---
class L(list):
    def __getitem__(self, index): return 1 if index < 2 else 1 / 0
match L([1, 2, 3]):
    case [1, 1, *_, 1]: pass
---
class A:
    def __bool__(self): raise ValueError
match [1, [2]]:
    case [x, [y]] if A(): pass
---
class L(list):
    def __getitem__(self, index): raise ValueError
match 1, L([1, 2, 3]):
    case 2, [*_, 1]: pass
    case 1, [*_, 1]: pass
---
class D(dict):
    def get(self, key, default=None): raise ValueError
match D({1: 2}):
    case {1: 2}: pass
---
class A:
    k = 1
match {1: 2, 3: 4}:
    case {1: x,
          A.k: y}: pass
---
class D(dict):
    def get(self, key, default=None): return 1
match [1, D({5: 6})]:
    case [1, {2: 1,
              **rest}]: pass
---
def f(x):
    match x:
        case 1:
            return 1
        case str():
            return y
f("")
---
def f(x):
    match x:
        case 1:
            y = 1
    return y
f("")
---
class A:
    __match_args__ = ("x", "x")
    x = 1
match A():
    case A(1, 1): pass
"""


@pytest.mark.parametrize("text", snippets(ERRORS))
def test_errors(text: str) -> None:
    check_error(text)


@pytest.mark.parametrize("text", snippets(PLACES))
def test_places(text: str) -> None:
    check_places(text)


def pattern(text: str) -> str:
    return f"match x:\n    case {text}: pass\n    case _: pass\n"


@pytest.mark.parametrize("text", [
    f"[{', '.join(f'a{i}' for i in range(20_000))}]",
    f"[{', '.join(f'a{i}' for i in range(9_000))}] | [{', '.join(f'a{i}' for i in reversed(range(9_000)))}]",
    f"{{{', '.join(f'{i}: a{i}' for i in range(20_000))}}}",
    f"{{{', '.join(f'{i}: a{i}' for i in range(20_000))}, **rest}}",
    " | ".join(map(str, range(20_000))),
    f"[{', '.join('1' for i in range(20_000))}]",
    f"C({', '.join(f'a{i}=a{i}' for i in range(20_000))})",
    f"{'[' * 90}x{']' * 90}",
])
def test_cost_is_linear(text: str) -> None:
    started = time.process_time()
    compile_source(pattern(text), "<guest>")
    assert time.process_time() - started < 20


def test_many_before_the_star() -> None:
    names = ", ".join(f"a{i}" for i in range(255))
    compile_checked(pattern(f"[{names}, *rest, z]"))
    check_error(pattern(f"[{names}, y, *rest, z]"))
    compile_checked(pattern(f"[{names}, y, z, *_, last]"))
