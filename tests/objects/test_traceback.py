"""The text of exceptions beside the interpreter's own, and what bounds it when the guest wants it endless."""

import re

import pytest

import callgate as cg
from differential import same

PROGRAMS = {
    # carets
    "operators": "x = 'a'\ny = (1 +\n     2) * x + 3\n",
    "operator in brackets": "def f(a): return a\nz = (f(1)) + (f('b'))\n",
    "power": "x = 2 ** 3 ** 'a'\n",
    "shift": "x = 1 << 'a'\n",
    "floor division": "a = b = 0\na // b\n",
    "matrix product": "1 @ 2\n",
    "comparison": "x = 1 < 'a'\n",
    "subscript": "x = {'a': {'b': 1}}\nx['a']['c']['d']\n",
    "subscript with spaces": "x = [1]\nx [ 5 ]\n",
    "slice": "x = 3\nx[1:2]\n",
    "subscript over lines": "x = {}\nx[\n    'key'\n]\n",
    "operator over lines": "x = (1 +\n     2 +\n     'a')\n",
    "call over lines": "def f(a,\n      b): return a / b\nf(1,\n  0)\n",
    "whole line": "def f():\n    raise ValueError\nf()\n",
    "spaces at the end": "def f(a, b): return a / b   \nf(1, \t  \n  0) \n",
    "spaces after all": "def f():\n    g()  \ndef g():\n    raise ValueError  \nf()   \n",
    "tabs": "if 1:\n\tx = 1\n\tx.y + 2\n",
    "wide": "w = '漢字漢字'; x = w + 1\n",
    "emoji": "w = '👩‍👩‍👧'; x = w / 2\n",
    "combining": "e\u0301 = 1; e\u0301.x\n",
    "semicolons": "a = 1; b = a.c; d = 2\n",
    "fstring": "x = 3\ny = f'{x!r:>{x.nope}}'\n",
    "decorated": "def d(x): return x.nope\n@d\n@staticmethod\ndef f(): pass\n",
    "decorated class": "def d(x): return x.nope\n@d\nclass C:\n    pass\n",
    "default": "def f(a=1 / 0): pass\n",
    "annotation": "def f(a: nope): pass\n",
    "base": "class C(nope): pass\n",
    "keyword of a class": "class C(x=1): pass\n",
    "assert": "assert [] == [1], 'text'\n",
    "assert plain": "x = 0\nassert x\n",
    "unpack": "def f():\n    a, (b, *c) = 1, ()\nf()\n",
    "for": "for a, b in [(1, 2), (3,)]:\n    pass\n",
    "with": "with 3 as x:\n    pass\n",
    "with enter": "class M:\n    def __enter__(self): 1 / 0\n    def __exit__(self, *a): pass\nwith M():\n    pass\n",
    "with exit": "class M:\n    def __enter__(self): pass\n    def __exit__(self, *a): 1 / 0\nwith M():\n    x = 1\n",
    "delete": "x = {}\ndel x['a']\n",
    "store": "x = ()\nx[0] = 1\n",
    "store attribute": "x = 3\nx.y = 1\n",
    "augmented": "x = [1]\nx[0] += 'a'\n",
    "return": "def f():\n    return (lambda: nope)()\nf()\n",
    "yield": "def g():\n    yield nope\nlist(g())\n",
    "await-less": "def g():\n    x = yield 1\n    x.nope\ni = g()\nnext(i)\ni.send(3)\n",
    "set comprehension": "{x.nope for x in [1]}\n",
    "dict comprehension": "{1: x.nope for x in [1]}\n",
    "generator expression": "sum(x.nope for x in [1])\n",
    "nested comprehension": "[[y / x for y in [1]] for x in [1, 0]]\n",
    "double star call": "f = lambda **k: k\nf(**{1: 2})\n",
    "missing": "class C:\n    def m(self, a, b=1, *, c): pass\nC().m()\n",
    "conditional": "x = 1 if nope else 2\n",
    "walrus": "print(y := nope)\n",
    "not": "not_ = not nope\n",
    "negative": "x = -'a'\n",
    "global": "def f():\n    global g\n    del g\nf()\n",
    "free": "def f():\n    def g(): return x\n    g()\n    x = 1\nf()\n",
    "line continuation": "x = 1 + \\\n    'a'\n",
    "indented string": "if True:\n    x = '''\n  less\n''' + 1\n",
    # repetition
    "three times": "def f(n):\n    if n: f(n - 1)\n    else: 1 / 0\nf(3)\n",
    "four times": "def f(n):\n    if n: f(n - 1)\n    else: 1 / 0\nf(4)\n",
    "two patterns": "def f(n):\n    if n > 5: f(n - 1)\n    elif n: f(n - 1)\n    else: 1 / 0\nf(12)\n",
    # links
    "cause of a cause": "try:\n    try:\n        1 / 0\n    except Exception as a:\n        raise KeyError from a\n"
                        "except Exception as b:\n    raise ValueError('v') from b\n",
    "cause and context": "try:\n    1 / 0\nexcept Exception:\n    raise ValueError from KeyError('k')\n",
    "cycle": "a, b = ValueError('a'), KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a\n",
    "itself": "a = ValueError('a')\na.__cause__ = a\nraise a\n",
    "context cycle": "a, b = ValueError('a'), KeyError('b')\na.__context__, b.__context__ = b, a\nraise a\n",
    "suppressed": "try:\n    1 / 0\nexcept Exception as e:\n    x = ValueError('v')\n    x.__suppress_context__ = True\n    raise x\n",
    # texts
    "multi-line text": "raise ValueError('a\\nb\\n')\n",
    "empty text": "raise ValueError('')\n",
    "key": "raise KeyError('a', 'b')\n",
    "notes": "e = ValueError('v')\ne.add_note('one')\ne.add_note('two\\nthree\\n')\nraise e\n",
    "notes not a list": "e = ValueError('v')\ne.__notes__ = 5\nraise e\n",
    "notes of a tuple": "e = ValueError('v')\ne.__notes__ = (1, None, 'x')\nraise e\n",
    "bad notes": "class B:\n    def __str__(self): 1 / 0\n    __repr__ = __str__\ne = ValueError('v')\ne.__notes__ = [B(), 'x']\nraise e\n",
    "bad repr of notes": "class B:\n    def __repr__(self): 1 / 0\ne = ValueError('v')\ne.__notes__ = B()\nraise e\n",
    "no text": "class E(Exception):\n    def __str__(self): return 3\nraise E\n",
    "qualified name": "class A:\n    class E(Exception): pass\nraise A.E('x')\n",
    "local name": "def f():\n    class E(Exception): pass\n    raise E('x')\nf()\n",
    "another module": "class E(Exception):\n    __module__ = 'elsewhere'\nraise E('x')\n",
    "no module": "class E(Exception): pass\nE.__module__ = 3\nraise E('x')\n",
    "renamed": "class E(Exception): pass\nE.__name__ = 'N'\nE.__qualname__ = 'Q'\nraise E('x')\n",
    "os error": "raise OSError(2, 'No such file', 'f')\n",
    "unicode": "'\\xe9'.encode('ascii')\n",
    # suggestions
    "near name": "lenght = 1\nprint(length)\n",
    "near builtin": "pirnt(1)\n",
    "near local": "def f(value):\n    other = 1\n    return valeu\nf(1)\n",
    "case": "Abc = 1\nabc\n",
    "far name": "abcdef = 1\nuvwxyz\n",
    "name not imported": "textwrap.dedent('')\n",
    "near attribute": "class C:\n    colour = 1\n    def method(self): pass\nC().metod()\n",
    "near attribute of a class": "class C:\n    colour = 1\nC.color\n",
    "near attribute of a module": "import keyword\nkeyword.iskeywrd\n",
    "near attribute of text": "'a'.uper()\n",
    "private attribute": "class C:\n    _value = 1\nC().value\n",
    "in self": "class C:\n    def __init__(self): self.value = 1\n    def m(self): return value\nC().m()\n",
    "in self by a closure": "class C:\n    value = 1\n    def m(self):\n        def f(): return self, value\n        return f()\nC().m()\n",
    "private in self": "class C:\n    _value = 1\n    def m(self): return self.value\nC().m()\n",
    "near import": "from sys import modulez\n",
    "dir fails": "class C:\n    def __dir__(self): 1 / 0\nC().colour\n",
    "dir lies": "class C:\n    def __dir__(self): return [3, 'color', None]\nC().colour\n",
    "many names": "class C:\n    def __dir__(self): return ['color'] * 800\nC().colour\n",
    "name of the guest's own": "raise NameError('nothing', name='lenn')\n",
    "attribute of the guest's own": "raise AttributeError('nothing', name='appendd', obj=[])\n",
    # syntax
    "raised syntax error": "raise SyntaxError('bad', ('file.py', 2, 4, 'a = b c\\n', 2, 6))\n",
    "without a place": "raise SyntaxError('bad')\n",
    "with a file only": "raise SyntaxError('bad', ('file.py', None, None, None))\n",
    "with a line only": "raise SyntaxError('bad', (None, 3, None, None))\n",
    "no message": "raise SyntaxError\n",
    "tab error": "if 1:\n\tx = 1\n        y = 2\n",
    "unclosed": "f(1, 2\n",
    "two names": "a b\n",
    "over lines": "(a, 1\n + 2) = 3\n",
    "over lines in a call": "if 1:\n    f('a' # end\n      2)\n",
    "over lines in a list": "[a\n for a in b] = 1\n",
    "over lines in compiled text": "exec('f(g(1)\\n  2)')\n",
    "not utf-8 columns": "ä = é é\n",
    "indented": "def f():\n    x = = 1\n",
    "duplicate": "def f(x, x): pass\n",
    "string": "x = 'abc\n",
    # groups
    "group in a group": "raise ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [KeyError('k'), TypeError()])])\n",
    "group with tracebacks": "def f(x):\n    try:\n        1 / x\n    except Exception as e:\n        return e\n"
                             "raise ExceptionGroup('a', [f(0), f('x')])\n",
    "wide group": "raise ExceptionGroup('a', [ValueError(i) for i in range(17)])\n",
    "group of fifteen": "raise ExceptionGroup('a', [ValueError(i) for i in range(15)])\n",
    "deep group": "e = ValueError(0)\nfor i in range(12):\n    e = ExceptionGroup(str(i), [e])\nraise e\n",
    "group from a group": "try:\n    raise ExceptionGroup('a', [ValueError(1)])\nexcept Exception as e:\n    raise ExceptionGroup('b', [KeyError(2)]) from e\n",
    "group with notes": "e = ExceptionGroup('a', [ValueError(1)])\ne.add_note('n')\ne.exceptions[0].add_note('m\\nm')\nraise e\n",
    "group of chains": "try:\n    1 / 0\nexcept Exception as e:\n    a = KeyError('k')\n    a.__cause__ = e\nraise ExceptionGroup('g', [a, a])\n",
    "group as a cause": "raise ValueError('v') from ExceptionGroup('g', [KeyError('k')])\n",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_as_the_interpreter_prints_it(name: str) -> None:
    outcome = same(PROGRAMS[name], traceback=True)
    assert outcome.traceback


def traceback_of(source: str, **given: object) -> str:
    with pytest.raises(cg.GuestError) as caught:
        cg.Machine(**given).run(source)  # type: ignore[arg-type]
    return caught.value.traceback


def test_frames_are_listed() -> None:
    with pytest.raises(cg.GuestError) as caught:
        cg.Machine().run("def f():\n    1 / 0\n\nf()", filename="here.py")
    assert [tuple(frame)[:3] for frame in caught.value.frames] == [("here.py", 4, "<module>"), ("here.py", 2, "f")]


def test_files_of_the_host_are_not_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.py"
    secret.write_text("top = 'secret'\n" * 5)
    for name in (str(secret), __file__):
        text = traceback_of(f"exec(compile('1 / 0', {name!r}, 'exec'))")
        assert f'File "{name}", line 1' in text and "secret'" not in text and '"""' not in text
        assert "secret'" not in traceback_of(f"raise SyntaxError('x', ({name!r}, 1, 1, None))")


def test_the_guests_library_does_not_show() -> None:
    text = traceback_of("sorted([1, 2], key=lambda x: 1 / 0)")
    assert text.count("File") == 2 and "<callgate>" not in text


def test_endless_texts_are_bounded() -> None:
    text = traceback_of("e = None\nfor i in range(20_000):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nraise e")
    assert text.count("ValueError: ") == 1000 and text.endswith("ValueError: 19999\n")
    source = "import sys\nsys.setrecursionlimit(90_000)\ndef f(n):\n    g(n)\ndef g(n):\n    if not n: 1 / 0\n    f(n - 1)\nf(20_000)"
    text = traceback_of(source, limits=cg.Limits(depth=100_000))
    assert len(re.findall("File", text)) == 2000 and re.search(r"\n  \[\d+ more frames\]\n", text)
    text = traceback_of(f"x = '{'x' * 50_000}' + 1")
    assert 10_000 < len(text) < 11_000 and text.endswith("TypeError: can only concatenate str (not \"int\") to str\n")
    text = traceback_of("e = ValueError()\nfor i in range(3000):\n    e = ExceptionGroup('g', [e] * 3)\nraise e")
    assert len(text) < 100_000


def test_the_text_of_an_exception_runs_under_the_limits() -> None:
    source = "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E"
    with pytest.raises((cg.LimitExceeded, cg.GuestError)):
        cg.Machine(limits=cg.Limits(fuel=100_000)).run(source)
