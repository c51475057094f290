"""The operators on all pairs of kinds of values give what CPython gives, with its messages, and pay for what they make."""

import operator
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import callgate as cg
from tables import CLASSES, VALUES, check

BINARY = ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@")
COMPARISONS = ("<", "==", "<=", ">", "!=", ">=", "in", "not in", "is")


@pytest.mark.parametrize("symbol", BINARY)
def test_binary(symbol: str) -> None:
    check(f"({a}) {symbol} ({b})" for a in VALUES for b in VALUES)


@pytest.mark.parametrize("symbol", ("+", "-", "*", "%", "**", "|", "&"))
def test_in_place(symbol: str) -> None:
    prelude = CLASSES + f"def do(a, b):\n    a {symbol}= b\n    return a\n"
    check((f"do({a}, {b})" for a in VALUES for b in VALUES), prelude)


@pytest.mark.parametrize("symbol", COMPARISONS)
def test_comparisons(symbol: str) -> None:
    check(f"({a}) {symbol} ({b})" for a in VALUES for b in VALUES)


def test_unary() -> None:
    check(f"{symbol} ({a})" for symbol in ("-", "+", "~", "not") for a in VALUES)


def test_subscripts() -> None:
    keys = (*VALUES, "0:1", "::-1", "Idx(0):Idx(1)", "'a':", "Foo():", "10**30", "-10**30:10**30")
    check(f"({a})[{key}]" for a in (*VALUES, "'abc'", "[1, 2, 3]", "list") for key in keys if "int" not in (a, key))


def test_assignment_and_deletion_of_items() -> None:
    prelude = CLASSES + "def put(a, k, v):\n    a[k] = v\n    return a\ndef drop(a, k):\n    del a[k]\n    return a\n"
    containers = ("[1, 2, 3]", "bytearray(b'abc')", "{1: 2}", "L([1, 2])", "D({1: 2})", "'abc'", "(1, 2)", "Foo()", "Seq(2)",
                  "None", "{1}", "int")
    keys = ("0", "-1", "7", "'a'", "Idx(1)", "Foo()", "slice(0, 1)", "slice(None, None, 2)", "slice(Idx(0), Idx(9))", "None",
            "(1, 2)", "[]", "2.5", "True")
    values = ("5", "'x'", "[7, 8]", "b'xy'", "It(1, 2)", "Foo()", "Seq(2)", "None", "Idx(65)", "L([3])", "range(3)")
    check((f"put({a}, {k}, {v})" for a in containers for k in keys for v in values), prelude)
    check((f"drop({a}, {k})" for a in containers for k in keys), prelude)


def test_builtins_that_operate() -> None:
    unary = ("len iter list tuple set dict frozenset str repr int float complex bool bytearray abs sum reversed enumerate "
             "ascii next callable format").split()
    check(f"{name}({a})" for name in unary for a in VALUES if (name, a) != ("complex", "S('x')"))
    check(f"{name}({a}, {b})" for name in ("divmod", "pow", "format", "zip", "map", "filter", "isinstance")
          for a in VALUES for b in VALUES[::3])
    check(f"pow({a}, {b}, {c})" for a in VALUES[::4] for b in VALUES[::5] for c in VALUES[::6])


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-10**20, 10**20) | st.integers(-8, 8) | st.floats() | st.text(max_size=5)
    | st.binary(max_size=5) | st.complex_numbers(),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)
OPERATIONS = {
    "a + b": operator.add, "a - b": operator.sub, "a * b": operator.mul, "a / b": operator.truediv,
    "a // b": operator.floordiv, "a % b": operator.mod, "a | b": operator.or_, "a & b": operator.and_,
    "a ^ b": operator.xor, "a >> b": operator.rshift, "a == b": operator.eq, "a != b": operator.ne, "a < b": operator.lt,
    "a <= b": operator.le, "a > b": operator.gt, "a >= b": operator.ge, "a in b": lambda a, b: a in b,
    "a[b]": operator.getitem, "repr(a)": lambda a, b: repr(a), "str(b)": lambda a, b: str(b),
    "hash((a, b))": lambda a, b: hash((a, b)), "[a] == [b]": lambda a, b: [a] == [b], "(a, b) < (b, a)": lambda a, b: (a, b) < (b, a),
    "bool(a)": lambda a, b: bool(a), "divmod(a, b)": divmod,
}
MACHINE = cg.Machine()


@pytest.mark.parametrize("text", OPERATIONS)
@given(a=PLAIN, b=PLAIN)
def test_random_plain_values(text: str, a: object, b: object) -> None:
    if isinstance(a, int) and isinstance(b, int) and abs(b) > 10**6 and text in ("a * b", "a >> b"):
        return
    if text == "a * b" and (isinstance(a, int) and abs(a) > 1000 or isinstance(b, int) and abs(b) > 1000):
        return
    try:
        expected = repr(OPERATIONS[text](a, b))
    except Exception as error:
        expected = f"{type(error).__name__}: {error}"
    try:
        found = MACHINE.run(f"repr({text})", inputs={"a": a, "b": b}).value
    except cg.GuestError as error:
        found = f"{error.type_name}: {error.message}"
    assert found == expected


# === sizes

def limit_of(source: str, **limits: object) -> str | None:
    chosen = {"fuel": 3_000_000, "memory": "64 MiB", "seconds": 120.0, **limits}
    try:
        cg.Machine(limits=cg.Limits(**chosen)).run(source)  # type: ignore[arg-type]
    except cg.LimitExceeded as stop:
        return stop.limit
    return None


@pytest.mark.parametrize("source", [
    "'a' * 10**10", "[1] * 10**10", "(1, 2) * 10**10", "b'x' * 10**10", "10**10 * 'a'", "bytearray(b'x') * 10**10",
    "a = [1]\na *= 10**10", "'a'.__mul__(10**10)", "[].__class__.__mul__([1], 10**12)", "1 << 10**11", "3 ** 10**9",
    "(1).__lshift__(10**11)", "int.__pow__(3, 10**9)", "'%1000000000d' % 5", "'%*d' % (10**9, 5)", "'%.1000000000f' % 1.5",
    "b'%1000000000d' % 5", "format(5, '0999999999d')", "'{:>9999999999}'.format(1)", "'{:{}}'.format(1, 10**10)",
    "f'{1.5:.999999999f}'", "'x'.ljust(10**10)", "'x'.center(10**10)", "'x'.rjust(10**10)", "'7'.zfill(10**10)",
    "'\\t\\t'.expandtabs(10**9)", "b'\\t\\t'.expandtabs(10**9)", "b'x'.ljust(10**10)", "bytes(10**10)", "bytearray(10**10)",
    "(5).to_bytes(10**10, 'big')", "('ab' * 10**6).replace('', 'x' * 1000)", "(',' * 10**7).split(',')",
    "('x' * 10**6).join(['a'] * 10**4)", "list(range(10**10))", "tuple(range(10**10))", "set(range(10**10))",
    "a = []\na.extend(range(10**10))", "a = []\na += range(10**10)", "bytes(range(256)) * 10**9", "dict.fromkeys(range(10**9))",
    "a = [0]\na.extend(a[0] for _ in iter(int, 1))", "a = [1, 2]\nfor _ in range(60): a.extend(a)",
    "a = [1]\na[:] = range(10**10)", "x = 'ab'\nfor _ in range(60): x += x", "'%s' * 10**6 % (('x' * 1000,) * 10**6)",
    "x = [0]\nfor _ in range(60): x = [x, x]\nrepr(x)", "x = (0,)\nfor _ in range(60): x = (x, x)\nhash(x)",
    "a = [0]\nb = [0]\nfor _ in range(60): a = [a, a]; b = [b, b]\na == b",
    "a = (0,)\nb = (0,)\nfor _ in range(60): a = (a, a); b = (b, b)\na == b",
    "a = {0: 0}\nb = {0: 0}\nfor _ in range(60): a = {0: a, 1: a}; b = {0: b, 1: b}\na == b",
    "round(5, -10**10) or pow(3, 10**9)", "x = '\\\\'\nwhile True: x = repr(x)", "int('6' * 2000000, 7)",
    "a = 7 ** 300000\nfor _ in range(10**6): a // (a >> 20000)", "str.maketrans('a' * 10**7, 'b' * 10**7)",
    "'a'.encode('utf-8').decode().translate({97: 'x' * 10**6}) * 100", "a = bytearray(b'ab')\nwhile True: a[len(a):] = a",
    "range(10**12).count('x')", "'x' in range(10**12)", "x = ['a' * 1000] * 10**5\n''.join(x)",
])
def test_sizes_are_asked_for_before_they_are_made(source: str) -> None:
    assert limit_of(source) in ("memory", "fuel")


@pytest.mark.parametrize(("source", "value"), [
    ("'a' * 0 + 'b' * -10**10", ""), ("[1] * 0", []), ("0 << 10**10", 0), ("1 ** 10**10", 1), ("0 ** 10**10", 0),
    ("(-1) ** (10**30 + 1)", -1), ("len('ab' * 1000)", 2000), ("5 >> 10**10", 0), ("round(5, -10**10)", 0),
    ("round(15, -1)", 20), ("'%5d|%-5s|%05.1f' % (1, 'x', 2.25)", "    1|x    |002.2"), ("'{:>5}'.format(1)", "    1"),
    ("'x'.ljust(-10**20 // 10**18)", "x"), ("pow(3, 10**6, 7)", 4), ("2 ** -1", 0.5),
])
def test_what_only_looks_large_is_done(source: str, value: object) -> None:
    assert cg.Machine(limits=cg.Limits(fuel=100_000, memory="16 MiB")).run(source).value == value


# === depth

DEEP = {
    "repr": "x = []\nfor _ in range(100000): x = [x]\nrepr(x)",
    "str of dicts": "x = {}\nfor _ in range(100000): x = {1: x}\nstr(x)",
    "==": "x = []; y = []\nfor _ in range(100000): x = [x]; y = [y]\nx == y",
    "hash": "x = ()\nfor _ in range(100000): x = (x,)\nhash(x)",
    "key": "x = ()\nfor _ in range(100000): x = (x,)\n{x: 1}",
    "element": "x = ()\nfor _ in range(100000): x = (x,)\ns = set()\ns.add(x)",
    "lookup": "x = ()\nfor _ in range(100000): x = (x,)\n{}.get(x)",
    "in": "x = ()\nfor _ in range(100000): x = (x,)\nx in {1: 2}",
    "map": "x = iter([1])\nfor _ in range(100000): x = map(str, x)\nnext(x)",
    "cycle": "x = []; y = []\nx.append(y); y.append(x)\nx == y",
    "dicts": "x = {}; y = {}\nfor _ in range(100000): x = {1: x}; y = {1: y}\nx == y",
    "sort": "x = []; y = []\nfor _ in range(100000): x = [x]; y = [y]\nsorted([x, y])",
}


@pytest.mark.parametrize("name", DEEP)
def test_depth_ends_in_recursion_error(name: str) -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.Machine().run(DEEP[name])
    assert caught.value.type_name == "RecursionError"
    assert cg.Machine().run("6 * 7").value == 42


def test_cyclic_reprs() -> None:
    source = "a = [1]; a.append(a); d = {}; d['d'] = d; t = ([],); t[0].append(t)\nrepr((a, d, t, {1: a}.values()))"
    scope: dict[str, object] = {}
    exec(source.rsplit("\n", 1)[0], scope)
    expected = repr((scope["a"], scope["d"], scope["t"], {1: scope["a"]}.values()))
    assert cg.Machine().run(source).value == expected


def test_names_of_types_in_messages_are_the_guest_s() -> None:
    source = CLASSES + "def text(f):\n    try: f()\n    except Exception as e: return str(e)\n"
    machine = cg.Machine()
    machine.run(source)
    for each in ("'a'.join([Foo()])", "b''.join([Foo()])", "'a' + Foo()", "[] + Foo()", "Foo() + 1", "[1][Foo()]", "-Foo()"):
        message = machine.run(f"text(lambda: {each})").value
        assert isinstance(message, str) and re.search(r"\bFoo\b", message) and "callgate" not in message, (each, message)
