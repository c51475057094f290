"""Trees: from text, made by hand, checked, compiled, written out again."""
import ast
import copy
import pickle

TEXT = '''
import a.b as c, d
from .e import f as g, h
@dec(1)
async def fun(a, /, b: int = 1, *c, d=2, **e) -> str:
    async for x in y:
        await z
    async with p as q, r:
        yield x
    return [i async for i in j if k]
class C(B, metaclass=M):
    """doc"""
    x: int = 1
    def m(self):
        nonlocal_ = lambda *a, **k: (a, k)
        global G
        G = a if b else c
        del a.b[1:2:3], c
try:
    raise X from Y
except (A, B) as e:
    pass
except* C:
    pass
finally:
    assert x, "y"
'''.replace("except* C:\n    pass\n", "")
MORE = [
    "x += 1", "for a, *b in c: break\nelse: continue", "while 1: pass", "f'{a!r:>{w}} b {c}'", "a < b <= c is not d not in e",
    "{**a, 1: 2}", "{1, 2}", "{a: b for a, b in c}", "(x for x in y)", "a @ b ** -c // ~d", "not a or b and c",
    "match x:\n    case [1, *r]: pass\n    case {'a': b, **k}: pass\n    case C(1, x=2) | None: pass\n    case _ if y: pass",
    "x[a, b:c]", "print(*a, k=1, **b)", "(y := 1)", "'a' b'b'"[:3], "1.5j; ...; True", "try:\n    a\nexcept* b:\n    c",
]


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in [TEXT, *MORE]:
    tree = ast.parse(text)
    print(ast.dump(tree, include_attributes=True))
    print(ast.unparse(tree))
    print(ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree), ast.dump(copy.deepcopy(tree)) == ast.dump(tree))
    print(ast.dump(pickle.loads(pickle.dumps(tree))) == ast.dump(tree))
print(ast.dump(ast.parse("1 + 2", mode="eval")), ast.dump(ast.parse("(int) -> str", mode="func_type")))
print(ast.literal_eval("{'a': [1, -2.5, (3 + 4j), None, {5}]}"))
show(lambda: ast.literal_eval("f()"))
space = {}
exec(compile(ast.parse("x = [i * i for i in range(4)]"), "t", "exec"), space)
print(space["x"], eval(compile(ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(5), lineno=1, col_offset=0),
                                              ), "t", "eval")) if False else eval(compile(ast.fix_missing_locations(
                                                  ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(5)))), "t", "eval")))


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


print(eval(compile(Double().visit(ast.parse("3 + 4", mode="eval")), "t", "eval")))
print([type(node).__name__ for node in ast.walk(ast.parse("a.b(c)"))])
print(ast.get_docstring(ast.parse("'''doc'''")), ast.get_source_segment("a + bc", ast.parse("a + bc").body[0].value.right))

PLACE = {"lineno": 1, "col_offset": 0}
name = ast.Name("x", ast.Load(), **PLACE)


def module(*body):
    return lambda: compile(ast.Module(list(body), []), "t", "exec")


def value(node):
    return lambda: compile(ast.Expression(node), "t", "eval")


for bad in [
    module(ast.Expr(name)), module(ast.Expr(**PLACE)), module(ast.Expr(5, **PLACE)), module(ast.Expr(None, **PLACE)), module(5),
    module(None), module(ast.Delete([], **PLACE)), module(ast.Assign([name], name, **PLACE)), value(ast.Name("None", ast.Load(), **PLACE)),
    value(ast.Name("x", ast.Store(), **PLACE)), value(ast.Name(5, ast.Load(), **PLACE)), value(ast.Name("x", **PLACE)),
    value(ast.Constant([], **PLACE)), value(ast.BoolOp(ast.And(), [name], **PLACE)), value(ast.Dict([name], [], **PLACE)),
    value(ast.Compare(name, [ast.Lt()], [], **PLACE)), value(ast.Tuple((), ast.Load(), **PLACE)), value(ast.Name("x", ast.Load())),
    value(ast.ListComp(name, [], **PLACE)), value(ast.Constant(1, lineno="x", col_offset=0)), value(ast.BinOp(name, name, name, **PLACE)),
    module(ast.If(name, [], [], **PLACE)), module(ast.With([], [ast.Pass(**PLACE)], **PLACE)), module(ast.Global([], **PLACE)),
    module(ast.Raise(None, name, **PLACE)), module(ast.Pass(lineno=2, col_offset=0, end_lineno=1, end_col_offset=0)),
    lambda: compile(ast.Module([], []), "t", "eval"), lambda: compile(ast.Pass(), "t", "exec"), lambda: ast.Name(1, 2, 3),
    lambda: ast.Name("x", id="y"), lambda: ast.Pass(1), lambda: compile("x", "t", "func_type"), lambda: compile("x", "t", "nothing", 0x400),
]:
    show(bad)
print(ast.AST.__name__, ast.Name.__mro__, ast.Name._fields, ast.Name._attributes, ast.expr.__doc__[:20], ast.Name.__doc__)
print(ast.Name().__reduce__(), isinstance(ast.Constant(1), ast.Num), ast.Constant(5).n)
