"""Names declared global below a module's code, cells, class cells, proxies, keywords that come twice."""

import weakref
from collections import deque
from operator import length_hint


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        cause = error.__cause__
        print(type(error).__name__, error, f"from {type(cause).__name__}: {cause}" if cause else "")


# === a name that a function declares global is a global of the text around it, wherever that runs
space, names = {}, {}
exec("x = 7\ny = 1\ndef f():\n    x = 1\n    def g():\n        global x\n        def h():\n            return x\n"
     "        return h()\n    return g()\nz = f()", space, names)
print("x" in space, sorted(names), names["z"])


# === class cells
class Meta(type):
    def mro(cls):
        cls.__dict__["early"]()
        return super().mro()


found = []


class A(metaclass=Meta):
    def early():
        found.append(__class__)


print(found == [A])


class Overwrites(type):
    def __new__(cls, name, bases, namespace, cell):
        namespace["__classcell__"] = cell
        return super().__new__(cls, name, bases, namespace)


for bad in (None, 0, ""):
    attempt(Overwrites, "B", (), {}, cell=bad)


class Unready:
    def __set_name__(self, owner):
        pass


def set_name_wrong():
    class NotGoingToWork:
        attr = Unready()


try:
    set_name_wrong()
except (RuntimeError, TypeError) as error:
    print(type(error.__cause__ or error).__name__, "Unready.__set_name__() takes" in str(error.__cause__ or error))
attempt(int.__new__, bool, 0)


# === cells
def cell(*value):
    if value:
        value, = value
    else:
        del value
    return (lambda: value).__closure__[0]


print(cell(2) < cell(3), cell() < cell("a"), cell() == cell(), cell(True) > cell(), cell(1) >= cell(1.0), cell() <= cell())
attempt(lambda: cell(1) < cell("a"))
attempt(lambda: cell(1) < 1)


# === functions and their builtins
def plain(s):
    return len(s)


print(plain.__builtins__ is type(plain)(plain.__code__, {}).__builtins__)


# === proxies
class Thing:
    def __bytes__(self):
        return b"bytes"

    def __reversed__(self):
        return iter("cba")


thing = Thing()
proxy = weakref.proxy(thing)
print(proxy is weakref.proxy(thing), weakref.proxy(thing, print) is proxy, bytes(proxy), list(reversed(proxy)))
attempt(next, proxy)

# === iterators over what changes
numbers = deque(range(10))
it = iter(numbers)
next(it)
numbers.append(1)
attempt(next, it)
print(length_hint(it))


# === keywords
def f(**kwargs):
    return kwargs


attempt(lambda: f(**{1: 3}, **{1: 5}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{1: 3}))
for text in ('"""doc"""\nfrom __future__ import nested_scopes; import string; from __future__ import division',
             "import a\nfrom __future__ import division", "from __future__ import annotations; x: u'a' = 1"):
    try:
        compile(text, "<text>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error)
