"""An error that nothing handles: type, message and traceback text are CPython's, to the byte."""

import pytest

from differential import same

PROGRAMS = {
    "one line": "1 / 0",
    "in a call": "def f(x):\n    return g(x) + 1\n\n\ndef g(x):\n    return x['key']\n\n\nprint('before')\nf({})\n",
    "in a method": "class C:\n    def __call__(self, x):\n        return self.m(x)\n    def m(self, x):\n        raise ValueError(x, 2)\nC()(1)",
    "arguments": "def f(a, b, *, c): pass\nf(1)\n",
    "arguments of a builtin": "x = [3]\nlen(x,\n    x)\n",
    "init": "class C:\n    def __init__(self, x):\n        self.x = x + 1\n\nC('a')\n",
    "operator": "class C:\n    def __add__(self, other):\n        return self.x\nx = [C() + 1\n     for _ in range(2)]\n",
    "generator": "def g():\n    yield 1\n    raise LookupError('in the generator')\nfor x in g():\n    print(x)\n",
    "nested generator": "def g():\n    yield from h()\ndef h():\n    yield 1 / 0\nlist(g())\n",
    "comprehension": "print([1 / x for x in (1, 0)])",
    "lambda": "f = lambda x: x.nope\nprint(list(map(f, [1])))",
    "sort key": "sorted([1, 'a', 2], key=lambda x: x + 1)",
    "class body": "class C:\n    x = 1\n    y = x.nope\n",
    "decorator": "def d(f):\n    raise TypeError('no')\n\n@d\ndef f():\n    pass\n",
    "cause": "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('second') from error\n",
    "context": "try:\n    {}['k']\nexcept KeyError:\n    nothing\n",
    "no context": "try:\n    {}['k']\nexcept KeyError:\n    raise ValueError('second') from None\n",
    "reraised": "def f():\n    try:\n        g()\n    except ValueError:\n        print('handled')\n        raise\ndef g():\n    raise ValueError\nf()\n",
    "raised again": "e = ValueError('kept')\ntry:\n    raise e\nexcept ValueError:\n    pass\ndef f():\n    raise e\nf()\n",
    "finally": "def f():\n    try:\n        return 1 / 0\n    finally:\n        print('finally')\nf()\n",
    "with": "class M:\n    def __enter__(self): return self\n    def __exit__(self, *a): print(a[0].__name__)\nwith M() as m:\n    m.nope\n",
    "name": "def function():\n    pass\nfunctoin()\n",
    "name near a builtin's, in a module's namespace": "import types\nm = types.ModuleType('m')\nexec('def call(): return value', m.__dict__)\nm.call()\n",
    "unbound": "def f():\n    print(x)\n    x = 1\nf()\n",
    "attribute": "class C:\n    colour = 1\nC().color\n",
    "import": "import no_such_module_anywhere\n",
    "unpacking": "a, b = 1, 2, 3\n",
    "not iterable": "for x in 3:\n    pass\n",
    "not callable": "def f():\n    return (1)(2)\nf()\n",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "mutual recursion": "def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(0)\n",
    "repeated": "def f(n):\n    if n == 0:\n        raise ValueError('bottom')\n    return f(n - 1)\nf(10)\n",
    "own exception": "class Mine(Exception):\n    def __str__(self):\n        return 'its text'\nraise Mine\n",
    "bad str": "class Mine(Exception):\n    def __str__(self):\n        raise TypeError\nraise Mine\n",
    "empty": "raise KeyError\n",
    "several lines": "raise ValueError('one\\ntwo')\n",
    "notes": "e = ValueError('noted')\ne.add_note('a note')\ne.add_note('another\\nof two lines')\nraise e\n",
    "group": "raise ExceptionGroup('several', [ValueError(1), ExceptionGroup('inner', [TypeError('t')])])\n",
    "assertion": "x = 3\nassert x == 4, f'not {x}'\n",
    "system exit": "raise SystemExit(3)\n",
    "keyboard interrupt": "raise KeyboardInterrupt\n",
    "exec": "exec('x = 1\\ny = x / 0')\n",
    "eval": "eval('1 +')\n",
    "syntax": "def f(:\n    pass\n",
    "syntax later": "print('never')\nx = (1,\n",
    "indentation": "if True:\nprint(1)\n",
    "return outside": "return 3\n",
    "long line": "value = " + " + ".join(["1"] * 40) + " + (lambda: 1 / 0)()\n",
    "wide characters": "größe, 数 = {'ä': 1}, 'ключ'\ngröße[数]['ß']\n",
    "many lines": "f = max(\n    1,\n    2,\n    key=lambda x: (\n        x\n        .nope\n    ),\n)\n",
    "del": "class C:\n    def __getattr__(self, name):\n        raise AttributeError(name, 'of ours')\nC().x\n",
    "chained calls": "def a(): return b\ndef b(x): return {}\na()(1)['k']\n",
    "metaclass": "class M(type):\n    def __call__(cls):\n        return super().__call__(1)\nclass C(metaclass=M):\n    def __init__(self): pass\nC()\n",
    "stop iteration": "next(iter([]))\n",
    "star": "def f(**k): pass\nf(**{'a': 1}, a=2)\n",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_same_traceback(name: str) -> None:
    outcome = same(PROGRAMS[name], traceback=True)
    assert outcome.error is not None
