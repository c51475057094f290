# protocol: A10 A13
"""Builtins take their arguments in several ways; which one is never visible, except in the messages."""


def attempt(text, **names):
    try:
        result = eval(text, {**globals(), **names})
        print(text, "->", str(result).split(" at 0x")[0])
    except Exception as error:
        print(text, "->", type(error).__name__, error)


# Without arguments.
for call in ("[].clear()", "[1].clear(2)", "[1].copy(x=2)", "{}.keys()", "{}.keys(1)", "'A'.lower()", "'A'.lower(1)",
             "'A'.lower(x=1)", "list().copy()", "globals(1)", "str.lower()", "str.lower('A')", "str.lower(1)",
             "str.lower('A', 1)", "dict.keys({1: 2})", "dict.keys([])", "set.copy(*[{1}])", "'a'.lower(*[], **{})",
             "'a'.lower(*[1])", "'a'.lower(**{'k': 1})"):
    attempt(call)
# One argument.
for call in ("len('abc')", "len()", "len(1, 2)", "len(1)", "len(obj=[])", "len(*['ab'])", "len(**{'obj': 1})", "abs(-3)",
             "abs('x')", "abs()", "abs(1, 2)", "chr(97)", "chr('a')", "chr(-1)", "ord('a')", "ord('ab')", "ord()", "repr(1, 2)",
             "callable()", "callable(len)", "hash([])", "id()", "[1].append()", "[1].append(1, 2)", "[1].append(object=1)",
             "[1, 2].extend(3)", "[1, 2].remove(3)", "'a'.join([1])", "'a'.join()", "'-'.join('abc')", "list.append([], 1)",
             "list.append([])", "list.append()", "list.append(1, 2)", "iter(3)", "next(3)", "bin(2.0)", "{1}.add()",
             "all(3)", "any([0, 1])", "ascii('é')", "dir(1, 2)", "(1).__add__(2)", "(1).__add__()", "(1).__add__(1, 2)"):
    attempt(call)
# Several positional arguments.
for call in ("[3].insert(0)", "[3].insert(0, 1, 2)", "[3].pop(5)", "[].pop()", "[1].pop('a')", "[1].pop(0, 1)", "isinstance(1)",
             "isinstance(1, int, 2)", "isinstance(1, 2)", "isinstance(1, (int, str))", "issubclass(1, int)", "getattr(1)",
             "getattr(1, 'x')", "getattr(1, 'x', 5)", "getattr(1, 2)", "getattr(1, 'x', 5, 6)", "setattr(1, 'x')", "divmod(7, 2)",
             "divmod(7)", "divmod(7, 0)", "'abc'.replace('a')", "'abc'.replace('a', 'b', 1, 2)", "'abc'.replace('a', 1)",
             "'abc'.find()", "'abc'.find('c', 0, 9, 9)", "'abc'.find(1)", "'a'.startswith(1)", "'ab'.startswith(('x', 'a'))",
             "{}.get()", "{}.get(1, 2, 3)", "{1: 2}.get(1)", "{}.pop()", "{}.pop(1)", "{}.pop(1, 2)", "{}.setdefault()",
             "{}.setdefault([])", "range()", "range(1, 2, 3, 4)", "range('a')", "range(1.0)", "slice()", "zip(1)", "map(len)",
             "filter(None)", "round('a')", "iter(len, 1)", "iter(1, 2)", "next(iter([]), 'end')", "next(iter([]))", "hasattr(1)",
             "vars(1)", "super()", "'%s' % ()", "'a'.center('b')", "'a'.center(5, 'xy')", "'a'.ljust()"):
    attempt(call)
# Keywords.
for call in ("'a b'.split(sep=' ')", "'a b'.split(maxsplit=0)", "'a b'.split(' ', maxsplit=1)", "'a b'.split(' ', sep=' ')",
             "'a b'.split(' ', 1, 2)", "'a b'.split(nope=1)", "'a b'.split(sep=1)", "'a b'.split('')", "'a\\nb'.splitlines(keepends=True)",
             "sorted([2, 1], reverse=True)", "sorted([2, 1], key=lambda x: x)", "sorted()", "sorted([1], 2)", "sorted([1], nope=1)",
             "sorted(iterable=[1])", "sorted(['b', 1])", "[2, 1].sort(1)", "[2, 1].sort(nope=1)", "max()", "max(1)", "max([])",
             "max([], default=3)", "max(1, 2, default=3)", "max(1, 2, key=lambda x: -x)", "max(1, 2, nope=1)", "min('b', 1)",
             "sum([1], start=2)", "sum()", "sum([1], 2, 3)", "sum(['a'], '')", "sum([[1], [2]], [])", "enumerate('a', start=1)",
             "list(enumerate('ab', 5))", "enumerate()", "enumerate('a', nope=1)", "print(1, 2, sep='-', end='!\\n')", "print(sep=1)",
             "print(nope=1)", "int('z', base=36)", "int(x='1')", "int('1', 2, 3)", "int(1, 2)", "int('9', base=5)", "int(base=2)",
             "int('x')", "int([])", "str(object=5)", "str(b'a', 'utf-8')", "str(b'a', encoding='ascii', errors='strict')",
             "str(1, 2)", "bytes('a')", "bytes('a', 'ascii')", "bytes(3)", "bytes(-1)", "float('x')", "float(x=1)", "complex('1+2j')",
             "complex(1, imag=2)", "bool(x=1)", "list(iterable=1)", "tuple(1)", "dict(a=1, **{'b': 2})", "dict([(1, 2)], a=3)",
             "dict([1])", "dict(1)", "dict([(1, 2, 3)])", "dict({1: 2}, {3: 4})", "dict.fromkeys('ab', 0)", "{}.update([(1, 2)], b=3)",
             "{}.update(1, 2)", "set(1)", "set([1], [2])", "frozenset(a=1)", "zip('ab', [1], strict=True)", "list(zip('ab', [1], strict=True))",
             "zip(nope=1)", "pow(2, 5, mod=7)", "pow(base=2, exp=3)", "pow(2, -1, 0)", "pow(2)", "round(2.567, ndigits=1)", "round(2.5)",
             "'{a} {0} {b!r:>5}'.format(1, a=2, b='c')", "'{}'.format()", "'{x}'.format(1)", "type('X', (), {}, a=1)",
             "[1, 2].index(3)", "(1, 2).index(2, 0, 1)", "(1, 2).count()", "'a'.encode(encoding='nope')", "'a'.encode('ascii', 'strict', 1)",
             "int.from_bytes(b'\\x01\\x02', 'big', signed=True)", "(258).to_bytes(length=2, byteorder='little')", "(1).to_bytes(1, 'middle')"):
    attempt(call)
attempt("len(many)", many=list(range(300)))
attempt("max(*many)", many=range(1000))
attempt("print(*many, sep='')", many=range(40))
attempt("dict(**many)['k299']", many={f"k{i}": i for i in range(300)})
attempt("'{k7}'.format(**many)", many={f"k{i}": i for i in range(300)})
