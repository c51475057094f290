"""Numbers are overwritten in place only when nobody else can see it (docs/decisions/0001)."""

import pytest
from tests.differential import run_both

PROGRAMS = {
    "a second name": "def f(n):\n    x = n * 1000\n    y = x\n    x = x + 1\n    return x, y\nprint(f(5))",
    "a list holds it": "def f(n):\n    x = n * 1000\n    held = [x]\n    for i in range(3):\n        x += i\n        held.append(x)\n    return held\nprint(f(5))",
    "a default holds it": "def f(x=5000):\n    x = x + 1\n    return x\nprint(f(), f(), f.__defaults__)",
    "a constant": "def f():\n    x = 123456\n    x = x + 1\n    return x\nprint(f(), f())",
    "a closure holds it": "def f(n):\n    x = n * 1000\n    def g():\n        return x\n    before = g()\n    x = x + 1\n    return before, g()\nprint(f(5))",
    "an attribute holds it": "class A: pass\ndef f(n):\n    a = A()\n    a.v = n * 1000\n    v = a.v\n    v = v + 1\n    a.v += 2\n    return a.v, v\nprint(f(5))",
    "a loop variable": "def f():\n    seen = []\n    for i in range(1030, 1040):\n        seen.append(i)\n        i = i + 1\n    return seen\nprint(f())",
    "a loop variable kept": "def f():\n    last = None\n    out = []\n    for i in range(2000, 2005):\n        out.append(last)\n        last = i\n    return out\nprint(f())",
    "floats": "def f(n):\n    x = n * 1.5\n    y = x\n    x = x * 2.0\n    z = x - y\n    return x, y, z, (x + y) * (x - y)\nprint(f(3.0))",
    "the same operand twice": "def f(n):\n    x = n * 1000\n    x = x + x\n    x = x * x\n    return x\nprint(f(5))",
    "a generator holds it": "def g(n):\n    x = n * 1000\n    while True:\n        yield x\n        x = x + 1\ndef f():\n    it = g(5)\n    return [next(it) for _ in range(4)]\nprint(f())",
    "arguments": "def h(a):\n    a = a + 1\n    return a\ndef f(n):\n    x = n * 1000\n    y = h(x)\n    return x, y\nprint(f(5))",
    "dict keys": "def f():\n    d = {}\n    for i in range(1100, 1110):\n        d[i] = i\n        i += 5\n    return d\nprint(f())",
    "negative and wide": "def f():\n    x = -1000\n    for i in range(5):\n        x = x * 1000 - i\n    return x, 2**30 - 1 + x, -(2**30)\nprint(f())",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_reuse_is_invisible(name: str) -> None:
    cpython, callgate = run_both(PROGRAMS[name])
    assert callgate == cpython
