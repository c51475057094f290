"""code and codeop: what is complete, what waits for more, what is wrong."""
import code
import codeop
import sys

for text in ("1", "1 +", "(", "def f():", "def f():\n    pass", "def f():\n    pass\n", "x y", "'''a", "if 1:\n    2\nelse:", "@d", "",
             "# c", "\\", "for x in y: pass", "1 if", "class A:\n    x = 1\n\n", "f'{'", "async def f():\n    await x\n", "\x00"):
    for mode in ("single", "exec", "eval"):
        try:
            print(repr(text), mode, codeop.compile_command(text, "f", mode) is not None)
        except Exception as error:
            print(repr(text), mode, type(error).__name__, error)


class Console(code.InteractiveConsole):
    def write(self, data):
        print("write", repr(data))


lines = iter(["x = 1", "x", "def f():", "    return x", "", "f()", "1/0", "x y", "raise ValueError from KeyError(1)"])


def read(prompt):
    print(prompt, end="")
    for line in lines:
        print(line)
        return line
    raise EOFError


console = Console({})
console.raw_input = read
console.interact("banner", "bye")
sys.ps1, sys.ps2 = "new> ", "more> "
compiler = codeop.CommandCompiler()
compiler("from __future__ import annotations", "f")
space = {}
exec(compiler("def f(x: y): pass\n", "f"), space)
print(space["f"].__annotations__)
