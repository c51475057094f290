"""exec with builtins of its own, with cells for free variables, with awaits outside of functions; breakpoint()."""

import ast
import asyncio
import sys
import types


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


code = compile("print('hello')", "", "exec")
attempt(exec, code, {"__builtins__": {}})
attempt(exec, code, {"__builtins__": {"print": lambda text: print("mine", text)}})
attempt(exec, code, {"__builtins__": types.ModuleType("empty")})
attempt(exec, code, {"__builtins__": 123})
attempt(exec, compile("class A: pass", "", "exec"), {"__builtins__": {}})
attempt(exec, "len([1])", {})


class Refusing(dict):
    def __getitem__(self, key):
        raise ZeroDivisionError(key)

    def __setitem__(self, key, value):
        raise ZeroDivisionError(key)


attempt(exec, "name", Refusing({"name": 1}))
attempt(exec, "name = 1", Refusing())
attempt(exec, "name", {"__builtins__": Refusing({"name": 1})})


def make():
    two, three = 2, 3
    result = 0

    def inner():
        nonlocal result
        result = two * three

    def show():
        return result

    return inner, show


inner, show = make()
exec(inner.__code__, closure=inner.__closure__)
print(show())
cells = tuple(types.CellType(value) for value in (0, 10, 20))
exec(inner.__code__, {}, closure=cells)
print([cell.cell_contents for cell in cells])
for wrong in (None, (), cells[:2], (1, 2, 3), list(cells)):
    attempt(exec, inner.__code__, {}, closure=wrong)
attempt(exec, "1", {}, closure=cells)
attempt(exec, compile("1", "", "exec"), {}, closure=cells)

flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
for text in ("x = await asyncio.sleep(0, 5)", "x = [i async for i in numbers()]", "async with manager() as x: pass",
             "async for x in numbers(): pass", "x = await asyncio.sleep(0, [i for i in range(3)])"):
    async def numbers():
        yield 1
        yield 2

    class manager:
        async def __aenter__(self):
            return "entered"

        async def __aexit__(self, *args):
            pass

    names = {"asyncio": asyncio, "numbers": numbers, "manager": manager}
    code = compile(text, "?", "exec", flags)
    print(bool(code.co_flags & 0x80))
    asyncio.run(eval(code, names))
    print(names["x"])
print(bool(compile("x = 1", "?", "exec", flags).co_flags & 0x80))
for text in ("await x", "[i async for i in x]", "async for i in x: pass", "def f(): await x", "lambda: await x"):
    try:
        compile(text, "?", "exec", flags if "f" in text[:5] or "lambda" in text else 0)
    except SyntaxError as error:
        print(error)

sys.breakpointhook = lambda *args, **kwargs: print("hook", args, kwargs)
breakpoint(1, a=2)
del sys.breakpointhook
attempt(breakpoint)
sys.breakpointhook = sys.__breakpointhook__
print(compile("assert 0", "?", "exec", optimize=1).co_consts, compile("", "?", "exec", 0x10).co_name)
