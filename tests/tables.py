"""Tables of expressions, evaluated on the machine and by the host: what each gives, or its exception's type and text."""

import contextlib
import io
import re
import warnings
from collections.abc import Iterable, Iterator

import callgate as cg

#: so many expressions go into one program, which is bounded in its number of tokens
AT_ONCE = 1000
#: where a value is in memory is no part of a result
ADDRESS = re.compile(r"0x[0-9a-f]+")

#: classes of all kinds that meet the operators and methods of builtin types
CLASSES = """
class Foo: pass
class Idx:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Num:
    def __init__(self, n): self.n = n
    def __add__(self, o): return ('add', self.n, o)
    def __radd__(self, o): return ('radd', self.n, o)
    def __iadd__(self, o): return ('iadd', self.n, o)
    def __mul__(self, o): return ('mul', o)
    def __rmul__(self, o): return ('rmul', o)
    def __mod__(self, o): return ('mod', o)
    def __rmod__(self, o): return ('rmod', o)
    def __eq__(self, o): return o == self.n
    def __hash__(self): return hash(self.n)
    def __lt__(self, o): return 'lt'
    def __or__(self, o): return 'or'
    def __ror__(self, o): return 'ror'
    def __divmod__(self, o): return 'divmod'
    def __rpow__(self, o): return 'rpow'
class Refuses:
    def __add__(self, o): return NotImplemented
    __radd__ = __iadd__ = __lt__ = __mul__ = __rmul__ = __or__ = __add__
class Sub(Num):
    def __radd__(self, o): return ('sub radd', o)
    def __gt__(self, o): return 'sub gt'
class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i * 10
    def __len__(self): return self.n
class It:
    def __init__(self, *a): self.a = list(a)
    def __iter__(self): return iter(self.a)
class Never:
    __iter__ = None
    __contains__ = None
class L(list): pass
class LAdd(list):
    def __radd__(self, o): return 'LAdd radd'
    def __getitem__(self, i): return ('item', i)
    def __len__(self): return 77
    def __iter__(self): return iter('own')
class D(dict):
    def __missing__(self, k): return ('missing', k)
class I(int):
    def __add__(self, o): return 'I add'
    def __radd__(self, o): return 'I radd'
class S(str):
    def __str__(self): return 'S!'
    def __repr__(self): return 'Sr'
class T(tuple): pass
class F(float): pass
class SS(set): pass
class B(bytes): pass
"""
VALUES = (
    "1", "-3", "0", "True", "2.5", "1j", "'ab'", "b'ab'", "bytearray(b'x')", "[1, 2]", "(1, 2)", "{1: 2}", "{1, 2}",
    "frozenset({1})", "None", "range(3)", "slice(1)", "Foo()", "Num(3)", "Sub(4)", "Refuses()", "Idx(2)", "Seq(2)", "It(1)",
    "Never()", "L([1])", "LAdd([1])", "D({1: 2})", "I(5)", "S('x')", "T((1,))", "F(1.5)", "SS({1})", "...", "int",
    "{1: 2}.keys()", "{1: 2}.items()",
)


def program(expressions: Iterable[str], prelude: str) -> str:
    lines = [
        f"try: _r = repr({each})\nexcept Exception as _e: _r = type(_e).__name__ + ': ' + str(_e)\n"
        f"print({number}, ascii(_r))"
        for number, each in enumerate(expressions)
    ]
    return prelude + "\n" + "\n".join(lines)


def on_host(source: str) -> str:
    out = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(out):
        warnings.simplefilter("ignore")
        exec(compile(source, "table", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def differences(expressions: Iterable[str], prelude: str = CLASSES) -> Iterator[str]:
    everything = list(expressions)
    for start in range(0, len(everything), AT_ONCE):
        part = everything[start:start + AT_ONCE]
        source = program(part, prelude)
        expected = ADDRESS.sub("0x", on_host(source)).splitlines()
        found = ADDRESS.sub("0x", cg.Machine().run(source).stdout).splitlines()
        assert len(expected) == len(found) == len(part)
        for text, host, guest in zip(part, expected, found):
            if host != guest:
                yield f"{text}\n    CPython  {host.split(' ', 1)[1]}\n    callgate {guest.split(' ', 1)[1]}"


def check(expressions: Iterable[str], prelude: str = CLASSES) -> None:
    wrong = list(differences(expressions, prelude))
    assert not wrong, f"{len(wrong)} differ:\n" + "\n".join(wrong[:20])
