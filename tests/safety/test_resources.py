"""What takes the host long, or much of its memory, in a single step is paid for before: programs that end by a limit."""

from __future__ import annotations

import threading
import time

import pytest

import callgate as cg

#: what one step of these costs is more than a step: without a price of its own each would go on for minutes
SLOW: dict[str, str] = {
    "lists that share their parts": "a = b = []\nfor i in range(60): a, b = [a, a], [b, b]\na == b",
    "tuples that share their parts": "a, b = ([],), ([],)\nfor i in range(60): a, b = (a, a), (b, b)\na == b",
    "dicts that share their parts": "a, b = {1: 2}, {1: 2}\nfor i in range(60): a, b = {1: a, 2: a}, {1: b, 2: b}\na == b",
    "deques that share their parts": (
        "from collections import deque\na, b = deque([1]), deque([1])\nfor i in range(60): a, b = deque([a, a]), deque([b, b])\na == b"),
    "a deque looked through for what shares its parts": (
        "from collections import deque\na, b = [1], [1]\nfor i in range(60): a, b = [a, a], [b, b]\nb in deque([a])"),
    "texts of what shares its parts": (
        "from types import SimpleNamespace as N\nimport time\nx = N(a=1)\nfor i in range(60): x = N(a=x, b=time.struct_time([x] * 9))\nrepr(x)"),
    "the hash of aliases that share their parts": "x = int\nfor i in range(60): x = dict[x, x]\nhash(x)",
    "classes that share their parts": "t = int,\nfor i in range(60): t = t, t\nisinstance('', t)",
    "bases that share their parts": (
        "class B:\n  def __init__(self, *b): self.__bases__ = b\n"
        "b = B()\nfor i in range(60): b = B(b, b)\nissubclass(b, B())"),
    "text of lists that share their parts": "x = []\nfor i in range(60): x = [x, x]\nrepr(x)",
    "text of dicts that share their parts": "x = {}\nfor i in range(60): x = {1: x, 2: x}\nrepr(x)",
    "prefixes": "t = ('a' * 10,) * 10 ** 6\nwhile True: 'b'.startswith(t)",
    "searching": "x = 'a' * 10 ** 7\nwhile True: x.find('b')",
    "searching by a map": "x = 'a' * 10 ** 7\nlist(map(str.isidentifier, [x] * 10 ** 6))",
    "counting": "x = 'a' * 10 ** 7\nwhile True: x.count('a')",
    "looking": "x = 'a' * 10 ** 7\nwhile True: x.isidentifier()",
    "upper case": "x = '\\ufb03' * 10 ** 6\nwhile True: x.upper()",
    "stripping": "x = 'a' * 10 ** 6\ny = 'b' * 10 ** 6 + 'a'\nx.strip(y)",
    "stripping bytes": "x = b'a' * 10 ** 6\ny = b'b' * 10 ** 6 + b'a'\nx.strip(y)",
    "bits": "x = (1 << 10 ** 7) - 1\nwhile True: x.bit_count()",
    "marks in disorder": "import unicodedata\nunicodedata.normalize('NFD', 'a' + '\\u0301\\u0327' * 500_000)",
    "formatted text": "b = 'b' * 10 ** 6\nwhile True: f'{b}{b}'",
    "bound methods of bound methods": "import types\nf = len\nfor i in range(30_000): f = types.MethodType(f, i)\nwhile True:\n  try: f()\n  except TypeError: pass",
}
#: these end by the clock: what a step costs cannot be known before
DEAR: dict[str, str] = {
    "comparing": "x, y = 'a' * 10 ** 6, 'a' * 10 ** 6\nwhile True: x == y",
    "colliding keys": "m = (1 << 61) - 1\nx = {}\nfor i in range(10 ** 6): x[i * m] = 1",
    "colliding elements": "m = (1 << 61) - 1\nset([i * m for i in range(30_000)])",
    "powers": "x = 1 << 1_000_000\npow(3, x, x + 1)",
    "inverses": "pow(3 ** 100_000, -1, (1 << 3_000_000) + 1)",
    "choices": "import math\nmath.comb(3_000_000, 1_500_000)",
    "unions": "x = int\nfor i in range(10 ** 5): x = x | type('A', (), {})",
}
LARGE: dict[str, str] = {
    "a list": "x = []\nwhile True: x.append(len(x))",
    "a dict": "x = {}\nwhile True: x[len(x)] = len(x)",
    "a set": "x = set()\nwhile True: x.add(len(x))",
    "nested lists": "x = []\nwhile True: x = [x]",
    "instances": "class C: pass\nx = None\nwhile True:\n  y = C()\n  y.x = x\n  x = y",
    "what a generator holds": "def g():\n  x = []\n  while True:\n    x.append([])\n    yield\nfor _ in g(): pass",
    "a list on the stack": "[[] for _ in iter(int, 1)]",
    "closures": "x = None\nwhile True: x = lambda x=x: x",
    "texts": "x = []\nwhile True: x.append('x' * 1000 + str(len(x)))",
    "what a native collects": "import itertools\nlist(itertools.count())",
    "what a native collects from frames": "def g():\n  while True: yield [1, 2]\nlist(g())",
    "pairs": "import itertools\nlist(enumerate(itertools.repeat(1)))",
    "star arguments": "import itertools\nprint(*itertools.count())",
    "a star": "import itertools\n[*itertools.count()]",
    "unpacking": "import itertools\na, *b = itertools.count()",
    "formatted text": "x = 'x' * 1000\nwhile True: x = f'{x}{x}{x}'",
    "exceptions": "e = None\nwhile True:\n  try: raise ValueError from e\n  except ValueError as x: e = x",
    "classes": "x = []\nwhile True: x.append(type('C', (), {str(i): i for i in range(1000)}))",
}


@pytest.mark.parametrize("name", SLOW)
def test_work_is_paid_for(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(cg.LimitExceeded) as ended:
        cg.run(SLOW[name], limits=cg.Limits(fuel=3_000_000))
    assert ended.value.limit == "fuel"
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("name", DEAR)
def test_the_clock_is_looked_at(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(cg.LimitExceeded) as ended:
        cg.run(DEAR[name], limits=cg.Limits(seconds=0.5))
    assert ended.value.limit == "seconds"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("name", LARGE)
def test_memory_ends(name: str) -> None:
    with pytest.raises(cg.LimitExceeded) as ended:
        cg.run(LARGE[name], limits=cg.Limits(memory="32 MiB", seconds=60))
    assert ended.value.limit == "memory"


def test_memory_that_is_free_again_does_not_count() -> None:
    program = "for i in range(300):\n  x = [[j] for j in range(10_000)]\nlen(x)"
    result = cg.run(program, limits=cg.Limits(memory="16 MiB"))
    assert result.value == 10_000
    assert result.usage.memory < 16 << 20


def test_the_peak_is_told() -> None:
    program = "x = []\nfor i in range(400_000): x.append([i])\nlen(x)"
    usage = cg.run(program, limits=cg.Limits(memory="256 MiB")).usage
    assert 4 << 20 < usage.memory < 128 << 20


def test_machines_do_not_share_a_limit() -> None:
    first = cg.Machine(limits=cg.Limits(memory="64 MiB"))
    first.run("x = [[i] for i in range(300_000)]")
    second = cg.Machine(limits=cg.Limits(memory="8 MiB"))
    assert second.run("len([[i] for i in range(10_000)])").value == 10_000
    assert first.run("len(x)").value == 300_000


def test_the_library_is_not_the_guests() -> None:
    program = "import re, json, collections, dataclasses, enum, typing, datetime\nfor i in range(10 ** 6): pass"
    assert cg.run(program, limits=cg.Limits(memory="16 MiB")).usage.memory < 8 << 20


def test_reports_of_weakref_callbacks_end_with_the_limit() -> None:
    program = (
        "import weakref\nclass C: pass\ndef f(r=None):\n  c = C()\n  w = weakref.ref(c, f)\n  del c\n"
        "  g()\ndef g(): f()\nf()"
    )
    with pytest.raises(cg.LimitExceeded):
        cg.run(program, limits=cg.Limits(output="64 KiB", seconds=20))


@pytest.mark.parametrize("wrap", ["itertools.chain(m)", "itertools.islice(m, 5)", "enumerate(m)", "map(len, m)", "zip(m)"])
def test_iterators_of_iterators_end_in_recursion_error(wrap: str) -> None:
    program = f"import itertools\nm = iter([1])\nfor _ in range(200_000): m = {wrap}\nnext(m)"
    with pytest.raises(cg.GuestError) as caught:
        cg.run(program)
    assert caught.value.type_name == "RecursionError"


def test_a_long_chain_of_generators_dies() -> None:
    program = "m = iter([1])\nfor _ in range(300_000): m = (x for x in m)\ndel m\n'gone'"
    assert cg.run(program).value == "gone"


@pytest.mark.parametrize("make", ["slice(x)", "slice(None, x)", "I[x:]", "I[1:2:x]"])
def test_slices_within_slices_are_bounded(make: str) -> None:
    program = f"class T:\n  def __getitem__(self, k): return k\nI = T()\nx = None\nfor _ in range(1_000_000): x = {make}"
    with pytest.raises(cg.GuestError) as caught:
        cg.run(program)
    assert caught.value.type_name == "RecursionError"


@pytest.mark.parametrize("name", ["instances", "exceptions", "arguments", "generators", "coroutines"])
def test_long_chains_die_on_a_small_stack(name: str) -> None:
    link = {
        "instances": "x = C(x)",
        "exceptions": "e = ValueError()\n  e.__context__ = x\n  x = e",
        "arguments": "e = ValueError(x)\n  x = e",
        "generators": "x = (y for y in x or ())",
        "coroutines": "x = f(x)",
    }[name]
    program = (
        "import warnings\nwarnings.simplefilter('ignore')\nclass C:\n  def __init__(self, x): self.x = x\n"
        f"async def f(x): pass\nx = None\nfor i in range(400_000):\n  {link}\ndel x\n'gone'"
    )
    came: list[object] = []
    before = threading.stack_size(256 << 10)
    try:
        thread = threading.Thread(target=lambda: came.append(cg.run(program).value))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert came == ["gone"]


def test_limits_end_what_raises_in_long_chains() -> None:
    """A raise looks through the contexts of what is handled; the limit that is passed there is no error of the guest."""
    program = "def f(n):\n  e = ValueError()\n  try: raise e\n  except ValueError:\n    if n: f(n - 1)\nwhile True: f(4500)"
    for fuel in range(20_000, 400_000, 37_000):
        machine = cg.Machine(limits=cg.Limits(fuel=fuel, depth=5000))
        with pytest.raises(cg.LimitExceeded):
            machine.run(program)
