"""Programs that go deep: recursion of every kind, and structures a million links long that have to die.

Run as a file it is the worker of test_depth.py: KiB of stack, depth limit, names of programs. It prints what each came to, so
that after a crash the last line tells which one it was.
"""

from __future__ import annotations

import sys
import threading

import callgate as cg

#: each must end in a RecursionError that the guest can catch, with any depth limit and on any stack
RECURSIONS: dict[str, str] = {
    "function": "def f(n): return f(n + 1)\ngo = lambda: f(0)",
    "two functions": "def f(): return g()\ndef g(): return f()\ngo = f",
    "keywords": "def f(a=1, *, b=2): return f(a=a, b=b)\ngo = f",
    "stars": "def f(*a, **k): return f(*a, **k)\ngo = lambda: f(1, 2, k=3)",
    "lambda": "f = lambda: f()\ngo = f",
    "bound method": "class C:\n  def m(self): return self.m()\ngo = C().m",
    "__call__": "class C:\n  def __call__(self): return self()\ngo = C()",
    "__call__ that is an instance": "class C: pass\nC.__call__ = C()\ngo = C()",
    "__call__ that is a bound method": "import types\nclass C: pass\nc = C()\nC.__call__ = types.MethodType(c, c)\ngo = c",
    "bound methods of bound methods": (
        "import types\ndef f(*a): return len(a)\nfor i in range(300_000): f = types.MethodType(f, i)\ngo = f"),
    "callable module": "import types\nm = types.ModuleType('m')\nm.__call__ = m\ngo = m",
    "__init__": "class C:\n  def __init__(self): C()\ngo = C",
    "__new__": "class C:\n  def __new__(cls): return cls()\ngo = C",
    "metaclass __call__": "class M(type):\n  def __call__(cls): return cls()\nclass C(metaclass=M): pass\ngo = C",
    "metaclass __new__": "class M(type):\n  def __new__(m, *a): return m(*a)\ngo = lambda: M('X', (), {})",
    "__init_subclass__": "class C:\n  def __init_subclass__(cls): type('D', (cls,), {})\ngo = lambda: type('E', (C,), {})",
    "__getattr__": "class C:\n  def __getattr__(self, n): return getattr(self, n + 'x' if len(n) < 9 else 'y')\ngo = lambda: C().a",
    "__getattr__ by dot": "class C:\n  def __getattr__(self, n): return self.other\ngo = lambda: C().a",
    "__getattribute__": "class C:\n  def __getattribute__(self, n): return self.other\ngo = lambda: C().a",
    "__setattr__": "class C:\n  def __setattr__(self, n, v): self.a = v\ngo = lambda: setattr(C(), 'a', 1)",
    "__delattr__": "class C:\n  def __delattr__(self, n): del self.a\ngo = lambda: delattr(C(), 'a')",
    "module __getattr__": "import types\nm = types.ModuleType('m')\nm.__getattr__ = lambda n: m.other\ngo = lambda: m.a",
    "property": "class C:\n  @property\n  def p(self): return self.p\ngo = lambda: C().p",
    "descriptor __get__": "class D:\n  def __get__(self, o, c): return o.d\nclass C: d = D()\ngo = lambda: C().d",
    "descriptor __set__": "class D:\n  def __set__(self, o, v): o.d = v\nclass C: d = D()\ngo = lambda: setattr(C(), 'd', 1)",
    "__set_name__": "class D:\n  def __set_name__(self, c, n): type('X', (), {n: self})\ngo = lambda: type('Y', (), {'d': D()})",
    "super": "class A:\n  def f(self): return self.f()\nclass B(A):\n  def f(self): return super().f()\ngo = lambda: B().f()",
    "__repr__": "class C:\n  def __repr__(self): return repr(self)\ngo = lambda: repr(C())",
    "__repr__ in a list": "class C:\n  def __repr__(self): return repr([self])\ngo = lambda: repr(C())",
    "__str__": "class C:\n  def __str__(self): return f'{self}'\ngo = lambda: str(C())",
    "__format__": "class C:\n  def __format__(self, s): return format(self, s)\ngo = lambda: f'{C():x}'",
    "__eq__": "class C:\n  def __eq__(self, o): return self == o\ngo = lambda: C() == C()",
    "__eq__ in a list": "class C:\n  def __eq__(self, o): return [self] == [o]\ngo = lambda: C() == C()",
    "__eq__ in a dict": (
        "class C:\n  def __eq__(self, o): return {1: self} == {1: o}\n  __hash__ = None\ngo = lambda: C() == C()"),
    "__eq__ of keys": (
        "class C:\n  def __hash__(self): return 1\n  def __eq__(self, o): return {self: 1} == {o: 1}\ngo = lambda: C() == C()"),
    "__lt__": "class C:\n  def __lt__(self, o): return self < o\ngo = lambda: C() < C()",
    "__lt__ in sorted": "class C:\n  def __lt__(self, o): return sorted([self, o])\ngo = lambda: sorted([C(), C()])",
    "__hash__": "class C:\n  def __hash__(self): return hash(self)\ngo = lambda: hash(C())",
    "__hash__ in a tuple": "class C:\n  def __hash__(self): return hash((self,))\ngo = lambda: {C()}",
    "__bool__": "class C:\n  def __bool__(self): return not self\ngo = lambda: bool(C())",
    "__bool__ in an if": "class C:\n  def __bool__(self):\n    if self: return True\ngo = lambda: not C()",
    "__len__": "class C:\n  def __len__(self): return len(self)\ngo = lambda: len(C())",
    "__contains__": "class C:\n  def __contains__(self, x): return x in self\ngo = lambda: 1 in C()",
    "__iter__": "class C:\n  def __iter__(self): return iter(self)\ngo = lambda: list(C())",
    "__iter__ in a for": "class C:\n  def __iter__(self):\n    for x in self: return x\ngo = lambda: [*C()]",
    "__next__": "class C:\n  def __iter__(self): return self\n  def __next__(self): return next(self)\ngo = lambda: next(C())",
    "__next__ in a for": "class C:\n  def __iter__(self): return self\n  def __next__(self):\n    for x in self: return x\ngo = lambda: list(C())",
    "__getitem__": "class C:\n  def __getitem__(self, k): return self[k]\ngo = lambda: C()[0]",
    "__setitem__": "class C:\n  def __setitem__(self, k, v): self[k] = v\ngo = lambda: C().__setitem__(0, 1)",
    "__missing__": "class D(dict):\n  def __missing__(self, k): return self[k]\ngo = lambda: D()[0]",
    "__index__": "class C:\n  def __index__(self): return [1, 2][self]\ngo = lambda: [1][C()]",
    "__int__": "class C:\n  def __int__(self): return int(self)\ngo = lambda: int(C())",
    "__add__": "class C:\n  def __add__(self, o): return self + o\ngo = lambda: C() + 1",
    "__radd__": "class C:\n  def __radd__(self, o): return o + self\ngo = lambda: 1 + C()",
    "__iadd__": "class C:\n  def __iadd__(self, o):\n    self += o\n    return self\ngo = lambda: C().__iadd__(1)",
    "__neg__": "class C:\n  def __neg__(self): return -self\ngo = lambda: -C()",
    "__enter__": "class C:\n  def __enter__(self):\n    with self: pass\n  def __exit__(self, *a): pass\ngo = lambda: C().__enter__()",
    "__exit__": "class C:\n  def __enter__(self): pass\n  def __exit__(self, *a):\n    with self: pass\ndef go():\n  with C(): pass",
    "__instancecheck__": "class M(type):\n  def __instancecheck__(c, o): return isinstance(o, c)\nclass C(metaclass=M): pass\ngo = lambda: isinstance(1, C)",
    "__subclasscheck__": "class M(type):\n  def __subclasscheck__(c, o): return issubclass(o, c)\nclass C(metaclass=M): pass\ngo = lambda: issubclass(int, C)",
    "__dir__": "class C:\n  def __dir__(self): return dir(self)\ngo = lambda: dir(C())",
    "__reversed__": "class C:\n  def __reversed__(self): return reversed(self)\ngo = lambda: reversed(C())",
    "__class_getitem__": "class C:\n  def __class_getitem__(cls, k): return cls[k]\ngo = lambda: C[1]",
    "mirror __getitem__": "class L(list):\n  def __getitem__(self, i): return self[i]\ngo = lambda: L([1])[0]",
    "mirror __eq__": "class S(str):\n  def __eq__(self, o): return {self: 1} == {o: 1}\n  def __hash__(self): return 1\ngo = lambda: S('a') == S('b')",
    "mirror __hash__": "class T(tuple):\n  def __hash__(self): return hash(self)\ngo = lambda: {T()}",
    "mirror __add__": "class I(int):\n  def __add__(self, o): return self + o\ngo = lambda: I(1) + 1",
    "sort key": "def k(x): return sorted([x, x], key=k)\ngo = lambda: sorted([1], key=k)",
    "max key": "def k(x): return max([x, x], key=k)\ngo = lambda: max([1, 2], key=k)",
    "map": "def f(x): return list(map(f, [x]))\ngo = lambda: f(1)",
    "filter": "def f(x): return list(filter(f, [x]))\ngo = lambda: f(1)",
    "reduce": "import functools\ndef f(a, b): return functools.reduce(f, [a, b])\ngo = lambda: f(1, 2)",
    "partial": "import functools\nf = functools.partial(lambda: f())\ngo = f",
    "lru_cache": "import functools\n@functools.lru_cache(None)\ndef f(n): return f(n + 1)\ngo = lambda: f(0)",
    "sum of a generator": "def f(): return sum(f() for _ in [1])\ngo = f",
    "comprehension": "def f(): return [f() for _ in [1]]\ngo = f",
    "join": "def f(): return ','.join(f() for _ in [1])\ngo = f",
    "generator": "def g():\n  for x in g(): yield x\ngo = lambda: list(g())",
    "yield from": "def g(): yield from g()\ngo = lambda: list(g())",
    "generator by next": "def g(): yield next(g())\ngo = lambda: next(g())",
    "generator send": "def g(): yield g().send(None)\ngo = lambda: next(g())",
    "exec": "def f(): exec('f()')\ngo = f",
    "eval": "def f(): return eval('f()')\ngo = f",
    "class body": "def f():\n  class C: f()\ngo = f",
    "decorator": "def d(f): return d(d(f))\ngo = lambda: d(1)",
    "except": "def f():\n  try: raise ValueError\n  except ValueError: f()\ngo = f",
    "finally": "def f():\n  try: pass\n  finally: f()\ngo = f",
    "with": "class C:\n  def __enter__(self): pass\n  def __exit__(self, *a): pass\ndef f():\n  with C(): f()\ngo = f",
    "__del__": "class C:\n  def __del__(self): f()\ndef f(): C(); f()\ngo = f",
    "__getattr__ in getattr": "class C:\n  def __getattr__(self, n): return getattr(self, n, None) or hasattr(self, n) or self.z\ngo = lambda: C().a",
    "tool": "def f(n): return call(f, n + 1)\ngo = lambda: f(0)",
    "weakref callback": "import weakref\nclass C: pass\ndef f(r=None):\n  c = C()\n  w = weakref.ref(c, f)\n  del c\n  g()\ndef g(): f()\ngo = f",
    "isinstance of nested tuples": "t = int,\nfor _ in range(200_000): t = (t,)\ngo = lambda: isinstance('a', t)",
    "except of nested tuples": "t = KeyError,\nfor _ in range(200_000): t = (t,)\ndef go():\n  try: raise ValueError\n  except t: pass",
    "repr of nested lists": "l = []\nfor _ in range(200_000): l = [l]\ngo = lambda: repr(l)",
    "repr of nested dicts": "l = {}\nfor _ in range(200_000): l = {1: l}\ngo = lambda: repr(l)",
    "repr of nested instances": "class C:\n  def __init__(s, c): s.c = c\n  def __repr__(s): return repr(s.c)\nl = 0\nfor _ in range(200_000): l = C(l)\ngo = lambda: repr(l)",
    "== of nested lists": "a, b = [], []\nfor _ in range(200_000): a, b = [a], [b]\ngo = lambda: a == b",
    "== of nested tuples": "a, b = [], []\nfor _ in range(200_000): a, b = (a,), (b,)\ngo = lambda: a == b",
    "== of nested dicts": "a, b = {}, {}\nfor _ in range(200_000): a, b = {1: a}, {1: b}\ngo = lambda: a == b",
    "< of nested lists": "a, b = [], []\nfor _ in range(200_000): a, b = [a], [b]\ngo = lambda: a < b",
    "hash of nested tuples": "t = ()\nfor _ in range(200_000): t = (t,)\ngo = lambda: hash(t)",
    "nested tuples as a key": "t = ()\nfor _ in range(200_000): t = (t,)\ngo = lambda: {t: 1}",
    "hash of nested frozensets": "t = frozenset()\nfor _ in range(200_000): t = (frozenset([0, 1]), t)\ngo = lambda: {t}",
    "map of maps": "m = iter([1])\nfor _ in range(200_000): m = map(int, m)\ngo = lambda: next(m)",
    "filter of filters": "m = iter([1])\nfor _ in range(200_000): m = filter(None, m)\ngo = lambda: next(m)",
    "zip of zips": "m = iter([1])\nfor _ in range(200_000): m = zip(m)\ngo = lambda: next(m)",
    "chain of chains": "import itertools\nm = [1]\nfor _ in range(200_000): m = itertools.chain(m)\ngo = lambda: next(m)",
    "islice of islices": "import itertools\nm = itertools.count()\nfor _ in range(200_000): m = itertools.islice(m, 5)\ngo = lambda: next(m)",
    "enumerate of enumerates": "m = iter([1])\nfor _ in range(200_000): m = enumerate(m)\ngo = lambda: next(m)",
    "generator expressions": "m = iter([1])\nfor _ in range(2_000_000): m = (x for x in m)\ngo = lambda: next(m)",
    "partials": "import functools\nf = len\nfor _ in range(200_000):\n  g = f\n  f = functools.partial(lambda h, *a: h(*a), g)\nclass E: __len__ = lambda s: f(s)\ngo = lambda: f(E())",
    "properties": "class C: pass\nf = lambda s: s.go\nC.go = property(f)\ngo = lambda: C().go",
    "deepcopy of nested lists": "def deepcopy(x): return [deepcopy(y) for y in x]\nl = []\nfor _ in range(2_000_000): l = [l]\ngo = lambda: deepcopy(l)",
    "unions": "u = int\nfor _ in range(200_000): u = list[u]\ngo = lambda: repr(u)",
    "string formatting": "l = ()\nfor _ in range(200_000): l = (l,)\ngo = lambda: '%s' % l",
    "print of nested lists": "l = []\nfor _ in range(200_000): l = [l]\ngo = lambda: print(l)",
    "nested calls of natives": "f = len\nclass C:\n  def __len__(self): return max([self, self], key=len)\ngo = lambda: len(C())",
}

#: each builds something a million links long and lets it go; all must print "freed"
CHAINS: dict[str, str] = {
    "instances": "class C:\n  pass\nx = None\nfor _ in range(N):\n  c = C()\n  c.next = x\n  x = c",
    "instances with slots": "class C:\n  __slots__ = ('next',)\nx = None\nfor _ in range(N):\n  c = C()\n  c.next = x\n  x = c",
    "instances with a dict": "class C: pass\nx = None\nfor _ in range(N // 4):\n  c = C()\n  c.__dict__['next'] = x\n  x = c",
    "instances with __del__": "class C:\n  def __del__(self): pass\nx = None\nfor _ in range(N // 4):\n  c = C()\n  c.next = x\n  x = c",
    "instances in lists": "class C: pass\nx = None\nfor _ in range(N // 2):\n  c = C()\n  c.next = [x]\n  x = c",
    "instances in tuples": "class C: pass\nx = None\nfor _ in range(N // 2):\n  c = C()\n  c.next = (x,)\n  x = c",
    "instances in dicts": "class C: pass\nx = None\nfor _ in range(N // 4):\n  c = C()\n  c.next = {1: x}\n  x = c",
    "instances in sets": "class C: pass\nx = None\nfor _ in range(N // 4):\n  c = C()\n  c.next = {x}\n  x = c",
    "instances of mirrors": "class L(list): pass\nx = None\nfor _ in range(N // 4):\n  c = L([x])\n  x = c",
    "mirrors with attributes": "class L(int): pass\nx = None\nfor _ in range(N // 4):\n  c = L(5)\n  c.next = x\n  x = c",
    "lists": "x = None\nfor _ in range(N): x = [x]",
    "tuples": "x = None\nfor _ in range(N): x = (x,)",
    "dicts": "x = None\nfor _ in range(N // 2): x = {1: x}",
    "closures": "def make(x): return lambda: x\nx = None\nfor _ in range(N // 2): x = make(x)",
    "defaults": "x = None\nfor _ in range(N // 2): x = lambda x=x: x",
    "function attributes": "x = None\nfor _ in range(N // 4):\n  f = lambda: 1\n  f.next = x\n  x = f",
    "bound methods": "import types\nx = len\nfor _ in range(N // 2): x = types.MethodType(x, 1)",
    "methods of instances": "class C:\n  def m(self): pass\nx = None\nfor _ in range(N // 2):\n  c = C()\n  c.next = x\n  x = c.m",
    "generators": "def g(x): yield x\nx = None\nfor _ in range(N // 4):\n  n = g(x)\n  next(n)\n  x = n",
    "generators not begun": "def g(x): yield x\nx = None\nfor _ in range(N // 4): x = g(x)",
    "generators with finally": "def g(x):\n  try: yield x\n  finally: pass\nx = None\nfor _ in range(N // 10):\n  n = g(x)\n  next(n)\n  x = n",
    "generator expressions": "x = iter([])\nfor _ in range(N // 4): x = (y for y in x)",
    "yield from": "def g(x):\n  yield 1\n  yield from x\nx = iter([])\nfor _ in range(N // 4): x = g(x)",
    "exceptions by context": "x = None\nfor _ in range(N // 2):\n  e = ValueError()\n  e.__context__ = x\n  x = e",
    "exceptions by cause": "x = None\nfor _ in range(N // 2):\n  e = ValueError()\n  e.__cause__ = x\n  x = e",
    "exceptions by args": "x = None\nfor _ in range(N // 2): x = ValueError(x)",
    "exceptions by attribute": "class E(Exception): pass\nx = None\nfor _ in range(N // 4):\n  e = E()\n  e.next = x\n  x = e",
    "exceptions raised": "x = None\nfor _ in range(N // 20):\n  try:\n    try: raise ValueError(x)\n    except ValueError as e: raise KeyError from e\n  except KeyError as e: x = e",
    "tracebacks": "def f(n):\n  if n: f(n - 1)\n  else: raise ValueError\nx = ValueError()\nfor _ in range(200):\n  try: f(900)\n  except ValueError as e: y = e\n  try: raise x\n  except ValueError as e: pass",
    "iterators": "x = []\nfor _ in range(N // 2): x = iter([x])",
    "maps": "x = []\nfor _ in range(N // 2): x = map(int, x)",
    "zips": "x = []\nfor _ in range(N // 4): x = zip(x)",
    "itertools": "import itertools\nx = []\nfor _ in range(N // 4): x = itertools.chain(x, [])",
    "tees": "import itertools\nx = iter([])\nfor _ in range(N // 10): x = itertools.tee(x)[0]",
    "a tee that runs away": "import itertools\na, x = itertools.tee(iter(range(N)))\nfor _ in a: pass\na = None",
    "partials": "import functools\nx = len\nfor _ in range(N // 4): x = functools.partial(max, x)\nx = [x]",
    "properties": "x = None\nfor _ in range(N // 2): x = property(x)",
    "static methods": "x = len\nfor _ in range(N // 4): x = staticmethod(x)",
    "slices": "x = None\nfor _ in range(N // 2): x = slice(x)",
    "classes": "x = None\nfor _ in range(3000): x = type('C', (), {'next': x})",
    "classes by base": "x = object\nfor _ in range(150): x = type('C', (x,), {})",
    "modules": "import types\nx = None\nfor _ in range(N // 20):\n  m = types.ModuleType('m')\n  m.next = x\n  x = m",
    "generic aliases": "x = int\nfor _ in range(N // 4): x = list[x]",
    "weak values": "import weakref\nclass C: pass\nx = None\nfor _ in range(N // 20):\n  c = C()\n  c.next = x\n  c.ref = weakref.ref(c)\n  x = c",
    "cycles": "class C: pass\nx = first = C()\nfor _ in range(N // 4):\n  c = C()\n  c.next = x\n  x.back = c\n  x = c\nfirst.next = x\nfirst = c = None",
    "everything": (
        "class C: pass\ndef g(x):\n  yield x\ndef make(x): return lambda: x\nx = None\nfor _ in range(N // 20):\n  c = C()\n  c.next = [x]\n"
        "  n = g((c,))\n  next(n)\n  e = ValueError({1: n})\n  x = make(e)\nc = n = e = None"),
    "recursion that holds on": "class C: pass\ndef f(n, x):\n  c = C()\n  c.next = x\n  return f(n - 1, c) if n else c\nx = f(900, None)",
}

RECURSE = """
{program}
def attempt():
    try: go()
    except RecursionError as e: return "RecursionError"
    return "no error"
print(attempt())
print(attempt())
"""

CHAIN = """
N = {links}
{program}
x = None
c = n = e = f = m = None
print("freed")
"""


def tool_machine(depth: int) -> cg.Machine:
    machine = cg.Machine(
        tools={"call": lambda function, value: function(value)}, limits=cg.Limits(depth=depth, output="1 MiB"),
    )
    return machine


def recurse(name: str, depth: int) -> str:
    machine = tool_machine(depth)
    machine.run(RECURSE.format(program=RECURSIONS[name]))
    assert machine.run("sum([1, 2, 3])").value == 6
    return machine_text(machine, name)


def machine_text(machine: cg.Machine, name: str) -> str:
    again = machine.run("print(attempt())").stdout.strip()
    return again


def free(name: str, depth: int, links: int) -> str:
    machine = tool_machine(depth)
    return machine.run(CHAIN.format(program=CHAINS[name], links=links)).stdout.strip()


def work(depth: int, links: int, names: list[str]) -> None:
    for name in names:
        print(name, end=": ", flush=True)
        try:
            came = recurse(name, depth) if name in RECURSIONS and not links else free(name, depth, links)
        except BaseException as error:
            came = f"{type(error).__name__}: {error}"[:300].replace("\n", " | ")
        print(came, flush=True)


def main() -> None:
    stack, depth, links, *names = sys.argv[1:]
    if int(stack):
        threading.stack_size(int(stack) << 10)
    if not names:
        names = list(CHAINS if int(links) else RECURSIONS)
    thread = threading.Thread(target=work, args=(int(depth), int(links), names))
    thread.start()
    thread.join()


if __name__ == "__main__":
    main()
