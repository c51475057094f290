"""Coroutines: what the compiler refuses, and where exceptions point."""

import pytest

from callgate.bytecode.code import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, Code
from compiler.compare import check_error, check_places, compile_checked, snippets

ERRORS = """
await x
---
def f():
    await x
---
class A:
    await x
---
async def f():
    class A:
        await x
---
async def f():
    def g():
        await x
---
async def f():
    lambda: await x
---
lambda: (await x)
---
async with x: pass
---
def f():
    async with x as y, z: pass
---
async for x in y: pass
---
def f():
    async for x in y: pass
---
class A:
    async for x in y: pass
---
[x async for x in y]
---
def f():
    return {x async for x in y}
---
def f():
    return {x: await x for x in y}
---
def f():
    return (x async for x in y)
---
def f():
    return (await x for x in y)
---
x = (await x for x in y)
---
class A:
    x = (await x for x in y)
---
class A:
    x = [await x for x in y]
---
async def f():
    lambda: [x async for x in y]
---
async def f():
    return [[x async for x in y] for z in w]
---
async def f():
    return ([x async for x in y] for z in w)
---
def f():
    return ([x async for x in y] for z in w)
---
def f():
    return [[x async for x in y] for z in w]
---
def f():
    return [x for z in w for x in await y]
---
async def f():
    yield from x
---
async def f():
    yield 1
    return 2
---
async def f():
    return 2
    yield 1
---
async def f():
    yield 1
    return
---
async def f():
    return [(yield) async for x in y]
---
async def f(x, x): pass
---
async def f():
    global f
    async for f in y: break
---
async def f():
    async for x in y:
        async with z:
            break
        continue
    else:
        return 1
---
async def f():
    async for x in y: pass
    break
---
async def f():
    async with x:
        continue
---
def f(x: (await y)): pass
---
async def f():
    def g(x: (await y)): pass
---
from __future__ import annotations
def f(x: (await y)): pass
---
async def f():
    x: (await y) = 1
---
async def f(x=await y): pass
---
async def f():
    async def g(x=await y): pass
---
async def f():
    f'{await x}'
    [x for x in await y]
    [x for x in (await y for y in z)]
    return await x
---
async def f(): await
"""

START = """
class Awaitable:
    def __init__(self, steps=0, result=None):
        self.steps, self.result = steps, result
    def __await__(self):
        for step in range(self.steps):
            yield step
        if isinstance(self.result, Exception):
            raise self.result
        return self.result
class Iterator:
    def __init__(self, n=2): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        if self.n == 99: raise ValueError
        self.n -= 1
        return self.n
class Manager:
    def __init__(self, a=None, b=None): self.a, self.b = a, b
    async def __aenter__(self): return await Awaitable(1, self.a)
    async def __aexit__(self, *exc): return await Awaitable(1, self.b)
def run(coroutine):
    try:
        while True: coroutine.send(None)
    except StopIteration as stop:
        return stop.value
"""

PLACES = """
async def f():
    await 1
run(f())
---
async def f():
    return (1,
      await
         None)
run(f())
---
async def f():
    await Awaitable(1, ValueError(2))
run(f())
---
async def g():
    return 1 / 0
async def f():
    x = 1
    return (x +
       await g())
run(f())
---
async def f():
    async for x in 1: pass
run(f())
---
async def f():
    async for x in [
       1]: pass
run(f())
---
async def f():
    async for x in Iterator(99):
        pass
    else:
        print(1)
run(f())
---
async def f():
    async for x in (Iterator(
          )):
        x.y
run(f())
---
async def f():
    async for x, y in Iterator():
        pass
run(f())
---
class Bad:
    def __aiter__(self): return 1
async def f():
    async for x in Bad():
        pass
run(f())
---
class Bad:
    def __aiter__(self): return self
    def __anext__(self): return 1
async def f():
    async for x in Bad():
        pass
run(f())
---
async def f():
    return [x
      async for x in Iterator(99)
      if x]
run(f())
---
async def f():
    return {x: y for y in [1]
      async for x in
          Iterator(99)}
run(f())
---
async def f():
    return {x: y for y in [1]
      async for x in
          2}
run(f())
---
async def f():
    return [await x
            for x in [1]]
run(f())
---
async def f():
    return [y for x in [1]
            for y in await x]
run(f())
---
async def f():
    return [x async for x in (
        1 / y for y in Iterator(0))]
run(f())
---
async def f():
    return [x async for x in (
        x.y async for y in Iterator() if y)]
run(f())
---
async def f():
    async with 1: pass
run(f())
---
async def f():
    async with Manager(), Manager(
          ValueError()): pass
run(f())
---
async def f():
    async with Manager(None, ValueError()): pass
run(f())
---
async def f():
    async with Manager(), Manager(
        None, ValueError()) as x:
       print(x)
run(f())
---
async def f():
    async with Manager():
        1 / 0
run(f())
---
class Bad:
    def __aenter__(self): return 1
    def __aexit__(self, *exc): return 1
async def f():
    async with Bad():
        pass
run(f())
---
class Bad:
    async def __aenter__(self): return 1
    def __aexit__(self, *exc): return 1
async def f():
    async with Bad():
        pass
run(f())
---
class Bad:
    async def __aenter__(self): return 1
    def __aexit__(self, *exc): return 1
async def f():
    async with Bad():
        return 3
run(f())
---
class Bad:
    async def __aenter__(self): return 1
    def __aexit__(self, *exc): return 1
async def f():
    async with Bad():
        1 / 0
run(f())
---
async def f():
    async with Manager(None, True):
        1 / 0
    async with Manager(None, False):
        {}[
          1]
run(f())
"""


@pytest.mark.parametrize("text", snippets(ERRORS))
def test_errors(text: str) -> None:
    check_error(text)


@pytest.mark.parametrize("text", snippets(PLACES))
def test_places(text: str) -> None:
    check_places(START + text)


@pytest.mark.parametrize("text, flag", [
    ("async def f(): pass", CO_COROUTINE), ("async def f(): yield", CO_ASYNC_GENERATOR), ("def f(): yield", CO_GENERATOR),
    ("f = (x for x in y)", CO_GENERATOR), ("f = (x async for x in y)", CO_ASYNC_GENERATOR),
    ("f = (await x for x in y)", CO_ASYNC_GENERATOR), ("async def f(): [x async for x in y]", CO_COROUTINE),
])
def test_flags(text: str, flag: int) -> None:
    inner = next(item for item in compile_checked(text).consts if isinstance(item, Code))
    assert inner.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR) == flag
