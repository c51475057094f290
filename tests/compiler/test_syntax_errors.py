"""SyntaxErrors of the compiler itself have the host's text and place."""

import ast
from pathlib import Path

import pytest

from callgate.compiler import compile_source
from compiler.compare import check_error, compile_by_us, error_of, snippets

SNIPPETS = """
return
---
x = 1
return x
---
class A:
    return 1
---
yield 1
---
x = (yield)
---
yield from x
---
class A:
    yield 1
---
class A:
    x = [(yield) for a in b]
---
break
---
continue
---
if x:
    break
---
def f():
    break
---
for x in y:
    def f():
        continue
---
for x in y:
    class A:
        break
---
while 1: pass
else: break
---
for x in y: pass
else: continue
---
def f(a, a): pass
---
def f(a, *, a): pass
---
def f(a, *a): pass
---
def f(a, **a): pass
---
lambda a, a: 1
---
def f(x):
    global x
---
def f():
    x = 1
    global x
---
def f():
    print(x)
    global x
---
def f():
    x: int
    global x
---
def f():
    global x
    x: int = 1
---
def f():
    global x, y, x
    def g():
        nonlocal x
---
def f():
    x = 1
    def g():
        nonlocal x
        x: int = 2
---
def f(x):
    nonlocal x
---
nonlocal x
---
def f():
    nonlocal x
---
class A:
    x = 1
    def f(self):
        nonlocal x
---
class A:
    nonlocal x
---
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
---
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
---
def f():
    x = 1
    def g():
        global x
        nonlocal x
---
def f():
    x = 1
    def g():
        nonlocal x
        global x
---
import x
global x
---
def f():
    from a import *
---
class A:
    from a import *
---
from __future__ import nothing
---
from __future__ import braces
---
x = 1
from __future__ import annotations
---
def f():
    from __future__ import annotations
---
'doc'
from __future__ import annotations
import a
from __future__ import division
---
try: pass
except: pass
except E: pass
---
try: pass
except A: pass
except: pass
except B: pass
finally: pass
---
*x
---
*x = 1
---
x = *y
---
*x, *y = z
---
[*a, b, *c] = z
---
print(*x for x in y)
---
f(a=1, a=2)
---
f(a=1, **b, a=2)
---
class A(metaclass=B, metaclass=C): pass
---
[y := 1 for y in x]
---
[x for y in (z := 1)]
---
[x for y in z for w in (v := 1)]
---
[[x := 1 for y in z] for x in w]
---
[(x := 1) for y in z for x in w]
---
[x := y for y in [i := 1]]
---
class A:
    [x := 1 for y in z]
---
class A:
    def f(self):
        return [[x := 1 for y in z] for w in v]
    b = [(lambda: [q := 1 for r in s]) for t in u]
---
class A:
    b = [[x := 1 for y in z] for w in v]
---
[(yield x) for x in y]
---
def f(): return [(yield x) for x in y]
---
def f(): return {(yield x) for x in y}
---
def f(): return {x: (yield) for x in y}
---
def f(): return ((yield x) for x in y)
---
def f(): return [x for x in (yield)]
---
def f(): return [x for x in y if (yield from z)]
---
__debug__ = 1
---
x.__debug__ = 1
---
del __debug__
---
del x.__debug__
---
for __debug__ in x: pass
---
def __debug__(): pass
---
class __debug__: pass
---
def f(__debug__): pass
---
def f(*__debug__): pass
---
def f(*, __debug__): pass
---
def f(**__debug__): pass
---
lambda __debug__: 1
---
lambda *, a, __debug__=2: 1
---
f(__debug__=1)
---
import __debug__
---
import a as __debug__
---
from a import __debug__
---
from a import b as __debug__
---
with a as __debug__: pass
---
try: pass
except E as __debug__: pass
---
(__debug__ := 1)
---
__debug__ += 1
---
x.__debug__ += 1
---
__debug__: int = 1
---
__debug__: int
---
x.__debug__: int
---
[a for __debug__ in b]
---
class A(__debug__=1): pass
---
global __debug__
__debug__ = 1
---
while 1:
  while 2:
    while 3:
      while 4:
       while 5:
        while 6:
         while 8:
          while 9:
           while 10:
            while 11:
             while 12:
              while 13:
               while 14:
                while 15:
                 while 16:
                  while 17:
                   while 18:
                    while 19:
                     while 20:
                      while 21:
                       while 22:
                        break
---
with a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v: pass
---
from __future__ import annotations
x: (yield)
---
from __future__ import annotations
def f(a: (b := 1)): pass
---
from __future__ import annotations
def f() -> [(yield from b)]: pass
---
def f():
    try:
        return
    finally:
        break
---
def f():
    continue
    return
---
try: pass
finally:
    continue
---
x = 1 +
---
if x
    pass
---
def f(:
---
'abc
---
x = (1,
---
f(x for x in y, 1)
---
1 = x
---
f() = 1
---
a, b += 1
---
del f()
---
  x
---
if x:
pass
---
x = 0777
---
x = "é" 1 = y
---
é = 1; return é
---
def é(): nonlocal ö
---
(a, b): int
---
a[b]: int = *c
---
f(**a, *b)
---
not x = 1
---
x = yield = 1
---
lambda: (yield); return
---
nonlocal x; global x
---
def f():
    def g():
        nonlocal __class__
---
class A:
    def f(self):
        nonlocal __x
---
for *x in y: pass
---
for (*x, *y) in z: pass
---
del *x
---
del (*x,)
---
del (a, *b)
---
with a as *b: pass
---
x[*a] = *b
---
async with a: pass
---
[a for a in f((w1 := 1), (w2 := 2), k=(w3 := 3))]
---
[a for a in f(0, k=(w3 := 3), j=(w4 := 3))]
---
[a for a in [(w1 := 1), (w2 := 2)]]
---
[a for a in ((w1 := 1), (w2 := 2))]
---
[a for a in {(w1 := 1): (w2 := 2), (w3 := 3): 4}]
---
[a for a in {1: (w2 := 2), (w3 := 3): 4}]
---
[a for a in {**(w1 := 1), 2: (w2 := 2)}]
---
[a for a in ((w1 := 1) < (w2 := 2) < (w3 := 3))]
---
[a for a in ((w1 := 1) and (w2 := 2))]
---
[a for a in x[(w1 := 1):(w2 := 2):(w3 := 3)]]
---
[a for a in f'{(w1 := 1)}{(w2 := 2)}']
---
[a for a in ((w1 := 1) if (w2 := 2) else (w3 := 3))]
---
[a for a in (0 if 0 else (w3 := 3)) + (w1 := (w2 := 2))]
---
[a for a in [*(w1 := 1), *(w2 := 2)]]
---
"""
CASES = snippets(SNIPPETS)


@pytest.mark.parametrize("text", CASES)
def test_same_error(text: str) -> None:
    check_error(text)


@pytest.mark.parametrize("text", CASES)
def test_line_is_shown(text: str) -> None:
    error = error_of(compile_by_us, text)
    if error is not None and error_of(ast.parse, text) is None:
        assert error.text.rstrip("\n") == text.split("\n")[error.lineno - 1]


@pytest.mark.parametrize("length", (0, 990, 995, 998, 1988, 2500))
@pytest.mark.parametrize("text", (
    "a b", "1a", "0777", "'abc", "$", "\u20ac", "0x", "}", "(]", "(", "x = \\ 1", "f'{a'", "f'{a!}'", "f'}'", "'\\N{x}'",
    "b'\u00e9'", "f() = 1", "\u00e9\u00e9 = f() = 1", "if 1: x\n  y", "g(a b(c,\n d", "f(a b,\n", "print 1", "f'{a b}'",
    "(\n1 2\n)", "return", "a\nbreak",
    "'a\nb'", "def f(): x = 1; global x", "\u00e9 y = 5", "nonlocal x; '\u00e9'", "*a, *b = c\nd", "a.b(\n  c.d() = 1)",
))
def test_line_of_a_file(text: str, length: int, tmp_path: Path) -> None:
    """CPython looks lines up in the file, and has the end of those that are longer than its buffer."""
    path = tmp_path / "name.py"
    for fill in ("x", "\u00e9"):
        for end in ("\n", ""):
            source = (fill * length + "; ") * bool(length) + text + end
            path.write_bytes(source.encode())
            wanted = error_of(lambda text: compile(text, str(path), "exec", dont_inherit=True), source)
            got = error_of(lambda text: compile_source(text, str(path)), source)
            assert wanted is not None and got is not None
            for field in ("args", "lineno", "offset", "text", "end_lineno", "end_offset"):
                assert getattr(got, field) == getattr(wanted, field), (fill, end)
