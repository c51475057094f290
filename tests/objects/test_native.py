"""Natives in all their forms: reprs, attributes, binding, and what wrong calls get to hear."""

import pytest

from differential import same

PROLOGUE = '''
def show(text, function):
    try:
        value = function()
        print(text, "->", repr(value).split(" at 0x")[0])
    except Exception as error:
        print(text, "->", type(error).__name__, str(error).split(" at 0x")[0])
class Foo:
    pass
class Sub(str):
    pass
class D(dict):
    pass
foo = Foo()
'''
FORMS = {
    "function": "len", "bound": "[1].append", "method": "list.append", "wrapper": "int.__add__",
    "method wrapper": "(1).__add__",
    "class method": "dict.__dict__['fromkeys']", "bound class method": "dict.fromkeys", "static": "str.maketrans",
    "getset": "int.__dict__['real']", "member": "slice.__dict__['start']", "new": "int.__new__",
}
ASK = """
{}
type({})
{}.__name__
{}.__qualname__
{}.__module__
type({}.__self__)
{}.__objclass__
{}.__doc__ is None
{}.zzz
setattr({}, 'x', 1)
{} == {}
hash({}) == hash({})
callable({})
{}.__call__
{}.__get__
{}()
{}.__text_signature__
{}.__get__(None, int)
{} < {}
type({}).__mro__
""".strip().splitlines()
CALLS = """
len()
len(1, 2)
len(x=1)
len(foo)
len(5)
[].append()
[].append(1, 2)
[].append(x=1)
[].clear(1)
list.append()
list.append(5)
list.append(5, 6)
list.append(foo, 1)
list.append([], 1)
str.upper()
str.upper(5)
str.upper('a', 1)
str.upper(Sub('ab'))
'a'.upper(1)
'a'.upper(x=1)
int.__add__()
int.__add__(1)
int.__add__('a', 1)
int.__add__(1, 2)
int.__add__(1, 2, 3)
(1).__add__()
(1).__add__(1, 2)
(1).__add__('a')
(1).__add__(x=1)
int.__repr__(1, 2)
dict.fromkeys([1])
D.fromkeys([1]).__class__
dict.__dict__['fromkeys']([1])
dict.__dict__['fromkeys'](int, [1])
dict.__dict__['fromkeys'](D, [1])
dict.__dict__['fromkeys'].__get__(1)
int.__dict__['real'].__get__(5)
int.__dict__['real'].__get__('a')
int.__dict__['real'].__set__(5, 1)
int.__dict__['real'].__get__(None, int)
int.__new__()
int.__new__(5)
int.__new__(str)
int.__new__(int, 5)
object.__new__(int)
object.__new__(Foo, 1)
object.__init__(foo, 1)
object.__init__(foo)
Foo(1)
Foo(a=1)
object(1)
'a'.join([foo])
'a' + foo
foo + 'a'
[1] + foo
'a'.find(foo)
'x'.replace(foo, 'y')
[3].index(foo)
'a' in foo
foo in 'a'
sorted([foo, foo])
sorted([1, foo])
max([foo, 1])
sum([foo])
abs(foo)
-foo
+foo
~foo
foo[0]
foo()
iter(foo)
next(foo)
list(foo)
tuple(foo)
dict(foo)
set(foo)
int(foo)
float(foo)
complex(foo)
bytes(foo)
str(foo)[:10]
bool(foo)
hash(foo) is not None
range(foo)
[1][foo]
'abc'[foo]
(1,)[foo]
{}[foo]
foo < foo
foo < 1
1 < foo
foo == 1
1 == foo
foo != foo
divmod(foo, 1)
pow(foo, 2)
pow(2, foo)
foo @ 1
foo // 1
1 % foo
foo << 1
round(foo)
chr(foo)
ord(foo)
bin(foo)
'%d' % foo
'%s' % (1, 2)
'{:d}'.format(foo)
format(foo, 'x')
f'{foo:>10}'
isinstance(1, foo)
issubclass(foo, int)
issubclass(int, foo)
getattr(foo, 'x')
setattr(foo)
delattr(foo, 'x')
hasattr(foo)
vars(5)
del_item(foo)
''.join(foo)
b''.join([foo])
b'a' + foo
bytes([foo])
bytearray(b'a').append(foo)
[1, 2].__getitem__(foo)
{foo: 1}[foo]
foo in [foo]
[foo].count(foo)
{1} | foo
{1}.union(foo)
{1: 2} | foo
dict([foo])
zip(foo)
map(foo)
enumerate(foo)
reversed(foo)
all(foo)
slice(foo)
[1, 2][foo:]
'a' * foo
[1] * foo
int('5', foo)
int.from_bytes(foo, 'big')
'a'.encode(foo)
print(sep=foo)
super(Foo, foo)
type(foo)()
type(foo, 1)
object.__reduce_ex__(foo, 2)[1]
foo.__reduce_ex__(2)[0].__name__
foo.__dir__()[-1:] != []
foo.__sizeof__() > 0
foo.__format__('')[:4]
foo.__format__('x')
foo.__getstate__()
object.__eq__(foo, foo)
object.__eq__(foo, 1)
object.__ne__(foo, 1)
object.__lt__(foo, 1)
object.__hash__(foo) == hash(foo)
object.__str__(foo)[:4]
object.__repr__(5)[:12]
object.__getattribute__(foo, 'zzz')
object.__setattr__(foo, 'k', 1)
foo.k
object.__delattr__(foo, 'k')
object.__delattr__(foo, 'k')
object.__dir__(foo) != []
object.__subclasshook__(1)
object.__init_subclass__()
type.__subclasses__(Foo)
type.mro(Foo)
Foo.mro()
Foo.__subclasses__()
type.__call__(Foo)
type.__call__(Foo, 1)
type.__repr__(Foo)
type.__getattribute__(Foo, '__name__')
Foo.__basicsize__ > 0
Foo.__flags__ & 0x600
int.__flags__ & 0x1000500
type.__prepare__()
type.__instancecheck__(Foo, foo)
type.__subclasscheck__(Foo, D)
type.__dir__(Foo) != []
Foo.__dict__['__dict__'].__get__(foo)
Foo.__dict__['__weakref__']
Foo.__dict__['__dict__']
Foo.__weakref__
foo.__weakref__
foo.__class__
Foo.__class__
foo.__module__
foo.__doc__
foo.__dict__
Foo.__dict__['zzz']
Foo.__dict__.get('zzz')
Foo.__text_signature__
Foo.__module__
int.__module__
int.__doc__ is None
Foo.__annotations__
type.__dict__['__mro__']
""".strip().splitlines()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_forms(form: str) -> None:
    same(PROLOGUE + "".join(f"show({text!r}, lambda: {text})\n" for text in (ask.replace("{}", form) for ask in ASK)))


def test_calls() -> None:
    same(PROLOGUE + "".join(f"show({text!r}, lambda: {text})\n" for text in CALLS))
