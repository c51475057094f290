"""Instructions that raise have the host's positions, so that tracebacks point at the same text."""

import pytest

from compiler.compare import check_places, snippets

SNIPPETS = """
1/0
---
x = 1
y = (x +
  None)
---
x = [1, 2]
x[5]
---
x = {}
x['a'
  ]['b']
---
x = 3
x.foo
---
x = 3
(x
 .bit_length().
 foo.bar)
---
x = 3
x.foo = 1
---
x = 3
x.foo.bar = 1
---
x = (1,)
x[0] = 2
---
x = (1,)
x[0] += 2
---
x = 3
x.foo += 1
---
x = 3
x += 'a'
---
del zz
---
x = ()
del x[0]
---
x = 3
del x.foo
---
def f():
    del q
    q = 1
f()
---
def f():
    print(q)
    q = 1
f()
---
def f():
    return undefined_name + 1
f()
---
def f():
    def g():
        return q
    g()
    q = 1
f()
---
raise ValueError(
    'a')
---
raise ValueError from KeyError
---
raise 1
---
def f():
    raise
f()
---
assert 0
---
assert (1 ==
   2), 'msg'
---
assert False, (
   'x' + 1)
---
def f(a): pass
f()
---
def f(a): pass
f(1,
  2)
---
int('x')
---
int(
    'x'
)
---
x = 'abc'
x.index(
    'q')
---
x = 'abc'
(x
 .upper()
 .index('q'))
---
x = 'abc'
(x
 .upper()
 .index(*['q']))
---
x = 'abc'
(x
 .upper()
 .index(*['q'], **{}))
---
x = 'abc'
(x
 .upper()
 .nothing(1))
---
x = 'abc'
(x
 .upper()
 .index(k=1))
---
print(**{1: 2})
---
print(*1)
---
f = print
f(*1,
  sep=3)
---
f = print
f(a=1, **3)
---
def f(**k): pass
f(a=1, **{'a': 2})
---
for i in 3:
    pass
---
for a, b in [1]:
    pass
---
def g():
    yield 1
    1/0
for i in g():
    pass
---
a, b = 1, 2, 3
---
a, b = 3
---
a, *b, c = [1]
---
(a,
 b) = []
---
[a, b] = [c, d] = [1, 2, 3]
---
with 3:
    pass
---
with open('/nonexistent') as f:
    pass
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
with M() as x:
    pass
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
with M() as x:
    raise KeyError
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): return False
with M() as x, M():
    raise KeyError
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
def f():
    with M() as (a, b):
        pass
f()
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
def f():
    for i in 1, 2:
        with M():
            if i:
                return 3
f()
---
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
def f():
    for i in 1, 2:
        with M():
            break
f()
---
import nonexistent_module
---
import os.nonexistent
---
from os import nonexistent
---
from os import (path,
   nonexistent)
---
from nonexistent_module import *
---
import os.path as a, nonexistent_b.c as d
---
class A(1): pass
---
class A(object, metaclass=3):
    pass
---
class A:
    x = 1
    1/0
---
class A:
    x = y
---
@1
def f(): pass
---
@(lambda f: 1)
@(lambda f: 1/0)
def f(): pass
---
@undefined
class A: pass
---
@int
class A: pass
---
def f(a=1/0): pass
---
def f(a: undefined): pass
---
def f(*, a: 'x' = undefined): pass
---
lambda: 1
(lambda x=undefined: 1)
---
(lambda: 1/0)()
---
x: undefined = 3
---
x: int = undefined
---
class A:
    x: undefined
---
x = 3
x.y: int = 4
---
{}[[]]
---
{[]: 1}
---
{1, []}
---
{**1}
---
[*1]
---
(*1, 2)
---
{*1}
---
x = f"{undefined}"
---
x = f"{1:q}" + 'a'
---
y = 3
x = f"aa{y:{undefined}}"
---
x = f"aa{y!r:>{'q'}}"
---
x = 3
x < 'a'
---
x = 3
0 < x < 'a' < 4
---
x = 3
x in 3
---
x = 3
x in x
---
not (3 < 'a')
---
-'a'
---
class B:
    def __bool__(self): 1/0
if B(): pass
---
class B:
    def __bool__(self): 1/0
while B(): pass
---
class B:
    def __bool__(self): 1/0
x = B() and 1
---
class B:
    def __bool__(self): 1/0
x = 1 if B() else 2
---
class B:
    def __bool__(self): 1/0
x = not B()
---
class B:
    def __bool__(self): 1/0
assert B()
---
class B:
    def __bool__(self): 1/0
if x if B() else y: pass
---
class B:
    def __bool__(self): 1/0
if 1 and (B() or 2): pass
---
class B:
    def __bool__(self): 1/0
    def __lt__(self, o): return self
if 1 < 2 < 3 and B() < 2 < 4: pass
---
class B:
    def __bool__(self): 1/0
    def __lt__(self, o): return self
x = B() < 2 < 4
---
class B:
    def __bool__(self): 1/0
x = [y for y in [1, 2] if
     B()]
---
class B:
    def __bool__(self): 1/0
def f():
    n = 1
    while n or B():
        n = 0
f()
---
[x for x in 3]
---
[x for x in [3] for y in x]
---
[x/0 for x in [3]]
---
list(x/0 for x in [3])
---
list(x for x in 3)
---
{x: undefined for x in [3]}
---
{[] for x in [3]}
---
{[]: 1 for x in [3]}
---
[a for a, b in [3]]
---
try:
    1/0
except undefined:
    pass
---
try:
    1/0
except 3:
    pass
---
try:
    1/0
except (KeyError,
        3):
    pass
---
try:
    1/0
except KeyError:
    pass
---
try:
    1/0
except ZeroDivisionError as e:
    e.foo
---
try:
    1/0
except ZeroDivisionError as e:
    raise KeyError from e
---
try:
    1/0
except ZeroDivisionError:
    raise
---
def f():
    try:
        1/0
    finally:
        print('x')
f()
---
def f():
    try:
        return 1
    finally:
        1/0
f()
---
def f():
    try:
        1/0
    except ZeroDivisionError:
        return 1
    finally:
        undefined
f()
---
def f():
    for i in 1, 2:
        try:
            continue
        finally:
            undefined.foo
f()
---
try:
    pass
finally:
    undefined
---
try:
    1/0
except ZeroDivisionError as e:
    pass
else:
    x
print(e)
---
def g():
    yield from 3
list(g())
---
def h():
    yield 1
    yield (1 +
           None)
def g():
    x = yield from h()
list(g())
---
def g():
    x = yield
g().send(1)
---
def g():
    x = yield 1
    x.foo
a = g()
next(a)
a.send(3)
---
def g():
    yield 1
a = g()
next(a)
a.throw(KeyError)
---
x = [1, 2, 3]
x[1:'a']
---
x = [1, 2, 3]
x['a':2] = 3
---
x = 3
x[1][2].foo(1)[3]
---
x = lambda: 3
x()()(1)
---
print((y := undefined))
---
print(1 if undefined else 2)
---
print(a=undefined, b=2)
---
print(1, 2, bad=3,
      end='')
---
print('é', undefined)
---
'é'.foo; é = 1
---
x = 3; x.é.foo
---
def f(x):
    return (
        x
        + 1
        + undefined
        * 3
    )
f(1)
---
global qq
print(qq)
---
def f():
    global qq
    del qq
f()
---
def f():
    x = 1
    def g():
        nonlocal x
        del x
        print(x)
    g()
f()
---
class A:
    def f(self):
        super().nothing()
A().f()
---
class A:
    def f(self):
        self.__x
A().f()
---
class A:
    __slots__ = ()
    def f(self):
        self.x, self.y = 1, 2
A().f()
---
class A:
    def __init_subclass__(cls, **kw): 1/0
class B(A,
        x=1):
    y = 2
---
@(lambda c: c)
class A(3):
    pass
---
import os
os.path.join(
    'a', 1)
---
import os
os.path.foo.bar(
    'a', 1)
---
x = ''.join([
    1,
])
---
def f():
    yield
    return undefined
list(f())
---
while True:
    undefined
---
if 0: pass
elif undefined: pass
---
for i in [1, 2]:
    pass
else:
    undefined
---
x, y.z = 1, 2
---
x = y.z = w = 3
---
y = 3
x = y.z = w = 3
---
x = 3
x @ x
---
x = 3
x @= x
---
import sys
sys.exit.foo
---
def f(a, /): pass
f(a=1)
---
max(1, 2, key=3)
---
max([1, 2], key=lambda v: v.foo)
---
sorted([1, 'a'])
---
x = [i for i in range(3)
     if i.foo]
---
print([j for j in [1] for k in
   [undefined]])
"""


@pytest.mark.parametrize("text", snippets(SNIPPETS))
def test_same_places(text: str) -> None:
    check_places(text)
