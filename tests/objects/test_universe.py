"""Nothing that a method of a builtin type returns is an object of the host."""

import pytest

import callgate as cg

ARGUMENTS = (
    "()", "(1,)", "('a',)", "(b'a',)", "([1, 2],)", "((1, 2),)", "({1: 2},)", "({1, 2},)", "(None,)", "(2.5,)", "('a', 'b')",
    "(1, 2)", "('utf-8',)", "([(1, 2)],)", "(range(3),)", "(slice(1),)", "(0, 1)", "(2,)", "('ab', 1)", "(1, 'x')", "('4a',)",
    "([b'a'],)", "(['a'],)", "(int,)", "(list,)", "(int, 5)", "(2, 'big')", "(0,)", "({'a': 1},)", "('a', None)", "(b'a', b'b')",
)
SUBJECTS = {
    "int": "5", "bool": "True", "float": "2.5", "complex": "1j", "str": "'aXb c'", "bytes": "b'aXb c'",
    "bytearray": "bytearray(b'aXb c')", "tuple": "(1, 2, 1)", "list": "[3, 1, 2]", "dict": "{'a': 1, 1: 2}", "set": "{1, 2}",
    "frozenset": "frozenset((1, 2))", "range": "range(5)", "slice": "slice(1, 2)", "NoneType": "None", "ellipsis": "...",
    "NotImplementedType": "NotImplemented", "dict_keys": "{1: 2}.keys()", "dict_values": "{1: 2}.values()",
    "dict_items": "{1: 2}.items()", "list_iterator": "iter([1, 2])", "dict_keyiterator": "iter({1: 2})",
    "dict_itemiterator": "iter({1: 2}.items())", "set_iterator": "iter({1})", "str_iterator": "iter('ab')",
    "range_iterator": "iter(range(3))", "longrange_iterator": "iter(range(10**30))", "bytes_iterator": "iter(b'ab')",
    "list_reverseiterator": "reversed([1])", "enumerate": "enumerate([1])", "zip": "zip([1], [2])", "map": "map(str, [1])",
    "filter": "filter(None, [1])", "reversed": "reversed(Seq())", "iterator": "iter(Seq())", "callable_iterator": "iter(int, 1)",
    "generic alias": "list[int]", "mappingproxy": "type.__dict__", "derived list": "type('L', (list,), {})([1, 2])",
    "derived dict": "type('D', (dict,), {})({1: 2})", "derived int": "type('I', (int,), {})(5)",
    "derived str": "type('S', (str,), {})('ab')", "union": "int | str", "type int": "int", "type list": "list", "type dict": "dict",
    "type str": "str", "type float": "float", "type bytes": "bytes",
}
WALK = """
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
def walk(value, depth=0):
    name = type(value).__name__
    repr(type(value))
    if depth > 4: return
    if isinstance(value, dict):
        for k in list(value): walk(k, depth + 1); walk(value[k], depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in list(value)[:20]: walk(each, depth + 1)
    elif hasattr(value, '__next__'):
        for number, each in zip(range(5), value): walk(each, depth + 1)
wrong = []
def attempt(what, f):
    try:
        result = f()
    except BaseException as e:
        walk(e.args)
        if 'host object' in str(e) or 'InternalError' in str(e) or 'callgate' in str(e): wrong.append((what, str(e)))
        return
    try:
        walk(result)
    except Exception as e:
        if 'InternalError' in type(e).__name__ + str(e): wrong.append((what, str(e)))
"""
SKIPPED = ("__class__", "__init_subclass__", "__subclasshook__", "__setattr__", "__delattr__")


@pytest.mark.parametrize("name", SUBJECTS)
def test_results_are_values_of_the_guest(name: str) -> None:
    subject = SUBJECTS[name]
    source = WALK + f"""
for name in dir({subject}):
    if name in {SKIPPED!r}: continue
    attempt(name, lambda: getattr({subject}, name))
    for args in ({', '.join(ARGUMENTS)}):
        attempt((name, args), lambda: getattr({subject}, name)(*args))
wrong
"""
    assert cg.Machine(limits=cg.Limits(fuel=20_000_000, memory="64 MiB")).run(source).value == []
