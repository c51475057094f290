# package: parso
import parso
from parso.python import tree
from parso.python.tokenize import tokenize
from parso.utils import parse_version_string, python_bytes_to_unicode, split_lines

CODE = '''\
"""Module docstring."""
import os, sys as system
from .a.b import (c as d, e)
from math import *


@decorator(1)
class Klass(Base, metaclass=Meta):
    """Docs."""
    x: int = 3

    async def method(self, a, b=1, /, *args, c: int = 2, **kwargs) -> "str":
        if a and not b or c:
            x, *y = [i ** 2 for i in range(10) if i % 2]
            yield x
        elif (z := 3) > 2:
            return f"{a!r:>{b}} text {{}}" rb"raw"
        else:
            raise ValueError from None
        global g; nonlocal_ = lambda q, *r: q
        try:
            with open("f") as f, other:
                pass
        except (A, B) as error:
            del a[1:2, ...], b.c
        finally:
            assert x, "message"
        while True:
            break
        for i, in a: continue
        return await self.other(*a, **b) if x else None
\tindented = 1
'''

module = parso.parse(CODE, version="3.11")
print(module.get_code() == CODE, module.type, module.end_pos, len(module.children))


def dump(node, depth=0):
    if hasattr(node, "children"):
        print("  " * depth + node.type, node.start_pos, node.end_pos, type(node).__name__)
        for child in node.children:
            dump(child, depth + 1)
    else:
        print("  " * depth + node.type, repr(node.value), repr(node.prefix), node.start_pos)


dump(module)
cls = next(module.iter_classdefs())
method = next(cls.iter_funcdefs())
print(cls.name.value, cls.get_super_arglist().get_code(), [d.get_code() for d in cls.get_decorators()], repr(cls.get_doc_node()), cls.get_suite().type)
print(method.name, [(p.name.value, p.star_count, p.default and p.default.get_code(), p.annotation and p.annotation.get_code(), p.position_index) for p in method.get_params()])
print(method.annotation.value, method.is_generator(), [y.get_code() for y in method.iter_yield_exprs()], len(list(method.iter_return_stmts())), len(list(method.iter_raise_stmts())))
print([(i.type, [n.value for n in i.get_defined_names()], [[n.value for n in p] for p in i.get_paths()], i.level if i.type == "import_from" else 0) for i in module.iter_imports()])
names = module.get_used_names()
print(sorted(names), [(n.start_pos, n.is_definition()) for n in names["x"]], [n.get_definition() and n.get_definition().type for n in names["a"]])
leaf = module.get_leaf_for_position((12, 20))
print(leaf, leaf.get_previous_leaf(), leaf.get_next_leaf(), leaf.get_next_sibling(), leaf.parent.type, leaf.get_root_node() is module, parso.tree.search_ancestor(leaf, "funcdef", "classdef").name.value)
print(module.get_first_leaf(), module.get_last_leaf().type, module.get_leaf_for_position((2, 6), include_prefixes=True), repr(module))

BROKEN = ["def f(:\n  pass\n", "x = = 3\n", "if x\n  y\n", "return 1\n", "  indented\n", "a = 'unfinished\n", "for in x: pass\n", "class : pass\nvalid = 1\n", "print 'x'\n", "f(a=1, 2)\n", "x = [1, 2\n", "break\n", "def f(a, a): pass\n",
          "await x\n", "nonlocal x\n", "f'{a b}'\n", "1 = x\n", "f() = 1\n", "a, b += 1\n", "del f()\n", "from x import *, y\n", "b'ä'\n", "*a\n", "lambda *: 1\n", "def f():\n\tx\n        y\n", "try: pass\n", "'\\N{foo}'\n", "x = yield\n", "{**a, b}\n", "\x00", "async def f():\n  yield from x\n"]
for version in ("3.8", "3.11"):
    grammar = parso.load_grammar(version=version)
    for text in BROKEN:
        found = grammar.parse(text)
        print(version, repr(text), found.get_code() == text, [(e.code, e.message, e.start_pos) for e in grammar.iter_errors(found)], [c.type for c in found.children])

grammar = parso.load_grammar(version="3.11")
print([(i.code, i.message, i.start_pos) for i in grammar._get_normalizer_issues(grammar.parse("import  os\nx=1 ;y = 2\nif x == None :\n   pass\n\n\n\n\ndef f( a ):\n    return a\n"))])
print([(t.type.name, t.string, t.start_pos, t.prefix) for t in tokenize("a = f'{x:>{w}}' # c\n  if 0xFF: '''m\nn'''\n", version_info=parse_version_string("3.11"))])
diff = grammar.parse(CODE, path="x.py", cache=False, diff_cache=False)
first = grammar.parse("a = 1\ndef f():\n    pass\n", path="y.py", diff_cache=True)
second = grammar.parse("a = 2\ndef f():\n    return 3\nb = 1\n", path="y.py", diff_cache=True)
print(second is first, second.get_code(), split_lines("a\r\nb\x0cc\n", keepends=True), python_bytes_to_unicode(b"# coding: latin-1\n\xe4"), parse_version_string("3.9.2"))
try:
    parso.load_grammar(version="2.3")
except NotImplementedError as error:
    print(type(error).__name__, error)
try:
    grammar.parse("x = (", error_recovery=False)
except parso.ParserSyntaxError as error:
    print(error.message, error.error_leaf)
node = grammar.parse("a + b\n", error_recovery=False, start_symbol="file_input").children[0]
print(node.dump() if hasattr(node, "dump") else node, isinstance(node, tree.PythonBaseNode), parso.python.tree.Name("x", (1, 0)).value)
