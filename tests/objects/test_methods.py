"""Every method of every builtin value type, with good and bad arguments, gives what CPython gives."""

import pytest

from tables import CLASSES, check

SUBJECTS: dict[str, type] = {
    "1": int, "True": bool, "2.5": float, "1j": complex, "'aXbXc dA\\t\\u00e9'": str, "b'aXbXc d'": bytes,
    "bytearray(b'aXbXc d')": bytearray, "(1, 2, 'a')": tuple, "[3, 1, 2]": list, "['a', 'b']": list, "{'a': 1, 1: 2}": dict,
    "{1, 2}": set, "frozenset({1, 2})": frozenset, "range(5)": range, "slice(1, 2)": slice, "L([1, 2])": list,
    "LAdd([1, 2])": list, "D({1: 2})": dict, "I(5)": int, "S('xax')": str, "T((1, 2))": tuple, "F(1.5)": float,
    "SS({1})": set, "B(b'xax')": bytes,
}
ARGUMENTS = (
    "", "1", "-1", "'a'", "'ab'", "'a', 'b'", "'a', 1", "b'a'", "None", "[1]", "['a']", "['a', 'b']", "Idx(2)", "Foo()", "1, 2",
    "0, 1", "'a', 0, 2", "(1, 2)", "{'a': 1}", "{1: 2}", "2.5", "S('a')", "I(2)", "('a', 'b')", "'utf-8'", "'utf-8', 'ignore'",
    "'ascii', 'replace'", "3, 'x'", "Seq(2)", "It('a', 'b')", "It(1, 2)", "It((1, 2))", "None, 1", "'a', Foo()", "Foo(), 1",
    "[Foo()]", "{1, 2}", "[(1, 2)]", "[1, [2]]", "b'a', b'b'", "Idx(1), 'x'", "''", "b''", "1, 2, 3, 4",
)
KEYWORDS = ("x=1", "key=None", "a=1", "sep=None", "encoding='ascii'", "'a', maxsplit=1", "tabsize=2", "reverse=True", "signed=True",
            "byteorder='big', length=4", "key=str", "key=lambda x: -x, reverse=1", "keepends=True", "self=1", "iterable=[1]")
#: what belongs to object, or is compared elsewhere
SKIPPED = frozenset("""__class__ __init_subclass__ __subclasshook__ __dir__ __doc__ __reduce_ex__ __reduce__ __getstate__ __sizeof__
    __new__ __setattr__ __delattr__ __getattribute__ __hash__ __buffer__ __release_buffer__ __alloc__ __format__ __str__""".split())
#: what puts an object into a set, whose order then is that of addresses
HASHING = ("__init__", "update", "union", "add", "symmetric_difference", "symmetric_difference_update")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_methods(subject: str) -> None:
    table = []
    for name in dir(SUBJECTS[subject]):
        if name in SKIPPED:
            continue
        if not callable(getattr(SUBJECTS[subject], name)):
            table.append(f"({subject}).{name}")
            continue
        dunder = name.startswith("__")
        for given in ARGUMENTS + (() if dunder else KEYWORDS):
            if not (name == "__init__" and not given) and not ("Foo()" in given and name in HASHING or name == "add" and "(" in given):
                table.append(f"(lambda x: (x.{name}({given}), x))({subject})")
    check(table)


@pytest.mark.parametrize("name", ["int", "float", "complex", "bool", "str", "bytes", "bytearray", "tuple", "list", "dict", "set",
                                  "frozenset", "range", "slice", "enumerate", "zip", "map", "filter", "reversed", "type(None)"])
def test_constructors(name: str) -> None:
    special = ("'12'", "'0x1f', 16", "'0x1f', 0", "' 1_000 '", "'1e5'", "'nan'", "'1+2j'", "b'12'", "'z', 36", "'12', Idx(8)", "'z', 99",
               "1, 2", "2.5, 1j", "'a', 2", "real=1", "imag=2", "real=1, imag=2", "object='x'", "b'x', 'ascii'", "b'\\xff', 'ascii', 'replace'",
               "b'x', errors='strict'", "object=b'x', encoding='ascii'", "'x', 'ascii'", "source=b'x'", "[1, 256]", "[1, -1]", "['a']", "-1",
               "[(1, 2), (3, 4)]", "[(1, 2), (3,)]", "[1]", "a=1, b=2", "{1: 2}, a=1", "It((1, 2))", "5, 1, -2", "0, 5, 0", "1, 2, 3, 4",
               "str, [1, 2]", "None, [0, 1]", "str, 5", "lambda a, b: a, [1, 2], [3]", "[1], [2, 3], strict=True", "[1, 2], [3], strict=True",
               "[1], start=2", "iterable=[1], start=2", "[1], 2, 3", "[1], 'x'", "Seq(2)", "Never()", "strict=True", "x=1")
    prelude = CLASSES + "def show(x):\n    return (type(x).__name__, list(x)) if hasattr(x, '__next__') else x\n"
    check((f"show({name}({given}))" for given in (*ARGUMENTS, *special) if "Foo()" not in given or name not in ("set", "frozenset")), prelude)


CONVERSIONS = """
class Int:
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
class Index:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class Float:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
class Complex:
    def __init__(self, v): self.v = v
    def __complex__(self): return self.v
class Bytes:
    def __init__(self, v): self.v = v
    def __bytes__(self): return self.v
class Bool:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class Len:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
class Str:
    def __init__(self, v): self.v = v
    def __str__(self): return self.v
class Repr:
    def __init__(self, v): self.v = v
    def __repr__(self): return self.v
class Format:
    def __init__(self, v): self.v = v
    def __format__(self, spec): return self.v
class Iter:
    def __init__(self, v): self.v = v
    def __iter__(self): return self.v
class Hint:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
    def __iter__(self): return iter([1])
class IntFloat(float):
    def __int__(self): return 77
class Number(int):
    def __int__(self): return 78
    def __index__(self): return 79
"""


def test_conversions_by_the_guest_s_methods() -> None:
    given = ("5", "-1", "True", "2.5", "'x'", "None", "b'x'", "1j", "10**30", "[1]", "iter([1, 2])", "()")
    kinds = ("Int", "Index", "Float", "Complex", "Bytes", "Bool", "Len", "Str", "Repr", "Format", "Iter")
    uses = ("int(x)", "float(x)", "complex(x)", "bytes(x)", "bool(x)", "len(x)", "str(x)", "repr(x)", "list(x)", "format(x)",
            "format(x, '>5')", "'{}'.format(x)", "'{!r}'.format(x)", "f'{x}'", "f'{x!s:>4}'", "'%s' % x", "'%r' % x", "'%d' % x",
            "'%x' % x", "'%f' % x", "'%c' % x", "[1, 2, 3][x]", "[1, 2, 3][x:]", "range(x)", "'ab' * x", "[0] * x", "hex(x)", "tuple(x)",
            "b'%s' % x", "b'%d' % x", "(5).to_bytes(x, 'big')", "round(1.25, x)", "round(15, x)", "slice(x).indices(5)", "int('11', x)",
            "'x'.center(x)", "'a'.zfill(x)", "[1, 2].pop(x)", "[1].insert(x, 2)", "[1, 2].index(2, x)", "x in 'ab'", "x in b'ab'",
            "'a'.join(x)", "{}.update(x)", "set(x)", "dict(x)", "sum(x)", "max(x)", "chr(x)", "bytearray(x)", "bytearray(2).append(x)")
    check((f"(lambda x: {use})({kind}({value}))" for use in uses for kind in kinds for value in given
           if not ("Float" in kind and "10**30" in value) and "1j" not in value or "Complex" in kind),
          CONVERSIONS)
    check((f"(lambda x: {use})({each})" for use in uses for each in ("IntFloat(1.5)", "Number(2)")), CONVERSIONS)
