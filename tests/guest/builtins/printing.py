# builtins: print
import sys


class File:
    def __init__(self): self.calls = []
    def write(self, text): self.calls.append(text)
    def flush(self): self.calls.append("FLUSH")


class Loud:
    def __str__(self):
        print("inside")
        return "loud"


class Failing:
    def __str__(self): raise ValueError("no text")


print()
print(1, "a", None, [1], sep="-", end="!\n")
print("a", "b", sep="", end="")
print("c", sep=None, end=None)
print(*range(5))
print("before", Loud(), "after")
try:
    print("x", Failing(), "y")
except ValueError as error:
    print("|", error)
f = File()
print("a", 1, file=f)
print(sep="x", file=f)
print("b", file=f, flush=True)
print(f.calls)
for call in ("print(sep=1)", "print(end=2)", "print(file=1)", "print(x=1)", "print('a', file=File)"):
    try:
        eval(call)
    except Exception as error:
        print(call, type(error).__name__, error)
old, sys.stdout = sys.stdout, f
print("to f")
sys.stdout = None
print("nowhere")
sys.stdout = old
print(f.calls[-2:], sys.stdout is old)
print("to file None", file=None)
sys.stdout.write("written\n")
print(sys.stdout.writable(), sys.stdout.isatty() in (True, False))
del sys.stdout
try:
    print("x")
except RuntimeError as error:
    sys.stdout = old
    print(error)
print("é€😀", "tab\there")
