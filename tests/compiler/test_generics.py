"""Type parameters and the type statement: what the compiler refuses, and the names of the code it makes."""

import sys
import types

import pytest

from callgate.bytecode.code import Code
from compiler.compare import check_error, compile_checked, snippets

ERRORS = """
def f[T, T](): pass
---
def f[T: (yield)](): pass
---
def f[T: (yield from x)](): pass
---
def f[T: (x:=1)](): pass
---
async def g():
    def f[T: (await 1)](): pass
---
def f[T](x: (yield)): pass
---
def f[T](x=(y:=1)): pass
---
def f[T](x: (y:=1)): pass
---
def f[T](x) -> (y:=1): pass
---
class A[T](x:=int): pass
---
class A[T]((yield)): pass
---
class A[T](m=(yield)): pass
---
type A = (yield)
---
type A[T: (yield)] = 1
---
type A = (x:=1)
---
async def f():
    type A = await 1
---
def f[T: ((yield), int)](): pass
---
def f[T=(yield)](): pass
---
def f[**P=(yield)](): pass
---
def f[*P=(yield)](): pass
---
def f[T=int, V](): pass
---
def f[T: int, T=1](): pass
---
def f[*P=(x:=1)](): pass
---
def f[T]():
    nonlocal T
---
def f[T]():
    def g():
        nonlocal T
        T = 1
---
def f[T]():
    T = 1
    def g():
        nonlocal T
---
def f[T]():
    global T
    T = 1
---
class A[T]:
    nonlocal T
---
class A[T]:
    def f(self):
        nonlocal T
---
class A[T]:
    global T
    T = 1
---
type X = [x async for x in y]
---
type X = [await x for x in y]
---
type X = (await x for x in y)
---
def f[__debug__](): pass
---
class A[T, *__debug__]: pass
---
type __debug__ = 1
---
def f[T: [x for x in (yield)]](): pass
---
def f[T: [(y:=1) for x in z]](): pass
---
type A = [(y:=1) for x in z]
---
def f[T](a: [(y:=1) for x in z]): pass
---
class A[T]([(y:=1) for x in z]): pass
---
def f[T=[(y:=1) for x in z]](): pass
---
def f[T: (int, [(y:=1) for x in z])](): pass
---
class A:
    type X = [i for i in range(3)]
---
class A:
    type X = lambda: 1
---
class A:
    def f[T](self, x: (lambda: y)): pass
---
class A:
    def f[T: [i for i in x]](self): pass
---
class A:
    class B[T]([i for i in x]): pass
---
class A:
    def f[T](self): return [lambda: T for i in x]
---
from __future__ import annotations
def f[T: (x:=1)](): pass
---
from __future__ import annotations
def f[T](x: (y:=1)): pass
---
type X[T]
---
def f():
    global X
    type X = 1
---
def f():
    type X = 1
    global X
---
type X = break
"""

NAMES = """
def f[T: lambda: 1, *Ts, **P](a: T, b: lambda: 2 = 2, *, c: P = 3) -> Ts:
    def g(): return T, lambda: 3
    class A:
        def h[V](self): return [V for _ in T]
    return g
---
class A[T, V: (int, lambda: T)](T, m=lambda: V):
    x: T
    def f[W](self, x: T, y: W):
        global G
        def G[Z](): return lambda: Z, W
    class B[Z](T):
        def g(self): return super(), T, Z
    type C = B
    type D[Q] = (Q, T)
---
type X = int
type Y[T, *V] = lambda: (T for V in (T for _ in V))
def f():
    type Z = lambda: Y
    class A[T]: pass
    async def g[T](x: T): return [await y for y in T]
---
@x
@y
def f[T](): pass
@x
class A[
    T]: pass
type X[
    T: int
] = (
    T
)
---
class A:
    T = 1
    __U = 2
    def f[T, __V](self, x: T, y: __U, z: __V) -> T: return lambda: T
    def g[V](self, x: T, y: V = 5): return __class__
    type __X[__Y] = __Y
    class __B[__W](__U): z: __W
"""


@pytest.mark.parametrize("text", snippets(ERRORS))
def test_errors(text: str) -> None:
    check_error(text)


def same_names(host: types.CodeType, guest: Code, path: str = "") -> None:
    path = f"{path} > {host.co_name}"
    assert (guest.name, guest.qualname, guest.firstlineno) == (host.co_name, host.co_qualname, host.co_firstlineno), path
    assert (guest.argcount, guest.freevars) == (host.co_argcount, host.co_freevars), path
    assert sorted(guest.cellvars) == sorted(host.co_cellvars), path
    theirs = [item for item in host.co_consts if isinstance(item, types.CodeType)]
    ours = [item for item in guest.consts if isinstance(item, Code) and item.name != "<listcomp>"]
    assert [item.name for item in ours] == [item.co_name for item in theirs], path
    for inner, its in zip(theirs, ours, strict=True):
        same_names(inner, its, path)


@pytest.mark.parametrize("text", snippets(NAMES))
def test_names(text: str) -> None:
    if sys.version_info < (3, 12):
        check_error(text)
    else:
        same_names(compile(text, "<guest>", "exec", dont_inherit=True), compile_checked(text))
